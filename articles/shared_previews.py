"""Links by which somebody without an account reads a working draft and answers the desk: made, opened, ended."""

import hashlib
import json
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles import manuscript, publishing, roles, rows
from articles.manuscript import Manuscript
from articles.models import Article, Edition, PreviewAnswer, Revision, SharedPreview

DAYS = (1, 7, 30)  # how long a link may hold
MOST_LINKS = 20  # of one edition, that hold at the same time
MOST_ANSWERS = 20  # by one link
LOOKED_THROUGH = 50  # revisions, for the one that somebody had before their eyes
GLANCE = timedelta(minutes=1)  # one who reads does not write into the database each second
OPEN, REVOKED, EXPIRED, WITHDRAWN, PUBLISHED, ORPHANED = "", "revoked", "expired", "gone", "published", "orphaned"


class NotShareable(ValueError):
    """No link to the edition can be made; says why."""


class NotAnswerable(ValueError):
    """The answer cannot be taken; says why."""


class Changed(NotAnswerable):
    """The text is another one than was approved."""


def share(edition: Edition, days: int, *, by, note: str = "") -> tuple[SharedPreview, str]:
    """A new link to the working draft, and its key, which is kept nowhere."""
    if days not in DAYS:
        raise ValueError(f"A link holds for one of {DAYS} days, not {days}.")
    key, now = _signer().sign(secrets.token_urlsafe(32)), timezone.now()
    with transaction.atomic():
        edition = Edition.objects.select_for_update().get(pk=edition.pk)
        if edition.gone:
            raise NotShareable(_("What has been withdrawn is not shared."))
        if not publishing.differs(edition) and not publishing.waits(edition, now):
            raise NotShareable(_("Readers have this text already."))
        if edition.shared_previews.filter(revoked_at=None, expires_at__gt=now).count() >= MOST_LINKS:
            raise NotShareable(_("The edition has %(most)d links that hold. Revoke one first.") % {"most": MOST_LINKS})
        preview = edition.shared_previews.create(
            digest=_digest(key),
            by=by,
            language=get_language(),
            expires_at=now + timedelta(days=days),
            note=note,
            made_at=now,
            published=_published(edition, now),
        )
    return preview, key


def find(key: str) -> SharedPreview | None:
    """The link with this key, while it holds. Raises BadSignature for a key that we never made."""
    _signer().unsign(key)
    known = SharedPreview.objects.select_related("edition__article", "by").filter(digest=_digest(key)).first()
    return known if known and end_of(known) == OPEN else None


def end_of(preview: SharedPreview, now: datetime | None = None) -> str:
    """Why the link holds no longer; OPEN while it does."""
    now, edition = now or timezone.now(), preview.edition
    if preview.revoked_at:
        return REVOKED
    if preview.expires_at <= now:
        return EXPIRED
    if edition.gone:
        return WITHDRAWN
    if _published(edition, now) > preview.published:
        return PUBLISHED
    may = preview.by is not None and roles.may(preview.by, "share", edition)
    return OPEN if may else ORPHANED


def revoke(preview: SharedPreview) -> None:
    """The link leads nowhere from now on. Its answers stay."""
    SharedPreview.objects.filter(pk=preview.pk, revoked_at=None).update(revoked_at=timezone.now())


def was_opened(preview: SharedPreview) -> None:
    """Note that somebody reads."""
    now = timezone.now()
    if preview.opened_at is None or now - preview.opened_at > GLANCE:
        SharedPreview.objects.filter(pk=preview.pk).update(opened_at=now)


def mark(content: Manuscript, language: str) -> str:
    """What tells this text from any other one, in that language."""
    said = json.dumps(manuscript.to_json(manuscript.only(content, language)), sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def answer(preview: SharedPreview, *, approved: bool, seen: str, name: str = "", text: str = "") -> PreviewAnswer:
    """Keep what was answered. `seen`: the mark of the text that they read. The same answer twice is one.

    Raises Changed where another text would be approved than was read, and NotAnswerable where there are enough.
    """
    with transaction.atomic():
        SharedPreview.objects.select_for_update().get(pk=preview.pk)
        revision = _approved(preview, seen) if approved else _seen(preview, seen)
        said = {"approved": approved, "name": name, "text": text, "revision": revision}
        if same := preview.answers.filter(**said).first():
            return same
        if preview.answers.count() >= MOST_ANSWERS:
            raise NotAnswerable(_("No more answers fit by this link. Write to whoever sent it to you."))
        return preview.answers.create(**said)


def read(preview: SharedPreview) -> int:
    """The desk has read the link's answers. Returns how many were new."""
    return preview.answers.filter(seen_at=None).update(seen_at=timezone.now())


def unread(user):
    """Answers that nobody at the desk has read: an editor's are all, another's those to the links that they made."""
    waiting = PreviewAnswer.objects.filter(seen_at=None).select_related("preview__edition__article")
    if not (user.is_active and user.is_staff):
        return waiting.none()
    return waiting if user.has_perm("articles.change_article") else waiting.filter(preview__by=user)


def unread_answers(user) -> int:
    """How many those are. One query."""
    return unread(user).count()


def shareable(user, article: Article) -> list[Edition]:
    """The article's editions that the person may make links for, in the site's order."""
    known = {edition.language: edition for edition in article.editions.select_related("article")}
    found = [known[code] for code, _name in settings.LANGUAGES if code in known]
    return [edition for edition in found if not edition.gone and roles.may(user, "share", edition)]


def _approved(preview: SharedPreview, seen: str) -> Revision:
    article = preview.edition.article
    content = rows.read(article)
    if mark(content, preview.edition.language) != seen:
        raise Changed(_("The text has changed since you opened it. Read it again before you approve it."))
    return publishing.keep(article, content, substantive=False)


def _seen(preview: SharedPreview, seen: str) -> Revision | None:
    """The revision that they read, where it is one of the latest."""
    language = preview.edition.language
    latest = preview.edition.article.revisions.all()[:LOOKED_THROUGH]
    return next((revision for revision in latest if mark(revision.manuscript, language) == seen), None)


def _published(edition: Edition, now: datetime) -> int:
    """How often readers of the edition have got another text. Never falls, so an ended link stays ended."""
    return edition.publications.filter(at__lte=now).count()


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _signer() -> signing.Signer:
    # A dot, since some mail programs end a link at a colon.
    return signing.Signer(salt="articles.shared_previews", sep=".")
