"""An edition moves between its states, locked meanwhile, and the desk's log says who moved it."""

from datetime import datetime

from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import rows, showing
from articles.models import Article, Edition

State = Edition.State


class NotPossible(ValueError):
    """The edition is not in a state in which that can be done; says why."""


def begin(article: Article, language: str, *, by=None) -> Edition:
    """The article's edition in that language; where there is none, a draft."""
    edition = article.editions.filter(language=language).first()
    if edition is None:
        edition = Edition(article=article, language=language)
        edition.slug = edition.next_free_slug(showing.title(rows.read(article), language) or article.key)
        edition.save()
        log(edition, by, _("%(language)s: begun."))
    return edition


def submit(edition: Edition, *, by=None) -> Edition:
    """From draft to review."""
    refusal = _("Only a draft is sent to review.")
    changes = {"state": State.REVIEW, "submitted_at": timezone.now()}
    return _move(edition, by, {State.DRAFT}, refusal, _("%(language)s: sent to review."), changes)


def withdraw(edition: Edition, *, by=None) -> Edition:
    """Back to draft, from review or from the archive."""
    refusal = _("What readers have is archived, not made a draft.")
    changes = {"state": State.DRAFT, "submitted_at": None}
    return _move(edition, by, {State.REVIEW, State.ARCHIVED}, refusal, _("%(language)s: made a draft again."), changes)


def archive(edition: Edition, *, by=None) -> Edition:
    """Take it from readers for good: its address answers 410. A change that waited is dropped."""
    now = timezone.now()
    with transaction.atomic():
        claim(edition)
        if edition.state != State.PUBLISHED or waits(edition, now):
            raise NotPossible(_("Only what readers have had is archived."))
        edition.publications.filter(at__gt=now).delete()
        edition.state = State.ARCHIVED
        edition.scheduled_revision = edition.scheduled_at = None
        edition.save()
        log(edition, by, _("%(language)s: archived."))
    return edition


def revive(edition: Edition, *, by=None) -> Edition:
    """Give readers back what they had before it was archived or expired. What they never had becomes a draft."""
    with transaction.atomic():
        claim(edition)
        if not edition.gone:
            raise NotPossible(_("Only what is archived or expired is revived."))
        edition.expires_at = None
        if edition.live_revision is None:
            edition.state = State.DRAFT
        else:
            showing.check(edition.live_revision.manuscript, edition.language)
            edition.state = State.PUBLISHED
            edition.published_at = edition.published_at or timezone.now()
        edition.save()
        log(edition, by, _("%(language)s: revived."))
    return edition


def expire(edition: Edition, at: datetime | None, *, by=None) -> Edition:
    """From then on the edition is gone (410); None: never."""
    with transaction.atomic():
        claim(edition)
        if edition.state != State.PUBLISHED:
            raise NotPossible(_("Only what is published expires."))
        if at and at <= timezone.now():
            raise NotPossible(_("That time has passed."))
        if at and at <= max(edition.published_at, edition.scheduled_at or edition.published_at):
            raise NotPossible(_("It would expire before it is published."))
        edition.expires_at = at
        edition.save()
        log(edition, by, _("%(language)s: expiry set.") if at else _("%(language)s: expiry taken away."))
    return edition


def claim(edition: Edition) -> None:
    """Lock the edition and read it as it is now: somebody may have been here since it was read."""
    edition.refresh_from_db(from_queryset=Edition.objects.select_for_update())


def log(edition: Edition, by, sentence: str) -> None:
    """Write who did it into the article's log of the desk."""
    if by is None:
        return
    LogEntry.objects.create(
        user=by,
        content_type=ContentType.objects.get_for_model(Article),
        object_id=edition.article_id,
        object_repr=str(edition.article)[:200],
        action_flag=CHANGE,
        change_message=sentence % {"language": dict(settings.LANGUAGES).get(edition.language, edition.language)},
    )


def waits(edition, now) -> bool:
    return edition.state == State.PUBLISHED and edition.published_at > now


def _move(edition, by, states, refusal, sentence, changes) -> Edition:
    with transaction.atomic():
        claim(edition)
        if edition.state not in states:
            raise NotPossible(refusal)
        for name, value in changes.items():
            setattr(edition, name, value)
        edition.save()
        log(edition, by, sentence)
    return edition
