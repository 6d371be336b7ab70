"""The article's page as the server draws it: its texts in the order that they are read in, and what stands beside."""

import json
import re

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import rows, units
from articles.models import Article
from tests.admin.desk import change_page, opened, save
from tests.factories import make_article, make_subject

ADD = "/admin/articles/article/add/"
UNIT = re.compile(r'<(?:input|textarea|select)[^>]*?data-unit="([^"]+)"[^>]*>')


def page(desk, address) -> str:
    response = desk.get(address)
    assert response.status_code == 200
    return response.content.decode()


def units_on(html: str) -> set[tuple[str, str]]:
    """Path and language of each field that says which text it has."""
    found = (re.search(r"<[^>]*>", match[0])[0] for match in UNIT.finditer(html))
    language = re.compile(r' lang="(\w+)"')
    return {(re.search('data-unit="([^"]+)"', tag)[1], (language.search(tag) or [None, ""])[1]) for tag in found}


def whole_article() -> Article:
    return make_article(sides=["Sala", "Þjónusta"], dimensions=2, similarities=1, sources=1)


@pytest.mark.django_db
def test_every_text_of_the_article_says_its_path_and_language(desk):
    article = whole_article()

    shown = units_on(page(desk, change_page(article)))

    own = {unit.path for unit in units.units(rows.read(article)) if not unit.is_shared}
    assert {(path, code) for path in own for code in ("is", "en")} <= shown


@pytest.mark.django_db
def test_subjects_and_pictures_have_a_place_to_lead_to(desk):
    article = whole_article()

    paths = {path for path, _code in units_on(page(desk, change_page(article)))}

    assert {"picture", *(f"subject:{side.subject.key}" for side in article.sides.all())} <= paths
    assert {f"side:{side.key}:picture" for side in article.sides.all()} <= paths


@pytest.mark.django_db
def test_a_new_row_claims_no_text_that_is_another_rows(desk):
    html = page(desk, ADD)

    assert {path for path, _code in units_on(html)} == {"title", "lead", "summary", "picture"}


@pytest.mark.django_db
@pytest.mark.parametrize("new", [True, False])
def test_the_texts_stand_in_the_order_that_readers_meet_them(desk, new):
    html = page(desk, ADD if new else change_page(whole_article()))

    order = ["id_title_is", "id_lead_is", "sides-group", "similarities-group", "dimensions-group"]
    order += ["id_summary_is", "id_author", "id_tags", "sources-group", "editions-group"]
    places = [html.index(f'id="{name}"') for name in order]
    assert places == sorted(places)


@pytest.mark.django_db
def test_what_was_found_is_there_at_opening_with_the_place_that_it_speaks_of(desk):
    article = whole_article()
    article.title_is = "Ö" * 90
    article.save()

    response = desk.get(change_page(article))

    html = response.content.decode()
    assert '<a class="desk-check-place" href="#id_title_is"' in html
    sent = json.loads(re.search(r'<script id="findings" type="application/json">(.*?)</script>', html)[1])
    assert sent == response.context["findings"]


@pytest.mark.django_db
def test_each_language_counts_its_own_checks(desk):
    article = whole_article()
    article.title_en, article.lead_en = "T" * 90, "<p>Something is said.</p>"
    article.save()

    tabs = {tab.code: tab for tab in desk.get(change_page(article)).context["tabs"]}

    findings = desk.get(change_page(article)).context["findings"]
    assert tabs["en"].count == sum(one["language"] == "en" for one in findings) > 0
    assert tabs["en"].stops == any(one["language"] == "en" and one["kind"] == "stop" for one in findings)
    assert tabs["is"].count == len(findings) - tabs["en"].count


@pytest.mark.django_db
def test_a_page_without_findings_says_so(desk):
    html = page(desk, ADD)

    assert re.search(r'<p class="desk-hint" id="no-checks"\s*>', html)


