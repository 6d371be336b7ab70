"""What the editions that were found may be narrowed by: their tags and authors, each with how many."""

from collections import Counter

from django.db.models import Count

from articles.language import collation
from articles.models import Author, Tag
from articles.search.walking import Found


def tags(found: Found, language: str) -> tuple[tuple[Tag, int], ...]:
    """One query."""
    rows = Tag.objects.filter(editions__in=list(found.authors)).annotate(of_found=Count("editions"))
    return _sorted(((row, row.of_found) for row in rows), language)


def authors(found: Found, language: str) -> tuple[tuple[Author, int], ...]:
    """One query."""
    counts = Counter(pk for pk in found.authors.values() if pk is not None)
    return _sorted(((row, counts[row.pk]) for row in Author.objects.filter(pk__in=list(counts))), language)


def _sorted(counted, language: str) -> tuple:
    """Those with a page in the language, the most frequent first."""
    shown = ((row, count) for row, count in counted if row.public_in(language))
    return tuple(sorted(shown, key=lambda pair: (-pair[1], collation.sort_key(pair[0].name, language))))
