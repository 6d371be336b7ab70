"""Tokens: what the index has of an edition, a word each, with its weight and scope: "t0is:sala". Pure."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, product

NAME, TITLE, HEADING, CELL, PROSE, PART, TAG, AUTHOR = "stdcpkga"
RANKED = (TITLE, HEADING, CELL, PROSE)  # of these a word gets only its best
LONGEST = 60  # characters of a word
JOINER = "·"  # between the words of a name
READINGS = 8  # of a name, at most
CACHED = 40_000  # words, which come again and again where many texts are read

_UNFIT = re.compile(r"[\x00-\x2f\x3a-\x60\x7b-\x7f\s]")  # ASCII that is neither a small letter nor a digit


def token(weight: str, scope: str, lemma: str) -> str:
    """The token of a headword, a name or a number. Raises ValueError for a word without letter and digit."""
    word = clean(lemma)
    if not word:
        raise ValueError(f"“{lemma}” has neither a letter nor a digit.")
    return f"{weight}{scope}:{word}"


@lru_cache(CACHED)
def clean(lemma: str) -> str:
    """The word in small letters without what the databases take for marks of their own; may be empty."""
    small = unicodedata.normalize("NFC", lemma.lower())
    return (small if small.isalnum() else _UNFIT.sub("", small))[:LONGEST]


def names(readings: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """A name of several words as one: its words' lemmas joined, for the first 8 combinations of readings."""
    return tuple(JOINER.join(chosen) for chosen in islice(product(*readings), READINGS) if chosen)
