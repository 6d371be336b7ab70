"""The edition strip: for each language how it stands, what readers have not got, and what may be done about it."""

from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles import publishing, roles, rows, scheduling
from articles.admin.editions import ARCHIVED, DRAFT, EXPIRED, LIVE, MISSING, REVIEW, SCHEDULED, Standing, standing
from articles.models import Article, Edition

NOW, TIMES, EXPIRY = "now", "times", "expiry"  # a button, or a popover with fields


@dataclass(frozen=True, slots=True)
class Offer:
    """A verb as the strip offers it. With a `reason` it cannot be done now."""

    verb: str
    label: str
    address: str
    asks: str = NOW
    reason: str = ""
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One language of an article."""

    language: str
    name: str
    edition: Edition | None
    standing: Standing
    facts: tuple[str, ...]
    warning: str
    unpublished: bool
    offers: tuple[Offer, ...]

    @property
    def reason(self) -> str:
        """Why some of the verbs cannot be done: the same for all of them."""
        return next((offer.reason for offer in self.offers if offer.reason), "")

    @property
    def is_live(self) -> bool:
        return self.standing is LIVE and self.edition.is_live()


@dataclass(frozen=True, slots=True)
class Strip:
    cells: tuple[Cell, ...]
    version: int
    both: Offer | None = None
    may_see_history: bool = field(default=False)


def of(user, article: Article) -> Strip:
    content = rows.read(article)
    known = {
        edition.language: edition
        for edition in article.editions.select_related("live_revision", "scheduled_revision", "article")
    }
    shown = [_cell(user, article, known.get(code), code, name, content) for code, name in settings.LANGUAGES]
    both = _both(article, shown, content) if roles.may(user, "publish", article) else None
    return Strip(tuple(shown), version(article), both, roles.may(user, "history", article))


def version(article: Article) -> int:
    """The latest save: what is published is what the person has seen."""
    return article.revisions.values_list("pk", flat=True).first() or 0


def moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")


def _cell(user, article, edition, language, name, content) -> Cell:
    now = standing(edition or Edition(article=article, language=language))
    unpublished = bool(edition and now is LIVE and publishing.differs(edition, content))
    stops = publishing.stops(content, language)
    offers = [
        _offer(article, language, verb, label, asks, stops, is_main)
        for verb, needs, label, asks, is_main in _verbs(now, edition, unpublished)
        if roles.may(user, needs.format(language), edition or article)
    ]
    return Cell(
        language, name, edition, now, tuple(_facts(now, edition)), _overdue(edition), unpublished, tuple(offers)
    )


def _verbs(now: Standing, edition, unpublished: bool):
    """Verb, what one must be allowed for it, its word, what it asks, and whether it is the one to press."""
    back = ("withdraw", "submit", _("Back to draft"), NOW, False)
    when = ("schedule", "publish", _("Schedule"), TIMES, False)
    off = ("unschedule", "publish", _("Unschedule"), NOW, False)
    expiry = ("expire", "publish", _("Expiry"), EXPIRY, False)
    archive = ("archive", "publish", _("Archive"), NOW, False)
    publish = ("publish", "publish", _("Publish"), NOW, True)
    if now is LIVE:
        changes = (when, ("publish", "publish", _("Publish changes"), NOW, True)) if unpublished else ()
        return (expiry, archive, *((off,) if edition.scheduled_revision_id else ()), *changes)
    return {
        MISSING: (("begin", "translate:{}", _("Begin"), NOW, False),),
        DRAFT: (("submit", "submit", _("Send to review"), NOW, False), when, publish),
        REVIEW: (back, when, publish),
        SCHEDULED: (expiry, off, ("publish_now", "publish", _("Publish now"), NOW, True)),
        EXPIRED: (archive, ("revive", "publish", _("Revive"), NOW, True)),
        ARCHIVED: (
            ("withdraw", "publish", _("Back to draft"), NOW, False),
            ("revive", "publish", _("Revive"), NOW, True),
        ),
    }[now]


def _offer(article, language, verb, label, asks, stops, is_main) -> Offer:
    address = reverse("admin:articles_article_verb", args=[article.pk, language, verb])
    stopped = " ".join(stops) if verb in ("publish", "publish_now", "schedule") else ""
    return Offer(verb, label, address, asks, stopped, is_main)


def _facts(now: Standing, edition):
    """When it came to stand so, and what will come."""
    if now is LIVE:
        yield _("Since %(when)s") % {"when": moment(edition.published_at)}
        if edition.scheduled_at and not scheduling.is_overdue(edition):
            yield _("A change comes %(when)s") % {"when": moment(edition.scheduled_at)}
    if now is SCHEDULED:
        yield _("From %(when)s") % {"when": moment(edition.published_at)}
    if now is REVIEW and edition.submitted_at:
        yield _("Sent %(when)s") % {"when": moment(edition.submitted_at)}
    if now in (LIVE, SCHEDULED) and edition.expires_at:
        yield _("Expires %(when)s") % {"when": moment(edition.expires_at)}
    if now is EXPIRED:
        yield _("Since %(when)s") % {"when": moment(edition.expires_at)}


def _overdue(edition) -> str:
    """A change whose time has come and that has not: why, as far as the text says."""
    if edition is None or edition.scheduled_revision is None or not scheduling.is_overdue(edition):
        return ""
    said = {
        "when": moment(edition.scheduled_at),
        "reason": " ".join(publishing.stops(edition.scheduled_revision.manuscript, edition.language)),
    }
    return (_("The change of %(when)s has not been published yet. %(reason)s") % said).strip()


def _both(article, cells, content) -> Offer:
    """All editions at once, last in the strip; where it cannot be done, why not."""
    waiting = [cell for cell in cells if cell.edition and not cell.edition.gone]
    waiting = [cell for cell in waiting if publishing.differs(cell.edition, content)]
    reason = " ".join(stop for cell in waiting for stop in publishing.stops(content, cell.language))
    label = _("Publish both") if len(cells) == 2 else _("Publish all")
    reason = reason or ("" if waiting else _("Nothing is unpublished."))
    return Offer("publish_all", label, reverse("admin:articles_article_publish_all", args=[article.pk]), NOW, reason)
