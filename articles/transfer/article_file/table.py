"""The pipe table of an article file: one row a dimension, one column a side."""

import re
from dataclasses import replace
from typing import NamedTuple

from articles.manuscript import Cell, Dimension, Source

from .errors import ArticleFileError
from .front_matter import texts
from .marks import cells, marked, unescaped
from .source import Numbered

_RULE = re.compile(r":?-+:?")
_MARK = re.compile(r"(?:^|[ \t]+)(?:\[\^([^\[\]\s]*)\]|\{(drafted)\})$")


class Axis(NamedTuple):
    """A row or a column: its key, and the name it is found by."""

    key: str
    name: str


def with_cells(
    dimensions: list[Dimension],
    lines: list[Numbered],
    sides: list[Axis],
    sources: tuple[Source, ...],
    language: str,
) -> tuple[Dimension, ...]:
    """The dimensions with the table's cells, which are found by the names or keys of their row and side."""
    rows = [line for line in lines if line.text.strip()]
    for line in rows:
        if not line.text.lstrip().startswith("|"):
            raise ArticleFileError("Each line of the table begins with |.", line.number)
    filled: dict[str, tuple[Cell, ...]] = {}
    if rows:
        columns = _columns(rows, sides)
        axes = [Axis(dimension.key, dimension.name.get(language, "")) for dimension in dimensions]
        for line in rows[2:]:
            first, *others = _row(line, len(columns) + 1)
            key = _found(first, axes, "row", line.number)
            if key in filled:
                raise ArticleFileError(f"The row “{unescaped(first)}” is in the table twice.", line.number)
            found = {
                side: _cell(side, text, line.number, sources, language)
                for side, text in zip(columns, others, strict=True)
            }
            filled[key] = tuple(found[side.key] for side in sides if found.get(side.key))
    return tuple(replace(dimension, cells=filled.get(dimension.key, ())) for dimension in dimensions)


def _columns(rows: list[Numbered], sides: list[Axis]) -> list[str]:
    """The key of each column's side, in the table's order."""
    head = rows[0]
    names = _row(head, len(sides) + 1)[1:]
    columns = [_found(name, sides, "column", head.number) for name in names]
    for key in columns:
        if columns.count(key) > 1:
            raise ArticleFileError(f"The side “{key}” has two columns.", head.number)
    if len(rows) < 2 or not all(_RULE.fullmatch(cell) for cell in _row(rows[1], len(sides) + 1)):
        line = rows[1].number if len(rows) > 1 else head.number
        raise ArticleFileError("The table's second line is hyphens between bars, such as |---|---|.", line)
    return columns


def _row(line: Numbered, width: int) -> list[str]:
    found = cells(line.text)
    if len(found) != width:
        difference = "too many columns" if len(found) > width else "too few columns"
        if abs(len(found) - width) == 1:
            difference = "a column too many" if len(found) > width else "a column too few"
        message = f"The line of the table has {difference}. The first column and one for each side make {width}."
        raise ArticleFileError(message, line.number)
    return found


def _found(label: str, axes: list[Axis], what: str, line: int) -> str:
    """The key of the row or column that a label names."""
    text, key, _ = marked(label, line)
    name = unescaped(text)
    matches = [axis.key for axis in axes if (axis.key == key if key else name and axis.name == name)]
    if not matches:
        where = "under no heading of the differences" if what == "row" else "not a side of the article"
        raise ArticleFileError(f"The table has a {what} “{name or key}”, which is {where}.", line)
    if len(matches) > 1:
        message = f"The table's {what} “{name}” could be any of {', '.join(matches)}. Add its key in braces."
        raise ArticleFileError(message, line)
    return matches[0]


def _cell(side: str, text: str, line: int, sources: tuple[Source, ...], language: str) -> Cell | None:
    source, drafted = "", False
    while match := _MARK.search(text):
        if match[2]:
            drafted = True
        elif source:
            raise ArticleFileError("A cell has one source at most.", line)
        else:
            source = _listed(match[1], sources, line)
        text = text[: match.start()]
    words = texts(language, unescaped(text))
    if not words and not source:
        return None
    return Cell(side, words, (language,) if drafted and words else (), source)


def _listed(key: str, sources: tuple[Source, ...], line: int) -> str:
    if key not in {source.key for source in sources}:
        raise ArticleFileError(f"The cell's source “{key}” is not among the sources of the front matter.", line)
    return key