@pytest.mark.django_db
def test_a_new_article_has_nobody_else_and_no_strip(desk):
    html = page(desk, ADD)

    assert "desk-presence" not in html
    assert "desk-strip" not in html.split("</head>")[1]
    assert 'data-address="/admin/articles/article/add/preview/"' in html
    assert 'data-address="/admin/articles/article/add/findings/"' in html


@pytest.mark.django_db
def test_the_questions_of_the_scripts_go_to_the_articles_own_addresses(desk):
    article = whole_article()

    html = page(desk, change_page(article))

    for verb in ("preview", "findings", "presence"):
        assert f'data-address="/admin/articles/article/{article.pk}/{verb}/"' in html


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["new", "saved"])
def test_the_row_of_the_save_is_the_same_on_every_article_page(desk, address):
    html = page(desk, ADD if address == "new" else change_page(whole_article()))

    row = html[html.index('id="submit-row"') :]
    assert re.findall(r'name="(note|substantive|_continue|_save)"', row) == [
        "note",
        "substantive",
        "substantive",
        "_continue",
        "_save",
    ]
    assert 'id="autosaved"' in row
    assert row.count('form="article_form"') == 5


@pytest.mark.django_db
@pytest.mark.parametrize(("box", "substantive"), [(["0", "1"], True), (["0"], False)])
def test_the_note_and_the_box_are_kept_with_the_revision(desk, box, substantive):
    article = whole_article()

    changes = {"lead_is": "<p>Nýr inngangur.</p>", "note": "Reitur um ábyrgð", "substantive": box}
    response = save(desk, change_page(article), changes)

    assert response.status_code == 302
    revision = article.revisions.first()
    assert (revision.note, revision.substantive) == ("Reitur um ábyrgð", substantive)


@pytest.mark.django_db
def test_the_note_stays_as_typed_where_something_is_to_be_mended(desk):
    article = whole_article()
    broken = {"note": "Skýring mín", "substantive": ["0"], "sources-0-address": "ekki slóð"}

    response = save(desk, change_page(article), broken)

    assert response.status_code == 200
    row = response.content.decode().split('id="submit-row"')[1]
    assert 'value="Skýring mín"' in row
    assert "checked" not in row


@pytest.mark.django_db
def test_who_may_only_look_gets_the_texts_and_nothing_to_save_or_to_ask(client):
    article = whole_article()
    article.title_is = "Titill sem stendur"
    article.save()
    guest = User.objects.create_user("gestur", is_staff=True)
    guest.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(guest)

    html = page(client, change_page(article))

    assert "Titill sem stendur" in html
    assert 'name="title_is"' not in html
    assert 'name="_save"' not in html
    assert "/preview/" not in html


@pytest.mark.django_db
def test_the_page_takes_the_whole_width(desk):
    assert desk.get(ADD).context["is_fullwidth"] == "1"


@pytest.mark.django_db
def test_an_article_is_written_on_the_page(desk):
    fields = opened(desk, ADD)
    subjects = [make_subject(name=name) for name in ("Kaffi", "Te")]
    sides = [{"subject": subject.pk, "answer_is": "er drykkur."} for subject in subjects]

    assert {"title_is", "lead_en", "summary_is", "author", "note"} <= fields.values.keys() | {"author"}
    assert save(desk, ADD, {"lead_is": "<p>Tveir drykkir.</p>"}, {"sides": sides}).status_code == 302
    assert Article.objects.get().lead_is == "<p>Tveir drykkir.</p>"


@pytest.mark.django_db
def test_a_larger_article_asks_no_more_to_be_opened(desk):
    short = make_article(sides=5, dimensions=1, languages=("is", "en"), publish=False)
    long = make_article(sides=5, dimensions=30, languages=("is", "en"), similarities=5, publish=False)
    desk.get(change_page(short))

    assert queries(desk, short) == queries(desk, long)


def queries(desk, article) -> int:
    desk.get(change_page(article))  # what was written without being kept is kept the first time
    with CaptureQueriesContext(connection) as captured:
        page(desk, change_page(article))
    return len(captured)
