"""What the store knows of its pages: their grounds, until when they hold, and which grounds changed how late.

A small SQLite file beside the pages, for this host alone. It does not matter which database the site has, and drawing
a page writes nothing there.
"""

import os
import sqlite3
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TIMEOUT = 5  # seconds
BATCH = 500
TABLES = """
CREATE TABLE IF NOT EXISTS page (path TEXT PRIMARY KEY, until REAL, gone REAL, aside INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ground (name TEXT, path TEXT, PRIMARY KEY (name, path)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS ground_path ON ground (path);
CREATE TABLE IF NOT EXISTS changed (name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS taken (number INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS mark (name TEXT PRIMARY KEY, value NUMERIC) WITHOUT ROWID;
"""
Error = sqlite3.Error


@dataclass(frozen=True, slots=True)
class Row:
    """`until`: when the page becomes another. `gone`: from when on nobody may see it, whatever is the matter."""

    until: float | None
    gone: float | None
    aside: bool


class Index:
    def __init__(self, file: Path):
        self.file = file
        self._own = threading.local()

    @property
    def number(self) -> int:
        """How many times something changed so far. A drawing that begins now is of this number."""
        return int(self.mark("number") or 0)

    def changed_since(self, names: Collection[str], number: int) -> bool:
        """Whether one of the grounds changed after that number."""
        asked = "SELECT 1 FROM changed WHERE number > ? AND name IN ({}) LIMIT 1"
        return any(
            self._connection.execute(asked.format(holes), (number, *some)).fetchone()
            for some, holes in _batches(names)
        )

    def change(self, names: Collection[str]) -> None:
        """These grounds change now."""
        with self.writing() as connection:
            connection.execute(
                "INSERT INTO mark VALUES ('number', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1"
            )
            connection.executemany(
                "INSERT OR REPLACE INTO changed SELECT ?, value FROM mark WHERE name = 'number'",
                [(name,) for name in names],
            )

    def note(self, path: str, names: Collection[str], until: float | None, gone: float | None) -> None:
        """A page that stands on these is about to be written."""
        with self.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO page VALUES (?, ?, ?, 0)", (path, until, gone))
            connection.executemany("INSERT OR IGNORE INTO ground VALUES (?, ?)", [(name, path) for name in names])

    def put_aside(self, paths: Collection[str]) -> None:
        with self.writing() as connection:
            connection.executemany("UPDATE page SET aside = 1 WHERE path = ?", [(path,) for path in paths])

    def forget(self, paths: Collection[str]) -> None:
        with self.writing() as connection:
            for table in ("page", "ground"):
                connection.executemany(f"DELETE FROM {table} WHERE path = ?", [(path,) for path in paths])

    def standing_on(self, names: Collection[str]) -> set[str]:
        """The pages that stand on one of these grounds."""
        asked = "SELECT path FROM ground WHERE name IN ({})"
        found = (self._connection.execute(asked.format(holes), some).fetchall() for some, holes in _batches(names))
        return {path for rows in found for (path,) in rows}

    def row(self, path: str) -> Row | None:
        found = self._connection.execute("SELECT until, gone, aside FROM page WHERE path = ?", (path,)).fetchone()
        return Row(found[0], found[1], bool(found[2])) if found else None

    def paths(self, *, aside: bool | None = None, until: float | None = None) -> list[str]:
        """All pages; only those put aside, or not; only those that held until that moment."""
        asked = "SELECT path FROM page WHERE (? IS NULL OR aside = ?) AND (? IS NULL OR until <= ?) ORDER BY path"
        return [path for (path,) in self._connection.execute(asked, (aside, aside, until, until))]

    def mark(self, name: str) -> float | None:
        found = self._connection.execute("SELECT value FROM mark WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def put_mark(self, name: str, value: float) -> None:
        with self.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO mark VALUES (?, ?)", (name, value))

    def take(self, numbers: Collection[int]) -> None:
        """These rows of the site's database were followed."""
        with self.writing() as connection:
            connection.executemany("INSERT OR IGNORE INTO taken VALUES (?)", [(number,) for number in numbers])

    def taken(self) -> set[int]:
        return {number for (number,) in self._connection.execute("SELECT number FROM taken")}

    def let_go(self, reached: int) -> None:
        """Nobody asks for the rows up to this one any more."""
        with self.writing() as connection:
            connection.execute("DELETE FROM taken WHERE number <= ?", (reached,))

    def close(self) -> None:
        """This thread's connection."""
        if connection := self._own.__dict__.pop("connection", None):
            connection.close()

    @property
    def _connection(self) -> sqlite3.Connection:
        # A connection of a parent process may not be used in a child.
        if "connection" not in self._own.__dict__ or self._own.process != os.getpid():
            self._own.connection = self._opened()
            self._own.process = os.getpid()
        return self._own.connection

    def _opened(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.file, timeout=TIMEOUT, isolation_level=None)
        try:
            # FULL: a page's file may not outlive what is known of it, also where the power fails.
            connection.executescript(f"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;{TABLES}")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All that is written meanwhile is written together, or none of it: each time takes a wait for the disk."""
        connection = self._connection
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _batches(names: Collection[str]) -> Iterator[tuple[list[str], str]]:
    """The names in batches, each with as many placeholders."""
    known = sorted(names)
    for start in range(0, len(known), BATCH):
        some = known[start : start + BATCH]
        yield some, ", ".join("?" * len(some))
