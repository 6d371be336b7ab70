"""The search page from the question to the page, with the real index behind it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Edition
from articles.search import stale
from tests.factories import make_edition

pytestmark = pytest.mark.django_db

PAGE = "/leit/"
HOSTILE = [
    "\0",
    "sala\0",
    '"',
    "'; DROP TABLE articles_edition; --",
    "AND OR NOT NEAR(",
    "t0is:sala",
    "sala* ^sala {sala}",
    "& | ! <-> :*",
    "og að í á",
    "🐱🐶",
    "\u202eبيع\u202c",
    "%00%ff",
    "<script>alert(1)</script>",
    "a" * 10_000,
    "að " * 4_000,
    "{{ 1 }} {% now %}",
    "%(count)s {} {0}",
]


def published(*names, **fields) -> Edition:
    edition = make_edition(sides=list(names), **fields)
    stale.renew(limit=100)
    return edition


def queries(client, **query) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(PAGE, query).status_code == 200
    return len(captured)


def test_an_inflected_word_leads_to_its_comparison(client):
    edition = published("Sala", "Þjónusta")

    html = client.get(PAGE, {"q": "sölunni"}).text

    assert "1 samanburður fannst fyrir „sölunni“." in html
    assert f'href="{edition.get_absolute_url()}"' in html
    assert "<mark>sölu</mark>" in html


def test_what_is_not_public_is_not_found_either(client):
    withdrawn, later = published("Sala", "Þjónusta"), published("Sala", "Leiga")
    Edition.objects.filter(pk=withdrawn.pk).update(expires_at=timezone.now())
    Edition.objects.filter(pk=later.pk).update(published_at=timezone.now() + timezone.timedelta(days=1))

    html = client.get(PAGE, {"q": "sala"}).text

    assert "Ekkert fannst fyrir „sala“" in html
    assert withdrawn.slug not in html
    assert later.slug not in html


def test_a_longer_list_costs_no_more_queries(client):
    published("Sala", "Þjónusta", tags=("log",))
    few = queries(client, q="sala")
    for name in ("Leiga", "Lán", "Gjöf", "Skipti", "Kaup", "Þjófnaður", "Láni", "Veð"):
        published("Sala", name, tags=("log", "vidskipti", "fjarmal"))

    assert queries(client, q="sala") == few


def test_pages_follow_one_another_without_a_gap(client):
    slugs = {published("Sala", f"Kostur {number}").slug for number in range(23)}
    seen, address, pages = [], f"{PAGE}?q=sala", 0

    while address:
        page = client.get(address).context["page"]
        seen += [hit.edition.slug for hit in page.found.hits]
        address, pages = page.next, pages + 1

    assert pages == 3
    assert len(seen) == 23
    assert set(seen) == slugs


@pytest.mark.parametrize("key", ["bull", "0", "-", "9-9-9", "1-zzzzzzzzzzzzzzzzzz", "\0", "1-\0", "x" * 5000, "1-0"])
def test_a_false_page_key_is_not_found(client, key):
    published("Sala", "Þjónusta")

    assert client.get(PAGE, {"q": "sala", "eftir": key}).status_code == 404


@pytest.mark.parametrize("question", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_whatever_is_asked_there_is_an_answer_or_a_sentence(client, question):
    published("Sala", "Þjónusta")

    for path in (PAGE, "/en/search/"):
        response = client.get(path, {"q": question, "efnisord": question, "hofundur": question})

        assert response.status_code == 200
        assert "\0" not in response.text
        assert "<script>alert" not in response.text


def test_a_question_that_is_too_long_stays_in_the_field(client):
    html = client.get(PAGE, {"q": "a" * 10_000}).text

    assert f'value="{"a" * 10_000}"' in html
    assert 'class="err"' in html
    assert html.count("a" * 10_000) == 1


@pytest.mark.parametrize("address", ["/leit/?q=%ff%fe", "/leit/?q=%", "/leit/?q=a&q=b&q=", "/leit/?q[]=a"])
def test_an_address_that_says_nothing_sensible_is_no_error(client, address):
    assert client.get(address).status_code == 200
