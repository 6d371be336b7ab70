"""Editions by many numbers at once, which travel as one parameter: a thousand take Django longer than the database."""

from collections.abc import Collection, Mapping

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.expressions import RawSQL

from articles.models import Edition, Subject
from articles.search import gate

_WANTED = {"sqlite": "json_each(%s) wanted", "postgresql": "unnest(%s::bigint[]) wanted(value)"}
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
    return RawSQL(f"SELECT wanted.value FROM {_WANTED[connection.vendor]}", [gate.parameter(numbers)])


def live(ids: Collection[int], language: str) -> dict[int, int | None]:
    """Those of the editions that are live, with their authors, in the same order. One query, and none for none."""
    if not ids:
        return {}
    rows = dict(gate.live(ids, language, _with_author))
    return {number: rows[number] for number in ids if number in rows}


def _with_author(editions: QuerySet) -> QuerySet:
    return editions.values_list("id", "author_id")


def tagged(ids: Collection[int]) -> Mapping[int, int]:
    """How many of the editions have each tag, by the tag's number. One query, and none for none."""
    if not ids:
        return {}
    bounds = gate.bounds(ids)
    with connection.cursor() as cursor:
        if bounds:
            between = gate.BETWEEN[connection.vendor].format(column="edition_id")
            cursor.execute(_TAGGED_BETWEEN.format(between=between), bounds)
        else:
            cursor.execute(_TAGGED[connection.vendor], [gate.parameter(ids)])
        return dict(cursor.fetchall())


def compared(numbers: Collection[int], language: str) -> Mapping[int, Subject]:
    """Those of the subjects that a live edition compares, by number. One query, and none for none."""
    if not numbers:
        return {}
    of_live = Exists(Edition.objects.live(language).filter(pk=OuterRef("edition")))
    used = Edition.subjects.through.objects.filter(of_live, subject=OuterRef("pk"))
    return {row.pk: row for row in Subject.objects.filter(Exists(used), pk__in=one_of(numbers))}
