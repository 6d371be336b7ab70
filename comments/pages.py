"""What pages that show comments are drawn from, and what makes them stale. Wired in apps.py."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import get_language

from articles import grounds
from articles.models import Edition
from articles.pages import stale
from comments.models import Comment

THREADS = "threads"  # what is said anywhere
RULES = "rules"  # when threads close


def note_thread(article_id: int) -> None:
    """The page that is being drawn shows this thread, or how it stands."""
    grounds.note(_thread(article_id), grounds.article(article_id), RULES)


def note_all() -> None:
    """The page that is being drawn shows the newest comments of all threads."""
    grounds.note(THREADS)


def addresses() -> Iterator[str]:
    """Of all threads and their feeds, in the language that is active."""
    yield reverse("comments-feed")
    for edition in Edition.objects.live(get_language()).newest().only("article_id", "language", "slug"):
        yield reverse("thread", args=[edition.slug])
        yield reverse("thread-feed", args=[edition.slug])


def comment_saved(sender, instance, **kwargs) -> None:
    """What waits, or is spam, stands on no page: signals tell when it comes and goes."""
    if instance.state in (Comment.State.LIVE, Comment.State.REMOVED):
        mark(instance.article_id, instance.language)


def comment_deleted(sender, instance, **kwargs) -> None:
    mark(instance.article_id, instance.language, withdrawn=True)


def comment_left(sender, comment, **kwargs) -> None:
    """It was public, and is so no more: nobody may be shown a copy."""
    mark(comment.article_id, comment.language, withdrawn=True)


def discussion_changed(sender, instance, **kwargs) -> None:
    mark(instance.article_id)


def rules_changed(sender, instance, **kwargs) -> None:
    stale.mark(RULES)


def mark(article_id: int, language: str = "", *, withdrawn: bool = False) -> None:
    """The thread changes; the article's page in the language is drawn again at once."""
    shown = Edition.objects.live(language).filter(article=article_id) if language else ()
    draw = [edition.get_absolute_url() for edition in shown]
    stale.mark(_thread(article_id), THREADS, withdrawn=withdrawn, draw=draw)


def _thread(article_id: int) -> str:
    return f"thread:{article_id}"
