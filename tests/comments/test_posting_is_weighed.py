"""A comment is weighed as it is stored: who is known, what comes again, from where and how fast."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from comments import posting, signals, tokens
from comments.models import Comment, Letter, Rules
from comments.posting import Asker
from tests.comments.mailing import make_address
from tests.comments.sending import make_rules, make_token, rules_of, store
from tests.factories import make_comment, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def went_live():
    told = []

    def hear(comment, **_signal):
        told.append((comment.pk, transaction.get_connection().in_atomic_block))

    signals.went_live.connect(hear)
    yield told
    signals.went_live.disconnect(hear)


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


def test_a_comment_that_is_there_is_weighed_by_what_came_before_it():
    make_rules(most_from_network=1)
    text = "Kaupið ódýrar töskur hjá okkur í dag!"
    comment, _later = (store(make_edition(), text=text, asker=Asker("net")) for _ in range(2))
    comment.text = f"{text} www.a.is www.b.is"

    verdict = posting.weigh(comment, trap=True, reports=3)

    assert [reason["rule"] for reason in verdict.reasons] == ["first", "links", "trap", "reported"]
