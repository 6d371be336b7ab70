import pytest

from comments import erasing, outbox
from comments.models import Address, CannotUndo, Comment, Decision, Follow, Letter, Report
from tests.comments.mailing import make_address, make_follow, make_letter
from tests.factories import make_comment, make_edition

pytestmark = pytest.mark.django_db

TRACES = {
    "name": "Hildur Ösp",
    "text": "Þetta má ekki sjást lengur.",
    "network": "0123456789abcdef",
    "fingerprint": "fedcba9876543210",
    "seconds": 17,
    "wants_replies": True,
    "reasons": [{"rule": "word", "measure": "sjást", "limit": None}],
}


def make_traces(**fields) -> Comment:
    fields = {"pinned": True, **TRACES, **fields}
    return make_comment(**fields if "address" in fields else {"address": make_address(), **fields})


@pytest.mark.parametrize("state", Comment.State.values)
def test_nothing_of_it_is_left_whatever_it_was(state):
    comment = make_traces(state=state, form_id="einnota")

    erasing.erase(comment, who=Decision.Who.WRITER)

    row = Comment.objects.values().get()
    kept = " ".join(str(value) for value in row.values())
    assert (row["state"], row["address_id"], row["by_id"], row["pinned"]) == (Comment.State.REMOVED, None, None, False)
    assert not [trace for trace in ("Hildur", "sjást", "0123456789", "fedcba") if trace in kept]
    assert (row["wants_replies"], row["seconds"], row["form_id"]) == (False, None, "einnota")


def test_what_other_processes_changed_meanwhile_stays():
    comment = make_traces()
    Comment.objects.update(announced_at="2026-11-23T10:00Z")

    erasing.erase(comment)

    assert Comment.objects.get().announced_at


def test_the_log_says_who_and_when_but_not_what():
    comment = make_traces()

    erasing.erase(comment, who=Decision.Who.WRITER)

    decision = Decision.objects.get()
    assert (decision.verb, decision.who) == (Decision.Verb.REMOVED, Decision.Who.WRITER)
    assert "sjást" not in f"{decision.before} {decision.after} {decision.why}"


def test_what_readers_said_of_it_goes_too():
    comment = make_traces()
    report = Report.objects.create(comment=comment, reason=Report.Reason.RUDE, more="Hildur segir þetta.")

    erasing.erase(comment)

    report.refresh_from_db()
    assert report.more == ""


def test_it_does_not_come_back_by_an_undo(admin_user):
    comment = make_traces(state=Comment.State.HELD)
    removed = comment.remove(by=admin_user)

    erasing.erase(comment)

    with pytest.raises(CannotUndo):
        removed.undo(by=admin_user)
    erased = make_traces()
    erasing.erase(erased)
    with pytest.raises(CannotUndo):
        erased.decisions.get().undo(by=admin_user)


def test_its_place_stays_where_a_reply_stands_and_no_mail_tells_of_it(client):
    edition = make_edition()
    comment = make_traces(edition=edition, state=Comment.State.HELD)
    make_follow(article=edition.article)
    comment.approve()
    make_comment(edition=edition, parent=comment, text="Svarið stendur áfram.")

    erasing.erase(comment)

    page = client.get(edition.get_absolute_url()).content.decode()
    assert "Svarið stendur áfram." in page
    assert "Hildur" not in page
    assert outbox.send_due() == 0


def test_a_reader_is_forgotten_whole_and_alone():
    address, other = make_address(email="ut@example.is"), make_address(email="inni@example.is")
    mine = [make_traces(address=address), make_traces(address=address, state=Comment.State.SPAM)]
    theirs = make_traces(address=other)
    make_follow(address=address)
    kept = make_follow(address=other)
    make_letter(to="ut@example.is")
    make_letter(to="ut@example.is", sent_at="2026-11-23T10:00Z")
    staff = make_letter(to="ut@example.is", kind=Letter.Kind.DIGEST)

    erasing.forget(address)

    assert list(Address.objects.all()) == [other]
    assert list(Follow.objects.all()) == [kept]
    assert list(Letter.objects.all()) == [staff]
    assert set(Comment.objects.filter(text="")) == set(mine)
    theirs.refresh_from_db()
    assert (theirs.text, theirs.address, theirs.state) == (TRACES["text"], other, Comment.State.LIVE)


def test_what_fails_half_way_erases_nothing(monkeypatch):
    address = make_address()
    make_traces(address=address)
    monkeypatch.setattr(Address, "delete", lambda self: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        erasing.forget(address)

    assert Comment.objects.get().text == TRACES["text"]


def test_what_was_erased_is_never_approved():
    comment = make_comment()
    erasing.erase(comment, who=Decision.Who.WRITER)
    comment.refresh_from_db()

    assert comment.approve() is None

    comment.refresh_from_db()
    assert comment.state == "removed"
