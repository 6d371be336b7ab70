"""What a reader wrote, as a file to keep: plain values for JSON, without any e-mail address."""

from django.conf import settings
from django.utils import timezone

from comments import editions, signed
from comments.models import Comment

# Spam is told like what waits: its writer may be wrongly suspected, and others shall not learn from it.
STATES = {
    Comment.State.LIVE: "shown",
    Comment.State.HELD: "waiting",
    Comment.State.SPAM: "waiting",
    Comment.State.REMOVED: "removed",
}


def export(address) -> dict:
    """All comments and followed threads of an address, the oldest first."""
    comments = list(address.comments.order_by("pk"))
    follows = list(address.follows.order_by("pk"))
    places = editions.places([*comments, *follows])
    return {
        "site": settings.SITE_URL,
        "made_at": timezone.now(),
        "comments": [_comment(comment, places.get(comment)) for comment in comments],
        "followed": [_follow(follow, places.get(follow)) for follow in follows],
    }


def _comment(comment, edition) -> dict:
    return {
        "link": signed.link("comment", comment.pk, language=comment.language),
        "article": _article(edition),
        "language": comment.language,
        "state": STATES[comment.state],
        "name": comment.name,
        "text": comment.text,
        "written_at": comment.created_at,
        "edited_at": comment.edited_at,
        "wants_replies": comment.wants_replies,
    }


def _follow(follow, edition) -> dict:
    return {
        "article": _article(edition),
        "language": follow.language,
        "since": follow.created_at,
        "confirmed_at": follow.confirmed_at,
    }


def _article(edition) -> dict | None:
    """None where the comparison is not on the site any more."""
    return edition and {"title": edition.title, "link": settings.SITE_URL + edition.get_absolute_url()}
