"""Where the head of an Icelandic phrase stands, and as what it may be read."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.language import agreement, lexicon, readings
from articles.language.lexicon import Modifier, Noun
from articles.language.readings import Wanted

# Titles stand unbent before a name: "séra Jón", "séra Jóni".
_TITLES = frozenset("séra sr. herra hr. frú ungfrú doktor dr. sankti prófessor próf.".split())


@dataclass(frozen=True, slots=True)
class Analysis:
    """The head's place and reading; for each word before it the ways in which it agrees (none: it stays)."""

    place: int
    noun: Noun
    before: tuple[tuple[Modifier, ...], ...]


def analyses(texts: Sequence[str], wanted: Wanted, opens: bool) -> list[Analysis]:
    """Readings of the first word that can be the head, the best first; none if no word can.

    The words before it must agree with it; what the caller wants counts where some reading has it.
    """
    for place, text in enumerate(texts):
        nouns = readings.nouns(text, _capital_is_own(texts, place, opens))
        if not nouns or _describes_later(texts, place):
            continue
        nouns = readings.fitting(nouns, wanted) or nouns
        agreeing = [
            Analysis(place, noun, before)
            for noun in nouns
            if (before := agreement.agreement(texts[:place], noun)) is not None and lexicon.noun_forms(noun, "dative")
        ]
        if agreeing:
            most = max(_agreements(analysis) for analysis in agreeing)
            return [analysis for analysis in agreeing if _agreements(analysis) == most]
    return []


def _agreements(analysis: Analysis) -> int:
    return sum(bool(found) for found in analysis.before)


def _capital_is_own(texts: Sequence[str], place: int, opens: bool) -> bool:
    """A capital is the word's own anywhere but first; first too in a name: "Björn Jónsson", "Auður djúpúðga"."""
    if place or not opens or len(texts) < 2:
        return bool(place) or not opens
    kinds = {noun.kind for noun in lexicon.nouns(texts[0]) if noun.personal}
    if len(texts) == 2 and texts[1].islower():
        return any(one.weak and one.kind in kinds and one.count == "ET" for one in agreement.modifiers(texts[1]))
    return any(noun.kind in kinds and noun.personal for noun in lexicon.nouns(texts[1])) or (
        bool(kinds) and not lexicon.is_known(texts[1])
    )


def _describes_later(texts: Sequence[str], place: int) -> bool:
    """Whether a noun is rather a title, an adjective or an adverb to a later one: "íslenska" in "íslenska krónan"."""
    later = range(place + 1, len(texts))
    if texts[place].lower() in _TITLES:
        return any(readings.nouns(texts[other], True) for other in later)
    if _is_brand(texts, place):
        return True
    if lexicon.is_numeral(texts[place]):
        return any(noun.count == "FT" for other in later for noun in readings.nouns(texts[other], True))
    if not agreement.modifiers(texts[place]) and not lexicon.is_unbending(texts[place]):
        return False
    return any(
        agreement.agreement(texts[place:other], noun) is not None and _has_modifier(texts[place:other], noun)
        for other in later
        for noun in readings.nouns(texts[other], True)
        if noun.usual
    )


def _is_brand(texts: Sequence[str], place: int) -> bool:
    """Whether a name that is no person's stands before what it names: "Toyota bíll", "Laxdæla saga"."""
    if place + 2 != len(texts) or not texts[place][:1].isupper() or not texts[-1].islower():
        return False
    name, named = lexicon.nouns(texts[place]), readings.nouns(texts[-1], True)
    only_proper = all(noun.proper and not noun.personal for noun in name)
    return only_proper and bool(named) and named[0].usual and not lexicon.modifiers(texts[-1])


def _has_modifier(texts: Sequence[str], noun: Noun) -> bool:
    return any(agreement.agreeing(text, noun) for text in texts)
