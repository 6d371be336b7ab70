"""The passage of an article that shows why it was found, and where in the article that is. Pure."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import unescape

from articles import headings
from articles.comparison import named
from articles.headings import Parts
from articles.language import grammar
from articles.manuscript import Manuscript, Side
from articles.search.marks import Mark, Marker, Piece, pieces

LONGEST = 200  # characters of a passage, with the dots
BEFORE = 60  # characters before the first mark, where its sentence began long before
TITLE, TABLE, SECTION, NUTSHELL, SUMMARY, SOURCES = "title", "table", "section", "nutshell", "summary", "sources"

_BLOCK = re.compile(r"</?(?:p|ul|ol|li)>")
_TAG = re.compile(r"<[^>]*>")
_SENTENCE = re.compile(r"[.!?…]['”“\")]*\s+(?=\S)")
_DOTS = "…"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands. A nutshell, a summary and sources are headed by words of the page's own."""

    kind: str = TITLE
    heading: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    pieces: tuple[Piece, ...] = ()
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Section:
    """A text of the article. `about` is what the place is called, where it is found by that as well."""

    text: str
    kind: str = TITLE
    anchor: str = ""
    heading: Callable[[], str | Parts] = str  # drawn where it is shown, and not before
    about: str = ""

    def place(self) -> Place:
        heading = self.heading()
        return Place(self.kind, heading if isinstance(heading, str) else headings.text(heading), self.anchor)


def passage(content: Manuscript, language: str, marker: Marker) -> Passage:
    """Of the passages with most of the words the one with the most weight; else how the article begins."""
    best, most = None, 0
    for section in _sections(content, language, marker):
        marks = marker.marks(section.text)
        told = marks + marker.marks(section.about) if section.about else marks
        if not told:
            continue
        count = len({mark.asked for mark in told})
        if count > most:
            best, most = (section, marks), count
        if count == marker.count:
            break
    if best is None:
        return Passage(_cut(_beginning(content, language), []))
    return Passage(_cut(best[0].text, best[1]), best[0].place())


def plain(html: str) -> str:
    """Canonical prose as one line of plain text, much faster than `prose.plain` reads HTML of any origin."""
    return " ".join(unescape(_TAG.sub("", _BLOCK.sub(" ", html))).split())


def _sections(content: Manuscript, language: str, marker: Marker) -> Iterator[Section]:
    """The texts by their weight: rows of such a name, answers, cells, prose."""
    sides = named(content.sides, language)
    rows = list(_rows(content, {side.key for side in sides}, language))
    yield from (row for row in rows if marker.marks(row.about))
    for answer in _answers(sides, language):
        yield Section(answer, NUTSHELL, "hnot")
    yield from rows
    yield from _prose(content, sides, language)


def _rows(content: Manuscript, sides: set[str], language: str) -> Iterator[Section]:
    """The rows of the comparison table."""
    for row in content.dimensions:
        if name := row.name.get(language):
            cells = [cell.text[language] for cell in row.cells if cell.side in sides and language in cell.text]
            about = f"{name} {row.group.get(language, '')}".strip()
            yield Section("; ".join(cells), TABLE, f"rod-{row.key}", partial(str, name), about)
    for row in content.similarities:
        if language in row.name and language in row.text:
            name = row.name[language]
            yield Section(grammar.capitalised(row.text[language]), TABLE, f"rod-{row.key}", partial(str, name), name)


def _prose(content: Manuscript, sides: Sequence[Side], language: str) -> Iterator[Section]:
    yield Section(plain(content.lead.get(language, "")))
    for ink, side in enumerate(sides, start=1):
        for text in (side.description, side.example):
            heading = partial(headings.question, side, ink, language)
            yield Section(plain(text.get(language, "")), SECTION, f"h-{side.key}", heading)
    for row in content.similarities:
        heading = partial(headings.similarities, sides, language)
        yield Section(row.sentence.get(language, ""), SECTION, "likindi", heading)
    for row in content.dimensions:
        if name := row.name.get(language):
            heading = partial(str, name)
            yield Section(plain(row.discussion.get(language, "")), SECTION, f"a-{row.key}", heading)
    yield Section(plain(content.summary.get(language, "")), SUMMARY, "samantekt")
    for number, source in enumerate(content.sources, start=1):
        yield Section(source.title, SOURCES, f"heimild-{number}")


def _answers(sides: Iterable[Side], language: str) -> list[str]:
    found = (side.answer.get(language) or side.subject.definition.get(language) for side in sides)
    return [answer for answer in found if answer]


def _beginning(content: Manuscript, language: str) -> str:
    return plain(content.lead.get(language, "")) or next(iter(_answers(named(content.sides, language), language)), "")


def _cut(text: str, marks: list[Mark]) -> tuple[Piece, ...]:
    """At most 200 characters of the text around the marks, cut between words."""
    if len(text) <= LONGEST:
        return pieces(text, marks)
    start = _start(text, marks)
    end = _end(text, start)
    inside = [
        Mark(mark.start - start, mark.end - start, mark.asked, mark.whole)
        for mark in marks
        if start <= mark.start and mark.end <= end
    ]
    shown = pieces(text[start:end], inside)
    before = (Piece(f"{_DOTS} "),) if start else ()
    after = (Piece(f" {_DOTS}"),) if end < len(text) else ()
    return (*before, *shown, *after)


def _start(text: str, marks: list[Mark]) -> int:
    """Where the sentence of the densest mark begins, if that is near; else a word some way before the mark."""
    if not marks:
        return 0
    first = max(marks, key=lambda mark: (_density(mark, marks), -mark.start)).start
    begins = max((match.end() for match in _SENTENCE.finditer(text, 0, first + 1) if match.end() <= first), default=0)
    if first - begins <= 2 * BEFORE:
        return begins
    space = text.rfind(" ", begins, first - BEFORE + 1)
    return space + 1 if first - space <= 2 * BEFORE else first - BEFORE


def _density(mark: Mark, marks: list[Mark]) -> int:
    """How many of the question's words follow within a passage that begins a little before this mark."""
    reach = mark.start + LONGEST - 2 * BEFORE - 4
    return len({other.asked for other in marks if mark.start <= other.start and other.end <= reach})


def _end(text: str, start: int) -> int:
    room = LONGEST - 2 - (2 if start else 0)
    if len(text) - start <= room + 2:
        return len(text)
    space = text.rfind(" ", start, start + room + 1)
    return space if space > start else start + room
