"""A comment is stored: whole, once, weighed, and with nothing that its writer may not decide."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from comments import posting, signals, tokens
from comments.models import Address, Comment, Letter, Rules
from comments.posting import Asker
from tests.comments.mailing import make_address
from tests.comments.sending import TEXT, make_rules, make_token, rules_of, store
from tests.factories import make_author, make_comment, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def went_live():
    told = []

    def hear(comment, **_signal):
        told.append((comment.pk, transaction.get_connection().in_atomic_block))

    signals.went_live.connect(hear)
    yield told
    signals.went_live.disconnect(hear)


def make_user(**fields):
    return User.objects.create(**{"username": "ritstjori", "is_staff": True, **fields})


def test_what_was_typed_is_stored_as_typed():
    edition = make_edition()
    text = "  <b>Þetta</b>\n\n👩‍👩‍👧 „er“ \u202eöfugt & \\' gott"

    comment = store(edition, text=text, name="Hildur Ösp", asker=Asker("net"))

    row = Comment.objects.get()
    assert (row.pk, row.text, row.name) == (comment.pk, text, "Hildur Ösp")
    assert (row.article_id, row.language, row.parent, row.role, row.by) == (
        edition.article_id,
        "is",
        None,
        "reader",
        None,
    )
    assert (row.network, len(row.fingerprint), row.edited_at, row.pinned) == ("net", 32, None, False)


def test_a_first_comment_waits_with_its_reason(went_live):
    comment = store(make_edition())

    assert comment.state == Comment.State.HELD
    assert Comment.objects.get().reasons == [{"rule": "first", "measure": None, "limit": None}]
    assert went_live == []


def test_a_comment_that_no_rule_minds_is_live_and_told_of_once_inside_the_transaction(went_live):
    make_rules(hold=Rules.Hold.NOBODY)

    comment = store(make_edition())

    assert Comment.objects.get().state == Comment.State.LIVE
    assert comment.decisions.count() == 0
    assert went_live == [(comment.pk, True)]


def test_whoever_has_a_confirmed_address_and_a_live_comment_is_known():
    address = make_address()
    make_comment(address=address)

    assert store(make_edition(), email=address.email.upper()).state == Comment.State.LIVE


@pytest.mark.parametrize("state", [Comment.State.HELD, Comment.State.SPAM, Comment.State.REMOVED])
def test_a_comment_that_never_was_approved_makes_nobody_known(state):
    address = make_address()
    make_comment(address=address, state=state)

    assert rules_of(store(make_edition(), email=address.email)) == ["first"]


def test_an_unconfirmed_address_makes_nobody_known_and_is_asked():
    address = make_address(confirmed=False)
    make_comment(address=address)

    comment = store(make_edition(), email=address.email)

    assert rules_of(comment) == ["first", "unconfirmed"]
    assert Letter.objects.get().to == address.email


def test_a_confirmed_address_is_not_asked_again():
    store(make_edition(), email=make_address().email)

    assert not Letter.objects.exists()


def test_a_machine_makes_us_write_to_nobody():
    comment = store(make_edition(), email="lesandi@example.is", website="x")

    assert comment.state == Comment.State.SPAM
    assert not Letter.objects.exists()


def test_one_address_is_one_row_however_it_is_typed():
    edition = make_edition()

    for email in ("lesandi@example.is", "Lesandi@Example.IS"):
        store(edition, email=email)

    assert Address.objects.get().comments.count() == 2


def test_without_an_address_nobody_is_told_of_replies():
    assert store(make_edition(), replies=True).wants_replies is False
    assert store(make_edition(), replies=True, email="lesandi@example.is").wants_replies is True
    assert store(make_edition(), replies=False, email="lesandi@example.is").wants_replies is False


def test_the_same_form_again_gives_the_comment_that_is_there():
    edition = make_edition()
    token = make_token(edition)

    stored = {
        store(edition, token=token, text=text, email="a@example.is").pk for text in (TEXT, TEXT, "Annar texti hér.")
    }

    assert stored == {Comment.objects.get().pk}
    assert Comment.objects.get().text == TEXT
    assert Letter.objects.count() == 1


def test_the_same_form_is_one_comment_also_when_both_look_at_the_same_moment(monkeypatch):
    edition = make_edition()
    token = make_token(edition)
    first = store(edition, token=token)
    real, looks = posting._stored, []
    monkeypatch.setattr(posting, "_stored", lambda token: real(token) if looks else looks.append(token))

    assert store(edition, token=token, email="lesandi@example.is") == first
    assert Comment.objects.count() == 1
    assert not Address.objects.exists()
    assert not Letter.objects.exists()


def test_another_error_of_the_database_is_not_taken_for_the_same_form(monkeypatch):
    def breaks(*arguments, **named):
        raise IntegrityError

    monkeypatch.setattr(posting, "_store", breaks)

    with pytest.raises(IntegrityError):
        store(make_edition())


def test_where_a_listener_fails_nothing_is_stored():
    make_rules(hold=Rules.Hold.NOBODY)

    def breaks(**_signal):
        raise RuntimeError

    signals.went_live.connect(breaks)
    try:
        with pytest.raises(RuntimeError):
            store(make_edition())
    finally:
        signals.went_live.disconnect(breaks)
    assert not Comment.objects.exists()


def test_a_reply_stands_under_what_it_answers():
    edition = make_edition()
    parent = make_comment(edition=edition)

    comment = store(edition, parent=parent.pk)

    assert comment.parent == parent
    assert comment.place.startswith(parent.place)


@pytest.mark.parametrize("state", [Comment.State.HELD, Comment.State.SPAM, Comment.State.REMOVED])
def test_what_is_not_live_cannot_be_answered(state):
    edition = make_edition()
    parent = make_comment(edition=edition, state=state)

    with pytest.raises(posting.ParentGone):
        store(edition, parent=parent.pk)
    assert Comment.objects.count() == 1


def test_a_comment_of_another_article_cannot_be_answered():
    with pytest.raises(posting.ParentGone):
        store(make_edition(), parent=make_comment().pk)


def test_a_reply_that_is_stored_is_found_also_when_what_it_answers_is_gone():
    edition = make_edition()
    parent = make_comment(edition=edition)
    token = make_token(edition, parent=parent.pk)
    reply = store(edition, parent=parent.pk, token=token)
    parent.remove()

    assert store(edition, parent=parent.pk, token=token) == reply


def test_the_same_text_again_is_counted_anywhere_and_in_every_state():
    text = "Kaupið ódýrar töskur hjá okkur í dag!"
    first = store(make_edition(), text=text)
    first.mark_as_spam()
    store(make_edition(), text=text.upper())

    assert {"rule": "again", "measure": 2, "limit": 0} in store(make_edition(), text=text).reasons


def test_the_same_text_is_forgotten_after_a_month():
    text = "Kaupið ódýrar töskur hjá okkur í dag!"
    first = store(make_edition(), text=text)
    Comment.objects.filter(pk=first.pk).update(created_at=timezone.now() - timedelta(days=31))

    assert rules_of(store(make_edition(), text=text)) == ["first"]


def test_two_readers_may_both_say_thanks():
    store(make_edition(), text="Takk fyrir þetta!")

    assert rules_of(store(make_edition(), text="Takk fyrir þetta!")) == ["first"]


def test_too_many_from_one_network_are_held_and_others_are_not():
    make_rules(hold=Rules.Hold.NOBODY, most_from_network=2)
    edition = make_edition()

    states = [store(edition, asker=Asker("net")).state for _ in range(3)]

    assert states == ["live", "live", "held"]
    assert Comment.objects.latest("pk").reasons == [{"rule": "network", "measure": 3, "limit": 2}]
    assert store(edition, asker=Asker("other")).state == "live"
    assert store(edition, asker=Asker("")).state == "live"


def test_a_network_is_free_again_after_ten_minutes():
    make_rules(hold=Rules.Hold.NOBODY, most_from_network=1)
    edition = make_edition()
    store(edition, asker=Asker("net"))
    Comment.objects.update(created_at=timezone.now() - timedelta(minutes=11))

    assert store(edition, asker=Asker("net")).state == "live"


def test_the_rules_of_the_desk_are_those_that_hold():
    make_rules(hold=Rules.Hold.NOBODY, most_links=0, words="  happdrætti \n\n lán*\n")

    comment = store(make_edition(), text="Lánin eru á www.munur.is")

    assert comment.reasons == [
        {"rule": "links", "measure": 1, "limit": 0},
        {"rule": "word", "measure": "lán*", "limit": None},
    ]


def test_the_trap_makes_spam():
    comment = store(make_edition(), website="http://spam.example")

    assert (comment.state, rules_of(comment)) == ("spam", ["first", "trap"])


def test_the_speed_of_a_fetched_token_is_measured_and_kept():
    edition = make_edition()

    comment = store(edition, token=make_token(edition, kind=tokens.FETCHED))

    assert (comment.state, comment.seconds, rules_of(comment)) == ("spam", 0, ["first", "fast"])


def test_after_a_preview_nobody_is_too_fast():
    edition = make_edition()

    comment = store(edition, token=make_token(edition, kind=tokens.PREVIEW))

    assert (comment.seconds, rules_of(comment)) == (None, ["first"])


def test_who_is_signed_in_at_the_desk_answers_at_once_as_staff():
    user = make_user()

    comment = store(make_edition(), asker=Asker("net", user), text="www.a.is www.b.is www.c.is")

    assert (comment.state, comment.role, comment.by, comment.reasons) == ("live", "staff", user, [])


def test_the_author_of_the_article_is_marked_as_such():
    user = make_user()
    author = make_author(account=user)
    edition = make_edition()
    edition.author = author

    assert store(edition, asker=Asker("net", user)).role == "author"
    assert store(make_edition(), asker=Asker("net", user)).role == "staff"


def test_a_comment_that_is_there_is_weighed_by_what_came_before_it():
    make_rules(most_from_network=1)
    text = "Kaupið ódýrar töskur hjá okkur í dag!"
    comment, _later = (store(make_edition(), text=text, asker=Asker("net")) for _ in range(2))
    comment.text = f"{text} www.a.is www.b.is"

    verdict = posting.weigh(comment, trap=True, reports=3)

    assert [reason["rule"] for reason in verdict.reasons] == ["first", "links", "trap", "reported"]


@pytest.mark.parametrize("email", ["", "lesandi@example.is"])
def test_storing_costs_the_same_in_a_long_thread_and_a_short_one(django_assert_max_num_queries, email):
    edition = make_edition(comments=3)

    with django_assert_max_num_queries(15):
        store(edition, email=email)
