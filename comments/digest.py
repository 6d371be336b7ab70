"""The mail that tells moderators what is waiting. Its links lead to a page with one button; a GET changes nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone, translation

from articles.models import Edition
from comments import labels, letters
from comments.models import Comment, Decision, Letter, Rules

MOST = 20  # comments in one mail, the oldest
LINES, CHARACTERS = 4, 300  # of each
PERMISSIONS = "django.contrib.auth.backends.ModelBackend"  # whose rules on permissions hold, whoever signs people in
VERBS = ("approve", "spam", "remove")
TEMPLATE = "comments/mail/digest.txt"


@dataclass(frozen=True, slots=True)
class Waiting:
    comment: Comment
    title: str
    beginning: str
    reasons: list[str]
    links: dict[str, str]  # by verb


def send_if_due(now=None) -> int:
    """Write the digest to every moderator, if one is due and something came since the last. Returns how many."""
    now, rules = now or timezone.now(), Rules.current()
    if not _is_due(rules, now) or not _has_news(rules.digest_sent_at):
        return 0
    readers = moderators()
    if not readers:
        return 0
    with transaction.atomic():
        if not _claim(rules.digest_sent_at, now):
            return 0
        return _write(readers)


def moderators() -> list[str]:
    """The addresses of those who may decide at the desk."""
    people = get_user_model().objects.with_perm("comments.change_comment", backend=PERMISSIONS)
    allowed = people.filter(is_staff=True).exclude(email="")
    return sorted({email.casefold() for email in allowed.values_list("email", flat=True)})


def _is_due(rules: Rules, now: datetime) -> bool:
    if not rules.digest_hours:
        return False
    return rules.digest_sent_at is None or now - rules.digest_sent_at >= timedelta(hours=rules.digest_hours)


def _held():
    return Comment.objects.filter(state=Comment.State.HELD)


def _has_news(since: datetime | None) -> bool:
    """Whether one that waits was written, or put there by readers' reports or a decision, since then."""
    if since is None:
        return _held().exists()
    decided = Decision.objects.filter(comment=OuterRef("pk"), created_at__gt=since)
    return _held().filter(Q(created_at__gt=since) | Exists(decided)).exists()


def _claim(since: datetime | None, now: datetime) -> bool:
    """False where another worker was faster."""
    Rules.objects.get_or_create(pk=1)
    same = {"digest_sent_at": since} if since else {"digest_sent_at__isnull": True}
    return bool(Rules.objects.filter(pk=1, **same).update(digest_sent_at=now))


def _write(readers: list[str]) -> int:
    language = settings.LANGUAGE_CODE
    with translation.override(language):
        waiting, count = _waiting(), _held().count()
        queue = settings.SITE_URL + reverse("admin:comments_comment_changelist")
    context = {"waiting": waiting, "count": count, "more": count - len(waiting), "queue": queue}
    for email in readers:
        letters.write(Letter.Kind.DIGEST, email, TEMPLATE, language, context)
    return len(readers)


def _waiting() -> list[Waiting]:
    comments = list(_held().order_by("created_at", "pk")[:MOST])
    titles = _titles(comments)
    return [
        Waiting(
            comment,
            titles.get((comment.article_id, comment.language), ""),
            beginning(comment.text),
            [labels.words(reason) for reason in comment.reasons],
            {verb: _link(comment, verb) for verb in VERBS},
        )
        for comment in comments
    ]


def _titles(comments) -> dict[tuple[int, str], str]:
    editions = Edition.objects.filter(article__in={comment.article_id for comment in comments})
    return {
        (article, language): title for article, language, title in editions.values_list("article", "language", "title")
    }


def beginning(text: str) -> str:
    """The first lines, with a mark where more follows."""
    lines = "\n".join(text.strip().splitlines()[:LINES])[:CHARACTERS].rstrip()
    return lines if lines == text.strip() else f"{lines} …"


def _link(comment: Comment, verb: str) -> str:
    return settings.SITE_URL + reverse("admin:comments_comment_decide", args=[comment.pk, verb])
