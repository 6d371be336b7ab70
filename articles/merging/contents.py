"""All that belongs to a row, a side or a source, for when it goes as a whole."""

from dataclasses import replace

from articles.manuscript import Cell, Dimension, Manuscript, Side, Source, Subject
from articles.merging.outcome import AllTexts
from articles.units import OF_ROW, OF_SIDE, OF_SIMILARITY, OF_SUBJECT

_FIELDS = {"side": OF_SIDE, "similarity": OF_SIMILARITY, "row": OF_ROW}


def texts_of(kind: str, value, manuscript: Manuscript) -> AllTexts:
    """The texts of a side with its cells, a row with its cells, a similarity or a source, by path and language."""
    if isinstance(value, Source):
        day = value.read_on.isoformat() if value.read_on else ""
        said = {"title": value.title, "address": value.address, "read_on": day}
        return {(f"source:{value.key}:{name}", ""): text for name, text in said.items() if text}
    found = {f"{kind}:{value.key}:{name}": getattr(value, name) for name in _FIELDS[kind]}
    if isinstance(value, Side):
        subject = value.subject
        found |= {f"subject:{subject.key}:{name}": getattr(subject, name) for name in OF_SUBJECT}
        found |= {f"cell:{row.key}:{value.key}": cell_in(row, value.key).text for row in manuscript.dimensions}
    if isinstance(value, Dimension):
        found |= {f"cell:{value.key}:{cell.side}": cell.text for cell in value.cells}
    return {(path, language): text for path, texts in found.items() for language, text in texts.items() if text}


def has_changed(kind: str, before, after, base: Manuscript, whole: Manuscript) -> bool:
    """Whether the thing is another one in `whole` than in `base`. What went with another side or row is no change."""
    if kind == "row":
        sides = {side.key for side in whole.sides}
        return _without_cells(before) != _without_cells(after) or _cells(before, sides) != _cells(after, sides)
    if kind == "side":
        return _own(before) != _own(after) or _column(after, base, whole) != _column(after, whole, whole)
    return before != after


def cell_in(row: Dimension | None, side: str) -> Cell:
    """What the side says in the row; an empty cell where it says nothing."""
    return next((cell for cell in row.cells if cell.side == side), Cell(side)) if row else Cell(side)


def _without_cells(row: Dimension) -> Dimension:
    return replace(row, cells=())


def _cells(row: Dimension, sides) -> dict[str, Cell]:
    return {cell.side: cell for cell in row.cells if cell.side in sides}


def _own(side: Side) -> Side:
    """The side without what its subject says of itself, which is kept elsewhere."""
    return replace(side, subject=Subject(side.subject.key))


def _column(side: Side, manuscript: Manuscript, rows_of: Manuscript) -> dict[str, Cell]:
    rows = {row.key: row for row in manuscript.dimensions}
    return {row.key: cell_in(rows.get(row.key), side.key) for row in rows_of.dimensions}
