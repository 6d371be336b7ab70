"""What an edition shows: revisions kept of the rows, one of them pointed at, and what lists need of it."""

from collections.abc import Callable
from dataclasses import replace

from django.db import transaction
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import comparison, manuscript, reading, rows
from articles.manuscript import Manuscript
from articles.models import Article, Author, Edition, Picture, Revision, Subject, Tag

MIN_SIDES, MAX_SIDES = 2, 5


class NotPublishable(ValueError):
    """The article cannot be published in this language; says why."""


def keep(
    article: Article, content: Manuscript | None = None, by=None, note: str = "", substantive: bool = True
) -> Revision:
    """Keep the article's manuscript as a revision. Where nothing changed since the last one, that one is returned."""
    content = content or rows.read(article)
    latest = article.revisions.first()
    if latest and latest.manuscript == content:
        return latest
    return Revision.objects.create(
        article=article, content=manuscript.to_json(content), by=by, note=note, substantive=substantive
    )


def check(content: Manuscript, language: str) -> None:
    """Raise NotPublishable unless the manuscript has what a page in that language cannot be without."""
    count = len(comparison.named(content.sides, language))
    if not MIN_SIDES <= count <= MAX_SIDES:
        message = _(
            "“%(key)s” has %(count)d sides with a name in “%(language)s”; a comparison is published with 2 to 5."
        )
        raise NotPublishable(message % {"key": content.key, "count": count, "language": language})


def title(content: Manuscript, language: str) -> str:
    """The title that a page in that language would have; "" where it has too few names."""
    return reading.read(content, language).title if comparison.named(content.sides, language) else ""


def is_substantive(edition: Edition, revision: Revision) -> bool:
    """Whether one of the saves was, that readers of the edition get with this revision."""
    live = edition.live_revision_id
    if live is None or revision.pk <= live:
        return True
    return edition.article.revisions.filter(pk__gt=live, pk__lte=revision.pk, substantive=True).exists()


def show(edition: Edition, revision: Revision) -> None:
    """Point the edition at the revision and write what lists need."""
    content, language = revision.manuscript, edition.language
    read = reading.read(content, language)
    edition.live_revision = revision
    edition.title = read.title
    edition.title_parts = [[part.text, part.ink] for part in read.headings.title]
    edition.names = [side.name for side in read.sides]
    edition.lead = read.lead
    edition.author = next(iter(public(Author, [content.author.key] if content.author else [], language)), None)
    edition.save()
    edition.subjects.set(public(Subject, [side.subject for side in read.sides], language))
    edition.tags.set(public(Tag, [tag.key for tag in content.tags], language))


def public(model, keys: list[str], language: str) -> list:
    """Those of the keys that have a page in the language."""
    return [row for row in model.objects.filter(key__in=keys) if row.public_in(language)]


def renew_subject(subject: Subject, *, by=None) -> int:
    """Carry a corrected subject into every live and every scheduled revision that has it, and nothing else.

    Returns how many editions now show it so. That is no substantive change, and moves no date.
    """
    value = rows.subject(subject)

    def corrected(content):
        sides = (replace(side, subject=value) if side.subject.key == value.key else side for side in content.sides)
        return replace(content, sides=tuple(sides))

    return _renew(Q(subjects=subject, live_revision__isnull=False), corrected, by)


def renew_picture(picture: Picture, *, by=None) -> int:
    """As `renew_subject`, for what the library says of a picture."""
    value = rows.picture(picture)

    def put(part):
        return replace(part, picture=value) if part.picture and part.picture.digest == value.digest else part

    def corrected(content):
        sides = (put(replace(side, subject=put(side.subject))) for side in content.sides)
        return put(replace(content, sides=tuple(sides)))

    text = Cast("live_revision__content", TextField())
    showing = Edition.objects.annotate(live_text=text).filter(live_text__contains=picture.digest)
    return _renew(Q(pk__in=showing.values("pk")), corrected, by)


def _renew(shown_by: Q, corrected: Callable[[Manuscript], Manuscript], by) -> int:
    shown, articles = 0, {}
    with transaction.atomic():
        concerned = shown_by | Q(scheduled_revision__isnull=False)
        for edition in Edition.objects.filter(concerned).select_related("article").distinct():
            waiting = _has_substantive(edition)
            now_shown, now_comes = _renew_live(edition, corrected, by), _renew_scheduled(edition, corrected, by)
            shown += now_shown
            if now_shown or now_comes:
                articles[edition.article] = articles.get(edition.article, False) or waiting
        for article, substantive in articles.items():
            # The latest revision is what the rows say, whatever was kept meanwhile.
            keep(article, by=by, substantive=substantive)
    return shown


def _renew_live(edition, corrected, by) -> bool:
    before = edition.live_revision
    content = _renewed(before, corrected)
    if content is None:
        return False
    revision = keep(edition.article, content, by, substantive=False)
    show(edition, revision)
    edition.publications.filter(revision=before, at__gt=timezone.now()).update(revision=revision)
    language = edition.language
    if edition.is_live() and manuscript.only(before.manuscript, language) != manuscript.only(content, language):
        edition.publications.create(revision=revision, by=by, substantive=False)
    return True


def _renew_scheduled(edition, corrected, by) -> bool:
    before = edition.scheduled_revision
    content = _renewed(before, corrected)
    if content is None:
        return False
    edition.scheduled_revision = keep(edition.article, content, by, before.note, substantive=False)
    edition.publications.filter(revision=before, at=edition.scheduled_at).update(revision=edition.scheduled_revision)
    edition.save()
    return True


def _renewed(revision: Revision | None, corrected) -> Manuscript | None:
    """The revision's manuscript corrected; None where there is nothing to correct."""
    if revision is None:
        return None
    content = corrected(revision.manuscript)
    return content if content != revision.manuscript else None


def _has_substantive(edition) -> bool:
    """Whether a substantive save waits to be published."""
    latest = edition.article.revisions.first()
    return bool(latest and latest.pk > (edition.live_revision_id or 0) and is_substantive(edition, latest))
