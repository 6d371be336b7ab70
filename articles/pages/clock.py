"""Grounds that change by the clock: an edition is published at a set time, or expires.

A page says until when it holds, so nobody gets an old one, whether the worker lives or not. The worker takes such
pages away when their time has come.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import Min, Q
from django.utils import timezone

from articles.models import GroundTurn
from articles.pages import stale

BATCH = 500


@dataclass(frozen=True, slots=True)
class Turn:
    """`until`: when one of the grounds changes. `gone`: when something is taken from readers thereby."""

    until: datetime | None = None
    gone: datetime | None = None


def set_turns(
    edition_id: int, names: Iterable[str], published_at: datetime | None, expires_at: datetime | None
) -> None:
    """These are the grounds that change with the edition, at those of the moments that are still to come."""
    GroundTurn.objects.filter(edition_id=edition_id).delete()
    now = timezone.now()
    moments = [(at, withdrawn) for at, withdrawn in ((published_at, False), (expires_at, True)) if at and at > now]
    GroundTurn.objects.bulk_create(
        GroundTurn(edition_id=edition_id, name=name, withdrawn=withdrawn, at=at)
        for name in names
        for at, withdrawn in moments
    )


def next_turn(names: Collection[str], since: float) -> Turn:
    """When the first of these grounds changes after `since`, in seconds of 1970."""
    coming = GroundTurn.objects.filter(at__gt=datetime.fromtimestamp(since, UTC))
    if len(names) <= BATCH:  # of more, any turn is taken for one of theirs
        coming = coming.filter(name__in=names)
    return Turn(**coming.aggregate(until=Min("at"), gone=Min("at", filter=Q(withdrawn=True))))


def take_due(now: datetime | None = None) -> int:
    """Make stale what changed by the clock. Returns how many grounds that are."""
    due = GroundTurn.objects.filter(at__lte=now or timezone.now())
    with transaction.atomic():
        turns = list(due.select_for_update().order_by("at", "pk")[:BATCH])
        stale.mark(*(turn.name for turn in turns if turn.withdrawn), withdrawn=True)
        stale.mark(*(turn.name for turn in turns if not turn.withdrawn))
        GroundTurn.objects.filter(pk__in=[turn.pk for turn in turns]).delete()
    return len(turns)
