"""What an unknown Icelandic word was probably meant to be: one slip away from a word that BÍN lists."""

from collections.abc import Iterator
from itertools import chain

from articles.language import dictionary

# What is written for each other because it is said alike, is hard to type, or is a letter's bare form.
_ALIKE = ["iy", "íý", "aá", "eé", "ií", "oó", "uú", "yý", "oö", "dð", "æe", "fv", "kg", "pb", "td"]
_ALIKE_LONGER = [("ei", "ey"), ("hv", "kv"), ("th", "þ"), ("ae", "æ"), ("ngi", "nki"), ("fn", "bn"), ("rn", "rdn")]
_SHORTEST = 4  # of fewer letters nearly every slip is another word


def correction(word: str, *, alike: bool = False) -> str | None:
    """The likeliest word that BÍN lists, with the word's capital; None where there is none or the word is short.

    `alike`: only what is said alike, "ábyrgð" for "ábirgð". It tells a misspelt word from a new compound.
    """
    if len(word) < _SHORTEST:
        return None
    small = word.lower()
    slips = _said_alike(small) if alike else chain(_said_alike(small), _slips(small))
    found = next((slip for slip in dict.fromkeys(slips) if slip != small and _is_listed(slip)), None)
    return found and (found.capitalize() if word[0].isupper() else found)


def _said_alike(word: str) -> Iterator[str]:
    pairs = [tuple(pair) for pair in _ALIKE] + _ALIKE_LONGER
    for at in range(len(word)):
        before, after = word[:at], word[at:]
        for one, other in (*pairs, *(pair[::-1] for pair in pairs)):
            if after.startswith(one):
                yield before + other + after[len(one) :]
        yield before + after[0] + after
    yield from (word[:at] + word[at + 1 :] for at in range(1, len(word)) if word[at] == word[at - 1])


def _slips(word: str) -> Iterator[str]:
    """Two letters changed round, then one too many."""
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def _is_listed(word: str) -> bool:
    return any("VILLA" not in entry.malsnid for entry in dictionary.listed(word))
