"""Readers are told of a machine's translation that nobody has read, and search engines stay away from it."""

import pytest

from articles.models import Edition
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def english(**origins):
    article = make_article(languages=("is", "en"))
    for language, origin in origins.items():
        article.editions.filter(language=language).update(origin=origin)
    return article, article.editions.get(language="en").get_absolute_url()


def test_the_label_leads_to_the_original_and_keeps_search_engines_away(client):
    article, address = english(en=Edition.Origin.MACHINE)
    original = article.editions.get(language="is")

    page = client.get(address).content.decode()

    assert "Machine translation" in page
    assert f'<a href="{original.get_absolute_url()}" lang="is" hreflang="is">{original.title}</a>' in page
    assert '<meta name="robots" content="noindex">' in page


def test_an_original_that_readers_have_not_is_not_named(client):
    article, address = english(en=Edition.Origin.MACHINE)
    article.editions.filter(language="is").update(state=Edition.State.ARCHIVED)

    page = client.get(address).content.decode()

    assert "Machine translation" in page
    assert "the original is right" not in page


def test_another_machines_translation_is_no_original(client):
    _article, address = english(en=Edition.Origin.MACHINE, **{"is": Edition.Origin.MACHINE})

    assert "the original is right" not in client.get(address).content.decode()


@pytest.mark.parametrize("origin", [Edition.Origin.WRITTEN, Edition.Origin.TRANSLATED, Edition.Origin.REVIEWED])
def test_what_a_person_has_read_has_no_label(client, origin):
    _article, address = english(en=origin)

    page = client.get(address).content.decode()

    assert "Machine translation" not in page
    assert '<meta name="robots" content="noindex">' not in page
