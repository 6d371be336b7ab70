"""What waits at the desk among what readers say, for those who may see it.

The desk's home lists these. Whoever may not gets nothing, and the database is not asked.
"""

from datetime import date, datetime

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncWeek

from comments.models import Comment, Letter, Wish


def held(user) -> QuerySet[Comment]:
    """As the queue has them, the newest first."""
    return _seen(user, "view_comment", Comment.objects.filter(state=Comment.State.HELD))


def reported(user) -> QuerySet[Comment]:
    """Shown to readers, and reported by too few to be held. The newest first."""
    return _seen(user, "view_comment", Comment.objects.reported())


def failing(user) -> QuerySet[Letter]:
    """Mail that could not be sent."""
    return _seen(user, "view_letter", Letter.objects.failing())


def wishes(user) -> QuerySet[Wish]:
    """Comparisons that nobody has decided about, the most wanted first."""
    return _seen(user, "view_wish", Wish.objects.filter(state=Wish.State.OPEN))


def oldest(comments: QuerySet[Comment]) -> datetime | None:
    """When the one that has waited longest was written."""
    return comments.order_by("created_at", "pk").values_list("created_at", flat=True).first()


def by_week(since: datetime) -> dict[date, int]:
    """How many of the comments that readers see were written in each week, by its Monday."""
    weeks = Comment.objects.live().filter(created_at__gte=since).order_by()
    counts = weeks.annotate(week=TruncWeek("created_at")).values("week").annotate(count=Count("pk"))
    return {row["week"].date(): row["count"] for row in counts}


def _seen(user, permission: str, rows: QuerySet) -> QuerySet:
    return rows if user.has_perm(f"comments.{permission}") else rows.none()
