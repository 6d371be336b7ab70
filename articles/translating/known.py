"""What is known of translated texts: from which words each was made, by whom, and whether anybody approved it."""

from collections.abc import Iterable, Mapping

from django.utils import timezone

from articles import rows, translations, units
from articles.manuscript import Manuscript
from articles.models import Article, Edition, TranslatedText, translated
from articles.translations import Known, Sheet

Origin = TranslatedText.Origin


def source_language(article: Article, content: Manuscript) -> str:
    """The language that the article was written in."""
    written = [edition.language for edition in article.editions.all() if edition.origin == Edition.Origin.WRITTEN]
    return translations.source_language(content, written, translated.languages())


def known_of(article: Article, language: str) -> dict[str, Known]:
    """What is known of the article's texts in that language, by path."""
    texts = TranslatedText.objects.filter(article=article, language=language)
    return {row.path: Known(row.source, row.text, row.draft, row.at) for row in texts}


def sheet(article: Article, language: str, source: str, content: Manuscript | None = None) -> Sheet:
    """The article's translation from the language `source`, text by text."""
    return translations.sheet(content or rows.read(article), source, language, known_of(article, language))


def note(
    article: Article,
    language: str,
    changes: Mapping[str, str],
    source_language: str,
    origin: str = Origin.PERSON,
    by=None,
    *,
    sources: Mapping[str, str] | None = None,
) -> None:
    """These texts, by path, are translations of what the source says now; of `sources`, where it was seen otherwise.

    A machine's text is a draft until it is noted again, by a person: unchanged it is approved, changed it is another
    one, and the draft is remembered for what readers may still have of it.
    """
    said = units.in_language(rows.read(article), source_language) if sources is None else sources
    before = {row.path: row for row in TranslatedText.objects.filter(article=article, language=language)}
    put(
        TranslatedText(
            article=article,
            language=language,
            path=path,
            source_language=source_language,
            source=said.get(path, ""),
            text=text,
            by=by,
            **_judged(before.get(path), text, origin),
        )
        for path, text in changes.items()
    )


def put(texts: Iterable[TranslatedText]) -> None:
    """Store what is known now in the place of what was known."""
    rows_ = list(texts)
    for row in rows_:
        row.fingerprint, row.at = translations.fingerprint(row.source), timezone.now()
    TranslatedText.objects.bulk_create(
        rows_,
        update_conflicts=True,
        unique_fields=["article", "language", "path"],
        update_fields=["source_language", "source", "fingerprint", "text", "draft", "origin", "at", "by"],
    )


def memories(article: Article, wanted: Sheet) -> dict[str, tuple[str, int]]:
    """For texts without a translation, by path: what the same source was translated with most often in other articles,
    and in how many. One query."""
    missing = {translations.fingerprint(text.source): text for text in wanted.texts if not text.target}
    others = TranslatedText.objects.filter(
        language=wanted.language, source_language=wanted.source_language, fingerprint__in=missing, draft=""
    ).exclude(article=article)
    found: dict[str, dict[str, set]] = {}
    for source, text, other in others.values_list("source", "text", "article")[:1000]:
        if text:
            found.setdefault(source, {}).setdefault(text, set()).add(other)
    best = {source: max(texts.items(), key=lambda item: (len(item[1]), item[0])) for source, texts in found.items()}
    return {
        text.path: (best[text.source][0], len(best[text.source][1]))
        for text in wanted.texts
        if not text.target and text.source in best
    }


def _judged(before: TranslatedText | None, text: str, origin: str) -> dict:
    """Origin and draft of a text that is noted now."""
    if origin == Origin.MACHINE:
        return {"origin": origin, "draft": text}
    if before is None or before.origin == Origin.PERSON:
        return {"origin": origin, "draft": before.draft if before else ""}
    return {"origin": Origin.REVIEWED, "draft": "" if before.draft == text else before.draft}
