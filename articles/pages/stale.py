"""A change writes what it makes stale in its own transaction. After commit those pages are dropped, first of all.

What this process cannot do, or dies before doing, the rows tell: see articles/pages/following.py.
"""

import logging
from collections.abc import Iterable

from django.db import transaction

from articles.after_commit import AfterCommit
from articles.models import StaleGround
from articles.pages import drawing, place
from articles.pages.store import UNWRITABLE

log = logging.getLogger("munur.pages")

AT_ONCE = 3  # pages that are drawn in the process which changed them


class Dropping(AfterCommit):
    """Drops what one transaction made stale, and draws the pages that it was about."""

    def __init__(self):
        self.rows: list[StaleGround] = []
        self.addresses: dict[str, None] = {}

    def run(self) -> None:
        store = place.store()
        if store is None:
            return
        try:
            take(store, self.rows)
        except UNWRITABLE as error:
            log.error("Stale pages are left to the next who follows: %s.", type(error).__name__)
            return
        # A command that brings in a thousand articles draws none: whoever asks first does, or the worker.
        for address in list(self.addresses)[:AT_ONCE] if drawing.serves else ():
            drawing.draw(address)


def mark(*names: str, withdrawn: bool = False, draw: Iterable[str] = ()) -> None:
    """Note in this transaction that these grounds change.

    `withdrawn`: something is taken from readers, so no copy may be shown, whatever happens. `draw`: the addresses of
    the pages that are to be there again at once; the others are drawn when somebody asks.
    """
    if not names:
        return
    with transaction.atomic():
        rows = StaleGround.objects.bulk_create(
            [StaleGround(name=name, withdrawn=withdrawn) for name in dict.fromkeys(names)], batch_size=200
        )
        after = Dropping.of_this_transaction()
        after.rows += rows
        after.addresses |= dict.fromkeys(draw)


def take(store, rows: Iterable[StaleGround]) -> set[str]:
    """Drop what stands on these rows. Returns the paths."""
    rows = list(rows)
    dropped = set()
    for withdrawn in (True, False):
        if found := {row.pk: row.name for row in rows if row.withdrawn == withdrawn}:
            dropped |= store.drop(set(found.values()), withdrawn=withdrawn, taken=found)
    return dropped
