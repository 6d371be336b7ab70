"""Things that two people added under one key by chance, told apart before they are put together."""

from dataclasses import replace
from itertools import count

from articles.manuscript import Manuscript
from articles.merging.contents import texts_of

_KINDS = {"similarities": "similarity", "dimensions": "row", "sources": "source"}


def apart(base: Manuscript, mine: Manuscript, theirs: Manuscript) -> Manuscript:
    """Mine, with other keys for what I added under a key that somebody else gave to another thing.

    And the other way round: a side for the same subject that we both added has the key that is saved already.
    """
    mine = _sides_alike(base, mine, theirs)
    for name, kind in _KINDS.items():
        new = {}
        for key in _added_twice(name, base, mine, theirs):
            here, there = ({one.key: one for one in getattr(whole, name)}[key] for whole in (mine, theirs))
            if _is_another(texts_of(kind, here, mine), texts_of(kind, there, theirs)):
                taken = {one.key for whole in (base, mine, theirs) for one in getattr(whole, name)}
                new[key] = next(free for n in count(2) if (free := f"{key}-{n}") not in taken | set(new.values()))
        if new:
            mine = _renamed(mine, name, new)
    return mine


def _added_twice(name: str, base, mine, theirs) -> list[str]:
    before, there = ({one.key for one in getattr(whole, name)} for whole in (base, theirs))
    return [one.key for one in getattr(mine, name) if one.key in there and one.key not in before]


def _is_another(here, there) -> bool:
    return bool(here) and bool(there) and not here.items() & there.items()


def _renamed(mine: Manuscript, name: str, new: dict[str, str]) -> Manuscript:
    if name == "sources":
        rows = (
            replace(row, cells=tuple(replace(cell, source=new.get(cell.source, cell.source)) for cell in row.cells))
            for row in mine.dimensions
        )
        mine = replace(mine, dimensions=tuple(rows))
    renamed = (replace(one, key=new.get(one.key, one.key)) for one in getattr(mine, name))
    return replace(mine, **{name: tuple(renamed)})


def _sides_alike(base: Manuscript, mine: Manuscript, theirs: Manuscript) -> Manuscript:
    before = {side.key for side in base.sides}
    here = {side.key for side in mine.sides}
    saved = {side.subject.key: side.key for side in theirs.sides if side.key not in here | before}
    new = {
        side.key: saved[side.subject.key]
        for side in mine.sides
        if side.key not in before and side.subject.key in saved
    }
    if not new:
        return mine
    rows = (
        replace(row, cells=tuple(replace(cell, side=new.get(cell.side, cell.side)) for cell in row.cells))
        for row in mine.dimensions
    )
    sides = tuple(replace(side, key=new.get(side.key, side.key)) for side in mine.sides)
    return replace(mine, sides=sides, dimensions=tuple(rows))
