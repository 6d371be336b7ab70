"""What of a published text can be found: its tokens, and the words behind them as they stand there. Pure.

The texts are those that `articles.reading` gives a page, taken from the manuscript in one go.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from articles import comparison, headings
from articles.language import analysis, grammar
from articles.language.analysis import Placed
from articles.manuscript import Manuscript, Side
from articles.search import tokens

_BLOCK, _INLINE = re.compile(r"</?(?:p|ul|ol|li)>"), re.compile(r"</?(?:em|strong|a)[^>]*>")

Key = tuple[int, str]  # a row's number and its name in the language


@dataclass(frozen=True, slots=True)
class Document:
    tokens: frozenset[str]  # without the scope: "t:sala"
    words: frozenset[Placed]  # every word as it stands in the texts


def document(manuscript: Manuscript, language: str, tags: Iterable[Key] = (), author: Key | None = None) -> Document:
    """The document of an edition. `tags` and `author` are those that it is shown with."""
    tags, sides = tuple(tags), comparison.named(manuscript.sides, language)
    weights: dict[str, str] = {}  # each headword's best
    words: set[Placed] = set()
    parts: set[str] = set()
    for weight, texts in _texts(manuscript, sides, language, tags, author):
        new = {word for text in texts for word in analysis.placed(text, language)} - words
        words |= new
        for surface, before in new:
            found = analysis.analyse(surface, language, before)
            parts.update(found.parts)
            for lemma in found.lemmas:
                weights.setdefault(lemma, weight)
    pairs = [(weight, lemma) for lemma, weight in weights.items()]
    pairs += [(tokens.PART, part) for part in parts - weights.keys()]
    pairs += [(tokens.NAME, name) for side in sides for name in whole_names(side.subject.name[language], language)]
    pairs += [(tokens.TAG, str(number)) for number, _ in tags]
    pairs += [(tokens.AUTHOR, str(author[0]))] if author else []
    return Document(
        frozenset([f"{weight}:{word}" for weight, lemma in pairs if (word := tokens.clean(lemma))]), frozenset(words)
    )


def whole_names(name: str, language: str) -> tuple[str, ...]:
    """A name as one, in each of its readings: its words' lemmas joined, without function words if it has others."""
    surfaces = [word.text for word in analysis.words(name)]
    telling = [surface for surface in surfaces if not analysis.is_function_word(surface, language)] or surfaces
    return tokens.names([analysis.analyse(surface, language).lemmas for surface in telling])


def _texts(
    manuscript: Manuscript, sides: list[Side], language: str, tags: tuple[Key, ...], author: Key | None
) -> Iterator[tuple[str, list[str]]]:
    """The texts by their weight, the heaviest first. Some may be empty."""
    title = manuscript.title.get(language) or headings.text(headings.title(sides, language))
    yield tokens.TITLE, [title, *(side.subject.name[language] for side in sides)]
    rows = [row for row in manuscript.dimensions if row.name.get(language)]
    shared = [row for row in manuscript.similarities if row.name.get(language) and row.text.get(language)]
    table = [*rows, *shared] if sides else []
    groups = [row.group.get(language, "") for row in rows] if sides else []
    yield tokens.HEADING, [*(row.name[language] for row in table), *groups, *(name for _, name in tags)]
    yield tokens.CELL, [*_cells(rows, shared, sides, language), *(_answer(side, language) for side in sides)]
    long = [manuscript.lead, manuscript.summary, *(row.discussion for row in rows)]
    long += [text for side in sides for text in (side.description, side.example)]
    short = [row.sentence.get(language, "") for row in manuscript.similarities]
    short += [source.title for source in manuscript.sources if source.title != source.address]
    short += [author[1]] if author else []
    yield tokens.PROSE, [*(_plain(texts[language]) for texts in long if texts.get(language)), *short]


def _cells(rows, shared, sides: list[Side], language: str) -> Iterator[str]:
    for row in rows:
        cells = {cell.side: cell.text.get(language, "") for cell in row.cells}
        yield from (cells.get(side.key, "") for side in sides)
    if sides:
        yield from (grammar.capitalised(row.text[language]) for row in shared)


def _answer(side: Side, language: str) -> str:
    return side.answer.get(language) or side.subject.definition.get(language, "")


def _plain(canonical: str) -> str:
    """The words of canonical prose, which is read faster than any HTML is by `articles.prose`."""
    return unescape(_INLINE.sub("", _BLOCK.sub("\n", canonical)))
