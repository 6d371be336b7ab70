"""What is different between two manuscripts, path by path."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from articles.differences.order import Order, order
from articles.differences.words import Piece, pieces
from articles.manuscript import Cell, Manuscript
from articles.units import Unit, plain, units


@dataclass(frozen=True)
class Change:
    """One text in one language that is not what it was; "" where there was or is none."""

    path: str
    language: str
    before: str
    after: str
    is_prose: bool = False

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Word by word; of prose, its plain text: a blank line is the end of a paragraph."""
        return pieces(self._plain(self.before), self._plain(self.after))

    @cached_property
    def only_formatting(self) -> bool:
        """Whether the words are the same, and links, emphasis or lists are not."""
        return self.is_prose and self._plain(self.before) == self._plain(self.after)

    def _plain(self, text: str) -> str:
        return plain(text) if self.is_prose else text


class Exchange(NamedTuple):
    """A value that is no text and is another one now: path "author", "side:sala:subject", "cell:verd:sala:source".

    For "cell:verd:sala:drafted" the values are whether the text was a draft that nobody had confirmed.
    """

    path: str
    before: Any
    after: Any
    language: str = ""


class Counts(NamedTuple):
    """For a line that sums it up. Texts and cells are counted where the row was there before and is there still."""

    texts: int = 0
    cells: int = 0
    rows_added: int = 0
    rows_removed: int = 0
    rows_moved: int = 0
    sides: int = 0  # added, removed and moved
    similarities: int = 0
    sources: int = 0
    values: int = 0  # author, tags, pictures, sources of cells, confirmed drafts


