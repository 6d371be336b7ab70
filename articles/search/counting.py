"""Editions by many numbers at once, which travel as one parameter: a thousand take Django longer than the database."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, Exists, F, OuterRef, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.models import Author, Edition, Subject, Tag

_WANTED = {"sqlite": "json_each(%s) wanted", "postgresql": "unnest(%s::bigint[]) wanted(value)"}
_AMONG = {"sqlite": "IN (SELECT value FROM json_each(%s))", "postgresql": "= ANY(%s::bigint[])"}
_BETWEEN = {
    "sqlite": "BETWEEN %s AND %s AND {column} NOT IN (SELECT value FROM json_each(%s))",
    "postgresql": "BETWEEN %s AND %s AND {column} <> ALL(%s::bigint[])",
}
_A_MOMENT = datetime(2000, 1, 1, 1, 1, 1, 1, tzinfo=UTC)
_SOME = "some"  # stands for the numbers that are asked for
_BOUNDS = ("least", "most", "missing")
_FEW, _DENSE = 100, 2  # numbers; and times as wide as they are many
_EDITIONS = Edition._meta.db_table
_TOLD = ("language", "slug", "title", "title_parts", "names", "lead", "published_at", "article_id", "live_revision")
_LINKS = Edition.tags.through._meta.db_table
_TAGGED = {
    "sqlite": f"""
        SELECT tag_id, count(*) FROM json_each(%s) AS wanted
        CROSS JOIN {_LINKS} ON edition_id = wanted.value GROUP BY tag_id
    """,
    "postgresql": f"SELECT tag_id, count(*) FROM {_LINKS} WHERE edition_id = ANY(%s::bigint[]) GROUP BY tag_id",
}
_TAGGED_BETWEEN = f"SELECT tag_id, count(*) FROM {_LINKS} WHERE edition_id {{between}} GROUP BY tag_id"
_TAGS = f"SELECT edition_id, tag_id FROM {_LINKS} WHERE edition_id {{among}}"


def one_of(numbers: Collection[int]) -> RawSQL:
    """What a column is compared with by `__in`, in either database."""
    return RawSQL(f"SELECT wanted.value FROM {_WANTED[connection.vendor]}", [_parameter(numbers)])


def told(ids: Collection[int], language: str) -> list[Edition]:
    """Those of the editions that are live, a few, in no order; each with its live text as `content`. One query."""
    return list(Edition.objects.raw(*_gated(ids, language, _with_text))) if ids else []


def live(ids: Collection[int], language: str) -> dict[int, int | None]:
    """Those of the editions that are live, with their authors, in the same order. One query, and none for none."""
    if not ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(*_gated(ids, language, _with_author))
        rows = dict(cursor.fetchall())
    return {number: rows[number] for number in ids if number in rows}


def _with_author(editions: QuerySet) -> QuerySet:
    return editions.values_list("id", "author_id")


def _with_text(editions: QuerySet) -> QuerySet:
    return editions.only(*_TOLD).annotate(content=F("live_revision__content"))


def _gated(ids: Collection[int], language: str, chosen) -> tuple[str, list]:
    """SQL for what is `chosen` of those that are live."""
    bounds = _bounds(ids)
    sql, params = _gate(language, tuple(settings.PUBLIC_LANGUAGES), connection.vendor, bool(bounds), chosen)
    moment, now = map(connection.ops.adapt_datetimefield_value, (_A_MOMENT, timezone.now()))
    put = {moment: now, **(dict(zip(_BOUNDS, bounds, strict=True)) if bounds else {_SOME: _parameter(ids)})}
    return sql, [put.get(one, one) for one in params]


@lru_cache(100)
def _gate(language: str, _public: tuple[str, ...], vendor: str, dense: bool, chosen) -> tuple[str, tuple]:
    """`Edition.objects.live` as SQL for some editions, with a moment in the place of the time of asking. Kept, since
    to put it together takes longer than to run it.

    SQLite may not go by an index other than the number: it takes languages and states for rare, and would read every
    edition of the language.
    """
    column = f"{_EDITIONS}.id"
    among, params = (_BETWEEN[vendor].format(column=column), _BOUNDS) if dense else (_AMONG[vendor], (_SOME,))
    these = RawSQL(f"{column} {among}", params, BooleanField())
    editions = Edition.objects.live(language, now=_A_MOMENT).filter(these)
    try:
        sql, params = chosen(editions).query.sql_with_params()
    except EmptyResultSet:  # the language is not public
        return f"SELECT id, author_id FROM {_EDITIONS} WHERE 1 = 0", ()
    if vendor == "sqlite":
        sql = sql.replace(f'FROM "{_EDITIONS}"', f'FROM "{_EDITIONS}" NOT INDEXED', 1)
    return sql, params


def _bounds(ids: Collection[int]) -> tuple:
    """The least, the greatest and those between that are missing, where that is told and asked for faster: an answer
    to a common word has nearly all the newest editions.
    """
    if len(ids) < _FEW:
        return ()
    least, most = min(ids), max(ids)
    if most - least >= _DENSE * len(ids):
        return ()
    return least, most, _parameter(set(range(least, most)).difference(ids))


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
            cursor.execute(_TAGGED[connection.vendor], [_parameter(ids)])
        return dict(cursor.fetchall())


def tags_of(ids: Collection[int]) -> Mapping[int, list[int]]:
    """The tags of each of the editions that has any, by their numbers. One query, and none for none."""
    found: dict[int, list[int]] = {}
    for edition, tag in _rows(_TAGS, ids):
        found.setdefault(edition, []).append(tag)
    return found


def tags(numbers: Collection[int]) -> Mapping[int, Tag]:
    """The tags of these numbers. One query, and none for none."""
    return {tag.pk: tag for tag in _of_numbers(Tag, numbers)}


def authors(numbers: Collection[int]) -> list[Author]:
    """The authors of these numbers. One query, and none for none."""
    return _of_numbers(Author, numbers)


def compared(numbers: Collection[int], language: str) -> Mapping[int, Subject]:
    """Those of the subjects that a live edition compares, by number. One query, and none for none."""
    if not numbers:
        return {}
    of_live = Exists(Edition.objects.live(language).filter(pk=OuterRef("edition")))
    used = Edition.subjects.through.objects.filter(of_live, subject=OuterRef("pk"))
    return {row.pk: row for row in Subject.objects.filter(Exists(used), pk__in=one_of(numbers))}


def _of_numbers(model, numbers: Collection[int]) -> list:
    """Rows of a table of texts and numbers, which need no conversion. One query, and none for none."""
    names = [field.attname for field in model._meta.concrete_fields]
    rows = _rows(f"SELECT {', '.join(names)} FROM {model._meta.db_table} WHERE id {{among}}", numbers)
    return [model.from_db(connection.alias, names, row) for row in rows]


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
