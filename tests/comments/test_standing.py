"""How a thread stands: open or closed, since when, and how many comments it has in each language."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Edition
from comments.models import Comment, Discussion, Rules
from comments.standing import standing
from tests.factories import make_article, make_comment, make_edition

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def make_rules(*, days):
    rules = Rules.current()
    rules.closes_after_days = days
    rules.save()


def test_it_is_open_where_nobody_said_anything():
    found = standing(make_edition())

    assert (found.open, found.closes_at, found.closed_at) == (True, None, None)
    assert found.counts == {"is": 0, "en": 0}


def test_live_comments_are_counted_in_each_language():
    edition = make_edition()
    make_comment()
    for state in Comment.State.values:
        make_comment(edition=edition, state=state)
        make_comment(edition=edition, state=state, language="en")
    make_comment(edition=edition, language="en")

    assert standing(edition).counts == {"is": 1, "en": 2}


def test_a_language_that_readers_do_not_have_is_not_counted(settings):
    edition = make_edition()
    make_comment(edition=edition, language="en")
    settings.PUBLIC_LANGUAGES = ["is"]

    assert standing(edition).counts == {"is": 0}


def test_the_rules_close_it_in_time():
    published = timezone.now() - 10 * DAY
    edition = make_edition(at=published)

    make_rules(days=11)
    assert (standing(edition).open, standing(edition).closes_at) == (True, published + 11 * DAY)

    make_rules(days=9)
    assert (standing(edition).open, standing(edition).closed_at) == (False, published + 9 * DAY)


def test_time_is_counted_from_the_first_edition_that_was_published():
    published = timezone.now() - 10 * DAY
    article = make_article(languages=("is", "en"), at=published)
    article.editions.filter(language="en").update(published_at=published + 5 * DAY)
    Edition.objects.filter(language="is", article=article).update(published_at=published)
    make_rules(days=30)

    assert {standing(edition).closes_at for edition in article.editions.all()} == {published + 30 * DAY}


def test_a_draft_has_no_part_in_it():
    article = make_article(languages=("is", "en"))
    first = timezone.now() - 100 * DAY
    article.editions.filter(language="en").update(state="draft", published_at=first)
    make_rules(days=30)

    assert standing(article.editions.get(language="is")).open


def test_an_article_may_have_its_own_days():
    edition = make_edition(at=timezone.now() - 10 * DAY)
    make_rules(days=5)
    Discussion.objects.create(article=edition.article, closes_after_days=20)

    assert standing(edition).open


def test_an_editor_closes_and_opens_it():
    edition = make_edition(at=timezone.now() - 10 * DAY)
    make_rules(days=5)
    own = Discussion.objects.create(article=edition.article, mode="open")
    assert (standing(edition).open, standing(edition).closes_at) == (True, None)

    own.mode, own.closed_at = "closed", timezone.now()
    own.save()
    assert (standing(edition).open, standing(edition).closed_at) == (False, own.closed_at)


def test_closed_for_an_unknown_time_is_closed():
    edition = make_edition()
    Discussion.objects.create(article=edition.article, mode="closed")

    assert (standing(edition).open, standing(edition).closed_at) == (False, None)


def test_another_articles_discussion_does_not_matter():
    edition = make_edition()
    Discussion.objects.create(article=make_article(), mode="closed")

    assert standing(edition).open


def test_it_can_be_asked_for_another_moment():
    edition = make_edition(at=timezone.now())
    make_rules(days=5)

    assert standing(edition).open
    assert not standing(edition, now=timezone.now() + 6 * DAY).open


def test_it_costs_one_query(django_assert_num_queries):
    edition = make_edition(comments=3)
    make_rules(days=5)
    Discussion.objects.create(article=edition.article)

    with django_assert_num_queries(1):
        standing(edition)
