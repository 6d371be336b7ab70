"""What stands under an article: comparisons that share something with it, and the newest by the same author."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.article_rows import SHORT_LIST
from articles.manuscript import Author
from articles.models import Edition
from tests.factories import make_article

pytestmark = pytest.mark.django_db

DAY = datetime(2026, 3, 1, 9, tzinfo=UTC)
ANNA, BJARNI = (Author(key, {"is": key.capitalize()}) for key in ("anna", "bjarni"))


def publish(slug, sides=None, minute=0, **article):
    return make_article(slug=slug, sides=sides or 2, at=DAY + timedelta(minutes=minute), dimensions=0, **article)


def under(client, name, path="/grein/"):
    """The slugs of what is listed under an article by that name, in order."""
    return [edition.slug for edition in client.get(path).context[name]]


def test_a_shared_subject_comes_before_any_number_of_shared_tags(client):
    publish("grein", ["Sala", "Vara"], tags=["a", "b", "c"])
    publish("efnisord", tags=["a", "b", "c"], minute=2)
    publish("vidfangsefni", ["Sala", "Verð"], minute=1)

    assert under(client, "related") == ["vidfangsefni", "efnisord"]


def test_more_that_is_shared_comes_first(client):
    publish("grein", ["Sala", "Vara", "Verð"], tags=["a", "b"])
    publish("eitt", ["Sala", "Afl"], minute=4)
    publish("eitt-og-efnisord", ["Sala", "Orka"], tags=["a"], minute=3)
    publish("tvo", ["Vara", "Sala"], minute=2)
    publish("tvo-efnisord", tags=["a", "b"], minute=1)
    publish("eitt-efnisord", tags=["a"], minute=5)

    assert under(client, "related") == ["tvo", "eitt-og-efnisord", "eitt", "tvo-efnisord", "eitt-efnisord"]


def test_among_equals_the_newest_comes_first_and_at_one_moment_the_last_made(client):
    publish("grein", ["Sala", "Vara"])
    publish("gamalt", ["Sala", "Afl"], minute=1)
    publish("nytt", ["Sala", "Orka"], minute=3)
    publish("eins-a", ["Sala", "Te"], minute=2)
    publish("eins-b", ["Sala", "Kaffi"], minute=2)

    assert under(client, "related") == ["nytt", "eins-b", "eins-a", "gamalt"]


def test_an_article_is_not_related_to_itself_nor_to_what_shares_nothing(client):
    publish("grein", ["Sala", "Vara"], tags=["a"])
    publish("annad", ["Te", "Kaffi"], tags=["b"])

    assert under(client, "related") == []
    assert "Tengdir samanburðir" not in client.get("/grein/").content.decode()


@pytest.mark.parametrize(
    "state",
    [
        {"state": "draft"},
        {"state": "review"},
        {"state": "archived"},
        {"published_at": datetime(2126, 1, 1, tzinfo=UTC)},
        {"expires_at": DAY + timedelta(days=1)},
    ],
)
def test_what_is_not_live_is_neither_related_nor_the_latest(client, state):
    publish("grein", ["Sala", "Vara"], author=ANNA)
    publish("falin", ["Sala", "Afl"], author=ANNA)
    Edition.objects.filter(slug="falin").update(**state)

    assert under(client, "related") == under(client, "latest") == []


def test_what_is_related_is_of_the_same_language(client):
    publish("grein", ["Sala", "Vara"], languages=("is", "en"))
    publish("english", ["Sala", "Afl"], languages=("en",))

    assert under(client, "related") == []
    assert under(client, "related", "/en/grein/") == ["english"]


def test_an_article_that_shares_many_things_stands_there_once(client):
    publish("grein", ["Sala", "Vara"], tags=["a", "b"])
    publish("lik", ["Sala", "Vara"], tags=["a", "b"])

    assert under(client, "related") == ["lik"]


def test_both_lists_are_short(client):
    publish("grein", ["Sala", "Vara"], author=ANNA)
    for minute in range(SHORT_LIST + 2):
        publish(f"nr-{minute}", ["Sala", f"Annað {minute}"], author=ANNA, minute=minute)

    newest = [f"nr-{minute}" for minute in range(SHORT_LIST + 1, 1, -1)]
    assert under(client, "related") == under(client, "latest") == newest


def test_the_latest_by_the_author_are_the_authors_own_and_never_the_article_itself(client):
    publish("grein", author=ANNA, minute=2)
    publish("gamalt", author=ANNA, minute=1)
    publish("nytt", author=ANNA, minute=3)
    publish("annarra", author=BJARNI, minute=4)
    publish("einskis", minute=5)

    assert under(client, "latest") == ["nytt", "gamalt"]


def test_an_article_without_an_author_has_no_latest(client):
    publish("grein")
    publish("einskis")

    assert under(client, "latest") == []
    assert "Nýjast eftir sama höfund" not in client.get("/grein/").content.decode()


def test_the_only_article_of_an_author_says_who_it_is_and_lists_nothing(client):
    publish("grein", author=ANNA)
    text = client.get("/grein/").content.decode()

    assert '<a href="/hofundar/anna/" rel="author">Anna</a>' in text
    assert "Nýjast eftir sama höfund" not in text
