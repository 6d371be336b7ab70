from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from comments import purging
from comments.models import Address, Allowance, Comment, Decision, Follow, Letter, Report
from tests.factories import make_article, make_comment

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LONG_AGO, LATELY = NOW - timedelta(days=31), NOW - timedelta(days=29)
State = Comment.State


def purge(now=NOW) -> list[str]:
    return list(purging.purge(now))


def comment(*, at=LONG_AGO, state=State.SPAM, **fields) -> Comment:
    return make_comment(created_at=at, state=state, **fields)


def address(*, email="lesandi@example.is", at=LONG_AGO, **fields) -> Address:
    return Address.objects.create(email=email, created_at=at, **fields)


def letter(**fields) -> Letter:
    return Letter.objects.create(kind=Letter.Kind.CONFIRM, to="lesandi@example.is", subject="a", text="b", **fields)


def is_there(row) -> bool:
    return type(row).objects.filter(pk=row.pk).exists()


def test_spam_goes_after_thirty_days():
    old, new = comment(), comment(at=LATELY)

    assert purge()[0] == "Comments marked as spam: 1 deleted."
    assert not is_there(old)
    assert is_there(new)


@pytest.mark.parametrize("state", [State.LIVE, State.HELD, State.REMOVED])
def test_what_is_no_spam_stays(state):
    kept = comment(state=state)
    purge()

    assert is_there(kept)


def test_what_was_lately_decided_can_still_be_taken_back():
    old = comment(state=State.LIVE)
    decision = old.mark_as_spam()
    Decision.objects.filter(pk=decision.pk).update(created_at=LATELY)
    purge()
    assert is_there(old)

    Decision.objects.filter(pk=decision.pk).update(created_at=LONG_AGO)
    purge()
    assert not is_there(old)


def test_what_waits_for_a_confirmation_goes_after_thirty_days():
    unconfirmed = address()
    old = comment(state=State.HELD, address=unconfirmed)
    new = comment(state=State.HELD, address=unconfirmed, at=LATELY)
    confirmed = comment(state=State.HELD, address=address(email="annar@example.is", confirmed_at=LONG_AGO))
    nameless = comment(state=State.HELD)
    purge()

    assert [is_there(row) for row in (old, new, confirmed, nameless)] == [False, True, True, True]


def test_a_whole_thread_of_spam_goes_at_once():
    top = comment()
    comment(article=top.article, parent=comment(article=top.article, parent=top))
    purge()

    assert not Comment.objects.exists()


@pytest.mark.parametrize("state", [State.LIVE, State.REMOVED, State.HELD])
def test_what_replies_stand_on_keeps_its_place_and_nothing_else(state):
    below = comment(name="Auglýsandi", text="Kaupið þetta.", address=address(), network="net", fingerprint="print")
    reply = comment(article=below.article, parent=below, state=state, at=LATELY)
    place = below.place
    purge()

    below.refresh_from_db()
    assert (below.state, below.place, below.name, below.text) == (State.REMOVED, place, "", "")
    assert (below.address, below.network, below.fingerprint) == (None, "", "")
    assert reply.parent == below
    assert is_there(reply)


def test_the_places_below_stay_up_to_the_root():
    root = comment()
    middle = comment(article=root.article, parent=root)
    comment(article=root.article, parent=middle, state=State.LIVE)
    comment(article=root.article, parent=middle)
    purge()

    assert [row.state for row in Comment.objects.order_by("place")] == [State.REMOVED, State.REMOVED, State.LIVE]


def test_places_stay_across_batches(monkeypatch):
    monkeypatch.setattr(purging, "BATCH", 1)
    root = comment()
    middle = comment(article=root.article, parent=root)
    comment(article=root.article, parent=middle, state=State.LIVE)
    comment()
    purge()

    assert sorted(Comment.objects.values_list("state", flat=True)) == ["live", "removed", "removed"]


def test_many_go_in_batches_and_no_further_than_is_allowed(monkeypatch):
    monkeypatch.setattr(purging, "BATCH", 2)
    monkeypatch.setattr(purging, "MOST_BATCHES", 2)
    article = make_article()
    for _ in range(7):
        comment(article=article)

    assert purge()[0] == "Comments marked as spam: 4 deleted."
    assert purge()[0] == "Comments marked as spam: 3 deleted."
    assert purge()[0] == "Comments marked as spam: 0 deleted."


