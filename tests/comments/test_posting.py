"""A comment is stored: whole, once, and with nothing that its writer may not decide."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError

from comments import posting, signals
from comments.models import Address, Comment, Letter, Rules
from comments.posting import Asker
from tests.comments.mailing import make_address
from tests.comments.sending import TEXT, make_rules, make_token, store
from tests.factories import make_author, make_comment, make_edition

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize("email", ["", "lesandi@example.is"])
def test_storing_costs_the_same_in_a_long_thread_and_a_short_one(django_assert_max_num_queries, email):
    edition = make_edition(comments=3)

    with django_assert_max_num_queries(15):
        store(edition, email=email)
