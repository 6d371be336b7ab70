import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Edition
from tests.admin.desk import change_page
from tests.factories import make_article, make_author, make_comment

ARTICLES = "/admin/articles/article/"


def queries(client, address) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def listed(desk, **params) -> list[str]:
    return sorted(article.key for article in desk.get(ARTICLES, params).context["cl"].result_list)


def test_a_longer_list_costs_no_more_queries(desk):
    make_article(author=None)
    before = queries(desk, ARTICLES)
    for _place in range(6):
        make_article(languages=("is", "en"), sides=4)

    assert queries(desk, ARTICLES) == before


def test_a_longer_article_costs_no_more_queries_to_open(desk):
    short = make_article(sides=2, dimensions=1, sources=1, similarities=1)
    long = make_article(sides=5, dimensions=20, sources=9, similarities=8)

    assert queries(desk, change_page(short)) == queries(desk, change_page(long))


def test_a_longer_list_of_comments_costs_no_more_queries(desk):
    make_comment()
    before = queries(desk, "/admin/comments/comment/")
    for _place in range(6):
        make_comment()

    assert queries(desk, "/admin/comments/comment/") == before


def test_a_state_is_a_shape_and_a_word(desk):
    make_article(publish=False)

    page = desk.get(ARTICLES).content.decode()

    assert "◌" in page
    assert "Drög" in page


@pytest.mark.parametrize(
    ("state", "found"), [("live", "birt"), ("draft", "drog"), ("archived", "geymd"), ("scheduled", None)]
)
def test_articles_are_listed_by_the_state_of_an_edition(desk, state, found):
    make_article(key="birt")
    make_article(key="drog", publish=False)
    Edition.objects.filter(pk=make_article(key="geymd").editions.get().pk).update(state="archived")

    assert listed(desk, state=state) == ([found] if found else [])


def test_state_and_language_are_of_one_edition(desk):
    article = make_article(key="birt", languages=("is", "en"))
    article.editions.filter(language="en").update(state="draft")

    assert listed(desk, state="draft", language="en") == ["birt"]
    assert listed(desk, state="draft", language="is") == []
    assert listed(desk, language="is") == ["birt"]


def test_a_made_up_filter_lists_everything_that_has_an_edition(desk):
    make_article(key="birt")

    assert listed(desk, state="nothing-such") == ["birt"]


def test_articles_are_listed_by_author(desk):
    author, article = make_author(), make_article(key="mitt")
    make_article(key="annarra")
    article.author = author
    article.save()

    assert listed(desk, author__id__exact=author.pk) == ["mitt"]
