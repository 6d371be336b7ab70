"""The rows that an article's page is drawn from, each kind in one query."""

from collections.abc import Iterable

from django.db.models import Count, F, FilteredRelation, Q
from django.utils import timezone

from articles import changes
from articles.models import Edition, Subject, Tag, translated
from articles.models.prepared import MOMENT, NUMBER, NUMBERS, TEXT, prepared

SHORT_LIST = 5  # latest by the author, related


def with_siblings(language: str, slug: str) -> tuple[Edition | None, list[Edition]]:
    """The live edition at this address, and the article's other live ones, of which no text is read."""
    siblings = _of_article_at(language, slug=slug, now=timezone.now())
    edition = next((row for row in siblings if row.slug == slug and row.language == language), None)
    if edition:
        siblings.remove(edition)
        edition.live_revision = edition.revision_here
    return edition, siblings


def subjects(edition: Edition) -> list[Subject]:
    """The subjects that the edition compares and that have a page, without their texts."""
    return _subjects(edition=edition.pk)


def latest(edition: Edition) -> list[Edition]:
    """The newest others by the same author."""
    if edition.author_id is None:
        return []
    return _latest(edition.language, edition=edition.pk, author=edition.author_id, now=timezone.now())


def related(edition: Edition) -> list[Edition]:
    """Those that share a subject, then those that share tags."""
    return _related(edition.language, edition=edition.pk, now=timezone.now())


def read_tags(editions: Iterable[Edition]) -> None:
    """What `tags.all()` of each of them says from now on."""
    tags = {edition.pk: [] for edition in editions}
    for tag in _tags(editions=tags):
        tags[tag.edition].append(tag)
    for edition in editions:
        edition._prefetched_objects_cache = {"tags": tags[edition.pk]}


@prepared(slug=TEXT, now=MOMENT)
def _of_article_at(language, slug, now):
    here = Q(slug=slug, language=language)
    return (
        Edition.objects.live(now=now)
        .filter(article__editions__slug=slug, article__editions__language=language)
        .annotate(revision_here=FilteredRelation("live_revision", condition=here), told=changes.column(now))
        .select_related("revision_here", "author")
    )


@prepared(edition=NUMBER)
def _subjects(edition):
    return Subject.objects.filter(editions=edition).only("key", *translated.columns("slug"))


@prepared(editions=NUMBERS)
def _tags(editions):
    return Tag.objects.filter(editions__in=editions).annotate(edition=F("editions"))


@prepared(edition=NUMBER, author=NUMBER, now=MOMENT)
def _latest(language, edition, author, now):
    others = Edition.objects.live(language, now).filter(author=author).exclude(pk=edition)
    return others.newest().for_ledgers()[:SHORT_LIST]


@prepared(edition=NUMBER, now=MOMENT)
def _related(language, edition, now):
    shares_subject, shares_tag = (
        Q(**{f"{field}__in": model.objects.filter(editions=edition).order_by().values("pk")})
        for field, model in (("subjects", Subject), ("tags", Tag))
    )
    shared = {
        "shared_subjects": Count("subjects", filter=shares_subject, distinct=True),
        "shared_tags": Count("tags", filter=shares_tag, distinct=True),
    }
    others = Edition.objects.live(language, now).exclude(pk=edition).filter(shares_subject | shares_tag)
    ordered = others.annotate(**shared).order_by("-shared_subjects", "-shared_tags", "-published_at", "-pk")
    return ordered.for_ledgers()[:SHORT_LIST]
