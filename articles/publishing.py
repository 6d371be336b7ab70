"""From the desk to the reader: what an edition goes through, and who had it go there.

Saving keeps a revision; publishing points the edition at one; a change that waits is a second pointer with a time.
Each verb locks the edition, says in a sentence why it will not, and then changes nothing.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import checking, manuscript, rows
from articles.manuscript import Manuscript
from articles.models import Article, Edition, Publication, Revision
from articles.moving import NotPossible, archive, begin, claim, expire, log, revive, submit, waits, withdraw
from articles.showing import (
    MAX_SIDES,
    MIN_SIDES,
    NotPublishable,
    check,
    is_substantive,
    keep,
    renew_subject,
    show,
)

__all__ = [
    "MAX_SIDES",
    "MIN_SIDES",
    "NotPossible",
    "NotPublishable",
    "REFUSALS",
    "archive",
    "begin",
    "check",
    "differs",
    "expire",
    "keep",
    "publish",
    "publish_all",
    "put_scheduled",
    "renew_subject",
    "require",
    "revive",
    "schedule",
    "stops",
    "submit",
    "unschedule",
    "withdraw",
]

State = Edition.State
REFUSALS = (NotPublishable, NotPossible)  # what verbs raise


def publish(
    edition: Edition,
    *,
    by=None,
    note: str = "",
    substantive: bool | None = None,
    at: datetime | None = None,
    revision: Revision | None = None,
    strict: bool = True,
) -> Edition:
    """Show readers of this language the revision (the rows as they are now, where none is given).

    `at`: since when the edition is published; else the time that it has, else now. `substantive`: whether readers are
    told; None: as the saves since the last publication say. A change that waited is superseded.
    Raises NotPublishable, and changes nothing, where the text is not fit to be read.
    """
    with transaction.atomic():
        claim(edition)
        content = revision.manuscript if revision else rows.read(edition.article)
        (require if strict else check)(content, edition.language)
        revision = revision or keep(edition.article, content, by, note, substantive is not False)
        if substantive is None:
            substantive = is_substantive(edition, revision)
        _put(edition, revision, at, Publication(by=by, note=note or revision.note, substantive=substantive))
        log(edition, by, _("%(language)s: published."))
    return edition


def publish_all(article: Article, *, by=None, note="", substantive=None, at=None) -> list[Edition]:
    """Publish, or schedule for `at`, all editions that readers have not got as they are saved: all of them or none.

    Archived and expired ones stay as they are. Raises NotPublishable with a sentence for each that is not fit.
    """
    done, refused = [], []
    with transaction.atomic():
        content = rows.read(article)
        for edition in article.editions.order_by("pk"):
            if edition.gone or not differs(edition, content):
                continue
            try:
                if at:
                    schedule(edition, at, by=by, note=note, substantive=substantive)
                else:
                    publish(edition, by=by, note=note, substantive=substantive)
                done.append(edition)
            except REFUSALS as reason:
                refused.append(str(reason))
        if refused:
            raise NotPublishable(" ".join(refused))
        if not done:
            raise NotPublishable(_("Nothing is unpublished."))
    return done


def schedule(edition: Edition, at: datetime, *, by=None, note="", substantive=None, now=None) -> Edition:
    """Publish the rows as they are now at that time. What is saved later does not change what comes.

    An edition that readers have keeps its live text until then. Raises NotPublishable, or NotPossible for a time that
    has passed or a text that readers have already.
    """
    now = now or timezone.now()
    if at <= now:
        raise NotPossible(_("That time has passed."))
    with transaction.atomic():
        claim(edition)
        if edition.expires_at and edition.expires_at <= at:
            raise NotPossible(_("It would have expired by then."))
        if edition.state != State.PUBLISHED or waits(edition, now):
            return publish(edition, by=by, note=note, substantive=substantive, at=at)
        content = rows.read(edition.article)
        require(content, edition.language)
        if not differs(edition, content):
            raise NotPossible(_("Readers have this text already."))
        revision = keep(edition.article, content, by, note, substantive is not False)
        _point(edition, revision, at, now, by=by, note=note or revision.note, substantive=substantive)
    return edition


def _point(edition, revision, at, now, *, by, note, substantive) -> None:
    """The second pointer, and the row that says from whom readers will have got it."""
    if substantive is None:
        substantive = is_substantive(edition, revision)
    edition.scheduled_revision, edition.scheduled_at = revision, at
    edition.save()
    edition.publications.filter(at__gt=now).delete()
    edition.publications.create(revision=revision, at=at, by=by, note=note, substantive=substantive)
    log(edition, by, _("%(language)s: change scheduled."))


def unschedule(edition: Edition, *, by=None, now=None) -> Edition:
    """Take back a change that waits, or a first publication that waits: that edition is a draft again."""
    now = now or timezone.now()
    with transaction.atomic():
        claim(edition)
        if not edition.scheduled_revision_id and not waits(edition, now):
            raise NotPossible(_("Nothing is scheduled."))
        edition.publications.filter(at__gt=now).delete()
        if edition.scheduled_revision_id:
            edition.scheduled_revision = edition.scheduled_at = None
        else:
            past = edition.publications.order_by("at").first()
            edition.state, edition.published_at = State.DRAFT, past and past.at
            edition.live_revision = edition.live_revision if past else None
        edition.save()
        log(edition, by, _("%(language)s: schedule taken back."))
    return edition


def differs(edition: Edition, content: Manuscript | None = None) -> bool:
    """Whether the rows say something in this language that readers have not got, or will not get by schedule."""
    if edition.state != State.PUBLISHED or edition.live_revision is None:
        return True
    content = content or rows.read(edition.article)
    return not _same(edition.live_revision.manuscript, content, edition.language)


def stops(content: Manuscript, language: str) -> list[str]:
    """Why this text cannot be published in this language, a sentence each."""
    found = []
    try:
        check(content, language)
    except NotPublishable as reason:
        found.append(str(reason))
    poor = {finding.path for finding in checking.stops(content, language) if finding.rule == "answer"}
    names = [side.subject.name.get(language, "") for side in content.sides if f"side:{side.key}:answer" in poor]
    if names:
        found.append(_("An answer in one sentence is missing: %(sides)s.") % {"sides": ", ".join(names)})
    return found


def require(content: Manuscript, language: str) -> None:
    """Raise NotPublishable with all that stops the text."""
    if found := stops(content, language):
        raise NotPublishable(" ".join(found))


def put_scheduled(edition: Edition) -> None:
    """The change whose time has come becomes what readers get, as if by whoever scheduled it, at that time."""
    revision, at = edition.scheduled_revision, edition.scheduled_at
    check(revision.manuscript, edition.language)
    kept = edition.publications.filter(revision=revision, at=at).first()
    edition.publications.filter(revision=revision, at=at).delete()
    publication = kept or Publication(by=revision.by, note=revision.note, substantive=revision.substantive)
    publication.pk = None
    _put(edition, revision, None, publication, now=at)


def _put(edition, revision, at, publication: Publication, now=None) -> None:
    now = now or timezone.now()
    before = edition.live_revision
    was_read = before is not None and edition.published_at is not None and edition.published_at <= now
    changed = before is None or not _same(before.manuscript, revision.manuscript, edition.language)
    edition.state = State.PUBLISHED
    edition.published_at = at or edition.published_at or now
    edition.scheduled_revision = edition.scheduled_at = edition.submitted_at = None
    if was_read and changed and publication.substantive:
        edition.revised_at = now
    show(edition, revision)
    edition.publications.filter(at__gt=now).delete()
    if changed or not was_read:
        publication.edition, publication.revision = edition, revision
        publication.at = now if was_read else edition.published_at
        publication.save(force_insert=True)


def _same(one: Manuscript, other: Manuscript, language: str) -> bool:
    return manuscript.only(one, language) == manuscript.only(other, language)
