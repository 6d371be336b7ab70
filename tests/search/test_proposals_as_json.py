import json

import pytest

from articles.search import index
from tests.factories import make_edition

pytestmark = pytest.mark.django_db


def ask(client, typed, path="/leit/tillogur/"):
    return client.get(path, {"q": typed})


def test_proposals_are_plain_values_for_a_script_with_words_for_those_who_hear_them(client):
    index.index(make_edition(sides=["Sala", "Þjónusta"], slug="sala-thjonusta").pk)

    assert ask(client, "sala").json() == {
        "name": "Tillögur",
        "proposals": [
            {"label": "Sala", "kind": "Viðfangsefni", "url": "/vidfangsefni/sala/"},
            {"label": "Munurinn á sölu og þjónustu", "kind": "Samanburður", "url": "/sala-thjonusta/"},
        ],
        "said": "2 tillögur.",
    }


def test_english_has_its_own_address_and_words(client):
    index.index(make_edition(sides=["Sales", "Service"], language="en", slug="sales-service").pk)

    answer = ask(client, "serv", "/en/search/proposals/").json()

    assert [row["url"] for row in answer["proposals"]] == ["/en/subjects/service/", "/en/sales-service/"]
    assert answer["said"] == "2 suggestions."


@pytest.mark.parametrize(("many", "said"), [(0, "Engar tillögur."), (1, "1 tillaga."), (2, "2 tillögur.")])
def test_how_many_there_are_is_said_in_words(client, monkeypatch, many, said):
    from articles.search.proposals import Proposal

    found = [Proposal("subject", f"Land {place}", f"/l{place}/") for place in range(many)]
    monkeypatch.setattr("articles.search.proposals.propose", lambda typed, language: found)

    assert ask(client, "land").json()["said"] == said


def test_the_answer_is_the_same_for_everybody_and_kept_for_a_minute(client):
    answer = ask(client, "sala")

    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Content-Type"] == "application/json"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_a_label_is_text_and_not_markup(client):
    index.index(make_edition(sides=["Sala <b>&", "Þjónusta"]).pk)

    assert ask(client, "sala").json()["proposals"][0]["label"] == "Sala <b>&"


@pytest.mark.parametrize(
    "typed", ["", "\0", "'", '"', "%", "a" * 101, "a" * 10_000, "😀", "\u202eabc", "a AND (b", "*"]
)
def test_whatever_is_typed_is_answered(client, typed):
    answer = ask(client, typed)

    assert answer.status_code == 200
    assert answer.json()["proposals"] == []


@pytest.mark.parametrize("query", ["", "?q=%ff%fe", "?q=%00&q=s", "?q[]=s", "?q=%ED%A0%80"])
def test_a_query_that_no_browser_sends_is_answered_too(client, query):
    answer = client.get("/leit/tillogur/" + query)

    assert answer.status_code == 200
    assert json.loads(answer.content)["proposals"] == []


def test_it_is_only_read(client):
    assert client.post("/leit/tillogur/", {"q": "sala"}).status_code == 405
    assert client.head("/leit/tillogur/?q=sala").status_code == 200
