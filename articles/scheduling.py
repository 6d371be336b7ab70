"""Changes whose time has come reach readers without anybody asking.

First publications and expiry need no turn of the worker: what is live is asked with the time in hand. A change of a
live text is a second pointer, and the worker moves the first one.
"""

import logging

from django.db import transaction
from django.utils import timezone

from articles import publishing
from articles.models import Edition

log = logging.getLogger("munur.scheduling")


def take_due(now=None) -> int:
    """Show readers each change whose time has come. Returns how many.

    Each edition is claimed in the database, so that two workers do no harm. One that fails does not stop the others:
    it is tried again at the next turn, and the desk shows that it is overdue.
    """
    now = now or timezone.now()
    due = Edition.objects.filter(scheduled_at__lte=now, scheduled_revision__isnull=False).order_by(
        "scheduled_at", "pk"
    )
    return sum(_take(pk, now) for pk in list(due.values_list("pk", flat=True)))


def is_overdue(edition: Edition, now=None) -> bool:
    """The time of its change has come, and the change has not."""
    return edition.scheduled_at is not None and edition.scheduled_at <= (now or timezone.now())


def _due(now):
    return Edition.objects.filter(
        state=Edition.State.PUBLISHED, scheduled_at__lte=now, scheduled_revision__isnull=False
    )


def _take(pk: int, now) -> bool:
    try:
        with transaction.atomic():
            edition = _due(now).select_for_update().filter(pk=pk).first()
            if edition is None:
                return False
            publishing.put_scheduled(edition)
    except Exception as error:
        log.error("The scheduled change of edition %d failed: %s.", pk, type(error).__name__)
        return False
    return True
