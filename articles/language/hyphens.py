"""Soft hyphens for headings and cells: browsers but Firefox do not know where an Icelandic word may break."""

import re
from functools import lru_cache

import pyphen

SOFT_HYPHEN = "\u00ad"
SHORTEST = 11  # letters; a shorter word fits a narrow cell whole
LEAST_PART = 4  # letters before the first hyphen and after the last

_NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=(?:[kcm]?m[²³]?|[km]?g|m?l|kr\.|%|°C|ha|kWh|MW|GW)(?!\w))")
_LONG_WORD = re.compile(rf"(?<![\w@./{SOFT_HYPHEN}])[^\W\d_]{{{SHORTEST},}}(?![\w@/{SOFT_HYPHEN}]|\.\w)")


def soften(text: str, language: str) -> str:
    """The text with soft hyphens in its long words; as it stands if nobody knows how the language breaks.

    For what is shown only: never for addresses, page titles, feeds or the search index. Addresses inside the text
    and words that have soft hyphens already are left alone.
    """
    patterns = _patterns(language)
    if patterns is None:
        return text
    return _LONG_WORD.sub(lambda word: patterns.inserted(word.group(), SOFT_HYPHEN), text)


def bound(text: str) -> str:
    """The text with no-break spaces between numbers and their units: „4.990 kr.“, "2,110 m" stay on one line."""
    return _NUMBER_AND_UNIT.sub("\u00a0", text)


@lru_cache(maxsize=16)
def _patterns(language: str) -> pyphen.Pyphen | None:
    name = pyphen.language_fallback(language.replace("-", "_")) if language else None
    return pyphen.Pyphen(lang=name, left=LEAST_PART, right=LEAST_PART) if name else None
