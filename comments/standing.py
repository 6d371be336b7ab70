"""How an article's thread stands: whether it is open, and how many comments each language has."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Count, IntegerField, Min, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles import grounds
from articles.models import Article, Edition
from articles.models.prepared import NUMBER, prepared
from comments import closing, pages
from comments.models import Comment, Discussion, Rules


@dataclass(frozen=True, slots=True)
class Standing:
    open: bool
    closes_at: datetime | None  # when the rules will close it
    closed_at: datetime | None  # since when it is closed; None also where nobody knows
    counts: dict[str, int]  # live comments in each public language


def standing(edition, now=None) -> Standing:
    """One query, whatever the article has."""
    now = now or timezone.now()
    pages.note_thread(edition.article_id)
    row = _asked(article=edition.article_id)[0]
    counts = {code: row[f"in_{code}"] for code in settings.PUBLIC_LANGUAGES}
    mode = row["mode"] or Discussion.Mode.RULES
    times = mode, row["own_days"], row["rules_days"], row["first_published"]
    moment = closing.closes_at(*times)
    if not closing.is_closed(*times, now):
        grounds.note_until(moment)
        return Standing(True, moment, None, counts)
    return Standing(False, None, moment or row["closed_at"], counts)


@prepared(article=NUMBER)
def _asked(article):
    published = Edition.objects.filter(article=OuterRef("pk"), state=Edition.State.PUBLISHED).order_by()
    discussion = Discussion.objects.filter(article=OuterRef("pk"))
    return Article.objects.filter(pk=article).values(
        mode=Subquery(discussion.values("mode")),
        own_days=Subquery(discussion.values("closes_after_days")),
        closed_at=Subquery(discussion.values("closed_at")),
        rules_days=Subquery(Rules.objects.filter(pk=1).values("closes_after_days")),
        first_published=Subquery(published.values("article").annotate(first=Min("published_at")).values("first")),
        **{f"in_{code}": _live_in(code) for code in settings.PUBLIC_LANGUAGES},
    )


def _live_in(language):
    live = Comment.objects.live().filter(article=OuterRef("pk"), language=language).order_by()
    return Coalesce(
        Subquery(live.values("article").annotate(count=Count("pk")).values("count")), 0, output_field=IntegerField()
    )
