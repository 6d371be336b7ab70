"""Keeps PostgreSQL's indexes of the search tables small and whole; SQLite's are part of its tables."""

import re

from django.db import connection

TABLES = ("articles_searchentry", "articles_searchform", "articles_searchname")
# What `REINDEX … CONCURRENTLY` leaves beside the index if it is killed. It goes past such an index for ever after.
_LEFT_OVER = re.compile(r"_cc(?:new|old)\d*$")
_INVALID = """
    SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE NOT indisvalid AND indrelid = ANY(%s::regclass[]) ORDER BY relname
"""


def invalid() -> list[str]:
    """The indexes that no search goes by, though every change is written to them: their making was interrupted."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(_INVALID, [list(TABLES)])
        return [name for (name,) in cursor.fetchall()]


def mend() -> None:
    """Drop what was left over, and make anew what else is not valid. Does nothing inside a transaction."""
    if connection.in_atomic_block:
        return
    for name in invalid():
        # Who makes one just now holds its table: when it is our turn, the name may be no more.
        drop = _LEFT_OVER.search(name)
        _run(f"{'DROP INDEX CONCURRENTLY IF EXISTS' if drop else 'REINDEX INDEX CONCURRENTLY'} {_quoted(name)}")


def renew() -> None:
    """Without the room that rows of the generation of before had in them. Not in a transaction: others write on."""
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        return
    mend()
    for table in TABLES:
        _run(f"REINDEX TABLE CONCURRENTLY {table}")


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
