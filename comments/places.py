"""Where a comment stands in its thread, as a text that sorts in reading order. Pure: knows no model.

A place is one segment of twenty digits for each step from the root down: the moment in microseconds, and a number
that tells apart what was written in the same moment. Digits sort alike in every database and collation, so a thread
is read from an index in the order it is drawn in, and a place is known before anything is written.
"""

from datetime import UTC, datetime, timedelta
from itertools import count

INDENTS = 3  # replies deeper than this stay at the third indent, one after the other, and say whom they answer
WIDTH = 20
LONGEST = WIDTH * (INDENTS + 2)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_number = count(1)


def place(moment: datetime, parent: str = "") -> str:
    """The place of what is written at `moment` (aware, 1970–2286) under the place `parent`; "" begins a branch."""
    micros = max(0, (moment - _EPOCH) // timedelta(microseconds=1))
    return f"{parent[: LONGEST - WIDTH]}{micros:016d}{next(_number) % 10_000:04d}"


def branch(of: str) -> str:
    """The place of the root that a place stands under; of a root, its own."""
    return of[:WIDTH]


def depth(of: str) -> int:
    """The indent: 0 for a root, 3 at most."""
    return min(len(of) // WIDTH - 1, INDENTS)


def is_deeper(of: str) -> bool:
    """Whether it stands below the last indent, so that its indent does not tell whom it answers."""
    return len(of) == LONGEST
