"""Subjects' names and definitions: translated in one article, they are translated in all that compare the subject."""

from collections.abc import Mapping

from articles import publishing
from articles.language import grammar
from articles.models import Article, Subject, translated
from articles.translating import counting, known

BENT = ("nominative", "dative", "genitive", "number", "gender")


def write(changes: Mapping[str, str], language: str, *, by=None) -> None:
    """Put subjects' texts, by path, in their places. Readers of live editions get them, as `renew_subject` does it."""
    of: dict[str, dict[str, str]] = {}
    for path, text in changes.items():
        _kind, key, name = path.split(":")
        of.setdefault(key, {})[name] = text
    for key, texts in of.items():
        subject = Subject.objects.select_for_update().get(key=key)
        if "name" in texts:
            _forget_forms(subject, language)
        for name, text in texts.items():
            setattr(subject, translated.column(name, language), text)
        subject.save()
        publishing.renew_subject(Subject.objects.get(pk=subject.pk), by=by)


def articles_with(key: str, but: Article):
    return Article.objects.filter(sides__subject__key=key).exclude(pk=but.pk).distinct()


def elsewhere(keys, but: Article) -> dict[str, int]:
    """How many other articles have each of these subjects. One query."""
    found = Subject.objects.filter(key__in=keys).values_list("key", "sides__article")
    counts: dict[str, set[int]] = {}
    for key, article in found:
        if article and article != but.pk:
            counts.setdefault(key, set()).add(article)
    return {key: len(articles) for key, articles in counts.items()}


def tell(article: Article, language, source_language, shared, sources, by) -> None:
    """The other articles with these subjects know it, too."""
    keys = {path.split(":")[1] for texts in shared.values() for path in texts}
    others = {key: list(articles_with(key, article)) for key in sorted(keys)}
    for origin, texts in shared.items():
        for path, text in texts.items():
            for other in others[path.split(":")[1]]:
                known.note(other, language, {path: text}, source_language, origin, by, sources=sources)
    for other in {other.pk: other for found in others.values() for other in found}.values():
        counting.count(other)


def _forget_forms(subject: Subject, language: str) -> None:
    """Forms that were made from the old name are made anew from the new one; what an editor wrote stays."""
    forms = subject.forms(language)
    made = grammar.decline(translated.text(subject, "name", language), language)
    for form in BENT:
        if getattr(forms, form) == getattr(made, form):
            setattr(subject, translated.column(form, language), "")
