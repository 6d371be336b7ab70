"""What the editions that were found may be narrowed by: their tags and authors, each with how many."""

from collections import Counter
from collections.abc import Mapping

from articles.language import collation
from articles.models import Author, Tag, translated
from articles.search import counting
from articles.search.walking import Found


def tags(counts: Mapping[int, int], rows: Mapping[int, Tag], language: str) -> tuple[tuple[Tag, int], ...]:
    """Those that were counted, by number, among these rows."""
    return _sorted(((rows[pk], count) for pk, count in counts.items() if pk in rows), language)


def authors(found: Found, language: str) -> tuple[tuple[Author, int], ...]:
    """One query."""
    counts = Counter(pk for pk in found.authors.values() if pk is not None)
    return _sorted(((row, counts[row.pk]) for row in counting.authors(counts)), language)


def _sorted(counted, language: str) -> tuple:
    """Those with a page in the language, the most frequent first."""
    shown = ((row, count) for row, count in counted if row.public_in(language))
    key = lambda pair: (-pair[1], collation.sort_key(translated.text(pair[0], "name", language), language))  # noqa: E731
    return tuple(sorted(shown, key=key))
