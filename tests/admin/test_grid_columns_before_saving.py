"""The grid's columns are the sides of the form that was sent, so a page that comes back has them all."""

import pytest

from articles.models import Article, Cell
from tests.admin.desk import Fields, change_page, filled, opened, save, saved
from tests.factories import make_article, make_subject

ADD = "/admin/articles/article/add/"
TOO_LONG = "x" * 301


@pytest.fixture
def article(db):
    return make_article(sides=["Sala", "Þjónusta"], dimensions=1, publish=False)


def columns(response) -> list[str]:
    grid = next(one for one in response.context["inline_admin_formsets"] if one.formset.prefix == "dimensions")
    return [column.name for column in grid.formset.sides]


def new_side(subject, number=2):
    return {"sides": [{"subject": str(subject.pk), "place": str(number)}]}


def test_a_new_sides_cells_are_drawn_again_beside_an_error(desk, article):
    changes = {"dimensions-0-cell-new-2-is": "Hlutur", "dimensions-0-cell-sala-is": TOO_LONG}
    response = save(desk, change_page(article), changes, new_side(make_subject(name="Vara")))
    fields = Fields(response.content.decode())

    assert response.status_code == 200
    assert columns(response) == ["sala", "thjonusta", "new-2"]
    assert fields.values["dimensions-0-cell-new-2-is"] == ["Hlutur"]
    assert fields.labels["dimensions-0-cell-new-2-is"] == "Atriði 1, Vara, Íslenska"


def test_a_new_sides_cell_that_is_too_long_is_refused_and_nothing_is_saved(desk, article):
    rows = new_side(make_subject(name="Vara"))
    response = save(desk, change_page(article), {"dimensions-0-cell-new-2-is": TOO_LONG}, rows)

    assert response.status_code == 200
    assert article.sides.count() == 2


def test_a_new_article_with_an_error_keeps_its_columns(desk, db):
    te, kaffi = make_subject(name="Te"), make_subject(name="Kaffi")
    rows = {
        "sides": [{"subject": str(te.pk)}, {"subject": str(kaffi.pk)}],
        "dimensions": [{"name_is": "", "cell-new-0-is": "Asía", "cell-new-1-is": "Afríka"}],
    }
    response = save(desk, ADD, {}, rows)

    assert columns(response) == ["new-0", "new-1"]
    assert Fields(response.content.decode()).values["dimensions-0-cell-new-1-is"] == ["Afríka"]
    assert not Article.objects.exists()


def test_columns_stand_in_the_order_that_the_sides_were_given(desk, article):
    changes = {"sides-0-place": "1", "sides-1-place": "0", "dimensions-0-cell-sala-is": TOO_LONG}

    assert columns(save(desk, change_page(article), changes)) == ["thjonusta", "sala"]


def test_a_side_that_is_to_be_removed_keeps_its_column_while_there_are_errors(desk, article):
    changes = {"sides-0-DELETE": "on", "dimensions-0-cell-thjonusta-is": TOO_LONG}

    assert columns(save(desk, change_page(article), changes)) == ["sala", "thjonusta"]


def test_a_side_without_a_subject_has_no_column(desk, article):
    response = save(desk, change_page(article), {"dimensions-0-cell-sala-is": TOO_LONG}, {"sides": [{"subject": ""}]})

    assert columns(response) == ["sala", "thjonusta"]


def test_another_subject_names_the_column_anew(desk, article):
    changes = {"sides-0-subject": str(make_subject(name="Vara").pk), "dimensions-0-cell-sala-is": TOO_LONG}
    fields = Fields(save(desk, change_page(article), changes).content.decode())

    assert fields.labels["dimensions-0-cell-sala-is"] == "Atriði 1, Vara, Íslenska"


def test_cells_of_a_side_that_is_saved_with_them_find_it(desk, article):
    rows = new_side(make_subject(name="Vara"))
    saved(desk, change_page(article), {"dimensions-0-cell-new-2-is": "Hlutur"}, rows)

    assert Cell.objects.get(side__key="vara").text_is == "Hlutur"


def test_each_text_of_the_grid_says_which_it_is(desk, article):
    page = desk.get(change_page(article)).content.decode()

    for unit in ("cell:atridi-1:sala", "row:atridi-1:name", "row:atridi-1:discussion", "row:atridi-1:group"):
        assert f'data-unit="{unit}"' in page


def test_names_used_before_are_offered_most_used_first(desk, article):
    for slug, name in (("a", "Verð"), ("b", "Uppruni"), ("c", "Uppruni")):
        other = make_article(slug=slug, sides=[f"{slug}1", f"{slug}2"], dimensions=1, publish=False)
        other.dimensions.update(name_is=name)
    page = desk.get(change_page(article)).content.decode()
    offered = page.partition('<datalist data-names="is">')[2].partition("</datalist>")[0]

    assert offered.index('"Uppruni"') < offered.index('"Verð"')
    assert 'value=""' not in offered


def test_the_template_of_a_column_is_no_part_of_the_form_that_is_sent(desk, article):
    data = filled(opened(desk, change_page(article)), {})
    response = desk.post(change_page(article), {**data, "dimensions-0-cell-__column__-is": "Ekkert"})

    assert response.status_code == 302
    assert Cell.objects.filter(dimension__article=article).count() == 2
