import re

import pytest

from comments import notices, outbox, signed
from comments.models import Comment, Follow, Letter
from tests.comments.mailing import make_address, make_follow
from tests.factories import make_article, make_comment

pytestmark = pytest.mark.django_db
HELD = Comment.State.HELD
FROM_A_MAIL_PROGRAM = {"origin": "https://mail.example", "sec-fetch-site": "cross-site"}


def make_notice(*, kind="reply", article=None, address=None) -> Letter:
    """A notice that waits in the outbox."""
    article, address = article or make_article(), address or make_address()
    parent = None
    if kind == "reply":
        parent = make_comment(article=article, address=address, wants_replies=True)
    else:
        make_follow(article=article, address=address)
    make_comment(article=article, parent=parent, state=HELD).approve()
    return Letter.objects.get(kind=kind, to=address.email, comment__article=article)


def path(letter) -> str:
    return re.fullmatch(r"<http://testserver(/\S+)>", letter.headers["List-Unsubscribe"])[1]


def hears(address) -> bool:
    return Follow.objects.filter(address=address).exists() or address.comments.filter(wants_replies=True).exists()


@pytest.mark.parametrize("kind", ["reply", "follow"])
def test_opening_the_link_stops_nothing(client, kind):
    address = make_address()
    letter = make_notice(kind=kind, address=address)

    response = client.get(path(letter))

    title = letter.comment.article.editions.get().title
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert f"„{title}“" in response.content.decode()
    assert hears(address)


@pytest.mark.parametrize("kind", ["reply", "follow"])
def test_one_press_stops_it_and_what_waits_is_not_sent(client, kind):
    address = make_address()
    letter = make_notice(kind=kind, address=address)

    response = client.post(path(letter))

    assert response.status_code == 200
    assert "/minar-athugasemdir/" in response.content.decode()
    assert not hears(address)
    assert outbox.send_due() == 0


@pytest.mark.parametrize("kind", ["reply", "follow"])
def test_one_click_in_a_mail_program_stops_it(kind, client):
    address = make_address()
    letter = make_notice(kind=kind, address=address)

    response = type(client)(enforce_csrf_checks=True).post(
        path(letter), {"List-Unsubscribe": "One-Click"}, headers=FROM_A_MAIL_PROGRAM
    )

    assert response.status_code == 200
    assert not response.cookies
    assert not hears(address)


def test_whoever_stopped_gets_nothing_more(client):
    address = make_address()
    reply = make_notice(kind="reply", address=address)
    parent = reply.comment.parent
    client.post(path(reply))

    make_comment(article=parent.article, parent=parent, state=HELD).approve()

    assert not Letter.objects.exists()


def test_one_link_stops_one_thread_and_leaves_the_others(client):
    address = make_address()
    first, second = make_notice(kind="follow", address=address), make_notice(kind="follow", address=address)
    reply = make_notice(kind="reply", address=address)

    client.post(path(first))

    assert set(Letter.objects.all()) == {second, reply}
    assert [follow.article for follow in address.follows.all()] == [second.comment.article]


def test_stopping_replies_to_one_comment_leaves_the_others(client):
    address = make_address()
    first, second = make_notice(address=address), make_notice(address=address)

    client.post(path(first))

    assert list(Letter.objects.all()) == [second]
    assert list(address.comments.filter(wants_replies=True)) == [second.comment.parent]


def test_the_second_choice_stops_everything_of_this_address_alone(client):
    address, other = make_address(), make_address()
    letter = make_notice(address=address)
    make_notice(kind="follow", address=address)
    kept = make_notice(kind="follow", address=other)

    response = client.post(path(letter), {"all": "1"})

    assert "Þú færð ekki lengur að vita af nýjum athugasemdum eða svörum." in response.content.decode()
    assert not hears(address)
    assert hears(other)
    assert list(Letter.objects.all()) == [kept]


def test_what_was_stopped_before_is_said_kindly(client):
    letter = make_notice(kind="follow")
    client.post(path(letter))

    text = client.get(path(letter)).content.decode()

    assert "Þessi bréf hafa þegar verið stöðvuð." in text
    assert client.post(path(letter)).status_code == 200


def test_a_link_works_for_years(client, monkeypatch):
    letter = make_notice(kind="follow")
    monkeypatch.setattr("django.core.signing.time.time", lambda: 9_999_999_999)

    assert client.post(path(letter)).status_code == 200
    assert not Follow.objects.exists()


def test_a_link_for_one_address_does_not_stop_another_s():
    follow, comment = make_follow(), make_comment(address=make_address(), wants_replies=True)
    stranger = make_address()

    notices.stop(notices.THREAD, follow.pk, stranger.pk)
    notices.stop(notices.REPLIES, comment.pk, stranger.pk)

    comment.refresh_from_db()
    assert Follow.objects.filter(pk=follow.pk).exists()
    assert comment.wants_replies


def test_a_forged_link_stops_nothing(client):
    letter = make_notice(kind="follow")

    assert client.post(path(letter)[:-4] + "xxx/").status_code == 404
    assert Follow.objects.exists()


def test_a_link_of_an_erased_address_harms_nobody(client):
    address = make_address()
    letter = make_notice(kind="follow", address=address)
    address.delete()

    assert client.get(path(letter)).status_code == 200
    assert client.post(path(letter)).status_code == 200


def test_a_link_that_stops_everything_asks_first(client):
    address = make_follow().address
    link = signed.link("unsubscribe", signed.make(signed.STOP, notices.ALL, 0, address.pk), language="en")
    address_of_page = link.removeprefix("http://testserver")

    assert "Stop all mails about comments" in client.get(address_of_page).content.decode()
    assert hears(address)
    client.post(address_of_page)
    assert not hears(address)
