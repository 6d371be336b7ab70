"""Every host reads what was made stale anywhere, and takes those pages away: a second apart at most.

On the host that made the change this has been done already; here it is done again only for what a process was killed
before, or could not do.
"""

import logging
import threading
import time
from contextlib import suppress
from datetime import timedelta

from django.db import DatabaseError, InterfaceError, close_old_connections, connections
from django.utils import timezone

from articles.models import StaleGround
from articles.pages import place, stale
from articles.pages.store import UNWRITABLE, Store

log = logging.getLogger("munur.pages")

PAUSE = 1.0  # seconds
JUST_NOW = 0.8  # another process of this host was here
KEPT = timedelta(hours=1)
MOST = 5_000  # rows at once
# A row may become visible later than one with a higher number. After this long nobody waits for it.
LATE = timedelta(minutes=10)


def follow(store: Store, *, at_once: bool = False) -> set[str]:
    """Drop what became stale since this host looked last. Returns the paths.

    A store that was not followed for long, has too much to follow, or whose database was replaced by another, begins
    anew.
    """
    followed = store.index.mark("followed")
    now = time.time()
    if not at_once and followed and 0 <= now - followed < JUST_NOW:
        return set()
    low = int(store.index.mark("low") or 0)
    rows = list(StaleGround.objects.filter(pk__gte=low).order_by("pk")[:MOST])
    last = rows.pop(0) if rows and rows[0].pk == low else None  # what was read last
    is_far = len(rows) >= MOST - 1 or followed is None or now - followed > KEPT.total_seconds() / 2
    if is_far or _is_another(low) or _is_changed(store, last):
        dropped = _begin(store)
    else:
        taken = store.index.taken()
        dropped = stale.take(store, [row for row in rows if row.pk not in taken])
        _advance(store, low, rows)
    store.index.put_mark("followed", now)
    return dropped


def purge(now=None) -> int:
    """Delete rows that every host has read. Returns how many."""
    return StaleGround.objects.filter(at__lt=(now or timezone.now()) - KEPT).delete()[0]


class Follower:
    """Threads of a web process that follow, until they are stopped. A database that is away comes back.

    The clock has one of its own: a database that never answers must not keep pages there whose time is over.
    """

    def __init__(self, store: Store, pause: float = PAUSE):
        self.store, self.pause = store, pause
        self.stopped, self.is_cut_off = threading.Event(), False
        self.threads = [
            threading.Thread(target=self._run, args=[turn], name=f"munur-{turn.__name__}", daemon=True)
            for turn in (self.turn, self.tick)
        ]

    def start(self) -> "Follower":
        for thread in self.threads:
            thread.start()
        return self

    def stop(self) -> None:
        self.stopped.set()
        for thread in self.threads:
            thread.join()

    def _run(self, turn) -> None:
        while not self.stopped.is_set():
            turn()
            self.stopped.wait(self.pause)
        connections.close_all()
        self.store.index.close()

    def tick(self) -> None:
        """Asks no database."""
        with suppress(*UNWRITABLE):
            self.store.drop_due()

    def turn(self) -> None:
        try:
            close_old_connections()
            follow(self.store)
            place.show(self.store)
            self.is_cut_off = False
        except (DatabaseError, InterfaceError, *UNWRITABLE) as error:
            connections.close_all()
            if not self.is_cut_off:  # once, however long it takes
                log.warning("Finished pages cannot be followed for now: %s.", type(error).__name__)
            self.is_cut_off = True


def _is_another(low: int) -> bool:
    """Whether the newest row is older than what was read before: this is another database, or an older state of it."""
    newest = StaleGround.objects.order_by("-pk").values_list("pk", flat=True).first()
    return newest is not None and newest < low


def _is_changed(store: Store, last: StaleGround | None) -> bool:
    """Whether a row that was read before is another now: a former state of the database was restored."""
    known = store.index.mark("low_at")
    return last is not None and known is not None and known != last.at.timestamp()


def _begin(store: Store) -> set[str]:
    known = list(StaleGround.objects.order_by("pk").values_list("pk", flat=True))
    dropped = set(store.index.paths())
    store.clear()
    store.index.put_mark("low", known[0] - 1 if known else 0)
    store.index.take(known)
    return dropped


def _advance(store: Store, low: int, rows: list[StaleGround]) -> None:
    """Everything up to the new mark was read; a gap stays open until nothing can come into it any more."""
    long_ago = timezone.now() - LATE
    reached, at = low, None
    for row in rows:
        if row.pk != reached + 1 and row.at > long_ago:
            break
        reached, at = row.pk, row.at
    if at:
        store.index.put_mark("low_at", at.timestamp())
        store.index.put_mark("low", reached)
        store.index.let_go(reached)
