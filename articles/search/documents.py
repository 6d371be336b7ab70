"""What of a published text can be found: its tokens, and how the words behind them are spelled there. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from articles.language import analysis
from articles.reading import Reading
from articles.search import tokens

_BLOCK, _INLINE = re.compile(r"</?(?:p|ul|ol|li)>"), re.compile(r"</?(?:em|strong|a)[^>]*>")

Key = tuple[int, str]  # a row's number and its name in the language


@dataclass(frozen=True, slots=True)
class Document:
    tokens: frozenset[str]
    words: Mapping[str, frozenset[str]]  # each lemma and part, and the spellings of it that were met, in small letters


@dataclass(slots=True)
class _Found:
    """What analysing the texts, the heaviest first, has found so far."""

    weights: dict[str, str] = field(default_factory=dict)  # each lemma's best
    words: dict[str, set[str]] = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)

    def add(self, weight: str, texts: Iterable[str], language: str) -> None:
        for surface, before in {word for text in texts for word in analysis.placed(text, language)}:
            found = analysis.analyse(surface, language, before)
            self.parts.update(found.parts)
            for lemma in found.lemmas:
                self.weights.setdefault(lemma, weight)
                self.words.setdefault(lemma, set()).add(surface.lower())


def document(reading: Reading, scope: str, tags: Iterable[Key] = (), author: Key | None = None) -> Document:
    """The document of an edition. `tags` and `author` are those that it is shown with."""
    tags, found = tuple(tags), _Found()
    for weight, texts in _texts(reading, tags, author):
        found.add(weight, texts, reading.language)
    parts = found.parts - found.weights.keys()
    pairs = [(weight, lemma) for lemma, weight in found.weights.items()]
    pairs += [(tokens.PART, part) for part in parts]
    pairs += [(tokens.NAME, name) for side in reading.sides for name in whole_names(side.name, reading.language)]
    pairs += [(tokens.TAG, str(number)) for number, _ in tags]
    pairs += [(tokens.AUTHOR, str(author[0]))] if author else []
    return Document(
        tokens=frozenset(f"{weight}{scope}:{word}" for weight, lemma in pairs if (word := tokens.clean(lemma))),
        words={lemma: frozenset(met) for lemma, met in found.words.items()} | dict.fromkeys(parts, frozenset()),
    )


def whole_names(name: str, language: str) -> tuple[str, ...]:
    """A name as one, in each of its readings: its words' lemmas joined, without function words if it has others."""
    surfaces = [word.text for word in analysis.words(name)]
    telling = [surface for surface in surfaces if not analysis.is_function_word(surface, language)] or surfaces
    return tokens.names([analysis.analyse(surface, language).lemmas for surface in telling])


def _texts(reading: Reading, tags: tuple[Key, ...], author: Key | None) -> Iterator[tuple[str, list[str]]]:
    """The texts by their weight, the heaviest first."""
    rows = reading.table.rows
    yield tokens.TITLE, [reading.title, *(side.name for side in reading.sides)]
    yield tokens.HEADING, [*(row.name for row in rows), *(row.group for row in rows), *(name for _, name in tags)]
    cells = [value.text for row in rows for value in row.values if not value.language]
    yield tokens.CELL, [*cells, *(side.answer for side in reading.sides)]
    yield tokens.PROSE, [*_prose(reading), *([author[1]] if author else [])]


def _prose(reading: Reading) -> Iterator[str]:
    long = [reading.lead, reading.summary, *(dimension.discussion for dimension in reading.dimensions)]
    long += [text for side in reading.sides for text in (side.description, side.example)]
    yield from (_plain(text) for text in long if text)
    yield from (similarity.sentence for similarity in reading.similarities)
    yield from (source.title for source in reading.sources if source.title != source.address)


def _plain(canonical: str) -> str:
    """The words of canonical prose, which is read faster than any HTML is by `articles.prose`."""
    return unescape(_INLINE.sub("", _BLOCK.sub("\n", canonical)))
