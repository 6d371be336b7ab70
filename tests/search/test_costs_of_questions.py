"""What a question costs: how many queries, whatever it finds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import manuscript as values
from articles.models import Author, Tag
from articles.search import results
from tests.search.finding import make_found

pytestmark = pytest.mark.django_db


def make_pair(*names, **fields):
    return make_found(sides=list(names), **fields)


@pytest.mark.parametrize(
    ("question", "most"),
    [
        ("sala", 16),
        ("hvað er sala?", 16),
        ("munurinn á sölu og leigu", 17),
        ("vara sala leiga", 16),
        ("xqzwvk", 10),
        ("gleraugnaglámur", 11),
        ("sala qxzvwk", 11),
        ("slöu", 40),
        ("vara leiga slöu þjónysta hestru", 60),
        (" ".join(f"orð{number}" for number in range(12)), 11),
    ],
)
def test_a_question_of_any_kind_is_a_bounded_number_of_queries(question, most):
    for number in range(15):
        make_pair(f"Vara {number}", f"Leiga {number}", lead="Sala á þjónustu og hestum.", tags=["a"])

    assert queries(question) <= most


def test_a_filter_costs_two_queries():
    edition = make_pair("Vara", "Leiga", lead="Sala.", tags=["a"], author=make_author("b", "Berta"))
    plain = queries("sala")
    tag, author = Tag.objects.get(key="a").pk, edition.author_id

    assert queries("sala", tags=[tag]) <= plain + 2
    assert queries("sala", tags=[tag], author=author) <= plain + 4


def test_a_longer_list_costs_no_more_queries():
    for number in range(3):
        make_pair(f"Vara {number}", f"Leiga {number}", lead="Sala.", tags=["a"], rows=[("Sala", "já", "nei")])
    short = queries("sala")
    for number in range(3, 25):
        make_pair(
            f"Vara {number}",
            f"Leiga {number}",
            lead="Sala.",
            tags=["a", f"b{number}"],
            author=make_author(f"h{number}", f"Hildur {number}"),
            rows=[("Sala", "já", "nei")],
        )

    assert queries("sala") <= short + 1  # the authors, of whom there were none
    assert short < 20


def make_author(key, name):
    return values.Author(key, {"is": name})


def queries(text, **asked) -> int:
    Author.objects.count()
    with CaptureQueriesContext(connection) as captured:
        results.search(text, "is", **asked)
    return len(captured)
