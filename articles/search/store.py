"""The entries of the index in either database: FTS5 on SQLite, a tsvector on PostgreSQL. Both find the same."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db import connection

from articles.models import SearchEntry
from articles.search import among, indexes
from articles.search.expressions import NOTHING, Expression
from articles.search.scopes import edition_id, entry_id, scope

PAGES, MERGES = 200, 10_000  # of FTS5's words that are merged in one step, and such steps at most

_FIND = {
    "sqlite": """
        SELECT rowid FROM articles_searchwords WHERE articles_searchwords MATCH %s AND rowid < %s
        ORDER BY rowid DESC LIMIT %s
    """,
    "postgresql": "SELECT articles_search_matching(%s::tsquery, %s, %s)",
}
_OF_TIER = {
    "sqlite": f"SELECT %s, rowid FROM ({_FIND['sqlite']})",
    "postgresql": "SELECT %s, entry FROM articles_search_matching(%s::tsquery, %s, %s) entry",
}
_PRESENT = "SELECT id, scope, tokens FROM articles_searchentry WHERE id {among}"
_LAST = 2**63 - 1


def matching(expression: Expression, *, below: int | None = None, limit: int) -> list[int]:
    """The numbers of at most `limit` entries that the expression finds, the newest first, those under `below` only."""
    if expression == NOTHING or limit < 1:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_FIND[connection.vendor], [_wanted(expression), _below(below), limit])
        return [row[0] for row in cursor.fetchall()]


def in_turn(tiers: Sequence[tuple[int, Expression, int | None]], limit: int) -> list[tuple[int, int]]:
    """The numbers of the tiers and of at most `limit` entries that they find, those of the first tier first.

    Of a tier its number, what it finds, and below which entry. One query, which asks a tier where those before it
    have not enough.
    """
    tiers = [tier for tier in tiers if tier[1] != NOTHING]
    if not tiers:
        return []
    sql = " UNION ALL ".join([_OF_TIER[connection.vendor]] * len(tiers))
    params = [part for number, wanted, below in tiers for part in (number, _wanted(wanted), _below(below), limit)]
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} LIMIT %s", [*params, limit])
        return cursor.fetchall()


def _wanted(expression: Expression) -> str:
    return expression.fts5() if connection.vendor == "sqlite" else expression.tsquery()


def _below(entry: int | None) -> int:
    return _LAST if entry is None else entry


def text(tokens: Iterable[str]) -> str:
    """Tokens, each once, as the table has them."""
    return " ".join(sorted(set(tokens)))


def write(edition_id: int, generation: int, tokens: Iterable[str]) -> None:
    """Let the edition be found by these tokens, all of one scope, and by no others."""
    tokens = list(tokens)
    of_scope = _common_scope(tokens)
    _write({edition_id: text(token.replace(f"{of_scope}:", ":", 1) for token in tokens)}, of_scope, generation)


def write_all(texts: Mapping[int, str], language: str, generation: int) -> None:
    """Let each of the editions, all of one language, be found by the tokens of its text, and by no others."""
    _write(texts, scope(language, generation), generation)


def _write(texts: Mapping[int, str], of_scope: str, generation: int) -> None:
    wanted = {entry_id(number, generation): (of_scope, found) for number, found in texts.items()}
    present = {pk: (of, found) for pk, of, found in among.rows(_PRESENT, wanted)}
    changed = [
        SearchEntry(pk=number, edition_id=edition_id(number), scope=of, tokens=found)
        for number, (of, found) in sorted(wanted.items())
        if present.get(number) != (of, found)
    ]
    if changed:
        SearchEntry.objects.bulk_create(
            changed, update_conflicts=True, unique_fields=["id"], update_fields=["scope", "tokens"]
        )


def _common_scope(tokens: Iterable[str]) -> str:
    scopes = {token.partition(":")[0][1:] for token in tokens}
    if len(scopes) > 1:
        raise ValueError("The tokens of an edition are all of one scope.")
    return "".join(scopes)


def remove(edition_ids: Collection[int], generation: int) -> None:
    """Let these editions not be found."""
    if edition_ids:
        _rows([entry_id(number, generation) for number in edition_ids]).delete()


def _rows(numbers: Iterable[int]):
    return SearchEntry.objects.filter(pk__in=list(numbers))


def know_what_is_common() -> None:
    """Let PostgreSQL count which tokens are common: it plans by that. FTS5 plans nothing."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE articles_searchentry, articles_searchform, articles_searchname")


def tidy() -> None:
    """Bring together what was written and deleted in many small pieces, in steps that keep nobody waiting."""
    know_what_is_common()
    if connection.vendor == "postgresql":
        indexes.renew()
        return
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
