"""Undo: from the message and from the log, as long as nobody has decided anything since."""

import pytest
from django.utils import timezone

from comments import erasing
from comments.models import Comment, Decision, Report
from tests.admin.desk import change_page, said
from tests.admin.moderating import (
    QUEUE,
    UNDO,
    decide,
    decide_all,
    page,
    state,
)
from tests.factories import make_comment


def test_the_message_takes_it_back(desk):
    comment = make_comment(state="held")
    response = decide(desk, comment, "spam")
    decision = comment.decisions.get()
    assert f'value="{decision.pk}"' in said(response)[0]

    answer = desk.post(UNDO, {"decisions": decision.pk})

    assert state(comment) == "held"
    assert said(answer)[1:] == ["„Lesandi“: ákvörðunin var afturkölluð."]


def test_all_of_a_bulk_are_taken_back_at_once(desk):
    comments = [make_comment(state="held") for _place in range(3)]
    decide_all(desk, comments, "remove")

    desk.post(UNDO, {"decisions": ",".join(str(one.pk) for one in Decision.objects.all())})

    assert {state(comment) for comment in comments} == {"held"}


def test_a_decision_is_taken_back_from_the_log_also(desk):
    comment = make_comment(state="held")
    decide(desk, comment, "spam")
    address = f"{QUEUE}{comment.pk}/undo/{comment.decisions.get().pk}/"
    assert address in page(desk, change_page(comment))

    desk.post(address)

    assert state(comment) == "held"
    assert address not in page(desk, change_page(comment))


def test_what_was_decided_over_again_is_not_taken_back(desk):
    comment = make_comment(state="held")
    decide(desk, comment, "spam")
    first = comment.decisions.get()
    Comment.objects.get().remove()

    answer = desk.post(UNDO, {"decisions": first.pk})

    assert state(comment) == "removed"
    assert said(answer)[1:] == ["„Lesandi“: Annað hefur verið ákveðið um þessa athugasemd síðan."]


def test_what_its_writer_erased_does_not_come_back(desk):
    comment = make_comment(state="held")
    decide(desk, comment, "approve")
    erasing.erase(Comment.objects.get())

    for decision in Decision.objects.all():
        desk.post(UNDO, {"decisions": decision.pk})
    decide(desk, comment, "approve", seen="removed")

    assert state(comment) == "removed"
    assert "/decide/" not in page(desk, QUEUE, state="removed")


@pytest.mark.parametrize("decisions", ["", "x", "987654", "1,2,x"])
def test_taking_back_what_is_not_there_is_not_found(desk, decisions):
    assert desk.post(UNDO, {"decisions": decisions}).status_code == 404


def test_a_decision_of_another_comment_is_not_found(desk):
    one, other = make_comment(state="held"), make_comment(state="held")
    decision = one.remove()

    assert desk.post(f"{QUEUE}{other.pk}/undo/{decision.pk}/").status_code == 404
    assert state(one) == "removed"


def test_approving_settles_reports_and_taking_it_back_opens_them(desk):
    comment = make_comment(state="held")
    new = comment.reports.create(reason=Report.Reason.RUDE, network="a")
    old = comment.reports.create(reason=Report.Reason.RUDE, network="b", settled_at=timezone.now())

    decide(desk, comment, "approve")
    assert not comment.reports.filter(settled_at=None).exists()
    desk.post(UNDO, {"decisions": comment.decisions.get().pk})

    assert list(comment.reports.filter(settled_at=None)) == [new]
    assert old.pk != new.pk
