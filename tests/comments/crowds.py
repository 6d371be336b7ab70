"""Threads with many comments, written all at once."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from comments import places
from comments.models import Comment

START = datetime(2026, 1, 1, 12, tzinfo=UTC)


def row(*, article, parent=None, at=START, **fields) -> Comment:
    """A live comment with its place, not yet written."""
    fields = {"language": "is", "state": "live", "name": "Lesandi", "text": "Gott að vita.", **fields}
    place = places.place(at, parent.place if parent else "")
    return Comment(
        article_id=article.pk, parent=parent, created_at=at, place=place, branch=places.branch(place), **fields
    )


def make_roots(*, article, count, at=START, **fields) -> list[Comment]:
    """Comments a minute apart that answer nothing."""
    found = [row(article=article, at=at + timedelta(minutes=number), **fields) for number in range(count)]
    return Comment.objects.bulk_create(found, batch_size=500)


def make_replies(*, article, parent, count, **fields) -> list[Comment]:
    """Answers to one comment, a minute apart."""
    begun = parent.created_at + timedelta(seconds=1)
    found = [
        row(article=article, parent=parent, at=begun + timedelta(minutes=number), **fields) for number in range(count)
    ]
    return Comment.objects.bulk_create(found, batch_size=500)


def make_chain(*, article, count, **fields) -> list[Comment]:
    """A comment, an answer to it, an answer to that …"""
    found = []
    for number in range(count):
        found.append(row(article=article, parent=None, at=START + timedelta(minutes=number), **fields))
        if number:
            found[-1].place = places.place(found[-1].created_at, found[-2].place)
            found[-1].branch = places.branch(found[-1].place)
    found = Comment.objects.bulk_create(found, batch_size=500)
    for above, below in pairwise(found):
        below.parent = above
    Comment.objects.bulk_update(found, ["parent"], batch_size=500)
    return found
