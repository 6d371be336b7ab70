"""Saving what was translated: nothing of anybody's is lost, and readers get nothing of it before it is published."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import models, transaction
from django.utils.translation import gettext as _

from articles import prose, publishing, roles, rows, showing, translations, units
from articles.manuscript import Manuscript
from articles.models import (
    Article,
    Cell,
    ComparisonDimension,
    Edition,
    Revision,
    Side,
    Similarity,
    Subject,
    TranslatedText,
)
from articles.translating import counting, known, sharing

Origin = TranslatedText.Origin
OWNERS = {"side": Side, "similarity": Similarity, "row": ComparisonDimension, "cell": Cell, "subject": Subject}


@dataclass(frozen=True, slots=True)
class Entry:
    """One text as a translator leaves it. `base` and `source` are what both said when the page was opened; None: as
    they say now. `done`: it is a translation of that source, even where nothing was changed in it."""

    path: str
    text: str
    base: str | None = None
    source: str | None = None
    done: bool = False
    origin: str = Origin.PERSON


@dataclass
class Outcome:
    """What became of the entries, by path. Where something clashed or was refused, the rest was saved."""

    saved: set[str] = field(default_factory=set)
    clashes: dict[str, str] = field(default_factory=dict)  # what somebody else wrote meanwhile
    refused: dict[str, str] = field(default_factory=dict)  # a sentence
    revision: Revision | None = None


def save(
    article: Article, language: str, entries: Iterable[Entry], source_language: str, *, by=None, note: str = ""
) -> Outcome:
    """Write the texts into the rows of that language, keep a revision, and note what each was translated from."""
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=article.pk)
        content = rows.read(article)
        saving = _Saving(article, language, source_language, content, by)
        for entry in entries:
            saving.take(entry)
        return saving.finished(note)


class _Saving:
    """One call of `save`."""

    def __init__(self, article, language, source_language, content: Manuscript, by):
        self.article, self.language, self.source_language, self.by = article, language, source_language, by
        self.content = content
        self.units = {unit.path: unit for unit in units.units(content)}
        self.sources = units.in_language(content, source_language)
        self.texts = units.in_language(content, language)
        self.subjects = {side.subject.key for side in content.sides}
        self.changes: dict[str, str] = {}
        self.noted: dict[str, dict[str, str]] = {}
        self.outcome = Outcome()

    def take(self, entry: Entry) -> None:
        """Decide what becomes of one entry."""
        unit, now = self.units.get(entry.path), self.texts.get(entry.path, "")
        if unit is None:
            self.outcome.refused[entry.path] = _("This text is no longer in the article.")
            return
        text = prose.clean(entry.text) if unit.is_prose else prose.line(entry.text)
        base = now if entry.base is None else entry.base
        touched = entry.done or text != base
        if text == now:
            if touched and text:
                self.accept(entry, text)
            elif entry.done and entry.path not in translations.OPTIONAL:
                self.outcome.refused[entry.path] = _("Write the translation first.")
        elif touched and base != now:
            self.outcome.clashes[entry.path] = now
        elif touched and (refusal := refusal_of(unit, text, self.language, self.by)):
            self.outcome.refused[entry.path] = refusal
        elif touched:
            self.changes[entry.path] = text
            self.accept(entry, text)

    def accept(self, entry: Entry, text: str) -> None:
        self.outcome.saved.add(entry.path)
        if entry.source is not None:
            self.sources[entry.path] = entry.source
        if text:
            self.noted.setdefault(entry.origin, {})[entry.path] = text

    def finished(self, note: str) -> Outcome:
        for origin, texts in self.noted.items():
            known.note(self.article, self.language, texts, self.source_language, origin, self.by, sources=self.sources)
        if self.changes:
            self.write()
            self.outcome.revision = publishing.keep(self.article, by=self.by, note=note, substantive=False)
        if self.outcome.saved:
            counting.count(self.article)
            sharing.tell(self.article, self.language, self.source_language, self.shared(), self.sources, self.by)
        return self.outcome

    def write(self) -> None:
        own = {path: text for path, text in self.changes.items() if not self.units[path].is_shared}
        if own:
            rows.write(units.written(self.content, self.language, own), self.article, [self.language])
        sharing.write(
            {path: text for path, text in self.changes.items() if path not in own}, self.language, by=self.by
        )
        begin(self.article, self.language, by=self.by)

    def shared(self) -> dict[str, Mapping[str, str]]:
        """The subjects' texts that were noted, by origin."""
        by_origin = {
            origin: {path: text for path, text in texts.items() if self.units[path].is_shared}
            for origin, texts in self.noted.items()
        }
        return {origin: texts for origin, texts in by_origin.items() if texts}


def begin(article: Article, language: str, *, by=None) -> Edition:
    """The edition that the translation is for: a draft, called a translation, where there was none.

    Until readers have had it, its address follows its title: names are often translated last.
    """
    edition = article.editions.filter(language=language).first()
    if edition is None:
        edition = publishing.begin(article, language, by=by)
        edition.origin = Edition.Origin.TRANSLATED
        edition.save()
    elif edition.live_revision_id is None and edition.slug.startswith(article.key):
        title = showing.title(rows.read(article), language)
        if title and edition.published_at is None:
            edition.slug = edition.next_free_slug(title)
            edition.save()
    return edition


def refusal_of(unit: units.Unit, text: str, language: str, by=None) -> str:
    """Why this text cannot be written there, as a sentence; "" where it can."""
    field_ = field_of(unit)
    if isinstance(field_, models.CharField) and len(text) > field_.max_length:
        said = {"length": len(text), "most": field_.max_length}
        return _("The text has %(length)d characters; at most %(most)d fit here.") % said
    if unit.path.startswith("subject:") and by is not None:
        subject = Subject.objects.get(key=unit.path.split(":")[1])
        if not roles.may(by, f"translate:{language}", subject):
            return _("Readers have this text already in other articles: an editor changes it.")
        if unit.field == "name" and not text:
            return _("A subject keeps a name that it has got.")
    return ""


def field_of(unit: units.Unit) -> models.Field:
    """The column that the text is kept in."""
    return OWNERS.get(unit.path.split(":")[0], Article)._meta.get_field(unit.field)
