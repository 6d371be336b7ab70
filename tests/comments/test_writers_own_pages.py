"""What the writer of a comment sees at its own address, and what everybody else does."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils import timezone

from comments import ownership
from comments.models import Address, Comment
from tests.factories import make_article, make_comment, make_edition

pytestmark = pytest.mark.django_db

WAITS = "Athugasemdin er komin og bíður samþykkis"


def address_of(comment, page=""):
    return f"/athugasemd/{comment.pk}/{page}"


def be_writer(client, comment):
    response = HttpResponse()
    ownership.remember(response, comment)
    client.cookies.update(response.cookies)


def made(client=None, **fields):
    """A comment of a live article; with a client, one that it wrote."""
    comment = make_comment(edition=make_edition(), **fields)
    if client:
        be_writer(client, comment)
    return comment


def test_a_live_comment_is_shown_in_its_thread(client):
    comment = made()

    response = client.get(address_of(comment))

    assert response.status_code == 302
    assert response["Location"].endswith(f"#ath-{comment.pk}")


@pytest.mark.parametrize("state", [Comment.State.HELD, Comment.State.SPAM])
def test_its_writer_sees_that_it_waits(client, state):
    comment = made(client, state=state, text="Þetta má bæta við.")

    response = client.get(address_of(comment))

    assert response.status_code == 200
    assert WAITS in response.text
    assert "Þetta má bæta við." in response.text
    assert "aðeins þú sérð þetta" in response.text


def test_what_is_called_spam_looks_exactly_like_what_waits(client):
    comment = made(client, state=Comment.State.HELD)
    waiting = client.get(address_of(comment)).content
    Comment.objects.update(state=Comment.State.SPAM, reasons=[{"rule": "trap", "measure": None, "limit": None}])

    assert client.get(address_of(comment)).content == waiting


@pytest.mark.parametrize("state", [Comment.State.HELD, Comment.State.SPAM, Comment.State.REMOVED])
@pytest.mark.parametrize("page", ["", "breyta/", "eyda/", "tilkynna/"])
def test_nobody_else_sees_what_is_not_live(client, state, page):
    assert client.get(address_of(made(state=state), page)).status_code == 404


@pytest.mark.parametrize("page", ["breyta/", "eyda/"])
def test_nobody_else_may_edit_or_delete_a_live_one(client, page):
    comment = made()

    assert client.get(address_of(comment, page)).status_code == 404
    assert client.post(address_of(comment, page), {"name": "Annar", "text": "Allt annar texti."}).status_code == 404
    comment.refresh_from_db()
    assert (comment.name, comment.state) == ("Lesandi", Comment.State.LIVE)


def test_the_writer_of_a_live_one_finds_the_way_to_change_it(client):
    comment = made(client)

    response = client.get(address_of(comment))

    assert response.status_code == 200
    assert address_of(comment, "breyta/") in response.text
    assert address_of(comment, "eyda/") in response.text
    assert WAITS not in response.text


def test_to_report_ones_own_comment_leads_to_where_it_can_be_changed(client):
    comment = made(client)

    response = client.get(address_of(comment, "tilkynna/"))

    assert (response.status_code, response["Location"]) == (302, address_of(comment))


def test_after_fifteen_minutes_the_writer_sees_a_live_one_where_all_do(client):
    comment = made(client, created_at=timezone.now() - timedelta(minutes=16))

    assert client.get(address_of(comment)).status_code == 302


def test_after_fifteen_minutes_a_waiting_one_still_is_shown_but_cannot_be_changed(client):
    comment = made(client, state=Comment.State.HELD, created_at=timezone.now() - timedelta(minutes=16))

    response = client.get(address_of(comment))

    assert response.status_code == 200
    assert address_of(comment, "breyta/") not in response.text


@pytest.mark.parametrize(("text", "words"), [("", "hefur verið eytt"), ("Texti sem var.", "Ritstjórnin hefur")])
def test_its_writer_is_told_that_it_is_gone(client, text, words):
    comment = made(client, state=Comment.State.REMOVED, text=text)

    response = client.get(address_of(comment))

    assert response.status_code == 410
    assert words in response.text
    assert "Texti sem var." not in response.text


def test_who_gave_an_address_hears_that_a_letter_is_on_its_way(client):
    comment = made(client, state=Comment.State.HELD, address=Address.of("lesandi@example.is"))

    response = client.get(address_of(comment))

    assert "Staðfestu netfangið" in response.text
    assert "lesandi@example.is" not in response.text


def test_who_has_confirmed_the_address_hears_nothing_of_it(client):
    address = Address.of("lesandi@example.is")
    address.confirmed_at = timezone.now()
    address.save()
    comment = made(client, state=Comment.State.HELD, address=address)

    assert "Staðfestu netfangið" not in client.get(address_of(comment)).text


@pytest.mark.parametrize("page", ["", "breyta/", "eyda/"])
def test_these_pages_are_kept_nowhere(client, page):
    response = client.get(address_of(made(client, state=Comment.State.HELD), page))

    assert set(response["Cache-Control"].split(", ")) == {"private", "no-store"}
    assert 'name="robots" content="noindex"' in response.text


@pytest.mark.parametrize("page", ["", "breyta/", "eyda/", "tilkynna/"])
def test_a_comment_has_no_page_where_its_article_is_not_live(client, page):
    draft = make_comment(article=make_article(publish=False))
    be_writer(client, draft)

    assert client.get(address_of(draft, page)).status_code == 404


def test_a_comment_has_a_page_in_each_language_of_its_article(client):
    both, one = make_comment(article=make_article(languages=("is", "en"))), made()

    assert client.get(f"/en/comment/{both.pk}/").status_code == 302
    assert client.get(f"/en/comment/{one.pk}/").status_code == 404


@pytest.mark.parametrize("pk", [0, 10**9, 10**40])
def test_there_is_no_page_of_no_comment(client, pk):
    assert client.get(f"/athugasemd/{pk}/").status_code == 404


def test_hostile_text_is_shown_as_it_was_typed(client):
    comment = made(client, state=Comment.State.HELD, name="<b>Lesandi</b>", text="<script>alert(1)</script>\n&amp;")

    response = client.get(address_of(comment))

    assert "<script>alert" not in response.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>&amp;amp;" in response.text
    assert "<b>Lesandi" not in response.text


def test_its_page_may_be_asked_for_without_its_body(client):
    assert client.head(address_of(made(client, state=Comment.State.HELD))).status_code == 200
    assert client.post(address_of(made(client))).status_code == 405
