"""Three manuscripts in, one out: what both started from, what I made of it and what somebody else did."""

from collections.abc import Callable, Collection
from dataclasses import fields, replace

from articles.differences.order import order
from articles.manuscript import Cell, Dimension, Manuscript, Side, Subject, Tag
from articles.merging.apart import apart
from articles.merging.contents import cell_in, has_changed, texts_of
from articles.merging.order import leader, moved, ordered
from articles.merging.outcome import MINE, MOVED, THEIRS, VALUE, Choices, Merge, Taken
from articles.merging.points import BOTH, Points, latest

_KINDS = {"sides": "side", "similarities": "similarity", "dimensions": "row", "sources": "source"}


def merge(base: Manuscript, mine: Manuscript, theirs: Manuscript) -> Merge:
    """What two people made of `base`, as one manuscript.

    What only one of them changed is taken from that one. What both changed differently is a conflict, as is what one
    removed and the other changed; there `merged` says what `mine` does until it is decided. What either added stays.
    Things that both added under one key and that have nothing in common are two: mine gets another key.
    """
    return _merged(base, mine, theirs, {})


def decided(merge: Merge, choices: Choices) -> Manuscript:
    """The manuscript as it is when these choices are followed.

    The keys are those of `merge.conflicts`, all of them, and of any of `merge.taken` that should be otherwise. For a
    text the choice is the text that should stand, "" for none; for anything else it is "mine" or "theirs".
    Raises ValueError where a conflict is not decided, or something is that is none of these.
    """
    if left := merge.undecided(choices):
        raise ValueError(f"Not decided: {', '.join(_named(conflict.choice) for conflict in left)}.")
    known = {point.choice for point in (*merge.conflicts, *merge.taken)}
    if strange := choices.keys() - known:
        raise ValueError(f"Nothing to decide: {', '.join(map(_named, sorted(strange)))}.")
    return _merged(merge.base, merge.mine, merge.theirs, choices).merged


def _merged(base, mine, theirs, choices) -> Merge:
    points = Points(choices)
    merged = _Merging(base, apart(base, mine, theirs), theirs, points).all()
    return Merge(merged, tuple(points.conflicts), tuple(points.taken), base, mine, theirs)


def _named(choice) -> str:
    return " ".join(filter(None, choice))


