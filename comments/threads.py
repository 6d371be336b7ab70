"""Comments → a thread in reading order. Pure: knows no model, loops instead of recursing, so depth costs nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from comments.places import INDENTS


@dataclass(frozen=True, slots=True)
class Said:
    """A comment as a reader may see it. `gone`: removed, only its place is left."""

    pk: int
    parent: int | None
    created_at: datetime
    name: str = ""
    text: str = ""
    language: str = ""
    gone: bool = False

    @property
    def monogram(self) -> str:
        letters = [word[0] for word in self.name.split() if word[0].isalnum()]
        return "".join(letters[:1] + letters[1:][-1:]).upper()


@dataclass(frozen=True, slots=True)
class Item:
    """A comment in its place. A list of replies `opens` after it, or `closes` lists end there."""

    comment: Said
    depth: int
    answers: str = ""  # the name of whom it answers, where the indent does not tell
    replies: int = 0
    opens: bool = False
    closes: tuple[int, ...] = ()

    @property
    def gone(self) -> bool:
        return self.comment.gone


@dataclass(frozen=True, slots=True)
class Thread:
    count: int  # live comments, without the places of removed ones
    items: tuple[Item, ...] = ()


def thread(comments: Iterable[Said]) -> Thread:
    """The comments of one article, oldest first, replies under what they answer.

    A removed one stays while a live reply stands below it. One whose parent is not among them begins a thread.
    """
    known = {comment.pk: comment for comment in sorted(comments, key=lambda said: (said.created_at, said.pk))}
    children: dict[int | None, list[Said]] = {}
    for comment in known.values():
        parent = comment.parent if comment.parent in known else None
        children.setdefault(parent, []).append(comment)
    placed = _placed(children)
    size = _sizes(placed, known)
    shown = [(comment, depth) for comment, depth in placed if not comment.gone or size[comment.pk]]
    return Thread(sum(not comment.gone for comment, _ in shown), _items(shown, known, size))


def _placed(children) -> list[tuple[Said, int]]:
    """Depth first, each with its true depth."""
    placed, waiting = [], [(root, 0) for root in reversed(children.get(None, []))]
    while waiting:
        comment, depth = waiting.pop()
        placed.append((comment, depth))
        waiting += [(reply, depth + 1) for reply in reversed(children.get(comment.pk, []))]
    return placed


def _sizes(placed, known) -> dict[int, int]:
    """How many live comments stand below each, at any depth."""
    size = dict.fromkeys(known, 0)
    for comment, depth in reversed(placed):
        if depth:
            size[comment.parent] += size[comment.pk] + (not comment.gone)
    return size


def _items(shown, known, size) -> tuple[Item, ...]:
    depths = [min(depth, INDENTS) for _comment, depth in shown]
    items = []
    for place, (comment, true_depth) in enumerate(shown):
        depth, following = depths[place], (depths[place + 1] if place + 1 < len(depths) else 0)
        answers = known[comment.parent].name if true_depth > INDENTS else ""
        closes = tuple(range(depth - following)) if following < depth else ()
        items.append(Item(comment, depth, answers, size[comment.pk], following > depth, closes))
    return tuple(items)
