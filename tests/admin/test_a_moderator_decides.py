"""Decisions: one by one, many at once, by the script and from a link in a mail."""

import pytest

from comments.models import Comment, Decision, Report
from tests.admin.desk import change_page, said
from tests.admin.moderating import (
    QUEUE,
    decide,
    decide_all,
    decide_by_script,
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


def test_choosing_nothing_is_said(desk):
    assert said(desk.post(f"{QUEUE}bulk/", {"verb": "approve"})) == ["Ekkert var valið."]


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


@pytest.mark.parametrize("place", ["https://evil.example/", "//evil.example/admin/", "/admin/x/", "/\\evil.example"])
def test_one_is_not_sent_elsewhere(desk, place):
    comment = make_comment(state="held")

    assert decide(desk, comment, "approve", next=place).url == change_page(comment)


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
