from datetime import UTC, datetime, timedelta

import pytest

from comments.models import Discussion, Rules
from comments.settling import settle_closings
from comments.standing import standing
from tests.factories import make_article

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
A_DAY = timedelta(days=1)
Mode = Discussion.Mode


def rules(days):
    Rules.objects.update_or_create(pk=1, defaults={"closes_after_days": days})


def article(*, days_ago, mode=None, **discussion):
    row = make_article(at=NOW - days_ago * A_DAY)
    if mode:
        Discussion.objects.create(article=row, mode=mode, **discussion)
    return row


def closed_at(article):
    return Discussion.objects.filter(article=article).values_list("closed_at", flat=True).first()


def test_a_thread_closes_when_its_time_has_come():
    rules(10)
    old, new = article(days_ago=10), article(days_ago=9)

    assert settle_closings(NOW) == [old.pk]
    assert closed_at(old) == NOW
    assert closed_at(new) is None


def test_what_is_noted_is_the_moment_and_not_when_the_worker_came():
    rules(10)
    old = article(days_ago=25)
    settle_closings(NOW)

    assert closed_at(old) == NOW - 15 * A_DAY


def test_the_note_says_what_the_page_says():
    rules(10)
    old = article(days_ago=12)
    settle_closings(NOW)

    page = standing(old.editions.get(), NOW)
    assert (page.open, page.closed_at) == (False, closed_at(old))


def test_an_article_in_two_languages_counts_from_its_first_publication():
    rules(10)
    both = make_article(languages=("is", "en"), at=NOW - 2 * A_DAY)
    both.editions.filter(language="en").update(published_at=NOW - 11 * A_DAY)

    assert settle_closings(NOW) == [both.pk]
    assert closed_at(both) == NOW - A_DAY


def test_an_article_may_have_days_of_its_own():
    rules(10)
    longer = article(days_ago=15, mode=Mode.RULES, closes_after_days=20)
    shorter = article(days_ago=5, mode=Mode.RULES, closes_after_days=3)

    assert settle_closings(NOW) == [shorter.pk]
    assert closed_at(longer) is None


def test_days_of_its_own_hold_where_the_rules_have_none():
    own = article(days_ago=5, mode=Mode.RULES, closes_after_days=3)
    article(days_ago=5)

    assert settle_closings(NOW) == [own.pk]


def test_an_editors_word_goes_first():
    rules(10)
    kept_open = article(days_ago=15, mode=Mode.OPEN)

    assert settle_closings(NOW) == []
    assert closed_at(kept_open) is None


def test_a_closing_by_hand_stays_as_it_is():
    shut = article(days_ago=1, mode=Mode.CLOSED, closed_at=NOW - A_DAY)

    assert settle_closings(NOW) == []
    assert closed_at(shut) == NOW - A_DAY


def test_when_the_rules_change_a_thread_opens_again():
    rules(10)
    old = article(days_ago=15)
    settle_closings(NOW)

    rules(20)
    assert settle_closings(NOW) == [old.pk]
    assert closed_at(old) is None

    rules(None)
    assert settle_closings(NOW) == []


def test_without_a_rule_every_thread_that_it_closed_opens():
    rules(10)
    old = article(days_ago=15)
    settle_closings(NOW)
    rules(None)

    assert settle_closings(NOW) == [old.pk]


def test_a_second_time_there_is_nothing_to_do(django_assert_num_queries):
    rules(10)
    for days_ago in (11, 12, 13):
        article(days_ago=days_ago)
    settle_closings(NOW)

    with django_assert_num_queries(3):
        assert settle_closings(NOW) == []


def test_an_article_that_was_never_published_does_not_close():
    rules(10)
    draft = make_article(publish=False)
    Discussion.objects.create(article=draft)

    assert settle_closings(NOW) == []


def test_what_an_editor_decides_meanwhile_is_not_overridden(monkeypatch):
    rules(10)
    old = article(days_ago=15, mode=Mode.RULES)
    asked = Discussion.objects.get_queryset

    def then_the_editor_came():
        rows = list(asked().all())
        asked().update(mode=Mode.OPEN)
        return rows

    monkeypatch.setattr("comments.settling.Discussion.objects.all", then_the_editor_came)

    assert settle_closings(NOW) == []
    assert closed_at(old) is None


def test_many_at_once_are_spread_over_minutes(monkeypatch):
    monkeypatch.setattr("comments.settling.MOST", 2)
    rules(10)
    for _ in range(3):
        article(days_ago=15)

    assert [len(settle_closings(NOW)) for _ in range(3)] == [2, 1, 0]
