"""Where comments and followed threads are to be seen, for lists of them."""

from articles.models import Edition


def places(rows) -> dict:
    """Of these comments or follows, those whose article is live in their language: row → edition, in one query."""
    live = Edition.objects.live().filter(article__in={row.article_id for row in rows})
    known = {(edition.article_id, edition.language): edition for edition in live.only(*FIELDS)}
    found = ((row, known.get((row.article_id, row.language))) for row in rows)
    return {row: edition for row, edition in found if edition}


FIELDS = ("article", "language", "slug", "title")
