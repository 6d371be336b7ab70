from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments import digest, labels
from comments.models import Comment, Letter, Rules
from tests.factories import make_comment, make_edition

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
AN_HOUR = timedelta(hours=1)
HELD = Comment.State.HELD


def moderator(name="hildur", **fields) -> User:
    fields = {"email": f"{name}@example.is", "is_staff": True, "is_superuser": True, **fields}
    return User.objects.create(username=name, **fields)


def may_decide() -> Permission:
    return Permission.objects.get(codename="change_comment", content_type__app_label="comments")


def waiting(*, at=NOW - AN_HOUR, **fields) -> Comment:
    return make_comment(**{"state": HELD, "created_at": at, **fields})


def rules(**fields) -> None:
    Rules.objects.update_or_create(pk=1, defaults=fields)


@pytest.fixture
def text() -> str:
    """The mail about one comment, as a moderator gets it."""
    moderator()
    edition = make_edition(sides=["Sala", "Þjónusta"])
    reasons = [{"rule": "links", "measure": 3, "limit": 1}, {"rule": "first", "measure": 1, "limit": 0}]
    waiting(edition=edition, name="Nemandi", text="Fyrsta lína & <b>.\nÖnnur.", reasons=reasons)
    digest.send_if_due(NOW)
    return Letter.objects.get().text


def test_it_goes_to_moderators_when_something_is_waiting():
    moderator()
    waiting()

    assert digest.send_if_due(NOW) == 1
    written = Letter.objects.get()
    assert (written.to, written.kind) == ("hildur@example.is", Letter.Kind.DIGEST)
    assert written.subject == "1 athugasemd bíður afgreiðslu"


def test_it_names_article_writer_and_reasons_in_words(text):
    assert "Munurinn á sölu og þjónustu" in text
    assert "Nemandi" in text
    for reason in Comment.objects.get().reasons:
        assert f"\n- {labels.words(reason)}\n" in text


def test_the_text_is_shown_as_it_was_typed(text):
    assert "Fyrsta lína & <b>.\nÖnnur." in text


def test_each_link_leads_to_a_page_of_the_desk_that_asks(text, client, settings):
    comment = Comment.objects.get()
    client.force_login(User.objects.get())
    for verb in digest.VERBS:
        path = f"/admin/comments/comment/{comment.pk}/decide/{verb}/"
        assert settings.SITE_URL + path in text
        assert client.get(path).status_code == 200

    comment.refresh_from_db()
    assert comment.state == HELD


def test_it_says_where_the_whole_queue_is(text, settings):
    assert f"{settings.SITE_URL}/admin/comments/comment/\n" in text


def test_nothing_waiting_is_no_mail():
    moderator()
    for state in (Comment.State.SPAM, Comment.State.LIVE, Comment.State.REMOVED):
        make_comment(state=state, created_at=NOW)

    assert digest.send_if_due(NOW) == 0
    assert Rules.current().digest_sent_at is None


def test_spam_is_not_listed():
    moderator()
    article = waiting(name="Nemandi").article
    waiting(article=article, name="Auglýsandi", state=Comment.State.SPAM)
    digest.send_if_due(NOW)

    assert "Auglýsandi" not in Letter.objects.get().text


def test_the_next_comes_no_sooner_than_the_rules_say():
    moderator()
    rules(digest_hours=6)
    first = waiting()
    digest.send_if_due(NOW)
    waiting(article=first.article, at=NOW + AN_HOUR)

    assert digest.send_if_due(NOW + 6 * AN_HOUR - timedelta(seconds=1)) == 0
    assert digest.send_if_due(NOW + 6 * AN_HOUR) == 1


def test_nothing_new_is_no_mail():
    moderator()
    waiting()
    digest.send_if_due(NOW)

    assert digest.send_if_due(NOW + 48 * AN_HOUR) == 0


def test_an_old_comment_that_readers_reported_is_news():
    moderator()
    old = waiting()
    digest.send_if_due(NOW)
    old.approve()
    decision = old.hold(who="readers")
    type(decision).objects.filter(pk=decision.pk).update(created_at=NOW + 25 * AN_HOUR)

    assert digest.send_if_due(NOW + 26 * AN_HOUR) == 1


def test_no_hours_is_no_digest():
    moderator()
    rules(digest_hours=0)
    waiting()

    assert digest.send_if_due(NOW) == 0


def test_it_goes_to_those_who_may_decide():
    by_group, directly = moderator("hopur", is_superuser=False), moderator("beint", is_superuser=False)
    group = Group.objects.create(name="Ritstjórn")
    group.permissions.add(may_decide())
    by_group.groups.add(group)
    directly.user_permissions.add(may_decide())
    moderator("stjori")
    moderator("annar", is_superuser=False)

    assert digest.moderators() == ["beint@example.is", "hopur@example.is", "stjori@example.is"]


@pytest.mark.parametrize("fields", [{"email": ""}, {"is_active": False}, {"is_staff": False}])
def test_it_does_not_go_to(fields):
    moderator(**fields)
    waiting()

    assert digest.send_if_due(NOW) == 0
    assert Rules.current().digest_sent_at is None  # the first moderator with an address gets one


def test_an_address_of_two_accounts_gets_one():
    moderator(), moderator("annar", email="Hildur@example.is")

    assert digest.moderators() == ["hildur@example.is"]


def test_a_worker_that_comes_second_writes_nothing(monkeypatch):
    moderator()
    waiting()
    before = Rules.current()
    digest.send_if_due(NOW)
    monkeypatch.setattr(Rules, "current", lambda: before)

    assert digest.send_if_due(NOW) == 0
    assert Letter.objects.count() == 1


def test_a_mail_that_cannot_be_written_is_due_still(monkeypatch):
    moderator()
    waiting()
    monkeypatch.setattr(digest.letters, "write", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        digest.send_if_due(NOW)

    assert Rules.current().digest_sent_at is None


def test_of_many_the_oldest_are_listed(monkeypatch):
    monkeypatch.setattr(digest, "MOST", 2)
    moderator()
    article = waiting(name="Fyrsti", at=NOW - 9 * AN_HOUR).article
    for hours, name in ((8, "Annar"), (7, "Þriðji")):
        waiting(article=article, name=name, at=NOW - hours * AN_HOUR)
    digest.send_if_due(NOW)

    written = Letter.objects.get()
    assert written.subject == "3 athugasemdir bíða afgreiðslu"
    assert written.text.index("Fyrsti") < written.text.index("Annar")
    assert "Þriðji" not in written.text
    assert "1 til viðbótar bíður." in written.text


def test_more_comments_cost_no_more_queries():
    moderator()
    rules(digest_hours=1)
    article = waiting().article
    with CaptureQueriesContext(connection) as few:
        digest.send_if_due(NOW)
    for _ in range(5):
        waiting(article=article, at=NOW + AN_HOUR)
    with CaptureQueriesContext(connection) as many:
        digest.send_if_due(NOW + 2 * AN_HOUR)

    assert len(many) == len(few)


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("Stutt.", "Stutt."),
        ("a\nb\nc\nd\ne", "a\nb\nc\nd …"),
        ("x" * 400, "x" * 300 + " …"),
        ("\n\n  Bil á undan.\n", "Bil á undan."),
    ],
)
def test_a_long_text_is_begun(text, beginning):
    assert digest.beginning(text) == beginning
