"""Words for the search: text taken apart, and each word's headwords, parts and forms. One analyser for texts and
questions alike.

What a typed word means is what `analyse` says of it, as far as it is on the site: "banka" may be the bank's or to
knock, "sala" is the sale only. Where `analyse` finds nothing there, spelling without accents is tried.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from articles.language import function_words, icelandic_lemmas, other_lemmas, paradigms, spellings

VERSION = "1"  # a new one asks for the index to be rebuilt: change it whenever a text would give other tokens

ALONE = icelandic_lemmas.ALONE
CACHED = 200_000  # words, of which a process has those that it met: 30 MB where it indexes a whole site
_MARKS = "\u0300-\u036f"  # accents that stand as characters of their own
_LETTER = rf"[^\W_{_MARKS}][{_MARKS}\u00ad\u200d]*"
_WORD = re.compile(
    rf"(?:{_LETTER})+(?:[-‐‑'’.,·](?=[^\W_])(?:{_LETTER})+)*(?:\+\+|#(?!\w))?",
)
_JOINED = re.compile(r"[.,]")


Placed = tuple[str, str]  # a word as it stands, and what the word before says of it


class Word(NamedTuple):
    """A word as it stands in the text, from `start` to `end`; its `text` is composed and has no soft hyphens."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Analysis:
    lemmas: tuple[str, ...]  # headwords in small letters that the word may be a form of, or what stands for them
    parts: tuple[str, ...] = ()  # headwords of what a compound is made of


def words(text: str) -> Iterator[Word]:
    """The words of a text, in its order: also "C++", "COVID-19", "1.000", "t.d", "munur.is"."""
    for found in _WORD.finditer(text):
        raw, start = found.group(), found.start()
        if "." in raw or "," in raw:
            yield from _divided(raw, start)
        else:
            yield Word(spellings.composed(raw), start, start + len(raw))


def _divided(raw: str, start: int) -> Iterator[Word]:
    """A comma and a dot join digits, and a dot small letters; else they end a word."""
    at = 0
    for mark in _JOINED.finditer(raw):
        before, after = raw[mark.start() - 1], raw[mark.end()]
        in_number = before.isdigit() and after.isdigit()
        in_name = mark.group() == "." and not before.isdigit() and after.islower()
        if not in_number and not in_name:
            yield Word(spellings.composed(raw[at : mark.start()]), start + at, start + mark.start())
            at = mark.end()
    yield Word(spellings.composed(raw[at:]), start + at, start + len(raw))


def placed(text: str, language: str) -> list[Placed]:
    """Each word of a text, and what the word before says of it: the third that `analyse` asks for."""
    found = _WORD.findall(spellings.composed(text))
    joined = "".join(found)
    if "." in joined or "," in joined:
        found = [one for raw in found for one in _apart(raw)]
    says = icelandic_lemmas.BEFORE if language == "is" else {}
    return list(zip(found, ["", *map(says.get, found, repeat(""))], strict=False))


def _apart(raw: str) -> list[str]:
    return [one.text for one in _divided(raw, 0)] if "." in raw or "," in raw else [raw]


@lru_cache(CACHED)
def analyse(word: str, language: str, before: str = "") -> Analysis:
    """The word's headwords and parts. A word that is not known stands for itself, without accents but in Icelandic.

    `before` is what the word before says of it, see `placed`, or `ALONE` for a question of one word.
    """
    if before:
        found = analyse(word, language, "")
        return _analysis(word, language, before) if len(found.lemmas) > 1 else found
    return _analysis(word, language, before)


def _analysis(word: str, language: str, before: str) -> Analysis:
    special = spellings.special(word, language)
    if special:
        return Analysis(*special)
    if is_function_word(word, language):  # "við" is no wood, and nobody asks for "vera" to find "er"
        return Analysis((word.lower(),))
    if language == "is":
        return Analysis(*icelandic_lemmas.analyse(word, before))
    return Analysis(*other_lemmas.analyse(word, language))


def forms(lemma: str, language: str) -> frozenset[str]:
    """The whole paradigm of a headword in small letters, as far as people type it; empty if it is not known."""
    if language != "is" or is_function_word(lemma, language):
        return frozenset()
    return paradigms.forms(lemma)


def is_function_word(word: str, language: str) -> bool:
    """Whether the word says so little that a question may go without it: "og", "the"."""
    return word.lower() in function_words.of(language)


def is_known(word: str, language: str) -> bool:
    """Whether this is a real word of the language, so that nobody should take it for a slip."""
    if spellings.special(word, language):
        return True
    return icelandic_lemmas.is_known(word) if language == "is" else other_lemmas.is_known(word, language)
