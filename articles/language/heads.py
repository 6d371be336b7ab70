"""Where the head of an Icelandic phrase stands, and as what it may be read."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.language import agreement, lexicon, readings
from articles.language.lexicon import Modifier, Noun
from articles.language.readings import Wanted

# Titles stand unbent before a name: "séra Jón", "séra Jóni".
_TITLES = frozenset("séra sr. herra hr. frú ungfrú doktor dr. sankti prófessor próf.".split())

_PATRONYMIC = ("son", "dóttir")


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
        if len(texts) == 1 and not any(noun.central for noun in nouns) and _is_rather_adjective(text, nouns):
            continue
        if _is_foreigner(texts[place:], nouns[0]):
            return []
        nouns = readings.fitting(nouns, wanted) or nouns
        agreeing = [
            Analysis(place, noun, before)
            for noun in nouns
            if (before := agreement.agreement(texts[:place], noun)) is not None and lexicon.noun_forms(noun, "dative")
        ]
        if agreeing:
            most = max(_agreements(analysis, texts) for analysis in agreeing)
            return [analysis for analysis in agreeing if _agreements(analysis, texts) == most]
    return []


def _is_foreigner(texts: Sequence[str], name: Noun) -> bool:
    """Whether a name that few of us bear stands before one that nobody bears: "Sigmund Freud"."""
    if len(texts) < 2 or not name.personal or name.central or name.lemma.endswith(("a", "i", "ur")):
        return False
    return is_foreign_name(texts[1])


def _is_rather_adjective(text: str, nouns: Sequence[Noun]) -> bool:
    """Whether a word that is rare as a noun is an adjective too: "blindur"."""
    adjectives = (one for one in agreement.modifiers(text) if one.word_class == "lo" and one.strong)
    return not nouns[0].proper and any((one.kind, one.count) == ("kk", "ET") for one in adjectives)


def _agreements(analysis: Analysis, texts: Sequence[str]) -> int:
    """How many words agree with the head: those before it, and the rest of a person's name."""
    named = sum(_is_named_like(text, analysis.noun) for text in texts[analysis.place + 1 :])
    return sum(bool(found) for found in analysis.before) + named


def _is_named_like(text: str, noun: Noun) -> bool:
    kin = (one for one in lexicon.nouns(text) if one.proper and one.personal == noun.personal)
    return noun.proper and text[:1].isupper() and any(one.kind == noun.kind for one in kin)


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
    if _is_brand(texts, place) or _is_in_foreign_name(texts, place):
        return True
    if _begins_name(texts, place):
        return False
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


def _begins_name(texts: Sequence[str], place: int) -> bool:
    """Whether a person's name goes on behind the word: "Auður" in "Auður Eir" is not "rich"."""
    names = [noun for noun in lexicon.nouns(texts[place]) if noun.personal]
    return len(texts) > place + 1 and any(_is_named_like(texts[place + 1], noun) for noun in names)


def _is_brand(texts: Sequence[str], place: int) -> bool:
    """Whether a name that is no person's stands before what it names: "Toyota bíll", "Laxdæla saga"."""
    if place + 2 != len(texts) or not texts[place][:1].isupper() or not texts[-1].islower():
        return False
    name, named = lexicon.nouns(texts[place]), readings.nouns(texts[-1], True)
    only_proper = all(noun.proper and not noun.personal for noun in name)
    return only_proper and bool(named) and named[0].usual and not lexicon.modifiers(texts[-1])


def _is_in_foreign_name(texts: Sequence[str], place: int) -> bool:
    """Whether the word goes on a foreign name: "Bang" in "Big Bang kenningin", "van" in "Ludwig van Beethoven"."""
    if not any(map(is_foreign_name, texts[:place])) or texts[place].endswith(_PATRONYMIC):
        return False
    named_on = place + 1 < len(texts) and texts[place + 1][:1].isupper() and place == 1
    return texts[place][:1].isupper() or named_on


def is_foreign_name(text: str) -> bool:
    """Whether a word with a capital is none that BÍN knows: "Ludwig", but not "PDF" or "iPhone"."""
    return text.istitle() and text.isalpha() and not lexicon.is_known(text)


def _has_modifier(texts: Sequence[str], noun: Noun) -> bool:
    return any(agreement.agreeing(text, noun) for text in texts)
