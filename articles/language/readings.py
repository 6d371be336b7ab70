"""Which of a word's readings as a noun is meant, and which others are plausible beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.language import guesses, lexicon
from articles.language.lexicon import Noun

# Where BÍN's marks do not tell two equally good readings apart: what writers mean. By the form in the nominative.
_MEANT = {
    ("hk", "FT"): "kaup viðskipti laun fræði tengsl samskipti skil systkini jól Hávamál Suðurnes",
    ("hk", "ET"): "egg ár",
    ("kvk", "ET"): "reiði skeið rót hlið slá lóð rás ör",
}
_MEANT_AS = {form: reading for reading, forms in _MEANT.items() for form in forms.split()}
# Rather the adjective than a noun of the same form.
_ADJECTIVES = frozenset("rauður svartur blár grár hvítur brúnn gott vinstri hægri".split())
# Men and women first, although each is a common noun too: nobody writes of a "jón".
_ABOVE_ALL_NAMES = frozenset("Jón Páll Kári Ketill Birna Unnur Auður Björk".split())
# Brands that an Icelandic word happens to be like; they stay as they are.
_BRANDS = frozenset("Ada Go Java Julia Kia Meta Opera Perl Ruby Rust Safari Spark Swift Teams Unity Word".split())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the caller knows of the phrase; None where it is open."""

    number: str | None = None
    gender: str | None = None

    def allows(self, noun: Noun) -> bool:
        return self.number in (None, noun.number) and self.gender in (None, noun.gender)

    def of_each(self, count: int) -> "Wanted":
        """What is known of each of several that are joined: together they are plural, and neuter if they differ."""
        if count < 2 or self.number == "singular":
            return self
        return Wanted(None, None if self.gender == "neuter" else self.gender)


def nouns(text: str, capital_is_own: bool) -> tuple[Noun, ...]:
    """Readings of a word as a noun in the nominative, the best first.

    A capital may be the word's own, as inside a sentence, or come of standing first: then a common noun is meant
    rather than a man of that name ("Björn"), but rather a mountain than a common noun ("Esja").
    """
    if not bends(text) or text.lower() in _ADJECTIVES:
        return ()
    found = lexicon.nouns(text) or (() if lexicon.is_known(text) else guesses.nouns(text))
    if capital_is_own and text[:1].isupper():
        found = tuple(noun for noun in found if noun.proper) or found
    return tuple(sorted(found, key=lambda noun: _rank(noun, capital_is_own)))


def plausible(nouns: Sequence[Noun]) -> list[Noun]:
    """Of ranked readings the first, and all that might as well be meant."""
    best = nouns[0]
    return [noun for noun in nouns if noun.usual >= best.usual and noun.central >= best.central]


def fitting(nouns: Iterable[Noun], wanted: Wanted) -> tuple[Noun, ...]:
    return tuple(noun for noun in nouns if wanted.allows(noun))


def bends(text: str) -> bool:
    """Not "PDF", "iPhone", "Java", "félags-" or "2": brands, what has capitals inside or no letter, half a word."""
    if text in _BRANDS:
        return False
    last_part = text.rpartition("-")[2]
    return last_part[1:].islower() or last_part.lower() == text


def _rank(noun: Noun, capital_is_own: bool) -> tuple:
    meant = _MEANT_AS.get(noun.lemma if noun.definite else noun.form)
    return (
        not noun.usual,
        meant is not None and meant[0] != noun.kind,
        not (noun.central or noun.proper),
        noun.form != noun.lemma and not noun.definite,
        _capital_rank(noun, capital_is_own),
        meant is not None and meant != (noun.kind, noun.count),
        not noun.central,
        noun.count != "ET",
    )


def _capital_rank(noun: Noun, capital_is_own: bool) -> int:
    if not noun.proper:
        return 1 if noun.central else 3
    if capital_is_own or noun.notable or (noun.personal and noun.lemma in _ABOVE_ALL_NAMES):
        return 0
    return 2 if noun.central else 4
