"""Which generations of the index are written: the one that is searched, and beside it the next while it is built.

Who writes the index holds them; who begins a generation or swaps it in waits until nobody does.
"""

from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from articles.models import Edition, SearchEntry, SearchMark, SearchState

# Written out: every question begins with it.
_SEARCHED = f"SELECT generation FROM {SearchState._meta.db_table} WHERE id = 1"
_LOCK = 0x6D756E7572  # PostgreSQL's advisory locks are numbers; on SQLite a transaction has the file for itself


def searched() -> int:
    """The generation that is searched now."""
    with connection.cursor() as cursor:
        cursor.execute(_SEARCHED)
        row = cursor.fetchone()
    return row[0] if row else 0


def written(state: SearchState) -> tuple[int, ...]:
    """The generations that an edition which changed is written to, the one that is searched first."""
    return (state.generation, state.generation + 1) if state.building else (state.generation,)


@contextmanager
def held():
    """A transaction in which the generations stay what they are. Gives the state."""
    with transaction.atomic():
        _lock("pg_advisory_xact_lock_shared")
        yield SearchState.current()


@contextmanager
def changing():
    """A transaction in which nobody else writes the index. Gives the state, which may be changed."""
    with transaction.atomic():
        _lock("pg_advisory_xact_lock")
        yield SearchState.current()


def shown():
    """Editions that are published, if only from a later time on or no more: the clock is asked when one searches."""
    return Edition.objects.filter(state=Edition.State.PUBLISHED, live_revision__isnull=False)


def missing(state: SearchState):
    """Editions that ought to be in the searched generation and are neither there nor marked."""
    entries = SearchEntry.objects.filter(pk=OuterRef("pk") * 2 + state.generation % 2)
    marks = SearchMark.objects.filter(edition_id=OuterRef("pk"))
    return shown().filter(~Exists(entries), ~Exists(marks))


def _lock(function: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s)", [_LOCK])
