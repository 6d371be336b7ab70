"""What a page repeats from its last drawing is taken from memory: comments, and the rows of the table."""

import pytest
from django.test.signals import template_rendered
from django.urls import reverse

from articles import parts
from comments.models import Discussion
from tests.factories import make_article, make_comment, make_edition

pytestmark = pytest.mark.django_db
PARTS = ("articles/_rows.html", "comments/_comment.html")


@pytest.fixture
def drawn():
    """The parts that were drawn, in their order."""
    names = []

    def note(sender, template, **kwargs):
        if template.name in PARTS:
            names.append(template.name)

    parts.drawn.clear()
    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


def test_nothing_that_stays_the_same_is_drawn_again(client, drawn):
    edition = make_edition()
    make_comment(edition=edition)
    make_comment(edition=edition)

    first = client.get(edition.get_absolute_url()).content
    assert drawn == [PARTS[0], PARTS[1], PARTS[1]]

    assert client.get(edition.get_absolute_url()).content == first
    assert len(drawn) == 3


def test_a_new_comment_alone_is_drawn(client, drawn):
    edition = make_edition()
    make_comment(edition=edition)
    client.get(edition.get_absolute_url())

    make_comment(edition=edition)
    client.get(edition.get_absolute_url())

    assert drawn == [PARTS[0], PARTS[1], PARTS[1]]


def test_what_was_edited_is_shown_as_it_is_now(client, drawn):
    edition = make_edition()
    comment = make_comment(edition=edition)
    client.get(edition.get_absolute_url())

    comment.text = "Þetta er annar texti."
    comment.save()

    assert "Þetta er annar texti." in client.get(edition.get_absolute_url()).content.decode()


def test_a_closed_thread_offers_no_replies(client, drawn):
    edition = make_edition()
    comment = make_comment(edition=edition)
    address = reverse("reply", args=[edition.slug, comment.pk])
    assert address in client.get(edition.get_absolute_url()).content.decode()

    Discussion.objects.create(article=edition.article, mode=Discussion.Mode.CLOSED)

    assert address not in client.get(edition.get_absolute_url()).content.decode()


def test_each_language_has_parts_of_its_own(client, drawn):
    article = make_article(languages=("is", "en"))
    for language in ("is", "en"):
        make_comment(article=article, language=language)

    pages = [client.get(edition.get_absolute_url()).content.decode() for edition in article.editions.order_by("pk")]

    assert sorted(drawn) == sorted(PARTS * 2)
    assert ["Tilkynna" in page for page in pages] == [True, False]
