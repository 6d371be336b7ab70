"""What changed between two plain texts, in words: pieces that stayed, went and came.

Words that both texts have once are lined up first, then the same between them ("patience"), and only short stretches
that are left are compared word against word. So the time grows with the length of the texts, whatever they say.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from articles.differences.order import longest_run

SAME, DELETED, INSERTED = "same", "del", "ins"

_WORD = re.compile(r"(\w+(?:[-.,:'’\u00ad]\w+)*)")
_DEEPEST = 24  # rounds of lining up; what is still open then is one change
_MOST_COMPARED = 1_600  # pairs of words in a stretch that are compared one by one


class Piece(NamedTuple):
    """A stretch of text. What went stands before what came in its place."""

    kind: str  # "same", "del" or "ins"
    text: str


class _Change(NamedTuple):
    """What stood here before and what stands here now; the same text twice is no change."""

    old: str
    new: str

    @property
    def size(self) -> int:
        return max(len(self.old.strip()), len(self.new.strip()))


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """From one plain text to another: same and "ins" joined are `after`, same and "del" joined are `before`."""
    start, end = _shared(before, after)
    middle = _changes(before[start : len(before) - end], after[start : len(after) - end])
    whole = [(before[:start],) * 2, *middle, (before[len(before) - end :],) * 2]
    return tuple(_pieces(_trimmed(_calmed([_Change(*part) for part in whole]))))


def _changes(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Both texts cut into what they share, with the spaces between the words, and what they do not."""
    old, new = _WORD.split(before), _WORD.split(after)
    run = i = j = 0  # gaps stand at even places, words at odd ones
    for a, b in _lined_up(old[1::2], new[1::2]):
        at_old, at_new = 2 * a + 1, 2 * b + 1
        if at_old > i + 1 or at_new > j + 1 or old[i] != new[j]:
            yield "".join(old[run:i]), "".join(old[run:i])
            yield "".join(old[i:at_old]), "".join(new[j:at_new])
            run = at_old
        i, j = at_old + 1, at_new + 1
    yield "".join(old[run:i]), "".join(old[run:i])
    yield "".join(old[i:]), "".join(new[j:])


def _shared(before: str, after: str) -> tuple[int, int]:
    """How many characters the texts share at the start and at the end, in whole words."""
    start = _length_of_same(before, after, str.startswith, lambda text, n: text[:n])
    while start > 0 and not _is_edge(before, after, start):
        start -= 1
    rest, other = before[start:], after[start:]
    end = _length_of_same(rest, other, str.endswith, lambda text, n: text[len(text) - n :])
    while end > 0 and not (_is_edge(rest, rest, len(rest) - end) and _is_edge(other, other, len(other) - end)):
        end -= 1
    return start, end


def _length_of_same(one: str, other: str, matches, part) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if matches(one, part(other, middle)) else (low, middle - 1)
    return low


def _is_edge(one: str, other: str, at: int) -> bool:
    """Whether both texts have a space before this place, or begin or end here."""
    return all(at in (0, len(text)) or text[at - 1].isspace() for text in (one, other))


def _lined_up(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places of the words that stayed, in order."""
    found = []
    waiting = [(0, len(old), 0, len(new), 0)]
    while waiting:
        a, a_end, b, b_end, depth = waiting.pop()
        while a < a_end and b < b_end and old[a] == new[b]:
            found.append((a, b))
            a, b = a + 1, b + 1
        while a < a_end and b < b_end and old[a_end - 1] == new[b_end - 1]:
            a_end, b_end = a_end - 1, b_end - 1
            found.append((a_end, b_end))
        if a == a_end or b == b_end:
            continue
        if anchors := depth < _DEEPEST and _anchors(old, new, a, a_end, b, b_end):
            edges = [(a - 1, b - 1), *anchors, (a_end, b_end)]
            waiting += [(i + 1, k, j + 1, n, depth + 1) for (i, j), (k, n) in pairwise(edges)]
            found += anchors
        elif (a_end - a) * (b_end - b) <= _MOST_COMPARED:
            found += ((a + i, b + j) for i, j in _compared(old[a:a_end], new[b:b_end]))
    return sorted(found)


def _anchors(old, new, a: int, a_end: int, b: int, b_end: int) -> list[tuple[int, int]]:
    """The longest run in order of words that both stretches have once."""
    once = {word for word, times in Counter(new[b:b_end]).items() if times == 1}
    once &= {word for word, times in Counter(old[a:a_end]).items() if times == 1}
    places = {new[j]: j for j in range(b, b_end) if new[j] in once}
    pairs = [(i, places[old[i]]) for i in range(a, a_end) if old[i] in once]
    return [pairs[place] for place in longest_run([j for _i, j in pairs])]


def _compared(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The longest common subsequence of two short stretches."""
    longest = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            alike = old[i] == new[j]
            longest[i][j] = longest[i + 1][j + 1] + 1 if alike else max(longest[i + 1][j], longest[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if old[i] == new[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def _calmed(changes: Sequence[_Change]) -> list[_Change]:
    """Neighbours of a kind joined, and crumbs that stayed between two greater changes taken for changed.

    A paragraph's end is never a crumb.
    """
    calm: list[_Change] = []
    for change in _joined(changes):
        if len(calm) > 1 and change.old != change.new and _is_crumb(calm[-1].old, calm[-2], change):
            crumb, before = calm.pop(), calm.pop()
            change = _Change(before.old + crumb.old + change.old, before.new + crumb.new + change.new)
        calm.append(change)
    return calm


def _joined(changes: Sequence[_Change]) -> Iterator[_Change]:
    old, new = [], []
    same = None
    for change in changes:
        if not (change.old or change.new):
            continue
        if same not in (None, change.old == change.new):
            yield _Change("".join(old), "".join(new))
            old, new = [], []
        same = change.old == change.new
        old.append(change.old)
        new.append(change.new)
    if same is not None:
        yield _Change("".join(old), "".join(new))


def _is_crumb(text: str, before: _Change, after: _Change) -> bool:
    return "\n" not in text and 2 * len(text.strip()) < min(before.size, after.size)


def _trimmed(changes: Sequence[_Change]) -> Iterator[_Change]:
    """Each change without the spaces and marks that both sides begin or end with, and cut where paragraphs end."""
    for change in changes:
        if change.old == change.new:
            yield change
            continue
        for old, new in _by_paragraph(change):
            start, end = _marks(old, new)
            yield from (
                _Change(old[:start], old[:start]),
                _Change(old[start : len(old) - end], new[start : len(new) - end]),
            )
            yield _Change(old[len(old) - end :], old[len(old) - end :])


def _by_paragraph(change: _Change) -> Iterator[tuple[str, str]]:
    old, new = re.split(r"(\n+)", change.old), re.split(r"(\n+)", change.new)
    return zip(old, new, strict=True) if old[1::2] == new[1::2] else iter([change])


def _marks(old: str, new: str) -> tuple[int, int]:
    """How many characters that are no part of a word both texts share at the start, and at the end of the rest."""
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n] or old[n].isalnum()), most)
    most -= start
    end = next((n for n in range(most) if old[-1 - n] != new[-1 - n] or old[-1 - n].isalnum()), most)
    return start, end


def _pieces(changes: Iterator[_Change]) -> Iterator[Piece]:
    for change in _joined(list(changes)):
        if change.old == change.new:
            yield Piece(SAME, change.old)
            continue
        if change.old:
            yield Piece(DELETED, change.old)
        if change.new:
            yield Piece(INSERTED, change.new)
