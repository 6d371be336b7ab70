"""The order of things that two people moved, added and removed."""

from collections.abc import Collection, Sequence

from articles.merging.outcome import MINE, THEIRS


def leader(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> str:
    """Whose order is followed: that of the one who moved something; where both or none did, mine."""
    return THEIRS if moved(base, theirs) and not moved(base, mine) else MINE


def moved(base: Sequence[str], after: Sequence[str]) -> bool:
    """Whether what both have is in another order."""
    here, there = set(after), set(base)
    return [key for key in base if key in here] != [key for key in after if key in there]


def ordered(first: Sequence[str], second: Sequence[str], kept: Collection[str]) -> list[str]:
    """The kept keys in the first order. One that only the second has stands behind what it follows there."""
    result = [key for key in first if key in kept]
    known = set(result)
    place = 0  # behind the last one met
    for key in second:
        if key in known:
            place = result.index(key) + 1
        elif key in kept:
            result.insert(place, key)
            place += 1
    return result
