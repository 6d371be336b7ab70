from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Address, Comment, Follow, Letter
from comments.ownership import WINDOW
from tests.comments.mailing import enter, make_address, make_follow
from tests.factories import make_comment, make_edition

pytestmark = pytest.mark.django_db
PAGE = "/minar-athugasemdir/"


def make_reader(client, *, comments=1) -> Address:
    """Somebody who has written, and has opened My comments."""
    address, edition = make_address(), make_edition()
    for _comment in range(comments):
        make_comment(address=address, edition=edition)
    enter(client, address)
    return address


def text(response) -> str:
    return response.content.decode()


def test_one_comment_is_deleted_after_a_question(client):
    address = make_reader(client)
    comment, page = address.comments.get(), PAGE + f"{address.comments.get().pk}/eyda/"
    assert comment.text in text(client.get(page))
    assert address.comments.exists()

    response = client.post(page, follow=True)

    comment.refresh_from_db()
    assert (comment.text, comment.state) == ("", Comment.State.REMOVED)
    assert "Athugasemdinni hefur verið eytt." in text(response)


def test_nobody_deletes_what_another_wrote(client):
    make_reader(client)
    other = make_comment(address=make_address())

    assert client.get(PAGE + f"{other.pk}/eyda/").status_code == 404
    assert client.post(PAGE + f"{other.pk}/eyda/").status_code == 404
    other.refresh_from_db()
    assert other.text


def test_all_mails_are_stopped_at_once(client):
    address = make_reader(client)
    make_follow(address=address)
    make_comment(address=address, wants_replies=True)
    assert "Stöðva öll bréf" in text(client.get(PAGE))

    response = client.post(PAGE + "afskra-allt/", follow=True)

    assert "Þú færð ekki lengur að vita af" in text(response)
    assert "Stöðva öll bréf" not in text(response)
    assert not Follow.objects.exists()
    assert not Comment.objects.filter(wants_replies=True).exists()


def test_everything_is_erased_after_a_question(client):
    address = make_reader(client, comments=2)
    assert "2 athugasemdum" in text(client.get(PAGE + "gleyma-mer/"))
    assert Address.objects.exists()

    response = client.post(PAGE + "gleyma-mer/")

    assert "Öllu hefur verið eytt" in text(response)
    assert not Address.objects.filter(pk=address.pk).exists()
    assert set(Comment.objects.values_list("name", "text", "state")) == {("", "", Comment.State.REMOVED)}
    assert client.cookies["my-comments"].value == ""
    assert 'name="email"' in text(client.get(PAGE))


def test_whoever_leaves_is_out(client):
    make_reader(client)

    assert client.post(PAGE + "loka/").status_code == 303

    assert client.cookies["my-comments"]["path"] == PAGE
    assert 'name="email"' in text(client.get(PAGE))


OTHERS = ("minar-athugasemdir.json", "gleyma-mer/", "1/eyda/", "1/breyta/")


@pytest.mark.parametrize("path", OTHERS)
def test_without_a_visit_everything_leads_to_the_form(client, path):
    response = client.get(PAGE + path)

    assert (response.status_code, response["Location"]) == (303, PAGE)


@pytest.mark.parametrize("path", ["", "afskra-allt/", "gleyma-mer/", "{}/eyda/", "{}/breyta/", "loka/"])
def test_a_form_of_another_site_does_nothing(client, path):
    address = make_reader(client)
    path = PAGE + path.format(address.comments.get().pk)

    response = client.post(path, {"email": address.email}, headers={"sec-fetch-site": "cross-site"})

    assert response.status_code == 403
    assert address.comments.get().text
    assert not Letter.objects.exists()


@pytest.mark.parametrize("path", ["afskra-allt/", "loka/"])
def test_a_get_changes_nothing(client, path):
    address = make_reader(client)
    make_follow(address=address)

    assert client.get(PAGE + path).status_code == 405
    assert address.follows.exists()


def test_a_comment_can_be_changed_while_it_is_new(client):
    comment = make_reader(client).comments.get()
    page = PAGE + f"{comment.pk}/breyta/"
    assert comment.text in text(client.get(page))

    response = client.post(page, {"name": "Nemandi", "text": "Nýr texti um sama efni."}, follow=True)

    comment.refresh_from_db()
    assert (comment.name, comment.text) == ("Nemandi", "Nýr texti um sama efni.")
    assert comment.edited_at
    assert "Breytingin hefur verið vistuð." in text(response)


def test_only_name_and_text_can_be_changed(client):
    comment = make_reader(client).comments.get()
    sent = {"name": "Nemandi", "text": "Nýr texti um sama efni.", "state": "removed", "pinned": "1", "email": "x@y.is"}

    client.post(PAGE + f"{comment.pk}/breyta/", sent)

    comment.refresh_from_db()
    assert comment.state != Comment.State.REMOVED
    assert not comment.pinned
    assert comment.address.email != "x@y.is"


def test_what_is_wrong_with_a_change_is_said_and_nothing_typed_is_lost(client):
    comment = make_reader(client).comments.get()

    response = client.post(PAGE + f"{comment.pk}/breyta/", {"name": "", "text": "<Stutt>"})

    assert response.status_code == 422
    assert "<title>Villa: Breyta athugasemdinni" in text(response)
    assert "&lt;Stutt&gt;</textarea>" in text(response)
    comment.refresh_from_db()
    assert comment.text == "Gott að vita."


def test_after_a_quarter_of_an_hour_it_can_be_deleted_only(client):
    comment = make_reader(client).comments.get()
    Comment.objects.update(created_at=timezone.now() - WINDOW - timedelta(seconds=1))
    page = PAGE + f"{comment.pk}/breyta/"
    assert page not in text(client.get(PAGE))

    response = client.post(page, {"name": "Nemandi", "text": "Nýr texti um sama efni."}, follow=True)

    comment.refresh_from_db()
    assert comment.text == "Gott að vita."
    assert "Athugasemdinni verður ekki lengur breytt" in text(response)
    assert PAGE + f"{comment.pk}/eyda/" in text(response)


def test_nobody_changes_what_another_wrote(client):
    make_reader(client)
    other = make_comment(address=make_address())

    assert client.post(PAGE + f"{other.pk}/breyta/", {"name": "X", "text": "Allt annar texti."}).status_code == 404


def test_the_page_says_only_what_was_done(client):
    make_reader(client)

    assert 'role="status"' not in text(client.get(PAGE + "?done=<b>rugl"))
