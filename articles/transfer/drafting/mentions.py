"""Which sides a clause speaks of: found by the lemmas of its words, compounds counting less."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.language import words
from articles.manuscript import Subject

from .sentences import Word, words_of

STRONG, WEAK = 2, 1
_SHORTEST_STEM, _SHORTEST_REST = 3, 3
_ARTICLE = re.compile(r"^(?:an?|the)\s+(?=\S)", re.IGNORECASE)
_LITTLE = frozenset(
    re.findall(
        r"\w+",
        "og eða á í að af til með um fyrir hjá frá við en sem úr milli vegna án undir yfir eftir "
        "and or of the a an in on to for with from by at as",
    )
)


@dataclass(frozen=True, slots=True)
class Mention:
    side: int
    start: int
    end: int
    weight: int  # STRONG: the subject itself; WEAK: a compound made of it


@dataclass(frozen=True, slots=True)
class Known:
    """How one subject is recognised."""

    phrase: tuple[frozenset[str], ...]  # the lemmas of each word of its name
    own: frozenset[str]  # lemmas that no other subject's name has
    stems: tuple[str, ...]  # what a compound with it begins with


class Finder:
    """Finds the sides that a text speaks of. `subjects` in the order of the sides."""

    def __init__(self, subjects: Sequence[Subject], language: str):
        self.language = language
        names = [_names(subject, language) for subject in subjects]
        phrases = [self._phrase(forms) for forms in names]
        self.subjects = [self._subject(place, phrases, names) for place in range(len(subjects))]

    def mentions(self, text: str) -> list[Mention]:
        """The mentions in order. A word that could be of two sides is no mention."""
        tokens = words_of(text)
        lemmas = [self.lemmas(token.text) for token in tokens]
        found = self._whole_names(tokens, lemmas)
        for token, own in zip(tokens, lemmas, strict=True):
            if not any(mention.start <= token.start < mention.end for mention in found):
                found += self._single(token, own)
        return sorted(found, key=lambda mention: mention.start)

    def lemmas(self, word: str) -> frozenset[str]:
        known = words.lemmas(word, self.language)
        return frozenset(known) or _guessed(word, self.language)

    def relevant(self, text: str, heading: str) -> float:
        """How much of the heading's words the text has, from 0 to 1."""
        wanted = [self.lemmas(word.text) for word in words_of(heading) if word.text.lower() not in _LITTLE]
        there = frozenset().union(*(self.lemmas(word.text) for word in words_of(text)))
        return sum(bool(lemmas & there) for lemmas in wanted) / len(wanted) if wanted else 0.0

    def _phrase(self, forms: list[str]) -> tuple[frozenset[str], ...]:
        """The lemmas that all forms of the name share, word by word: "sala" alone might be of "salur"."""
        by_form = [[self.lemmas(word.text) for word in words_of(form)] for form in forms]
        same_length = [lemmas for lemmas in by_form if len(lemmas) == len(by_form[0])]
        return tuple(frozenset.intersection(*column) or column[0] for column in zip(*same_length, strict=True))

    def _subject(self, place, phrases, names) -> Known:
        others = frozenset().union(*(lemmas for at, phrase in enumerate(phrases) if at != place for lemmas in phrase))
        mine = frozenset().union(*phrases[place]) - _LITTLE
        stems = {form.lower() for form in names[place] if " " not in form and len(form) >= _SHORTEST_STEM}
        return Known(phrases[place], mine - others, tuple(sorted(stems)))

    def _whole_names(self, tokens: list[Word], lemmas: list[frozenset[str]]) -> list[Mention]:
        found: list[Mention] = []
        for side, subject in sorted(enumerate(self.subjects), key=lambda pair: -len(pair[1].phrase)):
            length = len(subject.phrase)
            for at in range(len(tokens) - length + 1 if length else 0):
                start, end = tokens[at].start, tokens[at + length - 1].end
                taken = any(mention.start < end and start < mention.end for mention in found)
                if not taken and all(map(frozenset.intersection, lemmas[at : at + length], subject.phrase)):
                    found.append(Mention(side, start, end, STRONG))
        return found

    def _single(self, token: Word, lemmas: frozenset[str]) -> list[Mention]:
        """A word that belongs to one subject's name alone, or a compound of one."""
        sides = [side for side, subject in enumerate(self.subjects) if lemmas & subject.own]
        if len(sides) == 1:
            return [Mention(sides[0], token.start, token.end, STRONG)]
        longest = [self._stem_of(token.text.lower(), subject) for subject in self.subjects]
        best = max(longest)
        if sides or not best or longest.count(best) > 1:
            return []
        return [Mention(longest.index(best), token.start, token.end, WEAK)]

    def _stem_of(self, word: str, subject: Known) -> int:
        """How long the beginning of the word is that is the subject's name, where the rest is a word too."""
        fitting = (stem for stem in subject.stems if word.startswith(stem))
        return max((len(stem) for stem in fitting if self._is_word(word[len(stem) :].removeprefix("-"))), default=0)

    def _is_word(self, rest: str) -> bool:
        return len(rest) >= _SHORTEST_REST and bool(words.lemmas(rest, self.language))


def _names(subject: Subject, language: str) -> list[str]:
    forms = subject.forms[language]
    names = [name for name in (forms.nominative, forms.dative, forms.genitive) if name]
    bare = names if language == "is" else [_ARTICLE.sub("", name) for name in names]
    return list(dict.fromkeys(bare or [subject.name[language]]))


def _guessed(word: str, language: str) -> frozenset[str]:
    """A word that the language does not know is its own lemma; in English also without its ending."""
    folded = word.lower()
    if language == "is":
        return frozenset({folded})
    bare = folded.removesuffix("’s").removesuffix("'s")
    return frozenset({bare, bare.removesuffix("s"), bare.removesuffix("es")})
