"""Comparisons as people type them: "sala vs þjónusta", „hver er munurinn á sölu og þjónustu?“. Pure.

Icelandic and English are understood on every page, with accents and without them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from articles.language import words

MOST_NAMES, MOST_SPLITS = 6, 16
Name = tuple[int, ...]  # places of its words in the question

# Everything here is folded: "mismunur á" is "mismunur a".
_DIFFERENCE = r"(?:adal|megin)?(?:mis)?mun(?:ur|urinn|inn|ar|arins|i|inum|)|differ(?:ences?|s|)|different"
_LIKENESS = (
    r"samanburd(?:ur|urinn|inn|i|inum|ar|arins|)|likindi|o?likt|sameiginlegt|ber(?:a|du|id)? saman"
    r"|compar(?:e|es|ed|ing|ison)|similarit(?:y|ies)|similar|distinctions?|(?:distinguish|separat)(?:es|e|ing|)"
    r"|skilur(?: ad)?|greinir(?: ad)?|in common"
)
_FRAME = re.compile(rf"(?<!\S)(?:{_DIFFERENCE}|{_LIKENESS})(?!\S)")
# What may stand between "the difference" and the first thing.
_LINK = re.compile(
    r"(?:(?:er|eru|is|are) )?(?:(?:a milli|a|i|milli|millum|um|fyrir|vid|med|between|of|in|among|on|to) )?(?=\S)"
)
_FILLER = frozenset(
    """
    hver hvert hverjir hvad hvada hvernig hvort hvers er eru var vaeri se liggur felst til einhver thad helsti helsta
    helstu mesti eiginlega segdu segid mer okkur utskyrdu utskyrid skyrdu vita vil ma eg thessi nakvaemlega i eiga ad
    what whats which how hows is are was s the a an there any do does have main key biggest basic exactly real explain
    tell me us please i want to know describe
    """.split()
)
_BETTER = frozenset("betra betri best better worse".split())
_ARTICLES = frozenset("a an the".split())
_HARD = (
    r"vs|versus|v|gegn|gegnt|a moti|moti|andspaenis|contra|kontra|against|en ekki|frekar en|fremur en|rather than"
    r"|as opposed to|(?:mid(?:ad|ud|adur)|bor(?:id|in|inn|nar|nir) saman|i samanburdi) vid|compared (?:to|with)"
    r"|(?:differs?|different|distinct) (?:from|than|to)|fra(?:brugdi[dn]n?|brugdnar|brugdnir)|olik(?:t|ur|ir|ar)?"
    r"|(?:thad |the )?(?:sama|same)(?: (?:og|as))"
)
_SOFT = r"og|eda|ellegar|asamt|and|or|&|\+|,|;|\||/|-|="
_SEPARATOR = re.compile(rf"(?<!\S)(?:(?P<hard>{_HARD})|(?P<soft>{_SOFT}))(?!\S)")
_LOOSE = re.compile(rf"(?<!\S)(?:(?P<hard>{_HARD}|vid|med|fra|with|to|from)|(?P<soft>{_SOFT}))(?!\S)")
_SIGNS = {"≠": "/", "–": "-", "—": "-", "−": "-"}
_SEEN_SIGN = re.compile(r"[&+,;|/=≠–—−-]")


@dataclass(frozen=True, slots=True)
class Item:
    """A word of the question, folded, or a sign between two, whose place is -1."""

    text: str
    place: int


@dataclass(frozen=True, slots=True)
class Run:
    """Words between two separators, and the separator before them."""

    places: Name
    before: Name = ()
    hard: bool = True  # the separator always parts two things; "og" may be within a name


def comparisons(typed: Sequence[str], gaps: Sequence[str]) -> list[tuple[Name, ...]]:
    """How a question may be understood as a comparison, the likeliest first; empty if it is none.

    `typed` are its words, `gaps` what stands between them, one fewer. "Rannsóknir og þróun vs sala" may be a
    comparison of two things or of three.
    """
    items = list(_items(typed, gaps))
    start, end, framed = _inside([item.text for item in items])
    runs = _runs(items[start:end], _LOOSE if framed else _SEPARATOR)
    if framed and len(runs) == 1 and len(runs[0].places) == 2:  # "munur sala þjónusta"
        runs = [Run(runs[0].places[:1]), Run(runs[0].places[1:])]
    return list(_splits(runs)) if 2 <= len(runs) <= MOST_NAMES else []


def _items(typed, gaps) -> Iterator[Item]:
    for place, word in enumerate(typed):
        yield Item(re.sub(r"[-'’]", "", words.fold(word)) or "?", place)
        sign = _SEEN_SIGN.search(gaps[place]) if place < len(gaps) else None
        if sign:
            yield Item(_SIGNS.get(sign.group(), sign.group()), -1)


def _inside(texts: list[str]) -> tuple[int, int, bool]:
    """Where the names begin and end, and whether words like "munurinn" stand before or after them."""
    for start, end in _frames(texts):
        if set(texts[:start]) <= _FILLER and end < len(texts):
            return end + _LINK.match(" ".join(texts[end:])).group().count(" "), len(texts), True
        if set(texts[end:]) <= _FILLER and start:
            return _first_name(texts), _last_name(texts[:start]), True
    return _first_name(texts), len(texts), False


def _frames(texts: list[str]) -> list[tuple[int, int]]:
    """Where words like "munurinn" stand, unless they part two things, as "different from" does."""
    flat = " ".join(texts)
    parting = [match.span() for match in _SEPARATOR.finditer(flat) if match["hard"] and match.start()]
    return [
        (flat.count(" ", 0, match.start()), flat.count(" ", 0, match.end()) + 1)
        for match in _FRAME.finditer(flat)
        if not any(start <= match.start() < end for start, end in parting)
    ]


def _first_name(texts: list[str]) -> int:
    """Past "hvernig er" and "which is better,": only where a thing follows."""
    start = next((place for place, text in enumerate(texts) if text not in _FILLER - _ARTICLES), 0)
    if start and texts[start] in _BETTER:
        start += 2 if texts[start + 1 : start + 2] in ([","], ["-"]) else 1
    return start if start < len(texts) else 0


def _last_name(texts: list[str]) -> int:
    """Before ", hver er"."""
    end = len(texts)
    while end > 1 and (texts[end - 1] in _FILLER or texts[end - 1] in ",-"):
        end -= 1
    return end


def _runs(items: list[Item], separator: re.Pattern) -> list[Run]:
    flat = " ".join(item.text for item in items)
    runs, at, before, hard = [], 0, [], True
    for match in [*separator.finditer(flat), None]:
        end = flat.count(" ", 0, match.start()) if match else len(items)
        name = _bare(items[at:end])
        if name:
            runs.append(Run(name, tuple(before) if runs else (), hard or not runs))
            before, hard = [], False
        if match:
            at = flat.count(" ", 0, match.end()) + 1
            before += [item.place for item in items[end:at] if item.place >= 0]
            hard = hard or bool(match["hard"])
    return runs


def _bare(items: list[Item]) -> Name:
    """The places of a name's words, without an article before it."""
    items = [item for item in items if item.place >= 0]
    while len(items) > 1 and items[0].text in _ARTICLES:
        items = items[1:]
    return tuple(item.place for item in items)


def _splits(runs: list[Run]) -> Iterator[tuple[Name, ...]]:
    """The names, in all ways that leave "og" and the like inside one; where it is never inside comes first."""
    soft = [place for place, run in enumerate(runs) if not run.hard]
    ways = (set(joined) for count in range(len(soft) + 1) for joined in combinations(soft, count))
    for joined in islice(ways, MOST_SPLITS):
        names: list[Name] = []
        for place, run in enumerate(runs):
            if place in joined:
                names[-1] += (*run.before, *run.places)
            else:
                names.append(run.places)
        if len(names) > 1:
            yield tuple(names)
