"""Decisions: by route, by bulk, taken back, and refused."""

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from comments import erasing
from comments.models import Comment, Decision, Report
from tests.admin.desk import change_page
from tests.admin.moderating import (
    QUEUE,
    UNDO,
    decide,
    decide_all,
    decide_by_script,
    make_staff,
    page,
    state,
)
from tests.factories import make_comment

VERBS = {"approve": "live", "spam": "spam", "remove": "removed", "hold": "held"}
BEFORE = {"approve": "held", "spam": "live", "remove": "held", "hold": "live"}


@pytest.mark.parametrize(("verb", "after"), VERBS.items())
def test_each_verb_decides_and_says_who(desk, editor, verb, after):
    comment = make_comment(state=BEFORE[verb])

    response = decide(desk, comment, verb)

    assert response.status_code == 302
    assert state(comment) == after
    assert [(one.by, one.who) for one in comment.decisions.all()] == [(editor, Decision.Who.MODERATOR)]


@pytest.mark.parametrize(("verb", "after"), VERBS.items())
def test_each_verb_decides_about_all_that_are_chosen(desk, verb, after):
    chosen = [make_comment(state=BEFORE[verb]) for _place in range(2)]
    other = make_comment(state=BEFORE[verb])

    decide_all(desk, chosen, verb)

    assert {state(comment) for comment in chosen} == {after}
    assert state(other) == BEFORE[verb]


def test_a_root_that_is_shown_is_pinned_and_unpinned(desk):
    comment = make_comment()

    decide(desk, comment, "pin")
    assert Comment.objects.get().pinned
    decide(desk, comment, "unpin")

    assert not Comment.objects.get().pinned


def test_a_reply_is_not_pinned(desk):
    root = make_comment()
    reply = make_comment(parent=root, article=root.article)

    decide(desk, reply, "pin")

    assert not Comment.objects.get(pk=reply.pk).pinned
    assert f"{reply.pk}/decide/pin/" not in page(desk, QUEUE, state="live")
    assert f"{root.pk}/decide/pin/" in page(desk, QUEUE, state="live")


def test_why_is_kept_in_the_log(desk):
    comment = make_comment(state="held")

    decide(desk, comment, "remove", why="Ekki um efnið.")

    assert comment.decisions.get().why == "Ekki um efnið."
    assert "Ekki um efnið." in page(desk, change_page(comment))


@pytest.mark.parametrize("verb", [*VERBS, "pin", "unpin"])
def test_looking_changes_nothing(desk, verb):
    comment = make_comment(state=BEFORE.get(verb, "live"))

    html = page(desk, f"{QUEUE}{comment.pk}/decide/{verb}/")

    assert "Gott að vita." in html
    assert state(comment) == BEFORE.get(verb, "live")
    assert not Decision.objects.exists()


def test_the_page_of_a_link_in_a_mail_has_one_button(desk):
    comment = make_comment(state="held")

    content = page(desk, f"{QUEUE}{comment.pk}/decide/approve/")

    assert content.count('class="desk-button') == 1
    assert 'name="seen" value="held"' in content


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
    assert any("Hún var fjarlægð í millitíðinni (annar, " in text for text in _messages(response))


def test_a_state_without_a_log_is_told_as_well(desk):
    comment = make_comment(state="spam")

    response = decide(desk, comment, "approve", seen="held")

    assert _messages(response) == ["„Lesandi“: Staða hennar er önnur núna (ruslpóstur). Engu var breytt."]


def test_a_decision_that_says_no_state_is_refused(desk):
    comment = make_comment(state="held")

    desk.post(f"{QUEUE}{comment.pk}/decide/approve/")

    assert state(comment) == "held"


def test_of_many_only_those_are_decided_that_are_as_they_were_seen(desk):
    good, stale = make_comment(state="held"), make_comment(state="held", name="Nemandi")
    Comment.objects.get(pk=stale.pk).remove()

    response = decide_all(desk, [good, stale], "approve")

    assert (state(good), state(stale)) == ("live", "removed")
    done, refused = _messages(response)
    assert "„Lesandi“: athugasemd samþykkt." in done
    assert refused.startswith("„Nemandi“: Hún var fjarlægð í millitíðinni")


