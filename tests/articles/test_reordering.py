import pytest

from tests.factories import make_article

pytestmark = pytest.mark.django_db


def order(article):
    return [row.key for row in article.dimensions.all()]


def test_rows_take_the_order_that_is_asked_for():
    article = make_article(dimensions=4)
    ids = [row.pk for row in article.dimensions.all()]

    article.dimensions.reorder([ids[3], ids[0], ids[2], ids[1]])

    assert order(article) == ["atridi-4", "atridi-1", "atridi-3", "atridi-2"]
    assert sorted(article.dimensions.values_list("position", flat=True)) == [0, 1, 2, 3]


def test_rows_of_another_article_stay_where_they_are():
    article, other = make_article(dimensions=2), make_article(dimensions=3)
    before = list(other.dimensions.values_list("pk", "position"))

    article.dimensions.reorder([row.pk for row in reversed(article.dimensions.all())])

    assert list(other.dimensions.values_list("pk", "position")) == before


def test_positions_with_gaps_are_closed():
    article = make_article(dimensions=3)
    article.dimensions.filter(key="atridi-2").delete()

    article.dimensions.reorder(list(article.dimensions.values_list("pk", flat=True)))

    assert list(article.dimensions.values_list("position", flat=True)) == [0, 1]


def test_naming_not_all_rows_is_refused_and_moves_nothing():
    article = make_article(dimensions=3)
    ids = [row.pk for row in article.dimensions.all()]

    with pytest.raises(ValueError, match="each of them once"):
        article.dimensions.reorder([ids[1], ids[0]])

    assert order(article) == ["atridi-1", "atridi-2", "atridi-3"]


def test_reordering_nothing_does_nothing():
    article = make_article(dimensions=0)

    article.dimensions.reorder([])

    assert article.dimensions.next_position() == 0


def test_reordering_costs_the_same_for_many_rows(django_assert_max_num_queries):
    article = make_article(dimensions=30)
    ids = [row.pk for row in reversed(article.dimensions.all())]

    with django_assert_max_num_queries(6):
        article.dimensions.reorder(ids)

    assert order(article)[0] == "atridi-30"
