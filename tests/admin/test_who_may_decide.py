"""Each route of decisions: for whom, how, and with which token."""

import pytest
from django.test import Client

from tests.admin.moderating import (
    QUEUE,
    decide,
    make_staff,
    state,
)
from tests.factories import make_comment

ROUTES = ["{pk}/decide/approve/", "bulk/", "undo/", "{pk}/undo/{decision}/"]


@pytest.mark.parametrize("route", ROUTES)
def test_a_visitor_decides_nothing(client, db, route):
    comment = make_comment(state="held")
    decision = comment.remove()

    response = client.post(QUEUE + route.format(pk=comment.pk, decision=decision.pk), _all_of_it(comment, decision))

    assert response.url.startswith("/admin/login/")
    assert state(comment) == "removed"


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("permissions", [(), ("view_comment",), ("change_article",)])
def test_whoever_may_not_change_comments_decides_nothing(client, db, route, permissions):
    client.force_login(make_staff(*permissions))
    comment = make_comment(state="held")
    decision = comment.remove()

    response = client.post(QUEUE + route.format(pk=comment.pk, decision=decision.pk), _all_of_it(comment, decision))

    assert response.status_code == 403
    assert state(comment) == "removed"


@pytest.mark.parametrize("route", ROUTES[1:])
def test_a_route_that_changes_something_is_for_posts(desk, route):
    comment = make_comment(state="held")
    decision = comment.remove()

    assert desk.get(QUEUE + route.format(pk=comment.pk, decision=decision.pk)).status_code == 405
    assert state(comment) == "removed"


def test_without_the_token_of_the_page_nothing_is_decided(editor):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    comment = make_comment(state="held")

    assert decide(strict, comment, "approve").status_code == 403
    assert state(comment) == "held"


def _all_of_it(comment, decision) -> dict:
    return {"seen": "removed", "verb": "approve", "chosen": f"{comment.pk}:removed", "decisions": decision.pk}