def test_choosing_nothing_is_said(desk):
    assert _messages(desk.post(f"{QUEUE}bulk/", {"verb": "approve"})) == ["Ekkert var valið."]


@pytest.mark.parametrize("chosen", ["x", "1", ":held", "99999999999999999999:held", "-1:held"])
def test_made_up_choices_do_no_harm(desk, chosen):
    assert desk.post(f"{QUEUE}bulk/", {"verb": "approve", "chosen": chosen}).status_code in (302, 404)


def test_a_made_up_verb_is_not_found(desk):
    comment = make_comment(state="held")

    assert decide(desk, comment, "erase").status_code == 404
    assert decide_all(desk, [comment], "delete").status_code == 404
    assert desk.get(f"{QUEUE}{comment.pk}/decide/erase/").status_code == 404
    assert desk.get(f"{QUEUE}987654/decide/approve/").status_code == 404


def test_one_goes_back_to_where_the_button_stood(desk):
    comment = make_comment(state="held")
    place = f"{QUEUE}?state=held&p=2#ath-12"

    assert decide(desk, comment, "approve", next=place).url == place


@pytest.mark.parametrize("place", ["https://evil.example/", "//evil.example/admin/", "/admin/", "/\\evil.example"])
def test_one_is_not_sent_elsewhere(desk, place):
    comment = make_comment(state="held")

    assert decide(desk, comment, "approve", next=place).url == change_page(comment)


def test_the_message_takes_it_back(desk):
    comment = make_comment(state="held")
    response = decide(desk, comment, "spam")
    decision = comment.decisions.get()
    assert f'value="{decision.pk}"' in _messages(response)[0]

    answer = desk.post(UNDO, {"decisions": decision.pk})

    assert state(comment) == "held"
    assert _messages(answer)[1:] == ["„Lesandi“: ákvörðunin var afturkölluð."]


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
    assert _messages(answer)[1:] == ["„Lesandi“: Annað hefur verið ákveðið um þessa athugasemd síðan."]


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


def test_marking_as_spam_leaves_reports_open(desk):
    comment = make_comment(state="held")
    comment.reports.create(reason=Report.Reason.SPAM, network="a")

    decide(desk, comment, "spam")

    assert comment.reports.filter(settled_at=None).count() == 1


def test_reports_are_listed_with_their_reasons_and_words(desk):
    comment = make_comment(state="held")
    comment.reports.create(reason=Report.Reason.RUDE, network="a", more="Þetta er <b>dónalegt</b>.")

    html = page(desk, change_page(comment))

    assert "Þetta er &lt;b&gt;dónalegt&lt;/b&gt;." in html
    assert "dónaskapur" in html.lower()


def test_the_script_is_answered_with_what_it_needs(desk):
    comment = make_comment(state="held")
    make_comment(state="held")

    answer = decide_by_script(desk, comment, "approve")

    assert answer.json() == {
        "text": "„Lesandi“: athugasemd samþykkt.",
        "done": [comment.pk],
        "decisions": str(comment.decisions.get().pk),
        "refused": {},
        "held": "1",
    }


def test_the_script_is_told_that_somebody_was_first(desk):
    comment = make_comment(state="held")
    Comment.objects.get().approve(by=make_staff(name="annar"))

    answer = decide_by_script(desk, comment, "remove", seen="held")

    assert answer.status_code == 409
    assert answer.json()["refused"][str(comment.pk)].startswith("Hún var samþykkt í millitíðinni (annar, í dag kl. ")
    assert (answer.json()["done"], state(comment)) == ([], "live")


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
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    comment = make_comment(state="held")

    assert decide(strict, comment, "approve").status_code == 403
    assert state(comment) == "held"


def _all_of_it(comment, decision) -> dict:
    return {"seen": "removed", "verb": "approve", "chosen": f"{comment.pk}:removed", "decisions": decision.pk}


def _messages(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]
