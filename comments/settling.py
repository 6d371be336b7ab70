"""Threads that close, or open again, because of the time or of the rules: the worker notes since when."""

from datetime import datetime

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from articles.models import Edition
from comments import closing, pages
from comments.models import Discussion, Rules

MOST = 500  # in one turn; the rest comes a minute later


def settle_closings(now=None) -> list[int]:
    """Note in Discussion.closed_at what comments/closing.py says of each thread at `now`.

    Returns the articles whose thread closed or opened: their pages tell readers something that is no longer so.
    """
    now = now or timezone.now()
    days = Rules.current().closes_after_days
    discussions = {discussion.article_id: discussion for discussion in Discussion.objects.all()}
    turned = []
    for article, first in _first_published(days, discussions).items():
        discussion = discussions.get(article) or Discussion(article_id=article)
        if len(turned) < MOST and _settle(discussion, days, first, now):
            turned.append(article)
    return turned


def _first_published(days: int | None, discussions: dict) -> dict[int, datetime | None]:
    """When each article was published first. Without a rule only those are asked for that have a word of their own."""
    published = Edition.objects.filter(state=Edition.State.PUBLISHED).order_by()
    if days is None:
        published = published.filter(article__discussion__isnull=False)
    firsts = published.values("article").annotate(first=Min("published_at")).values_list("article", "first")
    return dict.fromkeys(discussions) | dict(firsts)


def _settle(discussion: Discussion, days: int | None, first: datetime | None, now: datetime) -> bool:
    """Whether the thread turned."""
    times = discussion.mode, discussion.closes_after_days, days, first
    is_closed, was_closed = closing.is_closed(*times, now), discussion.closed_at is not None
    if is_closed == was_closed:
        return False
    if discussion.pk is None:
        Discussion.objects.get_or_create(article_id=discussion.article_id)
    # Only if nobody, neither an editor nor another worker, was here meanwhile.
    same = Discussion.objects.filter(
        article=discussion.article_id,
        mode=discussion.mode,
        closes_after_days=discussion.closes_after_days,
        closed_at__isnull=is_closed,
    )
    with transaction.atomic():
        turned = bool(same.update(closed_at=(closing.closes_at(*times) or now) if is_closed else None))
        if turned:
            pages.mark(discussion.article_id)
    return turned
