"""Translations out to files and back in: all of a file, or nothing of it, with a sentence for everything wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.db import transaction
from django.utils.translation import gettext as _

from articles import prose, rows, translating, units
from articles.models import Article, TranslatedText, translated
from articles.transfer import exchange
from articles.transfer.exchange import BadFile, Bundle, Item, Problem
from articles.translating import refusal_of
from articles.translations import STALE, UNREVIEWED, Text

Origin = TranslatedText.Origin
NEW, CHANGED, APPROVED = "new", "changed", "approved"
LARGEST = 2_000_000  # bytes

SENTENCES: dict[str, Callable[[Problem], str]] = {
    "not_xml": lambda p: _("The file is broken XML at %(where)s. Export it from your tool once more."),
    "doctype": lambda p: _("The file has a document type at %(where)s, which is not read. Remove it."),
    "too_deep": lambda p: _("The file is nested too deeply at %(where)s. This is no file from here."),
    "not_xliff": lambda p: _("This is not XLIFF 1.2. Export it from your tool in that version."),
    "not_one_file": lambda p: _("The file holds %(detail)s articles. Read in one file for each article."),
    "not_utf8": lambda p: _("The file is not in UTF-8. Save it in that encoding."),
    "not_po": lambda p: _("This is not a PO file. Choose the file that was downloaded here and translated."),
    "po_syntax": lambda p: _("The file is broken at %(where)s. Correct that line, or export the file once more."),
    "no_path": lambda p: _("A text at %(where)s does not say what it is. Translate the file as it was downloaded."),
    "no_source": lambda p: _("“%(where)s” has no source text. Translate the file as it was downloaded."),
    "twice": lambda p: _("“%(where)s” stands twice in the file. Remove one of them."),
    "plural": lambda p: _(
        "“%(where)s” has plural forms; a text here has one. Translate the file as it was downloaded."
    ),
    "tags": lambda p: _("“%(where)s”: %(detail)s stands where it cannot. Take the tags as they are in the source."),
    "too_large": lambda p: _("The file is larger than %(detail)s MB. This is no file from here."),
    "article": lambda p: _("The file is of the article “%(detail)s”. Read it in there."),
    "no_article": lambda p: _("There is no article “%(detail)s”. Was it removed?"),
    "language": lambda p: _("The file translates into “%(detail)s”. Read it in for that language."),
    "source_language": lambda p: _("The file translates from “%(detail)s”, which is no other language of the site."),
    "unknown": lambda p: _("“%(where)s” is no longer in the article. Remove it from the file, or download a new one."),
    "refused": lambda p: "“%(where)s”: %(detail)s",
}


def sentence(problem: Problem) -> str:
    """What is wrong, where, and what to do."""
    return SENTENCES[problem.kind](problem) % {"where": problem.where, "detail": problem.detail}


@dataclass(frozen=True, slots=True)
class Change:
    """What reading a file in does to one text."""

    path: str
    kind: str  # NEW, CHANGED or APPROVED
    before: str
    after: str
    source: str
    is_prose: bool
    is_stale: bool  # the source says something else by now
    is_draft: bool  # the file says that somebody has to look at it


@dataclass(frozen=True)
class Plan:
    """What reading a file in would change."""

    article: Article
    bundle: Bundle
    changes: tuple[Change, ...]

    @cached_property
    def stale(self) -> int:
        return sum(change.is_stale for change in self.changes)


def bundle_of(article: Article, language: str, source: str, note: Callable[[str], str] = str) -> Bundle:
    """Everything that the source says, with what the language has of it. `note` says where a text stands."""
    sheet = translating.sheet(article, language, source)
    items = tuple(_item(text, note(text.path)) for text in sheet.texts if text.source)
    return Bundle(article.key, source, language, items)


def file_name(bundle: Bundle, kind: str) -> str:
    return f"{bundle.article}.{bundle.source_language}-{bundle.language}.{kind}"


def read(data: bytes, kind: str) -> Bundle:
    """The bundle of a file. Raises BadFile."""
    if len(data) > LARGEST:
        raise BadFile((Problem("too_large", "", str(LARGEST // 1_000_000)),))
    return exchange.read(data, kind)


def plan(article: Article, bundle: Bundle, language: str, by=None) -> Plan:
    """What the bundle would change. Raises BadFile with everything that stands against it."""
    problems = _misplaced(article, bundle, language)
    if problems:
        raise BadFile(tuple(problems))
    content = rows.read(article)
    known = {unit.path: unit for unit in units.units(content)}
    sheet = translating.sheet(article, language, bundle.source_language, content)
    texts = {text.path: text for text in sheet.texts}
    changes = []
    for item in bundle.items:
        unit = known.get(item.path)
        if unit is None:
            problems.append(Problem("unknown", item.path))
            continue
        change = _change(item, unit, texts.get(item.path))
        if change and change.kind != APPROVED and (refusal := refusal_of(unit, change.after, language, by)):
            problems.append(Problem("refused", item.path, refusal))
        elif change:
            changes.append(change)
    if problems:
        raise BadFile(tuple(problems))
    return Plan(article, bundle, tuple(changes))


def store(article: Article, bundle: Bundle, language: str, *, by=None, note: str = "") -> Plan:
    """Read the bundle in. Raises BadFile, and then nothing was changed."""
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=article.pk)
        planned = plan(article, bundle, language, by)
        entries = [_entry(change) for change in planned.changes]
        outcome = translating.save(article, language, entries, bundle.source_language, by=by, note=note)
        if refused := {**outcome.refused, **outcome.clashes}:
            raise BadFile(tuple(Problem("refused", path, reason) for path, reason in refused.items()))
    return planned


def _item(text: Text, note: str) -> Item:
    waits = text.state in (STALE, UNREVIEWED)
    before = text.before if text.state == STALE else ""
    return Item(
        path=text.path,
        source=text.source,
        target=text.target,
        is_prose=text.is_prose,
        done=not waits,
        is_machine=text.state == UNREVIEWED,
        before=before or "",
        note=prose.line(note),
    )


def _misplaced(article: Article, bundle: Bundle, language: str) -> list[Problem]:
    """What is of another article or of other languages."""
    found = []
    if bundle.article != article.key:
        found.append(Problem("article", "", bundle.article or "?"))
    if bundle.language != language:
        found.append(Problem("language", "", bundle.language or "?"))
    if bundle.source_language not in translated.languages() or bundle.source_language == language:
        found.append(Problem("source_language", "", bundle.source_language or "?"))
    return found


def _change(item: Item, unit: units.Unit, text: Text | None) -> Change | None:
    """What the item changes; None where it changes nothing. An empty target says nothing: nothing is taken away."""
    clean = prose.clean if unit.is_prose else prose.line
    after, source = clean(item.target), clean(item.source)
    before, said, state = (text.target, text.source, text.state) if text else ("", "", "")
    is_stale = source != said
    if not after:
        return None
    if after == before:
        waits = state in (STALE, UNREVIEWED)
        if not (item.done and waits) or is_stale:
            return None
        return Change(item.path, APPROVED, before, after, source, unit.is_prose, False, False)
    kind = CHANGED if before else NEW
    return Change(item.path, kind, before, after, source, unit.is_prose, is_stale, not item.done)


def _entry(change: Change) -> translating.Entry:
    origin = Origin.MACHINE if change.is_draft else Origin.PERSON
    return translating.Entry(change.path, change.after, source=change.source, done=True, origin=origin)
