"""`Edition.objects.live` for editions by their numbers, which travel as one value: the way of all hits of a search."""

from collections.abc import Callable, Collection

from django.db import connection
from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.models import Edition
from articles.models.prepared import MOMENT, NUMBER, TEXT, prepared

EDITIONS = Edition._meta.db_table
AMONG = {"sqlite": "IN (SELECT value FROM json_each(%s))", "postgresql": "= ANY(%s::bigint[])"}
BETWEEN = {
    "sqlite": "BETWEEN %s AND %s AND {column} NOT IN (SELECT value FROM json_each(%s))",
    "postgresql": "BETWEEN %s AND %s AND {column} <> ALL(%s::bigint[])",
}
_FEW, _DENSE = 100, 2  # numbers; and times as wide as they are many

Choice = Callable[[QuerySet], QuerySet]  # which columns


def live(ids: Collection[int], language: str, chosen: Choice) -> list[tuple]:
    """What is `chosen` of those of the editions that are live, in no order. One query."""
    now = timezone.now()
    if found := bounds(ids):
        least, most, missing = found
        statement = _between.statement(language, chosen, now=now, least=least, most=most, missing=missing)
    else:
        statement = _among.statement(language, chosen, now=now, ids=parameter(ids))
    return _asked(*statement)


def bounds(ids: Collection[int]) -> tuple:
    """The least, the greatest and those between that are missing, where that is told and asked for faster: an answer
    to a common word has nearly all the newest editions.
    """
    if len(ids) < _FEW:
        return ()
    least, most = min(ids), max(ids)
    if most - least >= _DENSE * len(ids):
        return ()
    return least, most, parameter(set(range(least, most)).difference(ids))


def parameter(numbers: Collection[int]) -> str:
    """As text: a list of a thousand takes PostgreSQL's driver longer than the server."""
    listed = ",".join(map(str, numbers))
    return f"{{{listed}}}" if connection.vendor == "postgresql" else f"[{listed}]"


@prepared(now=MOMENT, ids=TEXT)
def _among(language, chosen, now, ids):
    return chosen(_live(language, now, AMONG[connection.vendor], ids))


@prepared(now=MOMENT, least=NUMBER, most=NUMBER, missing=TEXT)
def _between(language, chosen, now, least, most, missing):
    compared = BETWEEN[connection.vendor].format(column=f"{EDITIONS}.id")
    return chosen(_live(language, now, compared, least, most, missing))


def _live(language, now, compared: str, *given) -> QuerySet:
    these = RawSQL(f"{EDITIONS}.id {compared}", given, BooleanField())
    return Edition.objects.live(language, now).filter(these)


def _asked(sql: str, parameters: tuple) -> list[tuple]:
    if not sql:  # the language is not public
        return []
    if connection.vendor == "sqlite":
        # By no index but the number: SQLite takes languages and states for rare, and would read every edition.
        sql = sql.replace(f'FROM "{EDITIONS}"', f'FROM "{EDITIONS}" NOT INDEXED', 1)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
