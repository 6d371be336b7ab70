"""Which words agree with an Icelandic noun, and in which gender and number words agree that have no noun."""

from collections.abc import Sequence
from itertools import product

from articles.language import lexicon, readings
from articles.language.lexicon import GENDERS, NUMBERS, Modifier, Noun
from articles.language.readings import Wanted

_AGREEMENTS = tuple(product(("ET", "FT"), ("hk", "kk", "kvk")))


def modifiers(text: str) -> tuple[Modifier, ...]:
    """Readings of the word as one that agrees with a noun; none for abbreviations and the like, which stay."""
    return lexicon.modifiers(text) if readings.bends(text) else ()


def agreement(texts: Sequence[str], noun: Noun) -> tuple[tuple[Modifier, ...], ...] | None:
    """How each word agrees with the noun after it; None if one is an adjective that does not."""
    before = tuple(agreeing(text, noun) for text in texts)
    fits = all(found or _stays(text, noun) for text, found in zip(texts, before, strict=True))
    return before if fits else None


def agreeing(text: str, noun: Noun) -> tuple[Modifier, ...]:
    """Ways in which the word agrees with the noun in gender and number, in the nominative."""
    return tuple(one for one in modifiers(text) if (one.kind, one.count) == (noun.kind, noun.count))


def common_agreement(texts: Sequence[str], wanted: Wanted) -> tuple[str, str]:
    """Number and gender, in BÍN's words, in which all the adjectives may stand; neuter singular first."""
    known = [found for text in texts if (found := modifiers(text))]
    for count, kind in _AGREEMENTS:
        if wanted.number not in (None, NUMBERS[count]) or wanted.gender not in (None, GENDERS[kind]):
            continue
        if known and all(any((one.count, one.kind) == (count, kind) for one in found) for found in known):
            return count, kind
    return "", ""


def _stays(text: str, noun: Noun) -> bool:
    if text.isdigit():
        return (noun.count == "ET") == (text.endswith("1") and not text.endswith("11"))
    if lexicon.is_numeral(text) and not modifiers(text):
        return noun.count == "FT"
    return not modifiers(text) or lexicon.is_unbending(text) or lexicon.can_stand_in(text, "genitive")
