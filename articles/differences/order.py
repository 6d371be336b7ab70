"""Which of some things in order were moved: as few as possible, counting what stayed in the longest run."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple


class Move(NamedTuple):
    """From which place to which, counted from 1 among all that were there."""

    key: str
    before: int
    after: int


class Order(NamedTuple):
    """What happened to things in order, by key. Each is in the order of the text that has it."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    moved: tuple[Move, ...] = ()


def order(before: Sequence[str], after: Sequence[str]) -> Order:
    """From one order of keys to another. No fewer moves than `moved` would do."""
    old = {key: place for place, key in enumerate(before, start=1)}
    new = {key: place for place, key in enumerate(after, start=1)}
    common = [key for key in after if key in old]
    stayed = {common[place] for place in longest_run([old[key] for key in common])}
    return Order(
        added=tuple(key for key in after if key not in old),
        removed=tuple(key for key in before if key not in new),
        moved=tuple(Move(key, old[key], new[key]) for key in common if key not in stayed),
    )


def longest_run(numbers: Sequence[int]) -> list[int]:
    """Places of a longest subsequence that only grows, in order. The numbers are all different."""
    ends: list[int] = []  # the smallest number that a run of this length may end with
    places: list[int] = []  # and where it stands
    before: list[int] = []  # for each number the place of the one that it follows
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
    run = []
    place = places[-1] if places else -1
    while place >= 0:
        run.append(place)
        place = before[place]
    return run[::-1]
