"""The cookie that lets a browser prove that it wrote a comment."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.utils import timezone, translation

from comments import ownership
from comments.models import Comment
from tests.factories import make_comment

pytestmark = pytest.mark.django_db


def cookie_for(comment):
    response = HttpResponse()
    ownership.remember(response, comment)
    return response.cookies[f"comment-{comment.pk}"]


def asked_with(name="", value=""):
    request = RequestFactory().get("/")
    request.COOKIES = {name: value} if name else {}
    return request


def asked_by_writer(comment):
    return asked_with(f"comment-{comment.pk}", cookie_for(comment).value)


def test_the_browser_that_wrote_a_comment_is_known():
    comment = make_comment()

    assert ownership.is_writer(asked_by_writer(comment), comment)


def test_every_other_browser_is_not():
    comment = make_comment()

    assert not ownership.is_writer(asked_with(), comment)


def test_a_cookie_of_one_comment_says_nothing_of_another():
    own, other = make_comment(), make_comment()
    value = cookie_for(own).value

    assert not ownership.is_writer(asked_with(f"comment-{other.pk}", value), other)


@pytest.mark.parametrize("value", ["", "x", "1", "1:x:y", "…", "1:1:1:1"])
def test_an_invented_cookie_says_nothing(value):
    comment = make_comment()

    assert not ownership.is_writer(asked_with(f"comment-{comment.pk}", value), comment)


def test_the_cookie_is_sent_to_the_comments_own_pages_alone():
    comment = make_comment()

    assert cookie_for(comment)["path"] == f"/athugasemd/{comment.pk}/"
    with translation.override("en"):
        assert cookie_for(comment)["path"] == f"/en/comment/{comment.pk}/"


def test_no_script_reads_the_cookie_and_no_other_site_sends_it():
    cookie = cookie_for(make_comment())

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 30 * 24 * 60 * 60


@pytest.mark.parametrize("is_secure", [True, False])
def test_the_cookie_is_as_secure_as_the_site(is_secure):
    with override_settings(SITE_IS_SECURE=is_secure):
        assert bool(cookie_for(make_comment())["secure"]) is is_secure


@pytest.mark.parametrize("state", [Comment.State.LIVE, Comment.State.HELD, Comment.State.SPAM])
def test_its_writer_may_change_a_comment_for_fifteen_minutes(state):
    fresh = make_comment(state=state, created_at=timezone.now() - timedelta(minutes=14))
    older = make_comment(state=state, created_at=timezone.now() - timedelta(minutes=16))

    assert ownership.may_change(asked_by_writer(fresh), fresh)
    assert not ownership.may_change(asked_by_writer(older), older)


def test_what_is_removed_cannot_be_changed():
    comment = make_comment(state=Comment.State.REMOVED)

    assert not ownership.may_change(asked_by_writer(comment), comment)


def test_nobody_else_may_change_a_comment():
    comment = make_comment()

    assert not ownership.may_change(asked_with(), comment)
