"""A moderator says of a comment that readers reported and still see: it may stand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments import reporting
from comments.models import Comment, Decision
from tests.admin import home
from tests.admin.desk import change_page, said
from tests.admin.moderating import QUEUE, UNDO, decide, decide_all, decide_by_script, make_staff, page, shown, state
from tests.factories import make_comment


def make_reported(*networks, **fields) -> Comment:
    comment = make_comment(**fields)
    for network in networks or ("a",):
        comment.reports.create(reason="rude", network=network)
    return comment


def waits(comment) -> bool:
    return comment.reports.filter(settled_at=None).exists()


def test_it_stands_and_its_reports_are_answered_and_the_log_says_who(desk, editor):
    comment = make_reported("a", "b")

    decide(desk, comment, "stand", why="Þetta er aðeins ósammála.")

    decision = comment.decisions.get()
    assert (state(comment), waits(comment)) == ("live", False)
    assert (decision.verb, decision.by, decision.why) == ("stands", editor, "Þetta er aðeins ósammála.")
    assert "reported" not in home.blocks(desk)


def test_reports_that_come_later_are_counted_anew(desk):
    comment = make_reported("a", "b")
    decide(desk, comment, "stand")

    for network in ("c", "d"):
        reporting.report(comment, "rude", "", network)
    assert (state(comment), waits(comment)) == ("live", True)
    reporting.report(comment, "rude", "", "e")

    assert state(comment) == "held"


def test_taking_it_back_opens_the_reports_that_it_answered(desk):
    comment = make_reported("new")
    comment.reports.create(reason="rude", network="old", settled_at=timezone.now())
    decide(desk, comment, "stand")

    answer = desk.post(UNDO, {"decisions": comment.decisions.get().pk})

    assert [one.network for one in comment.reports.filter(settled_at=None)] == ["new"]
    assert said(answer)[1:] == ["„Lesandi“: ákvörðunin var afturkölluð."]
    assert [one.verb for one in comment.decisions.all()] == ["undone", "stands"]


def test_it_is_taken_back_once(desk):
    comment = make_reported()
    decide(desk, comment, "stand")
    decision = comment.decisions.get()
    assert f"{QUEUE}{comment.pk}/undo/{decision.pk}/" in page(desk, change_page(comment))
    for _turn in range(2):
        desk.post(UNDO, {"decisions": decision.pk})

    assert comment.decisions.count() == 2
    assert f"/undo/{decision.pk}/" not in page(desk, change_page(comment))


def test_it_is_not_taken_back_when_the_comment_was_removed_since(desk):
    comment = make_reported()
    decide(desk, comment, "stand")
    decision = comment.decisions.get()
    Comment.objects.get().remove()

    desk.post(UNDO, {"decisions": decision.pk})

    assert (state(comment), waits(comment)) == ("removed", False)


@pytest.mark.parametrize("fields", [{"state": "held"}, {"state": "spam"}, {"state": "removed"}, {"text": ""}])
def test_what_readers_do_not_see_cannot_stand(desk, fields):
    comment = make_reported(**fields)

    decide(desk, comment, "stand")

    assert waits(comment)
    assert not Decision.objects.exists()
    assert comment.let_stand() is None


def test_what_nobody_reported_has_no_such_button_and_is_refused_in_words(desk):
    comment = make_comment()

    answer = decide_by_script(desk, comment, "stand")

    assert answer.status_code == 409
    assert answer.json()["refused"][str(comment.pk)]
    assert f"{comment.pk}/decide/stand/" not in page(desk, QUEUE, state="live")
    assert not Decision.objects.exists()


def test_the_second_of_two_moderators_is_told_who_was_first(desk):
    comment = make_reported()
    Comment.objects.get().let_stand(by=make_staff(name="annar"))
    reporting.settle(comment, timezone.now())

    answer = decide_by_script(desk, comment, "stand")

    assert "(annar, " in answer.json()["refused"][str(comment.pk)]
    assert comment.decisions.count() == 1


def test_the_queue_has_a_list_of_those_that_are_reported(desk):
    reported = make_reported()
    make_comment()
    make_reported(state="held")

    assert shown(desk, state="reported") == [reported]
    html = page(desk, QUEUE, state="reported")
    assert f'{QUEUE}{reported.pk}/decide/stand/" data-key="L"' in html
    assert 'name="verb" value="stand"' in html
    assert html.count("dónaskapur") >= 1
    assert 'name="verb" value="stand"' not in page(desk, QUEUE, state="live")


def test_all_that_are_chosen_stand_and_are_taken_back_together(desk):
    comments = [make_reported() for _place in range(3)]

    decide_all(desk, comments, "stand")
    assert not any(waits(comment) for comment in comments)
    desk.post(UNDO, {"decisions": ",".join(str(one.pk) for one in Decision.objects.all())})

    assert all(waits(comment) for comment in comments)


def test_a_list_of_reported_comments_costs_no_more_queries_when_it_is_longer(desk):
    counts = []
    for more in (1, 5):
        for _place in range(more):
            make_reported("a", "b")
        desk.get(QUEUE, {"state": "reported"})
        with CaptureQueriesContext(connection) as asked:
            desk.get(QUEUE, {"state": "reported"})
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_home_has_the_button_and_one_stays_there_with_the_way_back(desk):
    comment = make_reported()
    [button] = [way for way in home.item(desk, "reported").ways if way.posts]

    response = desk.post(button.address, dict(button.fields))

    assert response.url == home.HOME
    assert not waits(comment)
    assert f'value="{comment.decisions.get().pk}"' in said(response)[0]
    assert 'id="desk-undo"' in page(desk, home.HOME)


def test_whoever_may_only_look_has_no_button_and_decides_nothing(client, db):
    client.force_login(make_staff("view_comment"))
    comment = make_reported()

    assert not [way for way in home.item(client, "reported").ways if way.posts]
    assert "decide/stand" not in page(client, QUEUE, state="reported")
    assert decide(client, comment, "stand").status_code == 403
    assert waits(comment)
    assert 'id="desk-undo"' not in page(client, home.HOME)
