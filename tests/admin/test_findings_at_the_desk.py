"""The checks of what stands in the form, and of what is saved."""

import pytest

from articles.knowing import covered, is_page
from tests.admin.desk import change_page
from tests.admin.two_editors import content, open_for
from tests.factories import make_article, make_page, make_tag


@pytest.fixture
def article(db):
    return make_article(slug="grein", sides=["Sala", "Þjónusta"], dimensions=2)


@pytest.fixture
def editor(article):
    return open_for(article, "ritstjori")


def findings(editor, changes=None, rows=None) -> list[dict]:
    address = f"/admin/articles/article/{editor.article.pk}/findings/"
    response = editor.client.post(address, editor.form(changes, rows))
    assert response.status_code == 200
    return response.json()["findings"]


def of(rule, found) -> list[dict]:
    return [one for one in found if one["rule"] == rule]


def test_what_is_typed_is_checked_and_not_what_is_saved(article, editor):
    assert not of("empty_cell", findings(editor))

    [one] = of("empty_cell", findings(editor, {"dimensions-1-cell-sala-is": ""}))

    assert (one["path"], one["language"], one["kind"]) == ("cell:atridi-2:sala", "is", "warning")
    assert one["sentence"].endswith(".")
    assert "Sala" in one["place"]
    assert content(article).dimensions[1].cells[0].text["is"]


def test_a_language_that_says_nothing_yet_has_no_findings(editor):
    changes = {"dimensions-1-cell-sala-is": ""}

    assert {one["language"] for one in findings(editor, changes)} == {"is"}
    assert {one["language"] for one in findings(editor, {**changes, "lead_en": "<p>Begun.</p>"})} == {"is", "en"}


def test_a_row_is_found_by_its_key_before_it_is_saved(editor):
    found = findings(editor, {}, {"dimensions": [{"name_is": "Verð"}]})

    assert {"cell:verd:sala", "cell:verd:thjonusta"} <= {one["path"] for one in of("empty_cell", found)}


def test_what_could_not_be_read_is_said(editor):
    address = f"/admin/articles/article/{editor.article.pk}/findings/"
    changes = {"dimensions-0-cell-sala-is": "á" * 301, "sources-TOTAL_FORMS": "1", "sources-0-read_on": "í gær"}

    errors = editor.client.post(address, editor.form(changes)).json()["errors"]

    assert len(errors) == 2
    assert any("301" in sentence for sentence in errors)


def test_the_page_brings_them_when_it_is_opened_and_when_it_comes_back(article, editor):
    opened = editor.client.get(change_page(article))
    back = editor.save({"dimensions-1-cell-sala-is": "", "dimensions-0-name_is": ""})

    assert opened.context["findings"] == findings(editor)
    assert of("empty_cell", back.context["findings"])


def test_a_link_to_nowhere_is_found(editor):
    make_page(key="um")
    links = '<p><a href="/grein/">Já</a>, <a href="/hvergi/">nei</a>.</p>'

    [one] = of("broken_link", findings(editor, {"lead_is": links}))

    assert "/hvergi/" in one["sentence"]


def test_pages_of_the_site_are_known(article):
    make_tag(name="Verslun")

    pages = ("/", "/grein/", "/grein/#tafla", "/efnisord/", "/efnisord/verslun/", "/en/tags/")
    assert [address for address in pages if not is_page(address)] == []
    assert not any(map(is_page, ("/en/grein/", "/efnisord/ekki/", "/ekki/til/her/", "/sida/ekki/")))


def test_a_comparison_the_other_way_round_is_the_same(article):
    assert covered(frozenset({"thjonusta", "sala"}), None) == str(article)
    assert covered(frozenset({"thjonusta", "sala"}), article) is None
    assert covered(frozenset({"thjonusta", "vara"}), None) is None
    assert covered(frozenset({"sala"}), None) is None