class _Merging:
    """One merge of three manuscripts."""

    def __init__(self, base: Manuscript, mine: Manuscript, theirs: Manuscript, points: Points):
        self.three = base, mine, theirs
        self.points = points
        self.columns: dict[str, str] = {}  # whose each side is

    def all(self) -> Manuscript:
        sides = self.things("sides", self.side)
        similarities = self.things("similarities", self.fields)
        rows = self.things("dimensions", self.row)
        rows = tuple(replace(row, cells=_cells_for(row, [side.key for side in sides])) for row in rows)
        needed = {cell.source for row in rows for cell in row.cells}
        sources = self.things("sources", self.fields, needed)
        parts = {"sides": sides, "similarities": similarities, "dimensions": rows, "sources": sources}
        author = self.named("author", *(one.author for one in self.three))
        return self.fields("", *self.three, author=author, tags=self.tags(), **parts)

    def things(self, name: str, put_together: Callable, needed: Collection[str] = ()) -> tuple:
        """The rows of a kind, in their order. Those of `needed` stay whoever removed them."""
        base, mine, theirs = ({value.key: value for value in getattr(one, name)} for one in self.three)
        found = {}
        for key in {**mine, **theirs}:
            three = base.get(key), mine.get(key), theirs.get(key)
            whose = self.whose(_KINDS[name], key, three, needed)
            if whose == BOTH:
                start = three[0] or _blank(three[1])
                found[key] = put_together(f"{_KINDS[name]}:{key}:", start, *three[1:])
            elif whose:
                found[key] = three[1] if whose == MINE else three[2]
            if whose and name == "sides":
                self.columns[key] = whose
        return tuple(found[key] for key in self.in_order(name, list(base), list(mine), list(theirs), found))

    def whose(self, kind: str, key: str, three, needed) -> str:
        base, mine, theirs = three
        whole = self.three[1] if mine else self.three[2]
        changed = bool(base) and has_changed(kind, base, mine or theirs, self.three[0], whole)
        kept = "" if key not in needed else MINE if mine else THEIRS
        if kept and not changed and not (mine and theirs):
            return kept
        said = [value and texts_of(kind, value, one) for value, one in zip(three, self.three, strict=True)]
        return self.points.whole(f"{kind}:{key}", *said, changed) or kept

    def in_order(self, name: str, base: list[str], mine: list[str], theirs: list[str], kept) -> list[str]:
        first = leader(base, mine, theirs)
        path = "rows" if name == "dimensions" else name
        if moved(mine, theirs):
            self.moves(_KINDS[name], first, base, mine if first == MINE else theirs, kept)
            first = self.points.side(path, "", first)
        return ordered(mine, theirs, kept) if first == MINE else ordered(theirs, mine, kept)

    def moves(self, kind: str, whose: str, base, after, kept) -> None:
        for key, before, now in order(base, after).moved:
            if key in kept:
                places = (now, before) if whose == MINE else (before, now)
                self.points.taken.append(Taken(f"{kind}:{key}", "", VALUE, before, *places, whose, MOVED))

    def fields(self, path: str, base, mine, theirs, **known):
        """A value of which all that is not known already is put together, field by field."""
        for one in fields(mine):
            if one.name == "key" or one.name in known:
                continue
            three = [getattr(value, one.name) for value in (base, mine, theirs)]
            if isinstance(three[1], dict):
                known[one.name] = self.points.texts(f"{path}{one.name}", *three)
            elif isinstance(three[1], str):
                known[one.name] = self.points.text(f"{path}{one.name}", "", *three)
            else:
                known[one.name] = self.points.value(f"{path}{one.name}", *three)
        return replace(mine, **known)

    def side(self, path: str, base: Side, mine: Side, theirs: Side) -> Side:
        return self.fields(path, base, mine, theirs, subject=self.subject(path, base, mine, theirs))

    def subject(self, path: str, base: Side, mine: Side, theirs: Side) -> Subject:
        one, other = mine.subject, theirs.subject
        if one.key != other.key:
            return self.named(f"{path}subject", base.subject, one, other)
        start = base.subject if base.subject.key == one.key else Subject(one.key)
        kept = {name: latest(*(getattr(value, name) for value in (start, one, other))) for name in ("slug", "forms")}
        return self.fields(f"subject:{one.key}:", start, one, other, **kept)

    def named(self, path: str, base, mine, theirs):
        """One of those that other articles have too: who it is may be asked, what is said of it is kept elsewhere."""
        key = self.points.value(path, *(value and value.key for value in (base, mine, theirs)))
        alike = [value for value in (mine, theirs) if value and value.key == key]
        return _newest(base, *alike) if len(alike) == 2 else next(iter(alike), None)

    def tags(self) -> tuple[Tag, ...]:
        base, mine, theirs = ({tag.key: tag for tag in one.tags} for one in self.three)
        keys = sorted({**base, **mine, **theirs})
        found = (self.named(f"tag:{key}", base.get(key), mine.get(key), theirs.get(key)) for key in keys)
        return tuple(tag for tag in found if tag)

    def row(self, path: str, base: Dimension, mine: Dimension, theirs: Dimension) -> Dimension:
        cells = []
        for side, whose in self.columns.items():
            three = [cell_in(row, side) for row in (base, mine, theirs)]
            kept = self.cell(f"cell:{mine.key}:{side}", *three) if whose == BOTH else three[1 if whose == MINE else 2]
            cells += [kept] if kept.text or kept.source else []
        return self.fields(path, base, mine, theirs, cells=tuple(cells))

    def cell(self, path: str, base: Cell, mine: Cell, theirs: Cell) -> Cell:
        text = self.points.texts(path, base.text, mine.text, theirs.text)
        drafted = tuple(sorted(code for code in text if _is_drafted(code, text[code], base, mine, theirs)))
        source = self.points.value(f"{path}:source", base.source, mine.source, theirs.source)
        return replace(mine, text=text, drafted=drafted, source=source)


def _is_drafted(language: str, text: str, base: Cell, mine: Cell, theirs: Cell) -> bool:
    """A draft stays one as long as the text is the draft's and neither of the two has confirmed it."""
    was, here, there = (language in cell.drafted for cell in (base, mine, theirs))
    here_so, there_so = (cell.text.get(language) == text for cell in (mine, theirs))
    if here_so and there_so:
        if base.text.get(language) == text:
            return there if here == was else here
        return here and there
    return (here_so and here) or (there_so and there)


def _cells_for(row: Dimension, sides: list[str]) -> tuple[Cell, ...]:
    cells = {cell.side: cell for cell in row.cells}
    return tuple(cells[side] for side in sides if side in cells)


def _blank(value):
    """The empty thing that two people started from who both added one under this key."""
    if isinstance(value, Side):
        return Side(value.key, Subject(""))
    return type(value)(value.key)


def _newest(base, mine, theirs):
    return mine if theirs == base else theirs
