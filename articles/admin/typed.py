"""What somebody has typed on the article's page, as a manuscript: what saving would write, without saving.

It is read from what was sent, beside the manuscript that the page was opened with, and not from rows: a row that
somebody else removed meanwhile is still here, and what cannot be stored is left as it was typed, as far as can be.
What was not on the page stays as it was.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.utils.datastructures import MultiValueDict

from articles import roles, rows, units
from articles.admin.sent import Sent
from articles.language import words
from articles.manuscript import Manuscript
from articles.models import Article, Revision, translated

VERSION = "version"  # the field that says which revision the page was opened with


@dataclass(frozen=True)
class Typed:
    """`errors`: sentences on what could not be read as it was typed. `field_of` names the field of a path's text."""

    manuscript: Manuscript
    base: Manuscript
    errors: tuple[str, ...] = ()
    field_of: Callable[[str, str], str] = lambda path, language: ""


def manuscript_of(request, article: Article | None = None) -> Typed:
    """The article as this person would save it. `article` is None where it is a new one."""
    typed = read(request.POST, base_of(article, request.POST.get(VERSION, "")))
    if roles.may(request.user, "write", article):
        return typed
    return within(typed, roles.languages(request.user, article))


def version_of(article: Article | None) -> str:
    """The revision that a page opened now stands on; "" where nothing has been kept yet."""
    latest = article.revisions.values_list("pk", flat=True).first() if article and article.pk else None
    return str(latest or "")


def base_of(article: Article | None, version: str) -> Manuscript:
    """What the page with that version was opened with. A version that is none is the oldest one."""
    if article is None or article.pk is None:
        return Manuscript("")
    kept = article.revisions.filter(pk=version).first() if version.isdecimal() and len(version) < 19 else None
    kept = kept or Revision.objects.filter(article=article).order_by("pk").first()
    return kept.manuscript if kept else rows.read(article)


def read(data: MultiValueDict, base: Manuscript) -> Typed:
    """What the form says, beside what it was opened with."""
    sent = Sent(data, base)
    return Typed(sent.manuscript(), base, tuple(sent.errors), sent.field_of)


def within(typed: Typed, languages: Iterable[str]) -> Typed:
    """Of what was typed only the texts in these languages, for who may change nothing else."""
    content = typed.base
    for code in languages:
        said = {unit.path: unit for unit in units.units(typed.manuscript) if not unit.is_shared}
        known = [unit for unit in units.units(content) if unit.path in said]
        changes = {unit.path: said[unit.path].texts.get(code, "") for unit in known}
        content = units.written(content, code, changes)
    return replace(typed, manuscript=_confirmed(content, typed.manuscript, set(languages)))


def _confirmed(content: Manuscript, by: Manuscript, languages: set[str]) -> Manuscript:
    """Drafted cells whose drafts were confirmed in one of these languages are no longer drafted there."""
    drafted = {(row.key, cell.side): cell.drafted for row in by.dimensions for cell in row.cells}

    def kept(row, cell):
        still = drafted.get((row.key, cell.side), cell.drafted)
        return replace(cell, drafted=tuple(code for code in cell.drafted if code in still or code not in languages))

    rows_ = (replace(row, cells=tuple(kept(row, cell) for cell in row.cells)) for row in content.dimensions)
    return replace(content, dimensions=tuple(rows_))


def key_of(content: Manuscript, taken: Iterable[str]) -> str:
    """A new article's key: made from its subjects, else from its title."""
    subjects = " ".join(side.subject.key for side in content.sides)
    title = next((content.title[code] for code in translated.languages() if code in content.title), "")
    return words.key_for(subjects or title or "grein", set(taken))
