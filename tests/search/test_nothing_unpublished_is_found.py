"""Whatever stands in the index, a reader is told of live editions of public languages, and of nothing else."""

from dataclasses import replace

import pytest
from django.utils import timezone

from articles import publishing, rows
from articles.manuscript import Author
from articles.models import Edition, SearchEntry
from articles.search import index, results, telling, walking
from tests.factories import make_edition, make_manuscript
from tests.search.finding import in_days, make_found

pytestmark = pytest.mark.django_db

QUESTIONS = {
    "title": "leynisala",
    "subject": "leyniþjónusta",
    "pair": "leynisala og leyniþjónusta",
    "prose": "trúnaðarmál",
    "tag": "leynimerki",
    "author": "Leynihöfundur",
    "a slip": "leynisalla",
    "another slip": "trúnaðarmla",
    "a compound": "leynisölumarkaður",
    "nearly": "leynisaala og skúffur",
}


def make_secret(language="is", **fields) -> Edition:
    author = Author("leynihofundur", {language: "Leynihöfundur"})
    return make_found(
        language=language,
        sides=["Leynisala", "Leyniþjónusta"],
        lead="Trúnaðarmál.",
        tags=["leynimerki"],
        author=author,
        **fields,
    )


def scheduled():
    return make_secret(at=in_days(1))


def expired():
    return changed(make_secret(), expires_at=timezone.now())


def archived():
    return changed(make_secret(), state=Edition.State.ARCHIVED)


def taken_back():
    return changed(make_secret(), state=Edition.State.DRAFT)


def in_review():
    return changed(make_secret(), state=Edition.State.REVIEW)


def draft():
    return make_secret(publish=False)


def of_another_language():
    return make_secret(language="en")


def of_a_hidden_language():
    return make_secret()


def changed(edition, **fields):
    """As it is between the change and the index's learning of it: what was indexed is there still."""
    Edition.objects.filter(pk=edition.pk).update(**fields)
    return edition


@pytest.mark.parametrize(
    "make", [scheduled, expired, archived, taken_back, in_review, draft, of_another_language, of_a_hidden_language]
)
@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_what_is_not_live_is_told_of_nowhere(settings, make, question):
    make()
    if make is of_a_hidden_language:
        settings.PUBLIC_LANGUAGES = ["en"]
    found = results.search(question, "is")

    assert (found.hits, found.count, found.at_least) == ((), 0, False)
    assert (found.tags, found.authors) == ((), ())
    assert (found.corrected, found.suggestions, found.nearest, found.forms) == ("", (), (), ())


@pytest.mark.parametrize("make", [scheduled, expired, archived, taken_back])
def test_what_is_not_live_is_not_counted_beside_what_is(make):
    hidden = make()
    shown = make_found(sides=["Leynisala", "Kaup"], lead="Trúnaðarmál.", tags=["opid"])
    found = results.search("leynisala", "is")

    assert SearchEntry.objects.filter(edition=hidden).exists()
    assert [hit.edition for hit in found.hits] == [shown]
    assert (found.count, found.authors) == (1, ())
    assert [(tag.key, count) for tag, count in found.tags] == [("opid", 1)]


def test_a_page_is_filled_past_what_is_not_live():
    shown = [make_found(sides=[f"Vara {n}", f"Kaup {n}"], lead="Leynisala.").pk for n in range(3)]
    for number in range(20):
        changed(make_found(sides=[f"Hestur {number}", f"Hundur {number}"], lead="Leynisala."), expires_at=in_days(-1))
    found = results.search("leynisala", "is", size=2)
    rest = results.search("leynisala", "is", size=2, after=found.next_key)

    assert [hit.edition.pk for hit in (*found.hits, *rest.hits)] == shown[::-1]
    assert (found.count, rest.next_key) == (3, "")


def test_what_is_not_live_is_not_counted_where_more_is_found_than_is_counted(monkeypatch):
    monkeypatch.setattr(walking, "MOST_COUNTED", 2)
    for number in range(6):
        edition = make_found(sides=[f"Vara {number}", f"Kaup {number}"], lead="Leynisala.")
        if number % 2:
            changed(edition, state=Edition.State.ARCHIVED)
    found = results.search("leynisala", "is", size=10)

    assert (found.count, found.at_least, len(found.hits)) == (2, True, 3)


def test_what_is_withdrawn_while_the_page_is_made_is_not_told_of():
    hidden = archived()

    assert telling.editions([hidden.pk], "is") == []


def test_an_unpublished_text_of_a_live_edition_is_not_found():
    edition = make_found(sides=["Sala", "Þjónusta"], lead="Opið.")
    written = replace(rows.read(edition.article), lead={"is": "<p>Trúnaðarmál.</p>"})
    rows.write(written, edition.article)
    index.index(edition.pk)

    assert results.search("trúnaðarmál", "is").hits == ()
    publishing.publish(Edition.objects.get(pk=edition.pk), strict=False)
    index.index(edition.pk)
    assert len(results.search("trúnaðarmál", "is").hits) == 1


def test_a_text_of_another_language_of_a_live_edition_is_not_found():
    content = make_manuscript(sides=["Sala", "Leiga"], languages=("is", "en"))
    content = replace(content, lead={"is": "<p>Opið.</p>", "en": "<p>Trúnaðarmál.</p>"})
    edition = make_edition(content=content)
    index.index(edition.pk)

    assert results.search("trúnaðarmál", "is").hits == ()
    assert "Trúnaðarmál" not in "".join(piece.text for piece in results.search("sala", "is").hits[0].passage)


def test_a_scheduled_edition_is_found_when_its_time_has_come():
    edition = scheduled()
    assert results.search("leynisala", "is").hits == ()

    changed(edition, published_at=timezone.now())
    assert [hit.edition for hit in results.search("leynisala", "is").hits] == [edition]
