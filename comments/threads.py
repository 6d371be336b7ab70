"""Comments → a page of a thread in reading order. Pure: knows no model, loops instead of recursing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from html import escape
from itertools import groupby

from comments import text as texts
from comments.places import INDENTS, LONGEST, WIDTH, branch, is_deeper

BRANCHES = 50  # on a page
COMMENTS = 200  # on a page, without what they stand on
ROOM = 245_000  # bytes of a page for comments
MARKUP = 900  # bytes that a comment takes without name and text


@dataclass(frozen=True)
class Said:
    """A comment as a reader may see it. `gone`: removed, only its place is left."""

    pk: int
    parent: int | None
    created_at: datetime
    place: str
    name: str = ""
    text: str = ""
    language: str = ""
    gone: bool = False
    edited_at: datetime | None = None
    role: str = ""
    answers: str = ""  # the name of whom it answers
    pinned: bool = False  # stands before the others
    nth: int = 0  # which of its branch's; 0: it is here only because of others that stand on it
    size: int = 0  # how many its branch has

    @property
    def monogram(self) -> str:
        letters = [word[0] for word in self.name.split() if word[0].isalnum()]
        return "".join(letters[:1] + letters[1:][-1:]).upper()

    @cached_property
    def html(self) -> str:
        return texts.html(self.text)

    @cached_property
    def weight(self) -> int:
        """About how many bytes it takes on a page."""
        names = 5 * escape(self.name) + 2 * escape(self.answers)
        return MARKUP + len(names.encode()) + len(self.html.encode())


@dataclass(frozen=True, slots=True)
class Item:
    """A comment in its place. A list of replies `opens` after it, or `closes` lists end there."""

    comment: Said
    depth: int
    replies: int = 0
    opens: bool = False
    closes: tuple[int, ...] = ()
    more: int = 0  # how many of its branch do not stand on this page; told after its last one
    first: int = 0  # the branch's first comment on this page
    answers_here: bool = False  # what it answers stands on this page

    @property
    def gone(self) -> bool:
        return self.comment.gone


@dataclass(frozen=True, slots=True)
class Page:
    items: tuple[Item, ...] = ()
    following: Said | None = None  # the first one of the next page

    def shows(self, pk: int) -> bool:
        return any(item.comment.pk == pk for item in self.items)


def page(said: Iterable[Said], newest_first: bool = False) -> Page:
    """Fifty branches, the pinned ones first; of each the first comments, as many as there is room for.

    What is answered stands above its answers, also where it is removed or in another language.
    """
    shown, room, following = [], _Room(), None
    for own in _branches(said, newest_first):
        is_full = sum(not other.pinned for other in shown) == BRANCHES
        if is_full or not room.take(own, own.chosen[0]):
            following = own.chosen[0]
            break
        shown.append(own)
    _take_turns(shown, room)
    return Page(_items(shown), following)


def branch_page(said: Iterable[Said]) -> Page:
    """The first of these comments of one branch, as many as there is room for."""
    room = _Room()
    for own in _branches(said, newest_first=False):
        following = next((row for row in own.chosen if not room.take(own, row)), None)
        return Page(_items([own], counted=False), following)
    return Page()


class _Branch:
    """The comments of one branch, and which of them stand on the page."""

    def __init__(self, said: list[Said]):
        self.said, self.taken = said, set()
        self.chosen = sorted((row for row in said if row.nth), key=lambda row: row.nth)
        self.pinned = any(row.pinned for row in said)
        self.by_place = {row.place: row for row in said}
        self.by_pk = {row.pk: row for row in said}

    def with_what_it_stands_on(self, row: Said) -> list[Said]:
        """The row, the places above it, and below the last indent what it answers."""
        found = [self.by_place.get(row.place[:width]) for width in range(WIDTH, len(row.place), WIDTH)]
        if is_deeper(row.place):
            found.append(self.by_pk.get(row.parent))
        return [row, *(above for above in found if above)]

    @property
    def shown(self) -> list[Said]:
        return [row for row in self.said if row.pk in self.taken]

    @property
    def more(self) -> int:
        return self.chosen[0].size - sum(row.pk in self.taken for row in self.chosen)


class _Room:
    """What is left of a page. The first comment finds room whatever it takes, and so does a pinned one."""

    def __init__(self):
        self.comments, self.bytes, self.is_empty = COMMENTS, ROOM, True

    def take(self, own: _Branch, row: Said) -> bool:
        new = [one for one in own.with_what_it_stands_on(row) if one.pk not in own.taken]
        weight = sum(one.weight for one in new)
        if not (self.is_empty or row.pinned or (self.comments > 0 and weight <= self.bytes)):
            return False
        own.taken |= {one.pk for one in new}
        self.comments, self.bytes, self.is_empty = self.comments - 1, self.bytes - weight, False
        return True


def _branches(said, newest_first) -> list[_Branch]:
    """In the order of the page. One with nothing chosen (all of it is context of nothing) is none."""
    rows = sorted(said, key=lambda row: (row.place, row.pk))
    found = [_Branch(list(own)) for _place, own in groupby(rows, key=lambda row: branch(row.place))]
    found = [own for own in found if own.chosen]
    return sorted(found[::-1] if newest_first else found, key=lambda own: not own.pinned)


def _take_turns(branches, room) -> None:
    """Each branch in turn gets its next comment, until it has all or there is no room for the next one."""
    turn, waiting = 1, branches
    while waiting:
        waiting = [own for own in waiting if turn < len(own.chosen) and room.take(own, own.chosen[turn])]
        turn += 1


def _items(branches, counted=True) -> tuple[Item, ...]:
    items = []
    for own in branches:
        shown = own.shown
        nested = _nested(shown)
        depths = [*(depth for depth, _replies in nested), 0]
        for place, (row, (depth, replies)) in enumerate(zip(shown, nested, strict=True)):
            following = depths[place + 1]
            closes = tuple(range(depth - following))
            more = own.more if counted and place == len(shown) - 1 else 0
            items.append(
                Item(row, depth, replies, following > depth, closes, more, shown[0].pk, row.parent in own.taken)
            )
    return tuple(items)


def _nested(shown) -> list[tuple[int, int]]:
    """The indent of each, and how many live ones stand below it. What lacks its parent stands where that stood."""
    above, parents, depths = [], [], []
    for number, row in enumerate(shown):
        del above[INDENTS:]
        while above and not _is_above(shown[above[-1]].place, row.place):
            above.pop()
        parents.append(above[-1] if above else None)
        depths.append(len(above))
        above.append(number)
    replies = [0] * len(shown)
    for number in range(len(shown) - 1, -1, -1):
        if parents[number] is not None:
            replies[parents[number]] += replies[number] + (not shown[number].gone)
    return list(zip(depths, replies, strict=True))


def _is_above(place, other) -> bool:
    return len(place) < min(len(other), LONGEST) and other.startswith(place)
