"""Editions that are to be indexed anew: marked in the transaction that changed them, indexed when it is done.

What is left after a crash, or is too much for one request, the worker takes.
"""

import logging
from datetime import timedelta

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from articles.after_commit import AfterCommit
from articles.models import SearchMark
from articles.search import index

log = logging.getLogger("munur.search")

AT_ONCE = 20  # editions that are indexed in the process which changed them
BATCH = 20  # editions in one transaction
MARKS_OF_ONE = 10  # that an edition may get when it is published
REST = timedelta(minutes=1)  # of an edition that cannot be indexed


class Indexing(AfterCommit):
    """Indexes what one transaction marked. An error stays here: the marks stay too, and the worker tries again."""

    def __init__(self):
        self.edition_ids: set[int] = set()

    def run(self) -> None:
        if len(self.edition_ids) > AT_ONCE:
            return
        try:
            index.index_all(self.edition_ids)
        except Exception as error:
            log.error("Indexing failed and is left to the worker: %s.", type(error).__name__)


def mark(*edition_ids: int) -> None:
    """Note in this transaction that these editions change; as soon as it is done they are indexed."""
    if not edition_ids:
        return
    with transaction.atomic():
        SearchMark.objects.bulk_create([SearchMark(edition_id=number) for number in edition_ids], batch_size=500)
        Indexing.of_this_transaction().edition_ids.update(edition_ids)


def renew(limit: int = BATCH) -> int:
    """Index at most so many marked editions, those that have waited longest. Returns how many were taken."""
    due = SearchMark.objects.filter(marked_at__lte=timezone.now()).order_by("pk").values_list("edition_id", flat=True)
    edition_ids = list(dict.fromkeys(due[: limit * MARKS_OF_ONE]))[:limit]
    try:
        if edition_ids:
            index.index_all(edition_ids)
    except (OperationalError, InterfaceError):  # the database is away or busy, which is no edition's fault
        raise
    except Exception:
        for number in edition_ids:
            _renew(number)
    return len(edition_ids)


def _renew(edition_id: int) -> None:
    """Index one; if that cannot be done it rests, and does not keep others waiting."""
    try:
        index.index(edition_id)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        log.error("Edition %d cannot be indexed and is tried again later: %s.", edition_id, type(error).__name__)
        SearchMark.objects.filter(edition_id=edition_id).update(marked_at=timezone.now() + REST)
