"""Editions by many numbers at once, which travel as one parameter: a thousand take Django longer than the database."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, Exists, OuterRef, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.models import Edition, Subject, Tag

_WANTED = {"sqlite": "json_each(%s) wanted", "postgresql": "unnest(%s::bigint[]) wanted(value)"}
_AMONG = {"sqlite": "IN (SELECT value FROM json_each(%s))", "postgresql": "= ANY(%s::bigint[])"}
_A_MOMENT = datetime(2000, 1, 1, 1, 1, 1, 1, tzinfo=UTC)
_SOME = "some"  # stands for the numbers that are asked for
_EDITIONS = Edition._meta.db_table
_EACH = f"""
    SELECT edition.id, edition.author_id FROM json_each(%s) AS wanted
    CROSS JOIN {_EDITIONS} AS edition ON edition.id = wanted.value WHERE EXISTS ({{gate}})
"""
_LINKS = Edition.tags.through._meta.db_table
_TAGGED = f"SELECT tag_id, count(*) FROM {_LINKS} WHERE edition_id {{among}} GROUP BY tag_id"
_TAGS = f"SELECT edition_id, tag_id FROM {_LINKS} WHERE edition_id {{among}}"


def one_of(numbers: Collection[int]) -> RawSQL:
    """What a column is compared with by `__in`, in either database."""
    return RawSQL(f"SELECT wanted.value FROM {_WANTED[connection.vendor]}", [_parameter(numbers)])


def live_among(ids: Collection[int], language: str) -> QuerySet[Edition]:
    """Those of the editions that are live, a few."""
    sql, params = _gated(ids, language)
    return Edition.objects.filter(pk__in=RawSQL(f"SELECT id FROM ({sql}) AS live", params))


def live(ids: Collection[int], language: str) -> dict[int, int | None]:
    """Those of the editions that are live, with their authors, in the same order. One query, and none for none."""
    if not ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(*_gated(ids, language))
        rows = dict(cursor.fetchall())
    return {number: rows[number] for number in ids if number in rows}


def _gated(ids: Collection[int], language: str) -> tuple[str, list]:
    """SQL for the numbers and authors of those that are live."""
    sql, params = _gate(language, tuple(settings.PUBLIC_LANGUAGES), connection.vendor)
    moment, now = map(connection.ops.adapt_datetimefield_value, (_A_MOMENT, timezone.now()))
    put = {_SOME: _parameter(ids), moment: now}
    return sql, [put.get(one, one) for one in params]


@lru_cache(100)
def _gate(language: str, _public: tuple[str, ...], vendor: str) -> tuple[str, tuple]:
    """`Edition.objects.live` as SQL for some editions, with a moment in the place of the time of asking. Kept, since
    to put it together takes longer than to run it.

    SQLite is asked of each edition by its number: asked of all at once it reads every edition of the language
    instead, since it takes languages and states for rare.
    """
    live = Edition.objects.live(language, now=_A_MOMENT)
    try:
        if vendor == "sqlite":
            sql, params = live.filter(pk=RawSQL("edition.id", [])).values("pk").query.sql_with_params()
            return _EACH.format(gate=sql), (_SOME, *params)
        among_these = RawSQL(f"{_EDITIONS}.id {_AMONG[vendor]}", [_SOME], BooleanField())
        return live.filter(among_these).values_list("id", "author_id").query.sql_with_params()
    except EmptyResultSet:  # the language is not public
        return f"SELECT id, author_id FROM {_EDITIONS} WHERE 1 = 0", ()


def tagged(ids: Collection[int]) -> Mapping[int, int]:
    """How many of the editions have each tag, by the tag's number. One query, and none for none."""
    return dict(_rows(_TAGGED, ids))


def tags_of(ids: Collection[int]) -> Mapping[int, list[int]]:
    """The tags of each of the editions that has any, by their numbers. One query, and none for none."""
    found: dict[int, list[int]] = {}
    for edition, tag in _rows(_TAGS, ids):
        found.setdefault(edition, []).append(tag)
    return found


def tags(numbers: Collection[int]) -> Mapping[int, Tag]:
    """The tags of these numbers. One query, and none for none."""
    return {tag.pk: tag for tag in Tag.objects.filter(pk__in=one_of(numbers))} if numbers else {}


def compared(numbers: Collection[int], language: str) -> Mapping[int, Subject]:
    """Those of the subjects that a live edition compares, by number. One query, and none for none."""
    if not numbers:
        return {}
    of_live = Exists(Edition.objects.live(language).filter(pk=OuterRef("edition")))
    used = Edition.subjects.through.objects.filter(of_live, subject=OuterRef("pk"))
    return {row.pk: row for row in Subject.objects.filter(Exists(used), pk__in=one_of(numbers))}


def _rows(sql: str, numbers: Collection[int]) -> list[tuple]:
    if not numbers:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql.format(among=_AMONG[connection.vendor]), [_parameter(numbers)])
        return cursor.fetchall()


def _parameter(numbers: Collection[int]) -> str:
    """As text: a list of a thousand takes PostgreSQL's driver longer than the server."""
    listed = ",".join(map(str, numbers))
    return f"{{{listed}}}" if connection.vendor == "postgresql" else f"[{listed}]"
