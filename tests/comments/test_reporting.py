"""Readers report a comment, and several of them hold it."""

import pytest
from django.utils import timezone

from comments import reporting
from comments.models import Comment, Decision, Report, Rules
from tests.comments.test_writers_own_pages import address_of, made
from tests.factories import make_comment

pytestmark = pytest.mark.django_db


def send(client, comment, network="192.0.2", **data):
    data = {"reason": "rude", **data}
    return client.post(address_of(comment, "tilkynna/"), data, REMOTE_ADDR=f"{network}.7")


def report_from(comment, *networks, reason="rude"):
    return [reporting.report(comment, reason, "", network) for network in networks]


def state_of(comment):
    comment.refresh_from_db()
    return comment.state


def test_the_page_quotes_the_comment_and_asks_what_is_wrong(client):
    response = client.get(address_of(made(text="Þetta er nú meira ruglið."), "tilkynna/"))

    assert response.status_code == 200
    assert "Þetta er nú meira ruglið." in response.text
    assert response.text.count('type="radio" id="t-') == len(Report.Reason)
    assert 'name="robots" content="noindex"' in response.text


def test_a_report_is_kept_with_the_readers_words(client):
    comment = made()

    response = send(client, comment, reason="private", more="Hér er heimilisfang.")

    assert "Takk fyrir tilkynninguna" in response.text
    report = comment.reports.get()
    assert (report.reason, report.more) == ("private", "Hér er heimilisfang.")
    assert report.network
    assert "192.0.2" not in report.network
    assert state_of(comment) == Comment.State.LIVE


def test_one_network_reports_once_and_hears_so_kindly(client):
    comment = made()
    send(client, comment)

    response = send(client, comment)

    assert (response.status_code, comment.reports.count()) == (200, 1)
    assert "þegar verið tilkynnt" in response.text


def test_three_networks_hold_it_with_their_reasons():
    comment = made(reasons=[{"rule": "links", "measure": 2, "limit": 1}])

    report_from(comment, "a", "b")
    before = state_of(comment)
    report_from(comment, "c", reason="spam")

    assert (before, state_of(comment)) == (Comment.State.LIVE, Comment.State.HELD)
    assert comment.reasons == [
        {"rule": "links", "measure": 2, "limit": 1},
        {"rule": "reported", "measure": 3, "limit": 3, "reasons": ["rude", "spam"]},
    ]
    assert Decision.objects.get().who == Decision.Who.READERS


def test_how_many_hold_it_is_a_rule_of_the_desk():
    Rules(reports_to_hold=1).save()
    comment = made()

    report_from(comment, "a")

    assert state_of(comment) == Comment.State.HELD


def test_who_has_no_network_is_heard_but_counts_once():
    comment = made()

    assert report_from(comment, "", "", "", "") == [True] * 4
    assert state_of(comment) == Comment.State.LIVE
    report_from(comment, "a", "b")
    assert state_of(comment) == Comment.State.HELD


def test_reports_that_a_moderator_has_answered_do_not_count_again():
    comment = made()
    report_from(comment, "a", "b")
    assert reporting.settle(comment, timezone.now()) == 2

    report_from(comment, "c", "d")

    assert state_of(comment) == Comment.State.LIVE


def test_what_was_held_meanwhile_keeps_its_state_and_the_report():
    comment = made()
    comment.hold()

    report_from(comment, "a", "b", "c")

    assert (comment.reports.count(), state_of(comment)) == (3, Comment.State.HELD)
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("role", [Comment.Role.STAFF, Comment.Role.AUTHOR])
def test_what_the_house_says_can_be_reported_like_all_else(role):
    comment = made(role=role)

    report_from(comment, "a", "b", "c")

    assert state_of(comment) == Comment.State.HELD


def test_a_report_of_one_comment_does_not_count_for_another():
    one = made()
    other = make_comment(article=one.article)

    report_from(one, "a", "b")
    report_from(other, "c")

    assert {state_of(one), state_of(other)} == {Comment.State.LIVE}


@pytest.mark.parametrize("reason", ["", "annad", "RUDE"])
def test_without_a_reason_of_the_list_it_is_not_taken(client, reason):
    comment = made()

    response = send(client, comment, reason=reason, more="Þetta er ljótt & <særandi>.")

    assert response.status_code == 422
    assert "<title>Villa: " in response.text
    assert 'id="villur" autofocus' in response.text
    assert "Þetta er ljótt &amp; &lt;særandi&gt;.</textarea>" in response.text
    assert not comment.reports.exists()


def test_words_that_are_too_many_are_refused_and_kept(client):
    comment = made()

    response = send(client, comment, more="ð" * 301)

    assert response.status_code == 422
    assert "Þú skrifaðir 301 stafi" in response.text
    assert "ð" * 301 in response.text
    assert 'value="rude" checked' in response.text
    assert send(client, comment, more="ð" * 300).status_code == 200


def test_too_many_reports_from_one_network_have_to_wait(client):
    comments = [made() for _number in range(21)]

    statuses = [send(client, comment, more="Orðin mín.") for comment in comments]

    assert [response.status_code for response in statuses[-2:]] == [200, 429]
    assert int(statuses[-1]["Retry-After"]) <= 600
    assert "Orðin mín.</textarea>" in statuses[-1].text
    assert not comments[-1].reports.exists()


@pytest.mark.parametrize("state", [Comment.State.HELD, Comment.State.SPAM, Comment.State.REMOVED])
def test_what_readers_do_not_see_they_cannot_report(client, state):
    comment = made(state=state)

    assert send(client, comment).status_code == 404
    assert not comment.reports.exists()


def test_a_network_that_says_null_breaks_nothing(client):
    assert send(client, made(), more="a\x00b").status_code in (200, 422)
