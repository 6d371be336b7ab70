"""What a moderator wants to know beside a comment: for a page of them in as many queries as for one."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Max
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.admin import verbs
from comments.labels import Label, labels
from comments.models import Comment
from comments.moments import took

State = Comment.State
RELATED = ("article", "address", "parent", "by")
PREFETCHED = ("article__sides__subject", "reports", "decisions__by")


@dataclass(frozen=True, slots=True)
class Entry:
    """One comment as the desk shows it."""

    comment: Comment
    others: Counter  # its writer's other comments, by state
    last_said: Comment | None = None
    following: int | None = None  # the next one of the list: the place to go on from

    @property
    def labels(self) -> list[Label]:
        return labels(self.comment.reasons)

    @property
    def verbs(self) -> list[verbs.Verb]:
        return verbs.possible(self.comment)

    @property
    def names(self) -> list[str]:
        return [str(side.subject) for side in self.comment.article.sides.all()]

    @property
    def text(self) -> str:
        return marked(self.comment.text, listed_words(self.comment.reasons))

    @property
    def place(self) -> str:
        """Where to go on from when this one is decided."""
        return str(self.following or self.comment.pk)

    @property
    def took(self) -> str:
        return took(self.comment.seconds)

    @property
    def reports(self) -> list:
        return [report for report in self.comment.reports.all() if report.settled_at is None]

    @property
    def decision(self):
        """The last one."""
        return next(iter(self.comment.decisions.all()), None)

    @property
    def same_writer(self) -> str:
        return said_of(self.others)

    @property
    def has_others(self) -> bool:
        return self.others.total() > 0  # a template would ask a Counter for the key "total"

    @property
    def brief(self) -> str:
        """One line instead of all that."""
        if self.others.total() or not self.comment.parent:
            return self.same_writer
        return _("Answers %(name)s.") % {"name": self.comment.parent.name or _("a removed comment")}


def entries(comments: Iterable[Comment]) -> list[Entry]:
    comments = list(comments)
    counts, last_said = _counts(comments), _last_said(comments)
    following = [*(comment.pk for comment in comments[1:]), None]
    return [
        Entry(comment, _others(comment, counts), _unless_itself(comment, last_said), after)
        for comment, after in zip(comments, following, strict=False)
    ]


def entry(comment: Comment) -> Entry:
    return entries([comment])[0]


def said_of(others: Counter) -> str:
    """ "7 shown, 1 removed"."""
    if not others.total():
        return _("no other comments")
    phrases = (
        (State.HELD, lambda n: ngettext("%(count)s held", "%(count)s held", n)),
        (State.LIVE, lambda n: ngettext("%(count)s shown", "%(count)s shown", n)),
        (State.SPAM, lambda n: ngettext("%(count)s spam", "%(count)s spam", n)),
        (State.REMOVED, lambda n: ngettext("%(count)s removed", "%(count)s removed", n)),
    )
    return ", ".join(say(others[state]) % {"count": others[state]} for state, say in phrases if others[state])


def marked(text: str, words: list[str]) -> str:
    """The text as HTML, exactly as it was typed, with the listed words marked where they stand so."""
    wanted = "|".join(re.escape(word) for word in words if word)
    if not wanted:
        return format_html("{}", text)
    parts = re.split(f"({wanted})", text, flags=re.IGNORECASE)
    return format_html_join(
        "", "{}{}", ((plain, format_html("<mark>{}</mark>", hit) if hit else "") for plain, hit in _pairs(parts))
    )


def listed_words(reasons: list[dict]) -> list[str]:
    found = []
    for reason in reasons:
        if reason.get("rule") == "word":
            measure = reason.get("measure")
            found += [str(one) for one in measure] if isinstance(measure, (list, tuple)) else [str(measure or "")]
    return found


def _pairs(parts: list[str]):
    """What a split gives, as (plain, hit)."""
    return zip(parts[::2], [*parts[1::2], ""], strict=True)


def _counts(comments) -> dict[tuple, Counter]:
    """How many comments each writer has, by state: of an address, and of a network where none was given."""
    found: dict[tuple, Counter] = {}
    for field in ("address", "network"):
        values = {value for comment in comments if (value := _writer(comment)) and value[0] == field}
        rows = Comment.objects.filter(**{f"{field}__in": [value for _field, value in values]}).order_by()
        for row in rows.values(field, "state").annotate(count=Count("pk")):
            found.setdefault((field, row[field]), Counter())[row["state"]] = row["count"]
    return found


def _writer(comment) -> tuple | None:
    if comment.address_id:
        return "address", comment.address_id
    return ("network", comment.network) if comment.network else None


def _others(comment, counts) -> Counter:
    others = Counter(counts.get(_writer(comment), {}))
    others[comment.state] -= 1
    return +others


def _last_said(comments) -> dict[int, Comment]:
    """The newest live comment of each article."""
    articles = {comment.article_id for comment in comments}
    newest = Comment.objects.live().filter(article__in=articles).order_by().values("article")
    pks = [row["newest"] for row in newest.annotate(newest=Max("pk"))]
    return {comment.article_id: comment for comment in Comment.objects.filter(pk__in=pks)}


def _unless_itself(comment, last_said) -> Comment | None:
    last = last_said.get(comment.article_id)
    return last if last and last.pk != comment.pk else None
