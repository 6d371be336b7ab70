"""A SQLite database into a file and back, both by SQLite's online backup: others may read and write meanwhile."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import ConnectionHandler, connection

from config.backup import NotPossible

ENGINE, MEMBER = "sqlite", "database.sqlite3"
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"


def dump(file: Path) -> dict[str, int]:
    """Write a copy as of this moment, and return how many rows each table of it has."""
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)  # in one step: in smaller ones it begins anew after each writer
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, and none beside it
    with _opened(file) as copy:
        return counts(copy)


def counts(database=connection) -> dict[str, int]:
    with database.cursor() as cursor:
        tables = [name for (name,) in cursor.execute(TABLES).fetchall()]
        return {name: cursor.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def is_empty() -> bool:
    name = connection.settings_dict["NAME"]
    # A look at one that is not there would make it.
    is_there = name.startswith("file:") or Path(name).exists()
    return not is_there or not connection.introspection.table_names()


def examine(file: Path) -> None:
    """Raise NotPossible where the copy is not sound."""
    try:
        with _opened(file) as copy, copy.cursor() as cursor:
            said = cursor.execute("PRAGMA integrity_check").fetchall()
    except Exception:
        said = []
    if said != [("ok",)]:
        raise NotPossible("The database in the backup is damaged. Nothing was changed.")


def load(file: Path) -> None:
    """Put the copy in the place of what is there, for all who have it open, in one transaction."""
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        try:
            copy.backup(connection.connection)
        except sqlite3.Error as error:
            raise NotPossible(f"The database could not be written ({error}). It is as it was before.") from None
    connection.close()


@contextmanager
def _opened(file: Path) -> Iterator:
    """The file as Django would open it: with the collations that indexes need."""
    handler = ConnectionHandler({"default": {**connection.settings_dict, "NAME": str(file), "OPTIONS": {}}})
    try:
        yield handler["default"]
    finally:
        handler["default"].close()
