"""How an Icelandic phrase bends: which of its words are in the nominative, and what they are in other cases.

A phrase is one group, or several that "og" or a comma joins. In a group the head bends, what stands before it agrees
with it, and what hangs on it (a genitive, a preposition and the rest) stays: "frjáls sala bíla á netinu".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from articles.language import capitals, groups
from articles.language.bent import Bent, unbent
from articles.language.capitals import Capital
from articles.language.declension import Declension, undeclined
from articles.language.groups import Group
from articles.language.readings import Wanted

LONGEST = 16  # words; what is longer names nothing, and the time grows with the square of it
_WORD = re.compile(r"[^\s,/()„“”\"]+")
_CONJUNCTIONS = frozenset("og eða né & + vs vs. heldur bæði hvorki annaðhvort".split())
# The cases that a preposition governs; a word that may stand in one of them may still belong to it after "og".
_PREPOSITIONS = {
    "accusative": "um gegnum kringum umfram við á í með fyrir eftir undir yfir",
    "dative": "af frá að hjá úr gegn undan handa móti meðfram ásamt á í með fyrir eftir undir yfir við",
    "genitive": "til án milli vegna auk meðal sökum innan utan",
}
_GOVERNED = {
    preposition: tuple(case for case, listed in _PREPOSITIONS.items() if preposition in listed.split())
    for preposition in " ".join(_PREPOSITIONS.values()).split()
}
_CLAUSES = frozenset("sem en ef þegar þar er samkvæmt eins".split())


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    gap: str  # what stands between it and the word before


def decline(phrase: str, number: str | None, gender: str | None, in_sentence: bool) -> Declension:
    """An Icelandic phrase in all cases; see `articles.language.grammar.decline`. A long text is left as it is."""
    if phrase.count(" ") >= LONGEST or len(phrase) > LONGEST * 40:
        return undeclined(phrase, number, gender)
    return _decline(phrase, number, gender, in_sentence)


@lru_cache(4_000)
def _decline(phrase: str, number: str | None, gender: str | None, in_sentence: bool) -> Declension:
    words, rest = _words(phrase)
    wanted = Wanted(number, gender)
    spans = _spans(words)
    bent = [unbent(word.text) for word in words]
    found = _bent(words, spans, wanted, in_sentence)
    for span, group in zip(spans, found, strict=True):
        bent[span.start : span.stop] = group.words
    return _declension(words, bent, rest, found, wanted)


def _bent(words: Sequence[_Word], spans: Sequence[range], wanted: Wanted, in_sentence: bool) -> list[Group]:
    joined = [[words[place].text for place in span] for span in spans]
    has_tail = bool(spans) and spans[-1].stop < len(words)
    first = capitals.of_first(joined, has_tail, in_sentence) if joined else Capital.OWN
    each = wanted.of_each(len(spans))
    taken = [(texts, each, Capital.OWN if span.start else first) for texts, span in zip(joined, spans, strict=True)]
    found = [groups.bend(*one) for one in taken]
    if wanted.number != "singular" and any(group.counted for group in found):
        return [groups.in_step(group, *one) for group, one in zip(found, taken, strict=True)]
    return found


def _declension(words, bent: list[Bent], rest: str, found: list[Group], wanted: Wanted) -> Declension:
    heads = [group for group in found if group.number]
    together = _together(found)
    return Declension(
        nominative=_text(words, [word.nominative for word in bent], rest),
        dative=_text(words, [word.dative for word in bent], rest),
        genitive=_text(words, [word.genitive for word in bent], rest),
        number=wanted.number or together[0],
        gender=wanted.gender or together[1],
        definite=bool(heads) and heads[0].definite,
        certain=bool(found) and all(group.certain for group in found),
    )


def _together(found: Sequence[Group]) -> tuple[str, str]:
    """Number and gender: several heads are plural, and neuter if their genders differ or are unknown."""
    if not any(group.number for group in found):
        return "", ""
    genders = {group.gender for group in found}
    return ("plural" if len(found) > 1 else found[0].number), (genders.pop() if len(genders) == 1 else "neuter")


def _words(phrase: str) -> tuple[list[_Word], str]:
    words, at = [], 0
    for match in _WORD.finditer(phrase):
        words.append(_Word(match.group(), phrase[at : match.start()]))
        at = match.end()
    return words, phrase[at:]


def _text(words: Sequence[_Word], forms: Iterable[str], rest: str) -> str:
    return "".join(word.gap + form for word, form in zip(words, forms, strict=True)) + rest


def _spans(words: Sequence[_Word]) -> list[range]:
    """Where the groups stand: each from its first word to its last that may bend."""
    if groups.is_of_adjectives([word.text for word in words]):
        return [range(len(words))]
    spans, start = [], 0
    while start < len(words):
        if is_conjunction(words[start].text):
            start += 1
            continue
        end = _end(words, start)
        spans.append(range(start, end))
        start = _next_start(words, end)
    return spans


def _end(words: Sequence[_Word], start: int) -> int:
    for place in range(start + 1, len(words)):
        before = [word.text for word in words[start:place]]
        if "(" in words[place].gap:
            return place
        if _joins(words, place) and groups.has_head(before) and not _goes_on(words, before, place):
            return place
        begun = groups.has_content(before) or groups.is_foreign(before)
        if begun and _opens_tail(words, place, groups.has_sure_head(before)):
            return place
    return len(words)


def _goes_on(words: Sequence[_Word], before: Sequence[str], place: int) -> bool:
    """Whether "og" joins adjectives of one noun: "heit og köld borð"."""
    after = [word.text for word in words[place + 1 :]]
    return words[place].text in groups.JOINING and groups.describe_one(before, after)


def _next_start(words: Sequence[_Word], end: int) -> int:
    """Past what hangs on the group: a preposition with its words, a clause, what is in brackets."""
    if end < len(words) and "(" in words[end].gap:
        return next((place for place in range(end + 1, len(words)) if ")" in words[place].gap), len(words))
    if end == len(words) or _joins(words, end):
        return end
    governed = _GOVERNED.get(words[end].text.lower(), ())
    for place in range(end + 1, len(words)):
        if _joins(words, place) and _begins_anew(words, place, governed):
            return place
        governed = _GOVERNED.get(words[place].text.lower(), governed)
    return len(words)


def _begins_anew(words: Sequence[_Word], place: int, governed: tuple[str, ...]) -> bool:
    """After a preposition, "og" begins a new group if what follows cannot be in the preposition's case.

    "Kaup á húsnæði og bílum" goes on, "kaup á bíl og leiga" and "kaup á húsi og leiga á húsi" begin anew.
    """
    following = words[place + 1 :] if is_conjunction(words[place].text) else words[place:]
    if not following or not groups.may_begin(following[0].text):
        return False
    before_preposition = len(following) > 1 and following[1].text.lower() in _GOVERNED
    return before_preposition or not groups.can_stand_in(following[0].text, governed)


def _joins(words: Sequence[_Word], place: int) -> bool:
    return is_conjunction(words[place].text) or "," in words[place].gap or "/" in words[place].gap


def is_conjunction(text: str) -> bool:
    """Whether the word joins groups: "og", "eða"."""
    return text.lower() in _CONJUNCTIONS


def is_preposition(text: str) -> bool:
    """Whether the word governs what follows it, if it is no noun: "á" may be a river."""
    return text.lower() in _GOVERNED


def _opens_tail(words: Sequence[_Word], place: int, headed: bool) -> bool:
    """A preposition opens one, unless it is the noun of the same form, for which adjectives wait: "stór á"."""
    text = words[place].text.lower()
    if text in _CLAUSES:
        return True
    last = place + 1 == len(words) or _joins(words, place + 1) or words[place + 1].text.lower() in _GOVERNED
    return text in _GOVERNED and (headed or not last or not groups.may_begin(text))
