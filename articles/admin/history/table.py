"""The comparison table in two manuscripts: rows that changed, came, went and moved, in one language."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.admin.history.revisions import Label
from articles.admin.history.words import drawn
from articles.admin.wording import place
from articles.differences import SAME, Change, Move, Piece
from articles.differences.order import order
from articles.manuscript import Dimension, Manuscript

MOST = 100  # rows that are drawn
INKS = 5

Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Column:
    key: str
    name: str
    ink: int


@dataclass(frozen=True, slots=True)
class Row:
    """`kind`: "new", "gone" or "". A cell without pieces is empty."""

    name: Pieces
    cells: tuple[tuple[Column, Pieces], ...]
    labels: tuple[Label, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`unchanged`: how many rows stayed as they were; `more`: how many that did not are left out."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    changed: int
    unchanged: int
    more: int


def table(before: Manuscript, after: Manuscript, language: str, all_rows: bool = False) -> Table:
    """The rows that are not what they were, in their order, then those that went. `all_rows`: the others, too."""
    return _Tables(before, after, language).table(all_rows)


class _Tables:
    def __init__(self, before, after, language):
        self.language = language
        self.columns = _columns(before, after, language)
        self.old, self.new = (
            {row.key: row for row in one.dimensions if _speaks(row, language)} for one in (before, after)
        )

    def table(self, all_rows: bool) -> Table:
        moves = {move.key: move for move in order(list(self.old), list(self.new)).moved}
        stood = [self.row(row, moves.get(key)) for key, row in self.new.items()]
        went = [self.whole(row, "gone") for key, row in self.old.items() if key not in self.new]
        changed = [row for row in [*stood, *went] if row.labels]
        shown = [*stood, *went] if all_rows else changed
        return Table(
            self.columns, tuple(shown[:MOST]), len(changed), len(stood) + len(went) - len(changed), len(shown[MOST:])
        )

    def row(self, now: Dimension, move: Move | None) -> Row:
        was = self.old.get(now.key)
        if was is None:
            return self.whole(now, "new")
        name = self.change(was.name, now.name)
        old, new = self.texts(was), self.texts(now)
        cells = tuple((column, self.change(old[column.key], new[column.key])) for column in self.columns)
        is_changed = name.before != name.after or any(cell.before != cell.after for _column, cell in cells)
        labels = ((Label(pgettext("of a text", "changed")),) if is_changed else ()) + ((moved(move),) if move else ())
        return Row(drawn(name), tuple((column, drawn(cell)) for column, cell in cells), labels)

    def whole(self, row: Dimension, kind: str) -> Row:
        """A row that is new, or gone: its words as they are, for the row says what happened to it."""
        said = self.texts(row)
        labels = (Label(_("+ new"), "good"),) if kind == "new" else (Label(_("− removed"), "bad"),)
        cells = tuple((column, _plain(said[column.key].get(self.language, ""))) for column in self.columns)
        return Row(_plain(row.name.get(self.language, row.key)), cells, labels, kind)

    def texts(self, row: Dimension) -> dict:
        """The row's texts by side."""
        said = {cell.side: cell.text for cell in row.cells}
        return {column.key: said.get(column.key, {}) for column in self.columns}

    def change(self, before, after) -> Change:
        return Change("", self.language, before.get(self.language, ""), after.get(self.language, ""))


def moved(move: Move) -> Label:
    return Label(_("from %(before)s to %(after)s") % {"before": move.before, "after": move.after}, "moved")


def _columns(before: Manuscript, after: Manuscript, language: str) -> tuple[Column, ...]:
    """Its sides, then those that it had."""
    keys = {side.key: None for side in [*after.sides, *before.sides]}
    return tuple(
        Column(key, place(f"side:{key}", language, after, before), number % INKS + 1)
        for number, key in enumerate(keys)
    )


def _speaks(row: Dimension, language: str) -> bool:
    return any(
        language in texts for texts in (row.name, row.group, row.discussion, *(cell.text for cell in row.cells))
    )


def _plain(text: str) -> Pieces:
    return (Piece(SAME, text),) if text else ()
