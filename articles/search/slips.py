"""Slips of the pen: the words that are one letter away from a word. Pure."""

from collections.abc import Iterable, Iterator

from articles.language import words

COMMON, OTHER = 0, 1

_ALPHABET = (*"abcdefghijklmnopqrstuvwxyz", "th", "ae")  # letters as they are folded
# What is said alike or nearly, and what bends into the other: "talva" for "tölva".
_ALIKE = frozenset(map(frozenset, ("iy", "fv", "kq", "sz", "hk", ("d", "th"), "ei", "uo", "ao", "ck", "bp")))


def slips(word: str) -> dict[str, int]:
    """All folded words one letter away from the word, each with COMMON or OTHER.

    A letter may be missing, one too many, another, or two may have changed places. Common are what is said alike,
    a letter doubled or not, and two that have changed places.
    """
    letters = [words.fold(letter) for letter in word if letter != "-"]
    found: dict[str, int] = {}
    for cost, changed in _changes(letters, dict.fromkeys([*_ALPHABET, *letters])):
        text = "".join(changed)
        found[text] = min(cost, found.get(text, OTHER))
    found.pop("".join(letters), None)
    return found


def _changes(letters: list[str], alphabet: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    for at in range(len(letters) + 1):
        before, after = letters[:at], letters[at:]
        yield from ((_cost(letter in after[:1]), [*before, letter, *after]) for letter in alphabet)
        if not after:
            return
        first, rest = after[0], after[1:]
        yield _cost(first in rest[:1]), before + rest
        yield from ((_cost(frozenset((letter, first)) in _ALIKE), [*before, letter, *rest]) for letter in alphabet)
        if rest:
            yield COMMON, [*before, rest[0], first, *rest[1:]]


def _cost(common: bool) -> int:
    return COMMON if common else OTHER
