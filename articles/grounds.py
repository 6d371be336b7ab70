"""What a page is drawn from, noted while it is drawn: its grounds, each with a name such as "edition:5".

Rows note themselves when they are read (`Grounded`). What no row can tell, because a row might come that is not there
yet ("all comparisons of this tag"), the one who asks notes. Where nobody listens, noting costs next to nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

EVERYTHING = "everything"  # all pages that there are
PAGES = "pages"  # which plain pages there are
LONGEST = 80


class Noted:
    """The grounds of one drawing, and until when it holds."""

    def __init__(self):
        self.names: set[str] = {EVERYTHING}
        self.until: datetime | None = None


_noted: ContextVar[Noted | None] = ContextVar("articles.grounds", default=None)


@contextmanager
def noting() -> Iterator[Noted]:
    """Everything that is noted meanwhile."""
    noted = Noted()
    before = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(before)


def note(*names: str) -> None:
    """The page that is being drawn stands on these."""
    if noted := _noted.get():
        noted.names.update(names)


def note_until(moment: datetime | None) -> None:
    """The page that is being drawn will be another at that moment."""
    noted = _noted.get()
    if noted and moment and (noted.until is None or moment < noted.until):
        noted.until = moment


def article(pk: int) -> str:
    """Which editions an article has."""
    return f"article:{pk}"


def listing(language: str) -> str:
    """Which editions are live in a language, and in what order."""
    return f"list:{language}"


def members(kind: str, pk: int) -> str:
    """Which editions a subject, tag or author has."""
    return f"of-{kind}:{pk}"


def picture(digest: str) -> str:
    """The files of a picture."""
    return f"picture:{digest}"


def row(instance) -> str:
    """What one row says."""
    return f"{instance._meta.model_name}:{instance.pk}"


class Grounded:
    """For models whose rows stand on public pages: each notes itself when it is read."""

    @classmethod
    def from_db(cls, db, field_names, values):
        instance = super().from_db(db, field_names, values)
        if noted := _noted.get():
            noted.names.add(f"{cls._meta.model_name}:{instance.pk}")
        return instance
