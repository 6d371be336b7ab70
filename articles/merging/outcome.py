"""What comes out of a merge: the manuscript, what must be decided, and what was taken from whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from articles.manuscript import Manuscript

MINE, THEIRS = "mine", "theirs"
TEXT, VALUE, WHOLE = "text", "value", "whole"
CHANGED, ADDED, REMOVED, MOVED = "changed", "added", "removed", "moved"

Choice = tuple[str, str]  # the path and the language, "" where it is the same for all
Choices = Mapping[Choice, str]
AllTexts = Mapping[Choice, str]


@dataclass(frozen=True, slots=True)
class _Point:
    path: str
    language: str
    kind: str
    base: Any
    mine: Any
    theirs: Any

    @property
    def choice(self) -> Choice:
        """The key under which `decided` is told what to do here."""
        return self.path, self.language


@dataclass(frozen=True, slots=True)
class Conflict(_Point):
    """Both changed the same thing, each differently. Until it is decided, `mine` stands in the manuscript.

    `kind` says what base, mine and theirs are. "text": texts, "" where there is none; any text may be chosen.
    "value": an author, a subject, a source's key, a picture, a day, perhaps None; "mine" or "theirs" is chosen.
    "whole": a row, side, similarity or source that one removed and the other changed: its texts by path and
    language, for a side with its cells, and None where it is removed; "mine" or "theirs" is chosen.
    """


@dataclass(frozen=True, slots=True)
class Taken(_Point):
    """What went together by itself: `whose` change it is, and `what` that one did.

    "changed", "added", "removed" or "moved"; base, mine and theirs as in a conflict. For "moved" they are places,
    counted from 1, and the choice is about the whole order: ("rows", ""), ("sides", ""), ("similarities", "") or
    ("sources", ""). Where both moved, it says whose order stands.
    """

    whose: str
    what: str

    @property
    def choice(self) -> Choice:
        if self.what != MOVED:
            return self.path, self.language
        return ORDERS[self.path.partition(":")[0]], ""


ORDERS = {"side": "sides", "similarity": "similarities", "row": "rows", "source": "sources"}


@dataclass(frozen=True, slots=True)
class Merge:
    """Two people's manuscripts as one, with the three that it was made from."""

    merged: Manuscript
    conflicts: tuple[Conflict, ...]
    taken: tuple[Taken, ...]
    base: Manuscript
    mine: Manuscript
    theirs: Manuscript

    def undecided(self, choices: Choices) -> tuple[Conflict, ...]:
        return tuple(conflict for conflict in self.conflicts if conflict.choice not in choices)
