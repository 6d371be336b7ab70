"""The search page offers to ask for a comparison that it does not find."""

import re

import pytest

from articles.search import stale
from tests.factories import make_edition

pytestmark = pytest.mark.django_db


def searched(client, question, path="/leit/") -> str:
    stale.renew(limit=100)
    return client.get(path, {"q": question}).text


def field(html, name) -> str:
    return re.search(rf'<input class="input"[^>]* name="{name}"[^>]* value="([^"]*)"', html)[1]


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("munurinn á Kaffi og USA", "Kaffi", "USA"),
        ("kaffi vs te", "kaffi", "te"),
        ("vélmenni", "vélmenni", ""),
        ("vondur matur", "vondur matur", ""),
        ('"><b>', "b", ""),
    ],
)
def test_the_form_begins_with_what_was_asked(client, question, first, second):
    html = searched(client, question)

    assert 'action="/leit/osk/" method="post"' in html
    assert second == field(html, "second")
    assert first in field(html, "first")
    assert "<b>" not in html


def test_it_is_in_the_language_of_the_page(client):
    html = searched(client, "Cats vs. dogs", "/en/search/")

    assert 'action="/en/search/wish/"' in html
    assert (field(html, "first"), field(html, "second")) == ("Cats", "dogs")


def test_the_form_needs_no_token_and_no_script(client):
    response = client.get("/leit/", {"q": "kaffi vs te"})

    assert "csrf" not in response.text
    assert response.cookies == {}


def test_what_is_only_mentioned_may_be_asked_for(client):
    make_edition(sides=["Sala", "Leiga"], lead={"is": "<p>Kaffi og te er selt.</p>"})

    assert 'href="/leit/osk/?first=kaffi&amp;second=te">Biddu um hann</a>' in searched(client, "kaffi vs te")
    assert "/leit/osk/" not in searched(client, "kaffi")


def test_where_something_is_found_there_is_no_form(client):
    make_edition(sides=["Sala", "Leiga"])

    assert 'name="first"' not in searched(client, "sölu")
