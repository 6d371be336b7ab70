"""Words that are found, marked in a text as they stand there, also inside a compound. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from articles.language import analysis, words

SHORTEST_PART = 3  # letters of what is marked inside a compound
_HYPHEN, _JOINER = "\u00ad\u200d"
_IGNORED = re.compile(f"[{_HYPHEN}{_JOINER}]")  # inside a word
_RUN = re.compile(r"\S+")
_STEM = 3  # letters in which the forms of a word agree where no paradigm is known


@dataclass(frozen=True, slots=True)
class Mark:
    """From `start` to `end` of the text stands what the question's word number `asked` looks for."""

    start: int
    end: int
    asked: int
    whole: bool = True  # False: a part of a compound


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of plain text, marked or not."""

    text: str
    marked: bool = False


class Marker:
    """What is asked for, ready to be looked for in many texts. `asked`: of each word how it is typed, its lemmas."""

    def __init__(self, asked: Iterable[tuple[str, Sequence[str]]], language: str):
        asked = list(asked)
        self.language, self.count = language, len(asked)
        self._lemmas: dict[str, int] = {}
        self._forms: dict[str, int] = {}
        self._stems: set[str] = set()
        for place, (typed, lemmas) in enumerate(asked):
            for lemma in lemmas:
                self._learn(lemma, typed, place)
        self._met: dict[str, tuple[Mark, ...]] = {}  # runs of letters, of which texts have many again and again
        self._needles = _shortest(self._forms)
        self._parts = sorted((form for form in self._forms if len(form) >= SHORTEST_PART), key=len, reverse=True)

    def marks(self, text: str) -> list[Mark]:
        """The marks in the text, in its order; they do not overlap."""
        small = text.lower()
        if not text or not self._may_be_in(text, small):
            return []
        found: list[Mark] = []
        for start, end in self._runs(text, small):
            run = text[start:end]
            inside = self._met.get(run)
            if inside is None:
                inside = self._met[run] = self._marks_of_run(run)
            found += [Mark(start + one.start, start + one.end, one.asked, one.whole) for one in inside]
        return found

    def _runs(self, text: str, small: str) -> list[tuple[int, int]]:
        """Where in the text letters without a space between them stand that a mark may be in; in its order."""
        if self._stems or len(small) != len(text) or _HYPHEN in text or _JOINER in text:
            return [found.span() for found in _RUN.finditer(text)]
        runs: dict[int, int] = {}
        for needle in self._needles:
            at = small.find(needle)
            while at >= 0:
                end = small.find(" ", at) % (len(small) + 1)  # of -1 it makes the text's end
                runs[small.rfind(" ", 0, at) + 1] = end
                at = small.find(needle, end)
        return sorted(runs.items())

    def _marks_of_run(self, run: str) -> tuple[Mark, ...]:
        """Of a text without a space: no word reaches over one."""
        if not self._may_be_in(run, run.lower()):
            return ()
        found = (self._mark(word) for word in analysis.words(run))
        return tuple(mark for mark in found if mark)

    def _learn(self, lemma: str, typed: str, place: int) -> None:
        paradigm = _paradigm(lemma, self.language)
        self._lemmas.setdefault(lemma, place)
        for form in {lemma, *paradigm}:
            self._forms.setdefault(form, place)
        if not paradigm:
            self._stems |= {words.fold(form)[:_STEM] for form in (lemma, typed)}

    def _may_be_in(self, text: str, small: str) -> bool:
        """Whether any of it may be in the text; `small`: the same in small letters."""
        if _HYPHEN in small or _JOINER in small:
            small = _IGNORED.sub("", small)
        for needle in self._needles:  # written out, which is asked of every word: `any` takes three times as long
            if needle in small:
                return True
        if not self._stems:
            return False
        folded = words.fold(text)
        return any(stem in folded for stem in self._stems)

    def _mark(self, word: analysis.Word) -> Mark | None:
        small = word.text.lower()
        asked = self._forms.get(small)
        if asked is None and self._stems and words.fold(small)[:_STEM] in self._stems:
            asked = self._of_lemma(analysis.analyse(word.text, self.language).lemmas)
        if asked is not None:
            return Mark(word.start, word.end, asked)
        return self._mark_inside(word, small)

    def _mark_inside(self, word: analysis.Word, small: str) -> Mark | None:
        """The part of a compound that is asked for; all of it where its letters are not those of the text."""
        inside = [form for form in self._parts if form in small]
        if not inside:
            return None
        found = analysis.analyse(word.text, self.language)
        asked = self._of_lemma((*found.lemmas, *found.parts))
        if asked is None:
            return None
        forms = [form for form in inside if self._forms[form] == asked]
        if not forms or len(small) != word.end - word.start:
            return Mark(word.start, word.end, asked)
        start, end = min(
            (_span(form, small) for form in forms), key=lambda span: self._misfit(small, span, found.parts)
        )
        return Mark(word.start + start, word.start + end, asked, whole=False)

    def _misfit(self, small: str, span: tuple[int, int], parts: Sequence[str]) -> tuple[bool, int]:
        """Parts that leave whole words beside them fit best, and then the longest: "sölu" in "sölumenn"."""
        start, end = span
        beside = [piece for piece in (small[:start], small[end:]) if piece]
        known = {lemma for piece in beside for lemma in (piece, *analysis.analyse(piece, self.language).lemmas)}
        return not known & set(parts), start - end

    def _of_lemma(self, lemmas: Iterable[str]) -> int | None:
        return next((self._lemmas[lemma] for lemma in lemmas if lemma in self._lemmas), None)


def pieces(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The text in pieces, of which those that the marks name are marked."""
    found, at = [], 0
    for mark in marks:
        found += [Piece(text[at : mark.start]), Piece(text[mark.start : mark.end], marked=True)]
        at = mark.end
    return tuple(piece for piece in [*found, Piece(text[at:])] if piece.text)


def _span(form: str, word: str) -> tuple[int, int]:
    """Where the form is in the compound: at its end if it can be."""
    start = len(word) - len(form) if word.endswith(form) else word.index(form)
    return start, start + len(form)


def _shortest(forms: Iterable[str]) -> list[str]:
    """Those of the forms that have no other inside: where none of them is, no form is."""
    found: list[str] = []
    for form in sorted(forms, key=len):
        if not any(shorter in form for shorter in found):
            found.append(form)
    return found


@lru_cache(1_000)
def _paradigm(lemma: str, language: str) -> frozenset[str]:
    return analysis.forms(lemma, language)
