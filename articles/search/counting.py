"""Editions by many numbers at once, which travel as one parameter: a thousand take Django longer than the database."""

from collections.abc import Collection, Mapping

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.expressions import RawSQL

from articles.models import Edition, Subject
from articles.search import gate

AMONG = {"sqlite": "IN (SELECT value FROM json_each(%s))", "postgresql": "= ANY(%s::bigint[])"}
_WANTED = {"sqlite": "json_each(%s) wanted", "postgresql": "unnest(%s::bigint[]) wanted(value)"}
_BETWEEN = {
    "sqlite": "BETWEEN %s AND %s AND {column} NOT IN (SELECT value FROM json_each(%s))",
    "postgresql": "BETWEEN %s AND %s AND {column} <> ALL(%s::bigint[])",
}
_FEW, _DENSE = 100, 2  # numbers; and times as wide as they are many
_LINKS = Edition.tags.through._meta.db_table
_TAGGED = {
    "sqlite": f"""
        SELECT tag_id, count(*) FROM json_each(%s) AS wanted
        CROSS JOIN {_LINKS} ON edition_id = wanted.value GROUP BY tag_id
    """,
    "postgresql": f"SELECT tag_id, count(*) FROM {_LINKS} WHERE edition_id = ANY(%s::bigint[]) GROUP BY tag_id",
}
_TAGGED_BETWEEN = f"SELECT tag_id, count(*) FROM {_LINKS} WHERE edition_id {{between}} GROUP BY tag_id"


def one_of(numbers: Collection[int]) -> RawSQL:
    """What a column is compared with by `__in`, in either database."""
    return RawSQL(f"SELECT wanted.value FROM {_WANTED[connection.vendor]}", [parameter(numbers)])


def live(ids: Collection[int], language: str) -> dict[int, int | None]:
    """Those of the editions that are live, with their authors, in the same order. One query, and none for none."""
    if not ids:
        return {}
    bounds, vendor = _bounds(ids), connection.vendor
    among = _BETWEEN[vendor].format(column=f"{gate.EDITIONS}.id") if bounds else AMONG[vendor]
    with connection.cursor() as cursor:
        cursor.execute(*gate.live(language, _with_author, among, list(bounds) or [parameter(ids)]))
        rows = dict(cursor.fetchall())
    return {number: rows[number] for number in ids if number in rows}


def _with_author(editions: QuerySet) -> QuerySet:
    return editions.values_list("id", "author_id")


def _bounds(ids: Collection[int]) -> tuple:
    """The least, the greatest and those between that are missing, where that is told and asked for faster: an answer
    to a common word has nearly all the newest editions.
    """
    if len(ids) < _FEW:
        return ()
    least, most = min(ids), max(ids)
    if most - least >= _DENSE * len(ids):
        return ()
    return least, most, parameter(set(range(least, most)).difference(ids))


def tagged(ids: Collection[int]) -> Mapping[int, int]:
    """How many of the editions have each tag, by the tag's number. One query, and none for none."""
    if not ids:
        return {}
    bounds = _bounds(ids)
    with connection.cursor() as cursor:
        if bounds:
            between = _BETWEEN[connection.vendor].format(column="edition_id")
            cursor.execute(_TAGGED_BETWEEN.format(between=between), bounds)
        else:
            cursor.execute(_TAGGED[connection.vendor], [parameter(ids)])
        return dict(cursor.fetchall())


def compared(numbers: Collection[int], language: str) -> Mapping[int, Subject]:
    """Those of the subjects that a live edition compares, by number. One query, and none for none."""
    if not numbers:
        return {}
    of_live = Exists(Edition.objects.live(language).filter(pk=OuterRef("edition")))
    used = Edition.subjects.through.objects.filter(of_live, subject=OuterRef("pk"))
    return {row.pk: row for row in Subject.objects.filter(Exists(used), pk__in=one_of(numbers))}


def parameter(numbers: Collection[int]) -> str:
    """As text: a list of a thousand takes PostgreSQL's driver longer than the server."""
    listed = ",".join(map(str, numbers))
    return f"{{{listed}}}" if connection.vendor == "postgresql" else f"[{listed}]"
