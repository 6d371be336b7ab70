"""The gate: whatever shows an article goes through the live query. Each road is tried with each unpublished state."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing, rows
from articles.manuscript import Cell
from articles.models import Edition
from tests.factories import make_article, make_author, make_manuscript, make_tag

pytestmark = pytest.mark.django_db

SECRET = "Leyndarmál"
NOW = timezone.now


def hidden_article(state):
    """An article that must not be seen, sharing subject, tag and author with one that may."""
    tag, author = make_tag(name="Lög"), make_author(name="Höfundur")
    shown = make_article(sides=["Sala", "Þjónusta"], publish=False)
    hidden = make_article(sides=["Sala", SECRET], publish=False)
    for article in (shown, hidden):
        article.author = author
        article.save()
        article.tags.add(tag)
        publishing.publish(article.editions.get())
    Edition.objects.filter(article=hidden).update(**state)
    return shown, hidden


STATES = {
    "draft": {"state": "draft"},
    "in review": {"state": "review"},
    "archived": {"state": "archived"},
    "scheduled": {"published_at": NOW() + timedelta(days=3650)},
    "expired": {"expires_at": NOW() - timedelta(days=1)},
}

ROADS = [
    "/",
    "/vidfangsefni/",
    "/vidfangsefni/sala/",
    "/efnisord/",
    "/efnisord/log/",
    "/hofundar/",
    "/hofundar/hofundur/",
]


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
def test_no_list_shows_it(client, state):
    shown, _hidden = hidden_article(state)

    for road in [*ROADS, shown.editions.get().get_absolute_url()]:
        response = client.get(road)
        assert response.status_code == 200, road
        assert SECRET not in response.content.decode(), road


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
def test_its_own_page_does_not_show_it(client, state):
    _shown, hidden = hidden_article(state)

    response = client.get(f"/{hidden.editions.get().slug}/")

    assert response.status_code in (404, 410)
    assert SECRET not in response.content.decode()


@pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
def test_its_subject_has_no_page(client, state):
    hidden_article(state)

    assert client.get("/vidfangsefni/leyndarmal/").status_code == 404


def test_an_archived_and_an_expired_article_are_gone_for_good(client):
    for state in ("archived", "expired"):
        article = make_article()
        Edition.objects.filter(article=article).update(**STATES[state])

        assert client.get(f"/{article.editions.get().slug}/").status_code == 410


def test_a_draft_is_just_not_found(client):
    assert client.get(f"/{make_article(publish=False).key}/").status_code == 404


def test_the_live_query_and_the_method_agree():
    _shown, hidden = hidden_article({})
    edition = hidden.editions.get()
    for state in STATES.values():
        Edition.objects.filter(pk=edition.pk).update(state="published", expires_at=None, published_at=NOW())
        Edition.objects.filter(pk=edition.pk).update(**state)
        edition.refresh_from_db()

        assert edition.is_live() == Edition.objects.live("is").filter(pk=edition.pk).exists() is False


def test_a_draft_translation_does_not_leak_into_the_live_language(client):
    content = make_manuscript(sides=["Sala", "Þjónusta"], languages=("is", "en"))
    article = make_article(content=content, languages=("is",))
    article.dimensions.get().cells.all().delete()
    article.editions.create(language="en", slug="draft")
    dimension = article.dimensions.get()
    sides = {side.key: side for side in article.sides.all()}
    rows.write_cells(dimension, sides, [Cell("sala", {"en": "Unpublished English"})], {}, ["is", "en"])
    publishing.publish(article.editions.get(language="is"))

    assert "Unpublished English" not in client.get(f"/{article.key}/").content.decode()


def test_a_language_that_is_hidden_from_readers_answers_nothing(client, settings):
    make_article(languages=("is", "en"), slug="grein")
    assert client.get("/en/grein/").status_code == 200

    settings.PUBLIC_LANGUAGES = ["is"]

    assert client.get("/en/grein/").status_code == 404
    assert client.get("/en/").status_code == 404
    assert "/en/" not in client.get("/grein/").content.decode()
