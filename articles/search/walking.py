"""The way through what a question finds: tier by tier, the newest first, past whatever is not live."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from articles.models import Edition
from articles.search import store
from articles.search.expressions import Expression
from articles.search.scopes import edition_id

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
        authors |= live(map(edition_id, entries), language)
        below = entries[-1] if entries else 0
    return Found(dict(list(authors.items())[:most]), more=len(authors) > most)


def live(ids: Iterable[int], language: str) -> dict[int, int | None]:
    """Those of the editions that are live, with their authors, in the same order."""
    ids = list(ids)
    if not ids:
        return {}
    rows = dict(Edition.objects.live(language).filter(pk__in=ids).values_list("pk", "author"))
    return {number: rows[number] for number in ids if number in rows}


def walk(
    tiers: Sequence[Expression], known: Callable[[list[int]], Collection[int]], size: int, after: Step | None
) -> list[Step]:
    """The first `size` steps after that one. `known` says which editions are live."""
    steps: list[Step] = []
    for number, tier in enumerate(tiers):
        if after and number < after.tier:
            continue
        below = after.edition * 2 if after and number == after.tier else None
        steps += _of_tier(number, tier, known, size - len(steps), below)
        if len(steps) == size:
            break
    return steps


def _of_tier(number, tier, known, size, below) -> list[Step]:
    steps: list[Step] = []
    wanted, entries = size + SPARE, None
    while len(steps) < size and (entries is None or len(entries) == wanted):
        entries = store.matching(tier, below=below, limit=wanted)
        ids = [edition_id(entry) for entry in entries]
        shown = known(ids)
        steps += [Step(number, one) for one in ids if one in shown]
        below = entries[-1] if entries else below
    return steps[:size]


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
