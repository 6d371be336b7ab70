"""After each save: what became of the translations, how far they have come, and what each edition's origin is.

Nobody has to remember to call this: it hears of every revision that is kept and of every publication (see
`articles.apps`), in the transaction that makes them.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.db.models import F, Q
from django.utils import timezone

from articles import rows, translations, units
from articles.manuscript import Manuscript
from articles.models import (
    Article,
    Edition,
    Publication,
    Revision,
    Subject,
    TranslatedText,
    TranslationStanding,
    translated,
)
from articles.translating import known
from articles.translations import Known

Origin = TranslatedText.Origin
AT_ONCE = 20  # articles that are counted while somebody waits
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
OF_EDITION = {
    Edition.Origin.TRANSLATED: Origin.PERSON,
    Edition.Origin.MACHINE: Origin.MACHINE,
    Edition.Origin.REVIEWED: Origin.REVIEWED,
}


def kept(sender, instance: Revision, created: bool, raw: bool = False, **kwargs) -> None:
    """A revision was kept: its texts were changed somewhere, perhaps by somebody who translated nothing."""
    if created and not raw:
        article = instance.article
        before = article.revisions.exclude(pk=instance.pk).first()
        count(article, instance.manuscript, before.manuscript if before else None)


def published(sender, instance: Publication, created: bool, raw: bool = False, **kwargs) -> None:
    """Readers get another text: whether it is a machine's is asked of that text."""
    edition = instance.edition
    if created and not raw and instance.revision_id == edition.live_revision_id:
        _put_origin(edition, _rows(edition.article_id, edition.language).values(), instance.revision.manuscript)


def count(article: Article, content: Manuscript | None = None, before: Manuscript | None = None) -> None:
    """Bring what is known up to date with what the article says, and count it. `before`: what it said a save ago."""
    content = content or rows.read(article)
    editions = {edition.language: edition for edition in article.editions.select_related("live_revision")}
    written = [code for code, edition in editions.items() if edition.origin == Edition.Origin.WRITTEN]
    source = translations.source_language(content, written, translated.languages())
    for language in translated.languages():
        if language != source:
            follow(article, language, source, content, before, editions.get(language))
    _count(article, source, content)


def outdated(now=None):
    """Articles whose standing was not counted since they were changed: those that no revision was kept of."""
    now = now or timezone.now()
    fresh = TranslationStanding.objects.filter(counted_at__gte=F("article__changed_at") - timedelta(seconds=1))
    return Article.objects.exclude(pk__in=fresh.values("article"))


def count_outdated(most: int = 50) -> int:
    """Count some of those. Returns how many."""
    found = list(outdated().order_by("-pk")[:most]) if len(translated.languages()) > 1 else []
    for article in found:
        count(article)
    return len(found)


def count_subject(subject: Subject) -> None:
    """A subject's texts were changed outside of its articles: count those. Of very many the queue counts the rest."""
    articles = Article.objects.filter(sides__subject=subject).order_by("-changed_at", "-pk").distinct()
    for article in articles[:AT_ONCE]:
        count(article)
    rest = articles.values_list("pk", flat=True)[AT_ONCE:]
    TranslationStanding.objects.filter(article__in=list(rest)).update(counted_at=LONG_AGO)


def follow(article, language, source, content, before, edition) -> None:
    """Take note of texts in that language that were written, changed or removed somewhere else than in translating."""
    there = _rows(article.pk, language)
    texts, said = units.in_language(content, language), units.in_language(content, source)
    was = units.in_language(before, source) if before else {}
    is_first = not there
    changed = [_changed(row, texts, said, was) for row in there.values() if texts.get(row.path, "") != row.text]
    adopted = _adopted(article, language, source, texts.keys() & said.keys() - there.keys(), edition, is_first)
    for row in adopted:
        row.source, row.text = said[row.path], texts[row.path]
        row.draft = row.text if row.origin == Origin.MACHINE else ""
    known.put([*changed, *adopted])
    if edition:
        shown = edition.live_revision.manuscript if edition.live_revision else content
        _put_origin(edition, [*there.values(), *adopted], shown)


def _rows(article_id: int, language: str) -> dict[str, TranslatedText]:
    return {row.path: row for row in TranslatedText.objects.filter(article=article_id, language=language)}


def _changed(row: TranslatedText, texts, said, was) -> TranslatedText:
    """Somebody has written the text anew. Where they changed the source in the same save, they meant both."""
    row.text = texts.get(row.path, "")
    if said.get(row.path, "") != was.get(row.path, ""):
        row.source = said.get(row.path, "")
    if row.origin == Origin.MACHINE and row.text != row.draft:
        row.origin = Origin.REVIEWED
    return row


def _adopted(article, language, source, paths: Iterable[str], edition, is_first: bool) -> list[TranslatedText]:
    """Texts of a translated edition of which nothing was known, as translations of what the source says now."""
    if edition is None or edition.origin not in OF_EDITION:
        return []
    # An edition that came as a machine's is one whole; what is written into one later is somebody's.
    origin = OF_EDITION[edition.origin] if is_first else Origin.PERSON
    return [
        TranslatedText(article=article, language=language, path=path, source_language=source, origin=origin)
        for path in sorted(paths)
    ]


def _put_origin(edition: Edition, texts: Iterable[TranslatedText], shown: Manuscript) -> None:
    origin = _origin(edition, texts, units.in_language(shown, edition.language))
    if origin != edition.origin:
        edition.origin = origin
        edition.save(update_fields=["origin"])  # so that whoever hears of an edition that changes hears of this, too


def _origin(edition: Edition, texts: Iterable[TranslatedText], shown: dict[str, str]) -> str:
    """A machine's while a text of it is unreviewed, and reviewed when none is. Else a person's, if it was not written.

    What somebody has called a machine's stays so until a person has been at its texts.
    """
    texts = list(texts)
    of = {row.path: row.origin for row in texts if row.text == shown.get(row.path)}
    origins = set(of.values())
    if translations.has_unreviewed(shown, {row.path: row.draft for row in texts}):
        return Edition.Origin.MACHINE
    if origins & {Origin.MACHINE, Origin.REVIEWED}:
        return Edition.Origin.REVIEWED
    if origins and edition.origin == Edition.Origin.WRITTEN and shown.keys() <= of.keys():
        return Edition.Origin.TRANSLATED
    return edition.origin


def _count(article: Article, source: str, content: Manuscript) -> None:
    there = TranslatedText.objects.filter(article=article)
    of: dict[str, dict[str, Known]] = {}
    for row in there:
        of.setdefault(row.language, {})[row.path] = Known(row.source, row.text, row.draft)
    standings = [
        _standing(article, translations.sheet(content, source, language, of.get(language, {})))
        for language in translated.languages()
        if language != source
    ]
    TranslationStanding.objects.filter(Q(article=article), Q(language=source)).delete()
    TranslationStanding.objects.bulk_create(
        standings,
        update_conflicts=True,
        unique_fields=["article", "language"],
        update_fields=["source_language", "total", "ok", "stale", "missing", "unreviewed", "counted_at"],
    )


def _standing(article: Article, sheet: translations.Sheet) -> TranslationStanding:
    counts = sheet.counts
    return TranslationStanding(
        article=article,
        language=sheet.language,
        source_language=sheet.source_language,
        total=counts.total,
        ok=counts.ok,
        stale=counts.stale,
        missing=counts.missing,
        unreviewed=counts.unreviewed,
        counted_at=timezone.now(),
    )
