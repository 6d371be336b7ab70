"""What the page of a search tells of editions, of tags and of authors, each read in one query."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from articles.models import Author, Edition, Tag
from articles.search import gate

_FIELDS = ("id", "language", "slug", "published_at", "title", "title_parts")  # in the order of the model
_JOINED = {"sqlite": "group_concat(tag_id)", "postgresql": "string_agg(tag_id::text, ',')"}
_NAMED = [field.attname for field in Author._meta.concrete_fields]
_OF_TAGS = [field.attname for field in Tag._meta.concrete_fields]
# Texts and numbers alone, which need no conversion. What a tag has none of is left empty.
_ROWS = f"""
    SELECT 1, {", ".join(_NAMED)} FROM {Author._meta.db_table} WHERE id {{among}} UNION ALL
    SELECT 0, {", ".join(name if name in _OF_TAGS else "NULL" for name in _NAMED)}
    FROM {Tag._meta.db_table} WHERE id {{among}}
"""


@dataclass(frozen=True, slots=True)
class Told:
    """An edition, its live text, and the numbers of its tags."""

    edition: Edition
    content: str
    tags: tuple[int, ...] = ()


def editions(ids: Collection[int], language: str) -> list[Told]:
    """Those of the editions that are live, a few, in their order. One query, and none for none."""
    if not ids:
        return []
    told = {row[0]: _told(row) for row in _converted(gate.live(ids, language, _with_text))}
    return [told[number] for number in ids if number in told]


def rows(tags: Collection[int], authors: Collection[int]) -> tuple[Mapping[int, Tag], Mapping[int, Author]]:
    """The tags and the authors of these numbers, by number. One query, and none for none."""
    if not tags and not authors:
        return {}, {}
    with connection.cursor() as cursor:
        cursor.execute(
            _ROWS.format(among=gate.AMONG[connection.vendor]), [gate.parameter(authors), gate.parameter(tags)]
        )
        found = cursor.fetchall()
    of_tags = {row[1]: _tag(row[1:]) for row in found if not row[0]}
    return of_tags, {row[1]: _author(row[1:]) for row in found if row[0]}


# Kept by all that they say, and so never old: to make the forty of a page takes longer than to read them. They are
# shown by several threads at once and changed by none. No page that is kept stands on them.
@lru_cache(1_000)
def _tag(values: tuple) -> Tag:
    return Tag.from_db(DEFAULT_DB_ALIAS, _OF_TAGS, [values[_NAMED.index(name)] for name in _OF_TAGS])


@lru_cache(1_000)
def _author(values: tuple) -> Author:
    return Author.from_db(DEFAULT_DB_ALIAS, _NAMED, values)


def _with_text(found: QuerySet) -> QuerySet:
    links = Edition.tags.through._meta.db_table
    tags = RawSQL(f"(SELECT {_JOINED[connection.vendor]} FROM {links} WHERE edition_id = {gate.EDITIONS}.id)", ())
    return found.annotate(content=F("live_revision__content"), its_tags=tags).values_list(
        *_FIELDS, "content", "its_tags"
    )


def _converted(rows: list[tuple]) -> list[tuple]:
    """SQLite keeps moments as text."""
    if connection.vendor != "sqlite":
        return rows
    moment = connection.ops.convert_datetimefield_value
    return [(*row[:3], moment(row[3], None, connection), *row[4:]) for row in rows]


def _told(row: tuple) -> Told:
    *values, parts, content, tags = row
    edition = Edition.from_db(DEFAULT_DB_ALIAS, _FIELDS, [*values, json.loads(parts)])
    return Told(edition, content, tuple(map(int, tags.split(","))) if tags else ())
