"""The signed token of a form, and where the script of our own pages gets one."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import signing
from django.urls import reverse
from django.utils import timezone, translation

from articles.models import Edition
from comments import tokens
from comments.models import Comment, Discussion
from tests.factories import make_article, make_comment, make_edition

MOMENT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def get(client, edition, query="", **headers):
    return client.get(reverse("form-token", args=[edition.slug]) + query, headers=headers)


def test_a_token_says_what_it_was_given_for():
    token = tokens.read(tokens.issue(tokens.FETCHED, 7, 3), 7, 3)

    assert (token.kind, token.article, token.parent) == ("fetched", 7, 3)
    assert 20 <= len(token.id) <= 32


def test_every_token_has_an_id_of_its_own():
    assert len({tokens.read(tokens.issue(tokens.PREVIEW, 1), 1).id for _ in range(50)}) == 50


@pytest.mark.parametrize(("article", "parent"), [(8, 3), (7, 0), (7, 4), (3, 7)])
def test_a_token_of_another_form_is_none(article, parent):
    assert tokens.read(tokens.issue(tokens.PREVIEW, 7, 3), article, parent) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        ":",
        "þ:æ\0",
        "a" * 5000,
        signing.dumps(["preview", "id", 7, 0, 0], salt="another"),
        signing.Signer(salt=tokens.SALT).sign_object(["preview", "id", 7]),
        signing.Signer(salt=tokens.SALT).sign_object({"kind": "preview"}),
        signing.Signer(salt=tokens.SALT).sign("not an object"),
    ],
    ids=range(9),  # what is signed differs from run to run, and the names of tests may not
)
def test_what_is_not_ours_is_none(text):
    assert tokens.read(text, 7) is None


def test_a_changed_token_is_none():
    text = tokens.issue(tokens.PREVIEW, 7)

    assert tokens.read(text[:-1] + ("A" if text[-1] != "A" else "B"), 7) is None
    assert tokens.read("A" + text[1:], 7) is None


def test_a_token_holds_for_a_day():
    with time_machine.travel(MOMENT, tick=False):
        text = tokens.issue(tokens.PREVIEW, 7)
    with time_machine.travel(MOMENT + timedelta(hours=24), tick=False):
        assert tokens.read(text, 7)
    with time_machine.travel(MOMENT + timedelta(hours=24, seconds=1), tick=False):
        assert tokens.read(text, 7) is None


def test_the_time_of_writing_begins_with_a_fetched_token_and_not_with_a_preview():
    with time_machine.travel(MOMENT, tick=False):
        fetched, preview = tokens.issue(tokens.FETCHED, 7), tokens.issue(tokens.PREVIEW, 7)
    with time_machine.travel(MOMENT + timedelta(seconds=3.9), tick=False):
        assert tokens.read(fetched, 7).seconds == 3
        assert tokens.read(preview, 7).seconds is None


@pytest.mark.django_db
def test_the_script_gets_a_token_that_is_kept_nowhere(client):
    edition = make_edition()

    response = get(client, edition, **{"Sec-Fetch-Site": "same-origin"})

    assert response.headers["Cache-Control"] == "private, no-store"
    assert not response.cookies
    assert list(response.json()) == ["token"]
    token = tokens.read(response.json()["token"], edition.article_id)
    assert token.kind == tokens.FETCHED


@pytest.mark.django_db
def test_a_token_for_a_reply_names_what_is_answered(client):
    edition = make_edition()
    parent = make_comment(edition=edition)

    text = get(client, edition, f"?reply={parent.pk}").json()["token"]

    assert tokens.read(text, edition.article_id, parent.pk)
    assert tokens.read(text, edition.article_id) is None


@pytest.mark.django_db
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_gets_no_token(client, site):
    assert get(client, make_edition(), **{"Sec-Fetch-Site": site}).status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["0", "-1", "x", "²", "99999999999999999999", "1.5"])
def test_there_is_no_token_for_a_reply_to_nothing(client, asked):
    assert get(client, make_edition(), f"?reply={asked}").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("state", [Comment.State.HELD, Comment.State.SPAM, Comment.State.REMOVED])
def test_there_is_no_token_for_a_reply_to_what_is_not_live(client, state):
    edition = make_edition()
    parent = make_comment(edition=edition, state=state)

    assert get(client, edition, f"?reply={parent.pk}").status_code == 404


@pytest.mark.django_db
def test_there_is_no_token_for_a_reply_in_another_thread(client):
    assert get(client, make_edition(), f"?reply={make_comment().pk}").status_code == 404


@pytest.mark.django_db
def test_a_closed_thread_gives_none(client):
    edition = make_edition()
    Discussion.objects.create(article=edition.article, mode=Discussion.Mode.CLOSED)

    assert get(client, edition).status_code == 403


@pytest.mark.django_db
def test_only_a_live_article_gives_one(client):
    article = make_article(languages=("is", "en"))
    edition = article.editions.get(language="is")
    Edition.objects.filter(pk=edition.pk).update(published_at=timezone.now() + timedelta(hours=1))

    assert get(client, edition).status_code == 404
    with translation.override("en"):
        assert get(client, article.editions.get(language="en")).status_code == 200


@pytest.mark.django_db
def test_a_token_is_only_read(client):
    address = reverse("form-token", args=[make_edition().slug])

    assert client.post(address).status_code in (403, 405)
    assert client.put(address).status_code in (403, 405)