def test_it_ends_between_two_batches(monkeypatch):
    monkeypatch.setattr(purging, "BATCH", 1)
    article = make_article()
    comment(article=article), comment(article=article)
    turns = iter([False, True])

    list(purging.purge(NOW, stopped=lambda: next(turns, True)))

    assert Comment.objects.count() == 1


def test_an_address_that_was_never_confirmed_is_forgotten_and_the_comment_stays():
    forgotten = address()
    live = comment(state=State.LIVE, address=forgotten)
    purge()

    live.refresh_from_db()
    assert (live.state, live.address) == (State.LIVE, None)
    assert not is_there(forgotten)


@pytest.mark.parametrize(
    "fields", [{"at": LATELY}, {"asked_at": LATELY}, {"confirmed_at": LATELY}], ids=["new", "asked", "confirmed"]
)
def test_an_address_of_late_is_kept(fields):
    kept = address(**fields)
    purge()

    assert is_there(kept)


def test_an_address_that_wrote_lately_is_kept():
    kept = address()
    comment(state=State.LIVE, at=LATELY, address=kept)
    purge()

    assert is_there(kept)


def test_an_address_that_follows_is_kept_once_it_said_so():
    follower, other = address(), address(email="annar@example.is")
    article = make_article()
    Follow.objects.create(address=follower, article=article, language="is", confirmed_at=LONG_AGO)
    Follow.objects.create(address=other, article=article, language="is")
    purge()

    assert list(Address.objects.all()) == [follower]


def test_a_confirmed_address_is_kept_for_as_long_as_something_stands_under_it():
    idle = address(confirmed_at=LONG_AGO)
    writer = address(email="annar@example.is", confirmed_at=LONG_AGO)
    comment(state=State.LIVE, address=writer)
    purge()

    assert list(Address.objects.all()) == [writer]
    assert not is_there(idle)


def test_networks_are_emptied_after_thirty_days():
    old = comment(state=State.LIVE, network="net")
    new = comment(state=State.LIVE, network="net", at=LATELY)
    for at in (LONG_AGO, LATELY):
        Report.objects.create(comment=old, reason="rude", network=f"net of {at}", created_at=at)
    purge()

    assert [Comment.objects.get(pk=row.pk).network for row in (old, new)] == ["", "net"]
    assert sorted(Report.objects.values_list("network", flat=True)) == ["", f"net of {LATELY}"]


def test_mails_go_once_they_were_sent_or_given_up_long_ago():
    letter(sent_at=LONG_AGO)
    letter(next_try_at=None, created_at=NOW - timedelta(days=91))
    kept = {
        letter(sent_at=LATELY),
        letter(next_try_at=None, created_at=LONG_AGO),
        letter(created_at=NOW - timedelta(days=91)),  # still tried
    }
    purge()

    assert set(Letter.objects.all()) == kept


def test_counts_go_when_their_stretch_is_over():
    Allowance.objects.create(key="over", ends_at=NOW - timedelta(seconds=1))
    Allowance.objects.create(key="now", ends_at=NOW + timedelta(seconds=1))
    purge()

    assert Allowance.objects.get().key == "now"


def test_a_second_time_nothing_is_left_to_do():
    comment()
    comment(state=State.HELD, address=address(), network="net")
    letter(sent_at=LONG_AGO)
    purge()

    assert all(": 0 " in sentence for sentence in purge())


def test_a_dry_run_says_it_and_writes_nothing():
    kept = comment(at=datetime(2020, 1, 1, tzinfo=UTC))
    said = StringIO()
    call_command("purge_comments", "--dry-run", stdout=said)

    assert "Comments marked as spam: 1 would be deleted.\n" in said.getvalue()
    assert is_there(kept)


def test_the_command_does_it_and_says_so():
    comment(at=datetime(2020, 1, 1, tzinfo=UTC))
    said = StringIO()
    call_command("purge_comments", stdout=said)

    assert "Comments marked as spam: 1 deleted.\n" in said.getvalue()
    assert len(said.getvalue().splitlines()) == len(purging.PARTS)
    assert not Comment.objects.exists()
