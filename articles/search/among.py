"""SQL that asks for several things by their number or word at once, in either database's language."""

import json
from collections.abc import Collection, Sequence

from django.db import connection

_AMONG = {"sqlite": "IN (SELECT value FROM json_each(%s))", "postgresql": "= ANY(%s)"}


def rows(sql: str, wanted: Collection, *before: object) -> Sequence[tuple]:
    """The rows of a query that says {among} where a column is one of those wanted, after its other parameters.

    What indexing asks for each edition: written out, since to put a query together takes Django longer than to run it.
    """
    if not wanted:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql.format(among=_AMONG[connection.vendor]), [*before, _parameter(wanted)])
        return cursor.fetchall()


def _parameter(wanted: Collection):
    return list(wanted) if connection.vendor == "postgresql" else json.dumps(list(wanted))
