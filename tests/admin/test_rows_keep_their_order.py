"""Rows are moved, made and removed in one save. The database checks places row by row, so the way there matters."""

import pytest

from articles import publishing
from articles.models import ComparisonDimension
from tests.admin.desk import change_page, opened, saved
from tests.factories import make_article


@pytest.fixture
def article(db):
    return make_article(slug="grein", sides=["Sala", "Þjónusta"], dimensions=3)


def names(article):
    return [row.name_is for row in article.dimensions.all()]


def places(*order) -> dict:
    return {f"dimensions-{row}-place": str(place) for place, row in enumerate(order)}


def test_rows_come_in_the_order_of_the_page(desk, article):
    saved(desk, change_page(article), places(2, 0, 1))

    assert names(article) == ["Atriði 3", "Atriði 1", "Atriði 2"]


def test_two_rows_swap_while_one_is_made_and_one_removed(desk, article):
    changes = {**places(1, 0, 2), "dimensions-2-DELETE": "on"}

    saved(desk, change_page(article), changes, {"dimensions": [{"name_is": "Atriði 4"}]})

    assert names(article) == ["Atriði 2", "Atriði 1", "Atriði 4"]
    assert list(article.dimensions.values_list("position", flat=True)) == [0, 1, 2]


def test_moving_a_row_changes_nothing_that_it_says(desk, article):
    before = {row.pk: (row.key, row.cells.count()) for row in article.dimensions.all()}

    saved(desk, change_page(article), places(1, 2, 0))

    assert {row.pk: (row.key, row.cells.count()) for row in article.dimensions.all()} == before


def test_readers_see_the_new_order(desk, client, article):
    saved(desk, change_page(article), places(2, 1, 0))
    publishing.publish(article.editions.get())

    page = client.get("/grein/").content.decode()
    assert page.index("Atriði 3") < page.index("Atriði 2") < page.index("Atriði 1")


def test_sides_swap_too(desk, article):
    saved(desk, change_page(article), {"sides-0-place": "1", "sides-1-place": "0"})

    assert [side.key for side in article.sides.all()] == ["thjonusta", "sala"]


def test_a_removed_side_takes_its_cells_along(desk, article):
    saved(desk, change_page(article), {"sides-1-DELETE": "on", "dimensions-0-cell-sala-is": "Nýtt"})

    assert {cell.side.key for row in article.dimensions.all() for cell in row.cells.all()} == {"sala"}
    assert article.dimensions.first().cells.get().text_is == "Nýtt"


def test_a_row_that_somebody_else_made_meanwhile_stays(desk, article):
    page = opened(desk, change_page(article))
    ComparisonDimension.objects.create(article=article, key="annad", name_is="Annað", position=3)

    data = {name: value for name, value in page.values.items() if "__prefix__" not in name} | places(2, 1, 0)
    response = desk.post(change_page(article), data)

    assert response.status_code == 302
    assert names(article) == ["Atriði 3", "Annað", "Atriði 2", "Atriði 1"]  # behind what it followed


def test_rows_of_one_name_get_keys_of_their_own(desk, article):
    saved(desk, change_page(article), {}, {"dimensions": [{"name_is": "Sala"}, {"name_is": "Sala"}]})

    # "sala" is the side's: keys are anchors on one page.
    assert [row.key for row in article.dimensions.all()][3:] == ["sala-2", "sala-3"]
