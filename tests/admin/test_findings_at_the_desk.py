"""The checks of what stands in the form, and of what is saved."""

import pytest

from articles.knowing import covered, is_page
from articles.models import Picture
from tests.admin.desk import change_page
from tests.admin.two_editors import content, open_for
from tests.factories import make_article, make_page, make_subject, make_tag


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


def test_each_names_the_field_of_its_text_also_in_rows_that_are_not_saved(editor):
    rows = {
        "sides": [{"subject": str(make_subject(name="Vara").pk), "place": "2"}],
        "similarities": [{"sentence_is": "Á báðu er ábirgð."}],
        "dimensions": [{"name_is": "Verð"}],
    }
    named = {one["path"]: one["field"] for one in findings(editor, {"dimensions-1-cell-sala-is": ""}, rows)}

    assert {path: named[path] for path in named if path.startswith(("cell:verd", "cell:atridi-2", "similarity"))} == {
        "cell:verd:sala": "dimensions-2-cell-sala-is",
        "cell:verd:thjonusta": "dimensions-2-cell-thjonusta-is",
        "cell:verd:vara": "dimensions-2-cell-new-2-is",
        "cell:atridi-2:sala": "dimensions-1-cell-sala-is",
        "cell:atridi-2:thjonusta": "dimensions-1-cell-thjonusta-is",
        "cell:atridi-2:vara": "dimensions-1-cell-new-2-is",
        next(path for path in named if path.startswith("similarity")): "similarities-0-sentence_is",
    }
    assert named["row:verd:discussion"] == "dimensions-2-discussion_is"
    assert named["side:vara:answer"] == "sides-2-answer_is"


def test_a_page_that_comes_back_leads_to_rows_that_are_not_saved(editor):
    back = editor.save({"dimensions-0-name_is": ""}, {"dimensions": [{"name_is": "Verð"}]})

    ids = {one["path"]: one["id"] for one in back.context["checks"]}
    assert ids["cell:verd:sala"] == "id_dimensions-2-cell-sala-is"
    assert 'id="id_dimensions-2-cell-sala-is"' in back.content.decode()


def test_a_picture_without_its_text_names_the_page_where_it_is_described(article, editor):
    picture = Picture.objects.create(digest="0" * 64, file="0.png", width=1, height=1)
    article.sides.filter(key="sala").update(picture=picture)

    [one] = of("alt", editor.client.get(change_page(article)).context["findings"])

    assert (one["path"], one["address"]) == ("side:sala:picture", f"/admin/articles/picture/{picture.pk}/change/")


def test_what_could_not_be_read_is_said(editor):
    address = f"/admin/articles/article/{editor.article.pk}/findings/"
    changes = {"dimensions-0-cell-sala-is": "á" * 301, "sources-TOTAL_FORMS": "1", "sources-0-read_on": "í gær"}

    errors = editor.client.post(address, editor.form(changes)).json()["errors"]

    assert len(errors) == 2
    assert any("301" in sentence for sentence in errors)


def test_the_page_brings_them_when_it_is_opened_and_when_it_comes_back(article, editor):
    opened = editor.client.get(change_page(article))
    back = editor.save({"dimensions-1-cell-sala-is": "", "dimensions-0-name_is": ""})

    in_form = [one | {"field": ""} for one in findings(editor)]
    assert opened.context["findings"] == in_form
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
