"""Many articles made of some: the same texts under other numbers, with their entries in the index."""

from importlib import import_module

from django.db import connection, transaction

# Of each table what a copy has in the place of its own; {by} is how far numbers are moved.
MOVED = {
    "articles_article": {"id": "id + {by}", "key": "key || '-{by}'"},
    "articles_revision": {"id": "id + {by}", "article_id": "article_id + {by}"},
    "articles_edition": {
        "id": "id + {by}",
        "article_id": "article_id + {by}",
        "slug": "slug || '-{by}'",
        "live_revision_id": "live_revision_id + {by}",
    },
    "articles_edition_subjects": {"id": "id + 2 * {by}", "edition_id": "edition_id + {by}"},
    "articles_edition_tags": {"id": "id + 2 * {by}", "edition_id": "edition_id + {by}"},
    "articles_searchentry": {"id": "id + 2 * {by}", "edition_id": "edition_id + {by}"},
}
NAMES = {"id": "id + {names}", "edition_id": "edition_id + {by}"}


def copy(times: int) -> None:
    """Make every article there is so many times as many. Tables that were filled in one go, and nothing else."""
    if times < 2:
        return
    with connection.cursor() as cursor:
        by, names = (_greatest(cursor, table) for table in ("articles_edition", "articles_searchname"))
        if connection.vendor == "postgresql":  # built anew at the end, which takes a fraction of the time
            cursor.execute("DROP INDEX articles_searchentry_words")
        with transaction.atomic():
            for number in range(1, times):
                _insert_all(cursor, {"by": by * number, "names": names * number}, by)
        if connection.vendor == "postgresql":
            cursor.execute(import_module("articles.migrations.0005_smaller_search_index").POSTGRESQL[0])
            cursor.execute("VACUUM ANALYZE")


def _insert_all(cursor, moved: dict[str, int], last: int) -> None:
    """One more of every row of editions up to the last."""
    for table, changes in (*MOVED.items(), ("articles_searchname", NAMES)):
        edition = "edition_id" if "edition_id" in changes else "id"
        _insert(cursor, table, changes, moved, f"{edition} <= {last}")


def _greatest(cursor, table: str) -> int:
    cursor.execute(f"SELECT coalesce(max(id), 0) FROM {table}")
    return cursor.fetchone()[0]


def _insert(cursor, table: str, changes: dict[str, str], moved: dict[str, int], own: str) -> None:
    columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
    values = [changes.get(name, name).format(**moved) for name in columns]
    cursor.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table} WHERE {own}")
