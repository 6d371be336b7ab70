"""The way through what a question finds: tier by tier, the newest first, past whatever is not live."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from articles.search import counting, store
from articles.search.expressions import Expression
from articles.search.scopes import edition_id, entry_id

MOST_COUNTED = 1_000
SPARE = 4  # more than a page needs, where some may not be live
_KEY = re.compile(r"([0-9])-([0-9a-z]{1,10})")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Found:
    """The newest live editions that were found, each with its author, and whether there may be more."""

    authors: dict[int, int | None]
    more: bool = False

    def __len__(self):
        return len(self.authors)

    def by_author(self) -> Mapping[int, int]:
        """How many of the editions each author has, by number."""
        return Counter(filter(None, self.authors.values()))

    def live(self, ids: Sequence[int], language: str) -> Collection[int]:
        """Those of the editions found that are live. A query for what is older than all that were counted."""
        oldest = min(self.authors, default=0) if self.more else 0
        return self.authors.keys() | counting.live([number for number in ids if number < oldest], language).keys()


@dataclass(frozen=True, slots=True)
class Step:
    """An edition on the way, and the number of its tier."""

    tier: int
    edition: int


def found(expression: Expression, language: str, most: int = 0) -> Found:
    """The live editions that the expression finds, at most so many, or as many as are counted."""
    most = most or MOST_COUNTED
    authors, below, entries = {}, None, []
    while len(authors) <= most and (below is None or len(entries) > most):
        entries = store.matching(expression, below=below, limit=most + 1)
        authors |= counting.live([edition_id(entry) for entry in entries], language)
        below = entries[-1] if entries else 0
    return Found(dict(list(authors.items())[:most]), more=len(authors) > most)


def walk(tiers: Sequence[Expression], found: Found, language: str, size: int, after: Step | None) -> list[Step]:
    """The first `size` steps after that one, of what the tiers find together."""
    steps: list[Step] = []
    way = _way(tiers, size, after)
    while len(steps) < size and (next_ones := list(islice(way, max(size - len(steps), SPARE)))):
        shown = found.live([step.edition for step in next_ones], language)
        steps += [step for step in next_ones if step.edition in shown]
    return steps[:size]


def _way(tiers: Sequence[Expression], size: int, after: Step | None) -> Iterator[Step]:
    """All steps, live or not. A tier is not asked before the one above it has been walked through."""
    wanted, rows = size + SPARE, None
    while rows is None or len(rows) == wanted:
        rows = store.in_turn(list(_left(tiers, after)), limit=wanted)
        for tier, entry in rows:
            after = Step(tier, edition_id(entry))
            yield after


def _left(tiers: Sequence[Expression], after: Step | None) -> Iterator[tuple[int, Expression, int | None]]:
    """The tiers that are not walked through after that step, each with the entry under which it goes on."""
    for number, tier in enumerate(tiers):
        if not after or number >= after.tier:
            yield number, tier, entry_id(after.edition, 0) if after and number == after.tier else None


def key(step: Step) -> str:
    """The step as a word of an address."""
    digits, number = "", step.edition
    while number or not digits:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return f"{step.tier}-{digits}"


def from_key(text: str) -> Step | None:
    """The step that `key` named, None for "". Raises ValueError where the text is no key."""
    if not text:
        return None
    match = _KEY.fullmatch(text)
    if not match:
        raise ValueError("This does not name a place in a list.")
    return Step(int(match[1]), int(match[2], 36))
