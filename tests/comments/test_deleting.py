"""Its writer deletes a comment."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Comment, Decision
from tests.comments.test_writers_own_pages import address_of, made

pytestmark = pytest.mark.django_db


def test_to_ask_changes_nothing(client):
    comment = made(client)

    response = client.get(address_of(comment, "eyda/"))

    assert response.status_code == 200
    assert "Gott að vita." in response.text
    comment.refresh_from_db()
    assert comment.state == Comment.State.LIVE


@pytest.mark.parametrize("state", [Comment.State.LIVE, Comment.State.HELD, Comment.State.SPAM])
def test_to_send_the_form_erases_it(client, state):
    comment = made(client, state=state)

    response = client.post(address_of(comment, "eyda/"))

    assert (response.status_code, response["Location"]) == (303, address_of(comment))
    comment.refresh_from_db()
    assert (comment.state, comment.name, comment.text) == (Comment.State.REMOVED, "", "")
    assert Decision.objects.latest("pk").who == Decision.Who.WRITER


def test_afterwards_its_page_says_that_it_is_deleted(client):
    response = client.post(address_of(made(client), "eyda/"), follow=True)

    assert response.status_code == 410
    assert "Athugasemdinni hefur verið eytt" in response.text
    assert "#athugasemdir" in response.text


def test_to_delete_it_twice_is_the_same_as_once(client):
    comment = made(client)
    client.post(address_of(comment, "eyda/"))

    assert client.post(address_of(comment, "eyda/")).status_code == 303
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("method", ["get", "post"])
def test_after_fifteen_minutes_the_page_says_that_it_is_too_late(client, method):
    comment = made(client, created_at=timezone.now() - timedelta(minutes=16))

    response = getattr(client, method)(address_of(comment, "eyda/"))

    assert response.status_code == 403
    assert "Mínar athugasemdir" in response.text
    comment.refresh_from_db()
    assert comment.text == "Gott að vita."


def test_a_form_of_another_site_deletes_nothing(client):
    comment = made(client)

    response = client.post(address_of(comment, "eyda/"), headers={"Sec-Fetch-Site": "cross-site"})

    assert response.status_code == 403
    comment.refresh_from_db()
    assert comment.state == Comment.State.LIVE