@dataclass(frozen=True)
class Difference:
    """Texts of what is new or gone are in the manuscripts; `changes` are of what both have, in the page's order."""

    changes: tuple[Change, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    sides: Order = Order()
    similarities: Order = Order()
    rows: Order = Order()
    sources: Order = Order()
    tags_added: tuple[str, ...] = ()
    tags_removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self != Difference()

    @cached_property
    def texts(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if not change.path.startswith("cell:"))

    @cached_property
    def cells(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.path.startswith("cell:"))

    @cached_property
    def at(self) -> Mapping[tuple[str, str], Change]:
        """The changed texts by path and language."""
        return {(change.path, change.language): change for change in self.changes}

    @property
    def counts(self) -> Counts:
        return Counts(
            texts=len(self.texts),
            cells=len(self.cells),
            rows_added=len(self.rows.added),
            rows_removed=len(self.rows.removed),
            rows_moved=len(self.rows.moved),
            sides=sum(map(len, self.sides)),
            similarities=sum(map(len, self.similarities)),
            sources=sum(map(len, self.sources)),
            values=len(self.exchanges) + len(self.tags_added) + len(self.tags_removed),
        )


def difference(before: Manuscript, after: Manuscript, languages: Collection[str] | None = None) -> Difference:
    """What is different in these languages; None means in all.

    In chosen languages a row, side or similarity is there where it says something in one of them.
    """
    return _Comparison(before, after, languages).all()


class _Comparison:
    """One call of `difference`."""

    def __init__(self, before, after, languages):
        self.before, self.after, self.languages = before, after, languages
        self.old = {unit.path: unit for unit in units(before)}
        self.new = {unit.path: unit for unit in units(after)}

    def all(self) -> Difference:
        tags_before, tags_after = ({tag.key for tag in one.tags} for one in (self.before, self.after))
        return Difference(
            changes=tuple(self.changes()),
            exchanges=tuple(self.exchanges()),
            sides=self.order("sides", "side"),
            similarities=self.order("similarities", "similarity"),
            rows=self.order("dimensions", "row"),
            sources=order(*([source.key for source in one.sources] for one in (self.before, self.after))),
            tags_added=tuple(sorted(tags_after - tags_before)),
            tags_removed=tuple(sorted(tags_before - tags_after)),
        )

    def changes(self) -> Iterator[Change]:
        for path, unit in {**self.old, **self.new}.items():
            if path not in self.old or path not in self.new or not self.is_in_both(path):
                continue
            old, new = self.old[path].texts, self.new[path].texts
            for language in self.spoken(old, new) if old != new else ():
                texts = old.get(language, ""), new.get(language, "")
                if texts[0] != texts[1]:
                    yield Change(path, language, *texts, unit.is_prose)

    def exchanges(self) -> Iterator[Exchange]:
        yield from _exchanged("author", _key(self.before.author), _key(self.after.author))
        yield from _exchanged("picture", _picture(self.before), _picture(self.after))
        for old, new in _both(self.before.sides, self.after.sides):
            yield from self.exchanges_of_side(old, new)
        for old, new in _both(self.before.dimensions, self.after.dimensions):
            for one, other in _both(self.cells_of(old, new), self.cells_of(new, old), "side"):
                yield from self.exchanges_of_cell(f"cell:{old.key}:{one.side}", one, other)
        for old, new in _both(self.before.sources, self.after.sources):
            for name in ("title", "address", "read_on"):
                yield from _exchanged(f"source:{old.key}:{name}", getattr(old, name), getattr(new, name))

    def exchanges_of_side(self, old, new) -> Iterator[Exchange]:
        yield from _exchanged(f"side:{old.key}:picture", _picture(old), _picture(new))
        one, other = old.subject, new.subject
        if one.key != other.key:
            yield Exchange(f"side:{old.key}:subject", one.key, other.key)
            return
        yield from _exchanged(f"subject:{one.key}:picture", _picture(one), _picture(other))
        for language in self.spoken(one.forms, other.forms):
            forms = one.forms.get(language), other.forms.get(language)
            yield from _exchanged(f"subject:{one.key}:forms", *forms, language)

    def exchanges_of_cell(self, path: str, old: Cell, new: Cell) -> Iterator[Exchange]:
        yield from _exchanged(f"{path}:source", old.source, new.source)
        for language in self.spoken(old.text, new.text):
            if old.text.get(language) == new.text.get(language):
                drafted = language in old.drafted, language in new.drafted
                yield from _exchanged(f"{path}:drafted", *drafted, language)

    def cells_of(self, row, other) -> list[Cell]:
        """The row's cells, and empty ones where only the other says something, of sides that both manuscripts have."""
        said = {cell.side: cell for cell in row.cells}
        wanted = [key for key in said.keys() | {cell.side for cell in other.cells} if self.has_side(key)]
        return [said.get(key, Cell(key)) for key in sorted(wanted)]

    def has_side(self, key: str) -> bool:
        return f"side:{key}:answer" in self.old and f"side:{key}:answer" in self.new

    def order(self, name: str, kind: str) -> Order:
        return order(
            *(
                [row.key for row in getattr(one, name) if self.languages is None or (kind, row.key) in speaking]
                for one, speaking in ((self.before, self.speaking[0]), (self.after, self.speaking[1]))
            )
        )

    def is_in_both(self, path: str) -> bool:
        return self.languages is None or all(owner in one for one in self.speaking for owner in _owners(path))

    @cached_property
    def speaking(self) -> tuple[set, set]:
        """What says something in the chosen languages: before, and after."""
        return self.speakers(self.before, self.old), self.speakers(self.after, self.new)

    def speakers(self, manuscript: Manuscript, texts: Mapping[str, Unit]) -> set[tuple[str, str]]:
        said = [unit for unit in texts.values() if any(unit.texts.get(code) for code in self.languages or ())]
        found = {owner for unit in said for owner in _owners(unit.path)}
        return found | {("side", side.key) for side in manuscript.sides if ("subject", side.subject.key) in found}

    def spoken(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
        return [code for code in sorted({**old, **new}) if self.languages is None or code in self.languages]


def _owners(path: str) -> list[tuple[str, str]]:
    """Of what the text is a part: ("row", "verd"); a cell is of its row and its side, a title of nothing."""
    kind, *keys = path.split(":")
    if kind == "cell":
        return [("row", keys[0]), ("side", keys[1])]
    return [(kind, keys[0])] if keys else []


def _exchanged(path: str, before, after, language: str = "") -> Iterator[Exchange]:
    if before != after:
        yield Exchange(path, before, after, language)


def _both(before: Iterable, after: Iterable, name: str = "key") -> Iterator[tuple]:
    """Those of both, by key, in the new order."""
    old = {getattr(value, name): value for value in before}
    return ((old[getattr(value, name)], value) for value in after if getattr(value, name) in old)


def _key(value) -> str | None:
    return value.key if value else None


def _picture(value):
    return getattr(value, "picture", None)
