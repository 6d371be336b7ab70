"""What the search field proposes things by: their names, folded, from each of their words on.

A name and what somebody types are made into keys by one function, so that the one begins with the other. Pure.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import permutations

from articles import headings
from articles.comparison import named
from articles.language import words
from articles.manuscript import Manuscript, Side

MOST_KEYS, KEY_LENGTH = 40, 200

# Between the things that somebody compares, and before them.
_BETWEEN = {"is": "og eða versus vs gegn móti", "en": "and or versus vs against"}
_BEFORE = {
    "is": "hver hvað hvaða hvernig er eru mismunur munur munurinn mismunurinn mun muninn á milli",
    "en": "what whats what's which is are how do does the a an difference differences between of compare comparing",
}
_AS_ONE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")) | {ord("’"): "'"}
_APART = re.compile(r"[^\s&/,;:+–—]+|[&/,;:+–—]")
_SIGNS = frozenset("&/,;:+–—")
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Names:
    """The keys of an edition's subjects, by the subject's key, and of the comparison itself."""

    subjects: dict[str, frozenset[str]] = field(default_factory=dict)
    edition: frozenset[str] = frozenset()


def names(manuscript: Manuscript, language: str) -> Names:
    """At most 40 keys a thing, each of 1 to 200 characters."""
    sides = named(manuscript.sides, language)
    return Names(
        {side.subject.key: _first(_of_subject(side, language)) for side in sides},
        _first(_of_comparison(sides, manuscript.title.get(language, ""), language)),
    )


def key(text: str, language: str) -> str:
    """The text as its key begins: "Munurinn á Sölu og þj" gives "solu thj"; "" where it has no letter or digit."""
    return _folded(plain(text, language))


def plain(text: str, language: str) -> str:
    """What `key` keeps of a text, in small letters with their accents: "sölu þj"."""
    sides = list(_sides(text, language))
    return _spaced(" ".join(sides)) or ("" if " " in text.strip() else _spaced(text))


def may_become_a_link(word: str, language: str) -> bool:
    """Whether more letters could make this a word that stands between two things, as "o" may become "og"."""
    return any(len(word) < len(other) and other.startswith(word) for other in _listed(_BETWEEN, language))


def from_each_word(text: str) -> Iterator[str]:
    """ "rafraenn reikningur" and then "reikningur"."""
    yield text
    while " " in text:
        text = text.partition(" ")[2]
        yield text


def _of_subject(side: Side, language: str) -> Iterator[str]:
    for form in _forms(side, language):
        yield from from_each_word(_folded(plain(form, language)))
        yield _folded(_spaced(form))  # "the" in "The Hague", for those who have typed no more than that


def _of_comparison(sides: tuple[Side, ...], title: str, language: str) -> Iterator[str]:
    """Whole names first, in every rotation and then in every order of two; then from the later words on."""
    chains = [
        [key(headings.form(sides[place], case, language), language) for place in order]
        for orders in (_rotations(len(sides)), _pairs(len(sides)))
        for case in ("nominative", "dative")
        for order in orders
    ]
    whole = [" ".join(chain) for chain in chains]
    yield from whole
    yield from from_each_word(key(title, language))
    for chain, text in zip(chains, whole, strict=True):
        yield from list(from_each_word(text))[1 : 1 + chain[0].count(" ")]


def _rotations(count: int) -> list[list[int]]:
    return [[*range(first, count), *range(first)] for first in range(count)]


def _pairs(count: int) -> list[tuple[int, int]]:
    """Those that no rotation begins with."""
    return [(one, other) for one, other in permutations(range(count), 2) if other != (one + 1) % count]


def _forms(side: Side, language: str) -> list[str]:
    return [side.subject.name[language], *(headings.form(side, case, language) for case in headings.CASES)]


def _first(keys: Iterable[str]) -> frozenset[str]:
    distinct = dict.fromkeys(text[:KEY_LENGTH].strip() for text in keys)
    return frozenset([text for text in distinct if text][:MOST_KEYS])


def _sides(text: str, language: str) -> Iterator[str]:
    """The things that a text names, without the words that stand before and between them."""
    before, between = _listed(_BEFORE, language), _listed(_BETWEEN, language)
    side: list[str] = []
    for word in _APART.findall(_small(text)):
        bare = word.strip(".?!\"'“”„‚‘()")
        if bare in between or word in _SIGNS:
            yield from side
            side = []
        elif side or bare not in before:
            side.append(word)
    yield from side


def _listed(table: dict[str, str], language: str) -> frozenset[str]:
    return _read(table.get(language, table["en"]))


@cache
def _read(listed: str) -> frozenset[str]:
    """The words of a list, also as they are typed without accents."""
    listed = listed.split()
    return frozenset([*listed, *(words.fold(word) for word in listed)])


def _small(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_AS_ONE)).lower()


def _spaced(text: str) -> str:
    return " ".join(_LETTERS.findall(_small(text)))


def _folded(text: str) -> str:
    return " ".join(_LETTERS.findall(words.fold(text)))
