"""The entries of the index in either database: FTS5 on SQLite, a tsvector on PostgreSQL. Both find the same."""

from collections.abc import Collection, Iterable, Mapping

from django.db import connection

from articles.models import SearchEntry
from articles.search.expressions import NOTHING, Expression
from articles.search.scopes import edition_id, entry_id

PAGES, MERGES = 200, 10_000  # of FTS5's words that are merged in one step, and such steps at most

_FIND = {
    "sqlite": (
        "SELECT rowid FROM articles_searchwords WHERE articles_searchwords MATCH %s{} ORDER BY rowid DESC LIMIT %s",
        " AND rowid < %s",
    ),
    "postgresql": (
        "SELECT id FROM articles_searchentry WHERE words @@ %s::tsquery{} ORDER BY id DESC LIMIT %s",
        " AND id < %s",
    ),
}


def matching(expression: Expression, *, below: int | None = None, limit: int) -> list[int]:
    """The numbers of at most `limit` entries that the expression finds, the newest first, those under `below` only."""
    if expression == NOTHING or limit < 1:
        return []
    sqlite = connection.vendor == "sqlite"
    sql, older = _FIND[connection.vendor]
    asked = [expression.fts5() if sqlite else expression.tsquery()]
    with connection.cursor() as cursor:
        cursor.execute(
            sql.format("" if below is None else older), [*asked, *([] if below is None else [below]), limit]
        )
        return [row[0] for row in cursor.fetchall()]


def write(edition_id: int, generation: int, tokens: Iterable[str]) -> None:
    """Let the edition be found by these tokens, and by no others."""
    write_all({edition_id: tokens}, generation)


def write_all(tokens: Mapping[int, Iterable[str]], generation: int) -> None:
    """Let each of the editions be found by its tokens, and by no others."""
    wanted = {entry_id(number, generation): " ".join(sorted(set(found))) for number, found in tokens.items()}
    present = dict(SearchEntry.objects.filter(pk__in=wanted).values_list("pk", "tokens"))
    SearchEntry.objects.bulk_create(
        [
            SearchEntry(pk=number, edition_id=edition_id(number), tokens=text)
            for number, text in sorted(wanted.items())
            if present.get(number) != text
        ],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["tokens"],
    )


def remove(edition_ids: Collection[int], generation: int) -> None:
    """Let these editions not be found."""
    if edition_ids:
        SearchEntry.objects.filter(pk__in=[entry_id(number, generation) for number in edition_ids]).delete()


def know_what_is_common() -> None:
    """Let PostgreSQL count which tokens are common: it plans by that. FTS5 plans nothing."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE articles_searchentry, articles_searchform, articles_searchname")


def tidy() -> None:
    """Bring together what was written and deleted in many small pieces, in steps that keep nobody waiting."""
    know_what_is_common()
    if connection.vendor == "sqlite":
        for _step in range(MERGES):
            if not _merge():
                break


def _merge() -> bool:
    """Write about so many pages of the words anew; whether there is more to do, as FTS5 says it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT total_changes()")
        before = cursor.fetchone()[0]
        cursor.execute("INSERT INTO articles_searchwords(articles_searchwords, rank) VALUES ('merge', %s)", [PAGES])
        cursor.execute("SELECT total_changes()")
        return cursor.fetchone()[0] - before >= 2
