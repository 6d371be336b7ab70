"""A cell a side, row and language: written through rows.write_cells, drafted until somebody has looked at it."""

import pytest

from articles.models import Cell, Side
from tests.admin.desk import change_page, opened, save, saved
from tests.factories import make_article, make_subject

SALA, THJONUSTA = "dimensions-0-cell-sala-is", "dimensions-0-cell-thjonusta-is"


@pytest.fixture
def article(db):
    article = make_article(slug="grein", sides=["Sala", "Þjónusta"], sources=1)
    Cell.objects.update(drafted_is=True)
    return article


def cell(article, side):
    return Cell.objects.get(dimension__article=article, side__key=side)


def test_each_cell_says_where_it_is(desk, article):
    labels = opened(desk, change_page(article)).labels

    assert labels[SALA] == "Atriði 1, Sala, Íslenska"
    assert labels["dimensions-0-cell-thjonusta-en"] == "Atriði 1, Þjónusta, English"


def test_a_drafted_cell_is_marked(desk, article):
    page = desk.get(change_page(article)).content.decode()

    assert page.count("is-drafted") == 2
    assert page.count("uppkast úr umfjöllun") == 2


def test_saving_the_page_does_not_confirm_a_draft(desk, article):
    saved(desk, change_page(article), {"dimensions-0-name_is": "Annað heiti"})

    assert cell(article, "sala").drafted_is
    assert cell(article, "thjonusta").drafted_is


def test_writing_in_a_drafted_cell_confirms_it_alone(desk, article):
    saved(desk, change_page(article), {SALA: "Að selja"})

    assert (cell(article, "sala").text_is, cell(article, "sala").drafted_is) == ("Að selja", False)
    assert cell(article, "thjonusta").drafted_is


def test_ticking_confirms_a_draft_as_it_stands(desk, article):
    before = cell(article, "sala").text_is

    saved(desk, change_page(article), {"dimensions-0-confirm-sala-is": "on"})

    assert (cell(article, "sala").text_is, cell(article, "sala").drafted_is) == (before, False)


def test_an_emptied_cell_is_unknown(desk, article):
    saved(desk, change_page(article), {SALA: ""})

    assert not Cell.objects.filter(side__key="sala").exists()


def test_each_language_has_its_own_cell(desk, article):
    saved(desk, change_page(article), {"dimensions-0-cell-sala-en": "To sell"})

    assert (cell(article, "sala").text_en, cell(article, "sala").drafted_en) == ("To sell", False)
    assert cell(article, "sala").drafted_is


def test_a_cell_names_its_source_and_keeps_it(desk, article):
    saved(desk, change_page(article), {"dimensions-0-source-sala": "heimild-1"})
    saved(desk, change_page(article), {SALA: "Að selja"})

    assert cell(article, "sala").source.key == "heimild-1"
    assert cell(article, "thjonusta").source is None


def test_a_removed_source_leaves_the_cell(desk, article):
    saved(desk, change_page(article), {"dimensions-0-source-sala": "heimild-1"})
    saved(desk, change_page(article), {"sources-0-DELETE": "on", SALA: "Að selja"})

    assert (cell(article, "sala").text_is, cell(article, "sala").source) == ("Að selja", None)


def test_a_cell_that_is_too_long_is_refused_where_it_stands(desk, article):
    response = save(desk, change_page(article), {SALA: "x" * 301})

    assert response.status_code == 200
    assert cell(article, "sala").text_is != "x" * 301


def test_a_column_that_the_page_did_not_show_keeps_its_cells(desk, article):
    page = opened(desk, change_page(article))
    third = Side.objects.create(article=article, key="vara", subject=make_subject(name="Vara"), position=2)
    Cell.objects.create(dimension=article.dimensions.get(), side=third, text_is="Hlutur")

    data = {name: value for name, value in page.values.items() if "__prefix__" not in name} | {SALA: "Að selja"}
    response = desk.post(change_page(article), data)

    assert response.status_code == 302
    assert cell(article, "sala").text_is == "Að selja"
    assert cell(article, "vara").text_is == "Hlutur"
