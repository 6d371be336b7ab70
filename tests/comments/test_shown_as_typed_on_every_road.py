"""What the form takes is stored with the same characters, and page, feed, desk and mail show them. That the HTML of a
text is exact and harmless is held by test_text_is_shown_as_typed."""

from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from hypothesis import HealthCheck, given, settings

from comments import letters, text
from comments.models import Comment, Rules
from tests.comments.sending import send
from tests.comments.test_text_is_shown_as_typed import HOSTILE, accepted
from tests.factories import make_edition

pytestmark = pytest.mark.django_db
CONTENT = "{http://www.w3.org/2005/Atom}content"
FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def edition():
    Rules(hold="nobody", most_links=1000, most_from_network=1000, refuse_from_network=10_000).save()
    return make_edition()


def hold_every_road(admin_client, edition, typed):
    Comment.objects.all().delete()
    send(Client(), edition, text=typed)
    comment = Comment.objects.get()
    comment.approve()
    drawn = text.html(comment.text)

    assert comment.text == typed.rstrip()
    assert drawn in Client().get(edition.get_absolute_url()).content.decode()
    feed = Client().get(reverse("thread-feed", args=[edition.slug])).content
    assert drawn in [part.text for part in ElementTree.fromstring(feed).iter(CONTENT)]
    desk = admin_client.get(reverse("admin:comments_comment_change", args=[comment.pk])).content.decode()
    assert escape(comment.text) in desk
    letter = letters.write(
        "reply", "a@example.is", "comments/mail/reply.txt", "is", {"comment": comment, "title": "T", "link": "L"}
    )
    assert comment.text in letter.text


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_shown_as_typed_on_every_road(admin_client, edition, typed):
    hold_every_road(admin_client, edition, f"Tíu stafir: {typed}")


@FEW
@given(typed=accepted)
def test_any_text_that_is_taken_is_shown_as_typed_on_every_road(admin_client, edition, typed):
    hold_every_road(admin_client, edition, f"Tíu stafir: {typed}")
