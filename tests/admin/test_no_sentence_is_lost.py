"""Whatever two people write in one article: what either wrote stands there in the end, or was asked about."""

import json

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.manuscript import to_json
from articles.models import Revision
from tests.admin.desk import Fields
from tests.admin.two_editors import content, open_for
from tests.factories import make_article

LINES = [
    "title_is",
    "title_en",
    "sides-0-answer_is",
    "similarities-0-sentence_is",
    "sources-0-title",
    *(f"dimensions-{row}-{name}" for row in range(3) for name in ("name_is", "cell-sala-is", "cell-thjonusta-is")),
]
PROSE = ["lead_is", "summary_en", "sides-1-example_is", "dimensions-0-discussion_is", "dimensions-2-discussion_is"]


def sentence(who: str, field: str) -> str:
    return f"Setning {who} um {field}."


def texts(who: str, fields) -> dict[str, str]:
    return {name: f"<p>{sentence(who, name)}</p>" if name in PROSE else sentence(who, name) for name in fields}


@st.composite
def edits(draw, who):
    """What somebody does to the article: texts, a new row, a removed row, another order. And what must be there."""
    fields = draw(st.lists(st.sampled_from(LINES + PROSE), unique=True, max_size=7))
    removed = draw(st.none() | st.integers(0, 2))
    changes, rows = texts(who, fields), {}
    written = [name for name in fields if not name.startswith(f"dimensions-{removed}-")]
    if removed is not None:
        changes[f"dimensions-{removed}-DELETE"] = "on"
    if draw(st.booleans()):
        changes |= dict(zip((f"dimensions-{n}-place" for n in range(3)), draw(st.permutations("012")), strict=True))
    if draw(st.booleans()):
        new = f"Ný lína, {who}"
        rows["dimensions"] = [{"name_is": new, "cell-sala-is": sentence(who, "nýja línu")}]
        return changes, rows, [new, sentence(who, "nýja línu"), *(sentence(who, name) for name in written)]
    return changes, rows, [sentence(who, name) for name in written]


def keep_both(response) -> dict:
    """Choose that everything stays: both texts, and the row of whoever still has it."""
    html = response.content.decode()
    names = [part.split('"')[0] for part in html.split('type="radio" name="')[1:]]
    writable = {name.removeprefix("text ") for name in Fields(html).values if name.startswith("text ")}
    shown = {one.name: one for one in response.context["conflicts"]}
    return {name: "both" if name in writable else _who_has_it(shown[name].point) for name in names}


def _who_has_it(conflict) -> str:
    return "theirs" if conflict.mine is None else "mine"


def test_no_sentence_of_either_is_lost(db):
    article = make_article(
        sides=["Sala", "Þjónusta"], dimensions=3, similarities=1, sources=1, publish=False, languages=("is", "en")
    )
    first, second = open_for(article, "ritstjori"), open_for(article, "annar")

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(edits("fyrri"), edits("seinni"))
    def hold(one, other):
        with transaction.atomic():
            assert first.save(*one[:2]).status_code == 302
            response = second.save(*other[:2])
            if response.status_code == 409:
                response = second.answer(response, keep_both(response))
            assert response.status_code == 302
            whole = json.dumps(to_json(content(article)), ensure_ascii=False)
            kept = "".join(json.dumps(one.content, ensure_ascii=False) for one in Revision.objects.all())
            assert [text for text in other[2] if text not in whole] == []
            assert [text for text in one[2] if text not in whole + kept] == []
            transaction.set_rollback(True)

    hold()
