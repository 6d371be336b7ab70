from datetime import timedelta

import pytest
from django.utils import timezone, translation

from comments import confirmation, signed
from comments.models import Address, Comment, Decision, Letter
from tests.comments.mailing import links, make_address, make_follow
from tests.factories import make_article, make_comment

pytestmark = pytest.mark.django_db
HELD = Comment.State.HELD


def asked(*, email="hildur.osp@example.is", language="is", **fields):
    """An address that was asked, and the path of the link in its mail."""
    address = make_address(email=email, confirmed=False, **fields)
    assert confirmation.ask(address, language)
    return address, links(Letter.objects.latest("pk"))[0]


def held(address, *rules, **fields):
    reasons = [{"rule": rule, "measure": None, "limit": None} for rule in rules]
    return make_comment(address=address, state=HELD, reasons=reasons, **fields)


def test_the_mail_has_neither_the_comment_nor_a_typed_name():
    address = make_address(email="hildur.osp@example.is", confirmed=False)
    held(address, "unconfirmed", name="Kaupið hjá okkur", text="Ódýrt ódýrt ódýrt")

    confirmation.ask(address, "is")

    letter = Letter.objects.get()
    everything = f"{letter.subject} {letter.text} {letter.headers}"
    assert letter.to == "hildur.osp@example.is"
    assert not [word for word in ("Kaupið", "dýrt", "hildur") if word in everything]
    assert "http://testserver/" in letter.text


def test_an_address_gets_one_mail_in_ten_minutes():
    address = make_address(confirmed=False)

    assert [confirmation.ask(address, "is"), confirmation.ask(address, "en")] == [True, False]
    assert Letter.objects.count() == 1
    Address.objects.update(asked_at=timezone.now() - confirmation.PAUSE)
    assert confirmation.ask(address, "is")


def test_the_link_is_in_the_language_of_the_page():
    assert asked(language="en")[1].startswith("/en/mail/confirm/")


def test_opening_the_link_changes_nothing(client):
    address, path = asked()
    comment = held(address, "unconfirmed")

    response = client.get(path)

    address.refresh_from_db()
    comment.refresh_from_db()
    assert response.status_code == 200
    assert (address.confirmed_at, comment.state) == (None, HELD)
    assert response["Cache-Control"] == "private, no-store"
    assert not response.cookies


def test_the_page_shows_the_address_masked_only(client):
    _address, path = asked()

    for text in (client.get(path).content.decode(), client.post(path).content.decode()):
        assert "h…@example.is" in text
        assert "hildur" not in text


def test_the_button_confirms_and_a_second_press_does_no_harm(client):
    address, path = asked()

    first = client.post(path)
    address.refresh_from_db()
    moment = address.confirmed_at
    second = client.post(path)

    address.refresh_from_db()
    assert (first.status_code, second.status_code) == (200, 200)
    assert moment
    assert address.confirmed_at == moment


def test_a_comment_that_waited_for_this_alone_becomes_live(client):
    address, path = asked(language="en")
    comment = held(address, "unconfirmed")

    client.post(path)

    comment.refresh_from_db()
    [decision] = comment.decisions.all()
    assert (comment.state, comment.reasons) == (Comment.State.LIVE, [])
    # The desk reads the site's language, whatever the reader's is.
    assert (decision.who, decision.why) == (Decision.Who.SYSTEM, "Netfangið var staðfest.")


def test_a_comment_with_other_reasons_waits_on_for_them(client):
    address, path = asked()
    comment = held(address, "first", "unconfirmed")

    client.post(path)

    comment.refresh_from_db()
    assert comment.state == HELD
    assert [reason["rule"] for reason in comment.reasons] == ["first"]


def test_what_a_moderator_holds_stays_held(client, admin_user):
    address, path = asked()
    comment = held(address, "unconfirmed")
    comment.approve(by=admin_user)
    comment.hold(by=admin_user)

    client.post(path)

    comment.refresh_from_db()
    assert (comment.state, comment.reasons) == (HELD, [])


@pytest.mark.parametrize("state", [Comment.State.SPAM, Comment.State.REMOVED])
def test_spam_and_what_is_removed_stay_what_they_are(client, state):
    address, path = asked()
    comment = make_comment(address=address, state=state, reasons=[{"rule": "unconfirmed"}])

    client.post(path)

    comment.refresh_from_db()
    assert comment.state == state


def test_a_comment_held_without_reasons_and_those_of_others_stay_held(client):
    address, path = asked()
    own, others = held(address), held(make_address(confirmed=False), "unconfirmed")

    client.post(path)

    assert set(Comment.objects.filter(state=HELD)) == {own, others}


def test_threads_to_follow_are_named_and_only_those_chosen_begin(client):
    address, path = asked()
    wanted, unwanted = make_follow(address=address, confirmed=False), make_follow(address=address, confirmed=False)
    titles = [follow.article.editions.get().title for follow in (wanted, unwanted)]

    text = client.get(path).content.decode()
    client.post(path, {"follow": [wanted.pk, "rugl", 10**30]})

    assert all(title in text for title in titles)
    assert list(address.follows.filter(confirmed_at__isnull=False)) == [wanted]


def test_neither_a_stranger_s_thread_nor_an_old_wish_can_be_confirmed(client):
    address, path = asked()
    old = make_follow(address=address, confirmed=False, created_at=timezone.now() - timedelta(days=8))
    others, hidden = (
        make_follow(confirmed=False),
        make_follow(address=address, article=make_article(publish=False), confirmed=False),
    )

    client.post(path, {"follow": [old.pk, others.pk, hidden.pk]})

    assert not [follow for follow in (old, others, hidden) if type(follow).objects.get(pk=follow.pk).confirmed_at]


def test_an_old_link_says_how_to_get_a_new_one(client, monkeypatch):
    address, path = asked()
    monkeypatch.setitem(signed.VALID_FOR, signed.CONFIRM, timedelta(seconds=-1))

    response = client.post(path)

    address.refresh_from_db()
    assert (response.status_code, address.confirmed_at) == (410, None)
    assert "Þessi tengill er of gamall" in response.content.decode()


@pytest.mark.parametrize(
    "spoil", [lambda path: path[:-3] + "x/", lambda path: path.replace("stadfesta/", "stadfesta/x")]
)
def test_a_forged_link_does_not_work(client, spoil):
    address, path = asked()

    assert client.get(spoil(path)).status_code == 404
    assert client.post(spoil(path)).status_code == 404
    address.refresh_from_db()
    assert address.confirmed_at is None


def test_a_link_for_one_purpose_does_not_serve_another(client):
    address, path = asked()
    other = signed.make(signed.ENTER, address.pk)

    assert client.post(path.rsplit("/", 2)[0] + f"/{other}/").status_code == 404


def test_a_link_of_an_erased_address_does_not_work(client):
    address, path = asked()
    address.delete()

    assert client.post(path).status_code == 404


def test_a_form_of_another_site_confirms_nothing(client):
    address, path = asked()

    response = client.post(path, headers={"origin": "https://evil.example", "sec-fetch-site": "cross-site"})

    address.refresh_from_db()
    assert (response.status_code, address.confirmed_at) == (403, None)


def test_a_mail_address_is_masked_without_much_left():
    assert [confirmation.masked(email) for email in ("a@b.is", '"a@b"@c.is')] == ["a…@b.is", '"…@c.is']


def test_the_pages_speak_english_too(client):
    _address, path = asked(language="en")

    assert "Confirm the address" in client.get(path).content.decode()
    with translation.override("is"):
        assert "is confirmed" in client.post(path).content.decode()
