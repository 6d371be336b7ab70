"""What the search page tells of each edition: its title and a passage with the words marked, and where that stands."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles.manuscript import from_text
from articles.models import Edition, Tag
from articles.search import passages
from articles.search.marks import Mark, Marker, Piece, pieces
from articles.search.passages import Place
from articles.search.questions import Question
from articles.search.telling import Told

MOST_FORMS = 3
MARK = "<mark>{}</mark>"
_HEADINGS = {
    passages.NUTSHELL: _("In a nutshell"),
    passages.SUMMARY: _("Summary"),
    passages.SOURCES: _("Sources"),
}
_ENDED = re.compile(r"[.!?…;:„“\"]\s*$")


@dataclass(frozen=True, slots=True)
class TitlePiece:
    """A piece of a title; `ink` as in the title's own parts."""

    text: str
    ink: int = 0
    marked: bool = False


@dataclass(frozen=True)
class Hit:
    edition: Edition
    title: tuple[TitlePiece, ...]
    passage: tuple[Piece, ...]
    place: Place
    tags: tuple[Tag, ...] = ()
    called: tuple[Piece, ...] = ()  # the place's heading, with the words marked

    @property
    def url(self) -> str:
        return self.edition.get_absolute_url()

    @property
    def heading(self) -> str:
        """What the place is called, with the words marked, as HTML."""
        told = self.called or (Piece(self.place.heading),)
        return format_html_join("", "{}", ((format_html(MARK, one.text) if one.marked else one.text,) for one in told))

    @property
    def place_url(self) -> str:
        return f"{self.url}#{self.place.anchor}" if self.place.anchor else self.url


def hits_of(told: Iterable[Told], question: Question, tags: Mapping[int, Tag]) -> tuple[Hit, ...]:
    """A hit of each edition. `tags`: by their numbers."""
    marker = Marker(((word.typed, word.lemmas) for word in question.words), question.language)
    return tuple(_hit(one, marker, _tags(one.tags, tags)) for one in told)


def _tags(numbers: Collection[int], tags: Mapping[int, Tag]) -> tuple[Tag, ...]:
    return tuple(sorted((tags[pk] for pk in numbers if pk in tags), key=lambda tag: tag.key))


def other_forms(hits: Iterable[Hit], question: Question) -> tuple[str, ...]:
    """Up to three forms of the words, other than those typed, that are marked in the hits; the most frequent first."""
    typed = {word.typed for word in question.words}
    seen = Counter(form for hit in hits for pieces in (hit.title, hit.passage) for form in _marked(pieces))
    return tuple([form for form, _count in seen.most_common() if form.lower() not in typed][:MOST_FORMS])


def _marked(pieces: Iterable[TitlePiece | Piece]) -> Iterator[str]:
    """What is marked; a capital that begins a sentence is not the word's own."""
    begins = True
    for piece in pieces:
        if piece.marked:
            yield piece.text.lower() if begins else piece.text
        begins = bool(_ENDED.search(piece.text))


def _hit(told: Told, marker: Marker, tags: tuple[Tag, ...]) -> Hit:
    edition = told.edition
    found = passages.passage(from_text(told.content), edition.language, marker)
    place = _headed(found.place)
    called = pieces(place.heading, marker.marks(place.heading))
    return Hit(edition, _title(edition.title_parts, marker), found.pieces, place, tags, called)


def _title(parts, marker: Marker) -> tuple[TitlePiece, ...]:
    """The title in its inks, with the marks: a word may reach over two parts."""
    marks = marker.marks("".join(text for text, _ink in parts))
    found, at = [], 0
    for text, ink in parts:
        found += _title_pieces(text, ink, marks, at)
        at += len(text)
    return tuple(found)


def _title_pieces(text: str, ink: int, marks: Iterable[Mark], at: int) -> list[TitlePiece]:
    """A part of the title that begins at `at`, in pieces."""
    found, done = [], 0
    for mark in marks:
        start, end = max(mark.start - at, done), min(mark.end - at, len(text))
        if start < end:
            found += [TitlePiece(text[done:start], ink), TitlePiece(text[start:end], ink, marked=True)]
            done = end
    return [piece for piece in [*found, TitlePiece(text[done:], ink)] if piece.text]


def _headed(place: Place) -> Place:
    """A place with a heading of the page's own is a section like others."""
    heading = _HEADINGS.get(place.kind)
    return replace(place, kind=passages.SECTION, heading=str(heading)) if heading else place
