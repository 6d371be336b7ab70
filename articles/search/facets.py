"""What the editions that were found may be narrowed by: their tags and authors, each with how many."""

from collections.abc import Mapping
from typing import TypeVar

from articles.language import collation
from articles.models import Author, Tag, translated

Row = TypeVar("Row", Tag, Author)


def counted(counts: Mapping[int, int], rows: Mapping[int, Row], language: str) -> tuple[tuple[Row, int], ...]:
    """Those that were counted, by number, as far as they are among the rows and have a page in the language; the most
    frequent first.
    """
    shown = ((rows[pk], count) for pk, count in counts.items() if pk in rows and rows[pk].public_in(language))
    key = lambda pair: (-pair[1], collation.sort_key(translated.text(pair[0], "name", language), language))  # noqa: E731
    return tuple(sorted(shown, key=key))
