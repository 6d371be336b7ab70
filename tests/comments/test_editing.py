"""Its writer changes a comment, and it is judged again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments import editing, signals
from comments.models import Address, Comment, Decision, Rules
from tests.comments.test_writers_own_pages import address_of, be_writer, made
from tests.factories import make_comment

pytestmark = pytest.mark.django_db

NEW = "Nú stendur hér annar texti."


@pytest.fixture
def rules():
    """Hold nobody unless a rule speaks."""
    rules = Rules(hold=Rules.Hold.NOBODY, words="spilavíti", most_links=1)
    rules.save()
    return rules


def rules_of(comment):
    return [reason["rule"] for reason in comment.reasons]


@pytest.fixture
def heard():
    """The names of the signals that are sent."""
    said = []

    def live(**kwargs):
        said.append("live")

    def left(**kwargs):
        said.append("left")

    signals.went_live.connect(live)
    signals.left_public.connect(left)
    yield said
    signals.went_live.disconnect(live)
    signals.left_public.disconnect(left)


def test_the_form_shows_what_was_written(client):
    comment = made(client, name="Hildur Ösp", text="Fyrsta lína.\n\n  Önnur <lína>.")

    response = client.get(address_of(comment, "breyta/"))

    assert 'value="Hildur Ösp"' in response.text
    assert ">\nFyrsta lína.\n\n  Önnur &lt;lína&gt;.</textarea>" in response.text


def test_a_change_is_stored(client, rules):
    comment = made(client)

    response = client.post(address_of(comment, "breyta/"), {"name": "Hildur Ösp", "text": NEW})

    assert (response.status_code, response["Location"]) == (303, address_of(comment))
    comment.refresh_from_db()
    assert (comment.name, comment.text, comment.state) == ("Hildur Ösp", NEW, Comment.State.LIVE)
    assert comment.edited_at


def test_nothing_else_can_be_set(client, rules):
    comment = made(client)
    more = {"state": "spam", "pinned": "1", "email": "annar@example.is", "role": "staff", "replies": "on"}

    client.post(address_of(comment, "breyta/"), {"name": "Lesandi", "text": NEW, **more})

    comment.refresh_from_db()
    assert (comment.state, comment.pinned, comment.address, comment.role) == ("live", False, None, "reader")


def test_an_error_keeps_what_was_typed_and_says_so_first(client):
    comment = made(client)

    response = client.post(address_of(comment, "breyta/"), {"name": "", "text": "Stutt 😀"})

    assert response.status_code == 422
    assert "<title>Villa: " in response.text
    assert 'role="alert" tabindex="-1" id="villur" autofocus' in response.text
    assert 'aria-invalid="true" aria-describedby="c-nafn-v"' in response.text
    assert "Stutt 😀</textarea>" in response.text
    comment.refresh_from_db()
    assert comment.text == "Gott að vita."


def test_after_fifteen_minutes_nothing_is_changed_and_the_text_is_given_back(client):
    comment = made(client, created_at=timezone.now() - timedelta(minutes=16))

    response = client.post(address_of(comment, "breyta/"), {"name": "Lesandi", "text": NEW})

    assert response.status_code == 403
    assert f"{NEW}</textarea>" in response.text
    comment.refresh_from_db()
    assert comment.text == "Gott að vita."


def test_what_is_removed_cannot_be_edited_even_where_the_form_was_open(client):
    comment = made(client, state=Comment.State.REMOVED, text="")

    assert client.post(address_of(comment, "breyta/"), {"name": "Lesandi", "text": NEW}).status_code == 403
    assert editing.edit(comment, "Lesandi", NEW).text == ""


@pytest.mark.parametrize(
    ("text", "rule"),
    [("Komdu í spilavíti núna.", "word"), ("Sjá https://a.example og https://b.example.", "links")],
)
def test_a_live_one_that_now_breaks_a_rule_is_held(rules, heard, text, rule):
    comment = made()

    edited = editing.edit(comment, "Lesandi", text)

    assert (edited.state, rules_of(edited)) == (Comment.State.HELD, [rule])
    decision = Decision.objects.get()
    assert (decision.verb, decision.who) == (Decision.Verb.HELD, Decision.Who.SYSTEM)
    assert heard == ["left"]


def test_a_text_that_was_said_before_is_held(rules):
    made(text="Sami texti á öllum síðum vefsins.")  # its own fingerprint is missing: it was not posted
    said = editing.edit(made(), "Lesandi", "Sami texti á mörgum síðum vefsins.")

    again = editing.edit(made(), "Annar", "Sami texti á mörgum síðum vefsins!")

    assert said.state == Comment.State.LIVE
    assert rules_of(again) == ["again"]


def test_a_live_one_that_breaks_none_stays_and_pages_hear_of_it(rules, heard):
    edited = editing.edit(made(), "Lesandi", NEW)

    assert edited.state == Comment.State.LIVE
    assert not Decision.objects.exists()
    assert heard == ["live"]


def test_what_a_moderator_approved_waits_again_where_first_comments_are_held():
    comment = made(state=Comment.State.HELD, reasons=[{"rule": "first", "measure": None, "limit": None}])
    comment.approve()

    edited = editing.edit(comment, "Lesandi", "Allt annað en það sem var samþykkt.")

    assert (edited.state, rules_of(edited)) == (Comment.State.HELD, ["first"])


def test_a_known_writer_is_not_held_for_an_edit():
    address = Address.objects.create(email="lesandi@example.is", confirmed_at=timezone.now())
    make_comment(address=address)

    assert editing.edit(made(address=address), "Lesandi", NEW).state == Comment.State.LIVE


def test_staff_are_never_held():
    assert editing.edit(made(role=Comment.Role.STAFF), "Ritstjórn", NEW).state == Comment.State.LIVE


def test_a_held_one_stays_held_and_its_reasons_are_those_of_today(rules):
    old = [{"rule": "links", "measure": 3, "limit": 1}]
    comment = made(state=Comment.State.HELD, reasons=old, text="Sjá https://a.example https://b.example.")

    edited = editing.edit(comment, "Lesandi", "Komdu í spilavíti núna.")

    assert (edited.state, rules_of(edited)) == (Comment.State.HELD, ["word"])


@pytest.mark.parametrize("rule", ["trap", "lookup", "reported"])
def test_what_was_true_when_it_was_sent_stays_a_reason(rules, rule):
    comment = made(state=Comment.State.HELD, reasons=[{"rule": rule, "measure": 3, "limit": 3}])

    assert rules_of(editing.edit(comment, "Lesandi", NEW)) == [rule]


def test_spam_stays_spam(rules):
    comment = made(state=Comment.State.SPAM, reasons=[{"rule": "trap", "measure": None, "limit": None}])

    assert editing.edit(comment, "Lesandi", NEW).state == Comment.State.SPAM


def test_a_form_that_changes_nothing_leaves_no_trace(heard):
    comment = made()

    edited = editing.edit(comment, comment.name, comment.text)

    assert edited.edited_at is None
    assert heard == []


def test_the_page_warns_of_a_change_to_what_is_live(client):
    live, held = made(client), made(client, state=Comment.State.HELD)
    be_writer(client, live)

    words = "gæti þurft að bíða samþykkis á ný"

    assert words in client.get(address_of(live, "breyta/")).text
    assert words not in client.get(address_of(held, "breyta/")).text
