"""What the database's constraints cannot hold: whatever is inconsistent, in words. Nothing is changed."""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import F

from articles import prose, publishing
from articles.models import (
    Article,
    Author,
    Cell,
    ComparisonDimension,
    Edition,
    OldSlug,
    Page,
    Revision,
    Side,
    Similarity,
    Source,
    Subject,
    Tag,
    translated,
)
from articles.models.fields import ProseField

KEYED = (Article, Author, Tag, Subject, Page, Side, Similarity, ComparisonDimension, Source)


def problems() -> Iterator[str]:
    """A sentence for each inconsistency, saying where it is."""
    yield from cells()
    yield from revisions()
    yield from editions()
    yield from subjects()
    yield from keys()
    yield from texts()
    yield from old_slugs()


def cells() -> Iterator[str]:
    for cell in Cell.objects.exclude(dimension__article=F("side__article")).select_related("dimension", "side"):
        yield (
            f"Cell {cell.pk} joins row “{cell.dimension.key}” of article {cell.dimension.article_id} "
            f"and side “{cell.side.key}” of article {cell.side.article_id}."
        )
    for cell in Cell.objects.filter(source__isnull=False).exclude(dimension__article=F("source__article")):
        yield f"Cell {cell.pk} names source {cell.source_id}, which is of another article."


def revisions() -> Iterator[str]:
    for revision in Revision.objects.iterator():
        try:
            key = revision.manuscript.key
        except ValueError as error:
            yield f"Revision {revision.pk} of article {revision.article_id} cannot be read: {error}"
            continue
        if key != revision.article.key:
            yield f"Revision {revision.pk} is of article “{key}” but is kept with “{revision.article.key}”."


def editions() -> Iterator[str]:
    known = dict(settings.LANGUAGES)
    for edition in Edition.objects.select_related("live_revision", "article").iterator():
        name = f"Edition “{edition.article.key}” ({edition.language})"
        if edition.language not in known:
            yield f"{name} is in a language that the site does not have."
        if edition.expires_at and edition.published_at and edition.expires_at <= edition.published_at:
            yield f"{name} expires before it is published."
        if edition.live_revision:
            yield from _shown(edition, name)


def _shown(edition, name) -> Iterator[str]:
    if edition.live_revision.article_id != edition.article_id:
        yield f"{name} shows revision {edition.live_revision_id}, which is of another article."
        return
    try:
        publishing.check(edition.live_revision.manuscript, edition.language)
        title = edition.read().title
    except ValueError as error:
        yield f"{name} shows a revision that cannot be read by the public: {error}"
        return
    if title != edition.title:
        yield f"{name} is listed as “{edition.title}”, but its page says “{title}”."


def subjects() -> Iterator[str]:
    for subject in Subject.objects.iterator():
        for language in translated.texts(subject, "name"):
            forms = subject.forms(language)
            missing = [name for name in ("nominative", "dative", "genitive") if not getattr(forms, name)]
            if missing:
                yield f"Subject “{subject.key}” ({language}) has no {' and no '.join(missing)}."


def keys() -> Iterator[str]:
    for model in KEYED:
        for pk in model.objects.filter(key="").values_list("pk", flat=True):
            yield f"{model.__name__} {pk} has no key."


def texts() -> Iterator[str]:
    """Prose that did not come in through its field: it is not in the canonical form, so it may be unsafe."""
    for model in KEYED:
        fields = [field.attname for field in model._meta.get_fields() if isinstance(field, ProseField)]
        for row in model.objects.values("pk", *fields).iterator() if fields else ():
            for field in fields:
                if row[field] and row[field] != prose.clean(row[field]):
                    yield f"{model.__name__} {row['pk']} has a {field} that is not in the canonical form."


def old_slugs() -> Iterator[str]:
    kinds = {model._meta.model_name: model for model in (Edition, Subject, Author, Tag, Page)}
    for old in OldSlug.objects.iterator():
        if old.kind not in kinds or not kinds[old.kind].objects.filter(pk=old.object_id).exists():
            yield f"The old address “{old.slug}” ({old.language}) leads to a {old.kind} that does not exist."
