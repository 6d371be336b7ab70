"""A decision is about what the moderator saw: where it has changed, nothing is done and it is said who was first."""

from comments.models import Comment
from tests.admin.desk import said
from tests.admin.moderating import (
    QUEUE,
    decide,
    decide_all,
    decide_by_script,
    make_staff,
    page,
    state,
)
from tests.factories import make_comment


def test_a_link_in_a_mail_says_what_was_decided_meanwhile(desk, editor):
    comment = make_comment(state="held")
    comment.mark_as_spam(by=editor)

    html = page(desk, f"{QUEUE}{comment.pk}/decide/spam/")

    assert "Hún var merkt sem ruslpóstur í millitíðinni (ritstjori, í dag kl. " in html
    assert 'name="seen"' not in html


def test_a_decision_about_a_state_that_has_changed_is_refused_in_words(desk):
    comment = make_comment(state="held")
    other = make_staff("change_comment", name="annar")
    Comment.objects.get().remove(by=other)

    response = decide(desk, comment, "approve", seen="held")

    assert state(comment) == "removed"
    assert any("Hún var fjarlægð í millitíðinni (annar, " in text for text in said(response))


def test_a_state_without_a_log_is_told_as_well(desk):
    comment = make_comment(state="spam")

    response = decide(desk, comment, "approve", seen="held")

    assert said(response) == ["„Lesandi“: Staða hennar er önnur núna (ruslpóstur). Engu var breytt."]


def test_a_decision_that_says_no_state_is_refused(desk):
    comment = make_comment(state="held")

    desk.post(f"{QUEUE}{comment.pk}/decide/approve/")

    assert state(comment) == "held"


def test_of_many_only_those_are_decided_that_are_as_they_were_seen(desk):
    good, stale = make_comment(state="held"), make_comment(state="held", name="Nemandi")
    Comment.objects.get(pk=stale.pk).remove()

    response = decide_all(desk, [good, stale], "approve")

    assert (state(good), state(stale)) == ("live", "removed")
    done, refused = said(response)
    assert "„Lesandi“: athugasemd samþykkt." in done
    assert refused.startswith("„Nemandi“: Hún var fjarlægð í millitíðinni")


def test_the_script_is_told_that_somebody_was_first(desk):
    comment = make_comment(state="held")
    Comment.objects.get().approve(by=make_staff(name="annar"))

    answer = decide_by_script(desk, comment, "remove", seen="held")

    assert answer.status_code == 409
    assert answer.json()["refused"][str(comment.pk)].startswith("Hún var samþykkt í millitíðinni (annar, í dag kl. ")
    assert (answer.json()["done"], state(comment)) == ([], "live")
