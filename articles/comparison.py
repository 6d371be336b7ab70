"""The comparison table of an article in one language, drawn from its manuscript."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from articles.language import grammar, words
from articles.manuscript import Cell, Dimension, Manuscript, Side

MANY_ROWS = 10  # from here on rows are set closer
GROUPED_ROWS = 12  # from here on rows that share a group get its heading


@dataclass(frozen=True, slots=True)
class Column:
    key: str
    name: str
    ink: int  # 1 … 5, the side's place in the article, whichever sides are shown


@dataclass(frozen=True, slots=True)
class Choice:
    column: Column
    chosen: bool


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in one cell of the table."""

    column: Column
    text: str = ""  # "" is unknown
    language: str = ""  # only where the text is in another language than the page
    answer: str = ""  # "yes", "no" or ""
    number: bool = False
    drafted: bool = False
    source: int = 0  # the source's number in the article, 0 for none


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    name: str
    values: tuple[Value, ...]
    same: bool = False  # one and the same for all the chosen sides: drawn once, marked =
    group: str = ""

    @property
    def shared(self) -> Value:
        return self.values[0]

    @property
    def sources(self) -> tuple[int, ...]:
        return tuple(sorted({value.source for value in self.values if value.source}))


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    rows: tuple[Row, ...]
    shared: bool = False  # what all sides share, after the named groups


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    choices: tuple[Choice, ...] = ()

    @property
    def width(self) -> int:
        return len(self.columns)

    @property
    def dense(self) -> bool:
        return len(self.rows) >= MANY_ROWS

    @property
    def pickable(self) -> bool:
        return len(self.choices) > 2

    @property
    def mixed(self) -> bool:
        """Whether hiding the equal rows would leave some and take some."""
        return len({row.same for row in self.rows}) == 2

    @property
    def drafted(self) -> bool:
        return any(value.drafted for row in self.rows for value in row.values)

    @property
    def groups(self) -> tuple[Group, ...]:
        """Runs of rows under their group's name; in a short table one run without a name."""
        if len(self.rows) < GROUPED_ROWS or not any(row.group for row in self.rows):
            return (Group("", self.rows),)
        runs = [(name, tuple(rows)) for name, rows in groupby(self.rows, key=lambda row: row.group)]
        return tuple(Group(name, rows, not name and all(row.same for row in rows)) for name, rows in runs)


def table(manuscript: Manuscript, language: str, chosen: Collection[str] = (), others: Collection[str] = ()) -> Table:
    """The comparison table of the manuscript in `language`.

    `chosen`: keys of the sides to show; fewer than two known ones means all. `others`: languages whose text may
    stand in a cell that this language lacks, best first. A row without a name in the language is left out.
    """
    choices = _choices(manuscript, language, chosen)
    columns = tuple(choice.column for choice in choices if choice.chosen)
    numbers = {source.key: number for number, source in enumerate(manuscript.sources, start=1)}
    rows = [_row(dimension, columns, language, others, numbers) for dimension in manuscript.dimensions]
    rows += [_equal_row(similarity, columns, language) for similarity in manuscript.similarities]
    return Table(columns, tuple(row for row in rows if row is not None), choices)


def named(sides: tuple[Side, ...], language: str) -> list[Side]:
    """The sides that have a name in the language."""
    return [side for side in sides if side.subject.name.get(language)]


def same(values: Collection[Value]) -> bool:
    """Whether all say the same: compared folded and trimmed. Unknown never equals anything."""
    texts = {words.fold(" ".join(value.text.split())) for value in values}
    return len(texts) == 1 and "" not in texts and len(values) > 1


def _choices(manuscript: Manuscript, language: str, chosen: Collection[str]) -> tuple[Choice, ...]:
    columns = [
        Column(side.key, side.subject.name[language], ink)
        for ink, side in enumerate(named(manuscript.sides, language), start=1)
    ]
    known = {column.key for column in columns} & set(chosen)
    everything = len(known) < 2
    return tuple(Choice(column, everything or column.key in known) for column in columns)


def _row(dimension: Dimension, columns, language, others, numbers) -> Row | None:
    name = dimension.name.get(language)
    if not name or not columns:
        return None
    cells = {cell.side: cell for cell in dimension.cells}
    values = tuple(_value(cells.get(column.key), column, language, others, numbers) for column in columns)
    return Row(dimension.key, name, values, same(values), dimension.group.get(language, ""))


def _equal_row(similarity, columns, language) -> Row | None:
    name, text = similarity.name.get(language), similarity.text.get(language)
    if not name or not text or not columns:
        return None
    return Row(similarity.key, name, (Value(columns[0], grammar.capitalised(text)),), same=True)


def _value(cell: Cell | None, column: Column, language: str, others: Collection[str], numbers: dict) -> Value:
    spoken = next((code for code in (language, *others) if cell and cell.text.get(code)), None)
    if spoken is None:
        return Value(column)
    text = cell.text[spoken]
    return Value(
        column,
        text,
        language="" if spoken == language else spoken,
        answer=grammar.yes_no(text, spoken),
        number=bool(re.fullmatch(r"[-+–]?\d[\d.,\s]*(?:%|[^\W\d]{1,3}\.?)?", text)),
        drafted=spoken in cell.drafted,
        source=numbers.get(cell.source, 0),
    )
