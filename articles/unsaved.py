"""Manuscripts as they stand typed and not saved, kept for ten minutes so that they can be looked at."""

import secrets
from datetime import datetime, timedelta

from django.utils import timezone

from articles import manuscript
from articles.manuscript import Manuscript
from articles.models import UnsavedPreview

KEPT = timedelta(minutes=10)
MOST = 5  # of one person


def keep(content: Manuscript, language: str, by) -> UnsavedPreview:
    """Keep it under a key that nobody can guess; what is too old or too much goes."""
    purge()
    kept = UnsavedPreview.objects.create(
        key=secrets.token_urlsafe(32), language=language, content=manuscript.to_json(content), by=by
    )
    newest = UnsavedPreview.objects.filter(by=by).order_by("-pk").values_list("pk", flat=True)[:MOST]
    UnsavedPreview.objects.filter(by=by).exclude(pk__in=list(newest)).delete()
    return kept


def find(key: str, language: str, by_pk: int | None) -> UnsavedPreview | None:
    """What that person keeps there, while it is kept."""
    kept = UnsavedPreview.objects.filter(key=key, language=language, made_at__gt=timezone.now() - KEPT)
    return kept.filter(by=by_pk).first() if by_pk else None


def purge(now: datetime | None = None) -> int:
    """Forget what nobody can look at any more. Returns how many."""
    found = UnsavedPreview.objects.filter(made_at__lte=(now or timezone.now()) - KEPT)
    return found.delete()[0]
