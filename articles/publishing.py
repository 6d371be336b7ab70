"""From the desk to the reader: a revision is kept, an edition points at it, and lists learn what they need."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import manuscript, reading, rows
from articles.comparison import named
from articles.manuscript import Manuscript
from articles.models import Article, Author, Edition, Revision, Subject, Tag

MIN_SIDES, MAX_SIDES = 2, 5


class NotPublishable(ValueError):
    """The article cannot be published in this language; says why."""


def keep(article: Article, content: Manuscript | None = None, by=None, note: str = "") -> Revision:
    """Keep the article's manuscript as a revision. Where nothing changed since the last one, that one is returned."""
    content = content or rows.read(article)
    latest = article.revisions.first()
    if latest and latest.manuscript == content:
        return latest
    return Revision.objects.create(article=article, content=manuscript.to_json(content), by=by, note=note)


def publish(edition: Edition, *, by=None, note: str = "", at=None) -> Edition:
    """Show readers of this language the rows as they are now, from `at` (now, or the time the edition has) on.

    Raises NotPublishable, and changes nothing, where the article is not fit to be read.
    """
    with transaction.atomic():
        content = rows.read(edition.article)
        check(content, edition.language)
        edition.state = Edition.State.PUBLISHED
        edition.published_at = at or edition.published_at or timezone.now()
        show(edition, keep(edition.article, content, by, note))
    return edition


def republish(article: Article, *, by=None) -> list[NotPublishable]:
    """Publish anew each edition that is published already. Returns why some were left as they were."""
    refused = []
    for edition in article.editions.filter(state=Edition.State.PUBLISHED):
        try:
            publish(edition, by=by)
        except NotPublishable as reason:
            refused.append(reason)
    return refused


def check(content: Manuscript, language: str) -> None:
    """Raise NotPublishable unless the manuscript has what a page in that language cannot be without."""
    count = len(named(content.sides, language))
    if not MIN_SIDES <= count <= MAX_SIDES:
        message = _(
            "“%(key)s” has %(count)d sides with a name in “%(language)s”; a comparison is published with 2 to 5."
        )
        raise NotPublishable(message % {"key": content.key, "count": count, "language": language})


def show(edition: Edition, revision: Revision) -> None:
    """Point the edition at the revision and write what lists need."""
    content, language = revision.manuscript, edition.language
    if edition.live_revision_id not in (None, revision.pk):
        before = manuscript.only(edition.live_revision.manuscript, language)
        edition.revised_at = edition.revised_at if before == manuscript.only(content, language) else timezone.now()
    read = reading.read(content, language)
    edition.live_revision = revision
    edition.title = read.title
    edition.title_parts = [[part.text, part.ink] for part in read.headings.title]
    edition.names = [side.name for side in read.sides]
    edition.lead = read.lead
    edition.author = next(iter(_public(Author, [content.author.key] if content.author else [], language)), None)
    edition.save()
    edition.subjects.set(_public(Subject, [side.subject for side in read.sides], language))
    edition.tags.set(_public(Tag, [tag.key for tag in content.tags], language))


def renew_subject(subject: Subject, *, by=None) -> int:
    """Carry a corrected subject into every live revision that has it, and nothing else. Returns how many changed."""
    value, changed = rows.subject(subject), 0
    with transaction.atomic():
        for edition in Edition.objects.filter(subjects=subject, live_revision__isnull=False):
            live = edition.live_revision.manuscript
            sides = tuple(
                replace(side, subject=value) if side.subject.key == value.key else side for side in live.sides
            )
            if sides != live.sides:
                show(edition, keep(edition.article, replace(live, sides=sides), by))
                changed += 1
    return changed


def _public(model, keys: list[str], language: str) -> list:
    """Those of the keys that have a page in the language."""
    return [row for row in model.objects.filter(key__in=keys) if row.public_in(language)]
