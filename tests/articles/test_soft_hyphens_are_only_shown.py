"""Long words break in headings, ledgers and cells; page titles, addresses and feeds know nothing of it."""

import re

import pytest
from django.urls import reverse

from articles.models import Edition
from tests.factories import make_article, make_comment, make_subject

pytestmark = pytest.mark.django_db

SOFT = "\u00ad"
LONG = ("Einkahlutafélagaskrá", "Stjórnmálaflokkaskrá")


@pytest.fixture
def edition():
    return make_article(sides=list(LONG), slug=None, tags=["samanburdarfraedi"]).editions.get()


def page(client, path):
    return client.get(path).content.decode()


def test_a_heading_and_a_cell_may_break(client, edition):
    text = page(client, edition.get_absolute_url())
    h1, table = re.search(r"<h1.*?</h1>", text, re.S).group(), re.search(r"<table.*?</table>", text, re.S).group()

    assert SOFT in h1
    assert SOFT in table


def test_a_ledger_may_break(client, edition):
    assert SOFT in page(client, "/").split("<main", 1)[1]


def test_the_head_of_a_page_and_its_data_have_none(client, edition):
    head = page(client, edition.get_absolute_url()).split("</head>")[0]

    assert "<title>" in head
    assert SOFT not in head
    assert "&shy;" not in head


def test_no_address_and_no_stored_text_has_one(edition):
    assert SOFT not in edition.slug + edition.title + "".join(edition.names)
    assert SOFT not in make_subject(name="Samanburðarmálfræði").slug
    assert Edition.objects.filter(title__contains=SOFT).count() == 0


def test_a_subject_in_another_script_has_an_address_of_ascii_letters():
    for name in ("Язык", "Γλώσσα", "日本", "🎉"):
        slug = make_subject(name=name).slug

        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug), name


def test_no_feed_has_one(client, edition):
    make_comment(edition=edition)

    for path in (reverse("comments-feed"), reverse("thread-feed", args=[edition.slug])):
        assert LONG[0].lower()[:5] in page(client, path).lower()
        assert SOFT not in page(client, path)
