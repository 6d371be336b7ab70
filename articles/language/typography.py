"""Faults of typography in a plain text: marks, dates, numbers and times of another language, spaces too many.

Icelandic is measured by the house's own rules: „…“ and inside ‚…‘, an en dash with spaces, "23. nóvember 2026",
"kl. 15.05", "1.234,5". English is told only what is Icelandic in it, and what is wrong in both; straight quotes,
"November 23" and an em dash are let be. Other languages are told of double spaces alone.

False alarms cost more than faults that slip by. So nothing is said of what may be right: "1,234" may be a decimal
number, "1.5" a section, "15:05" a proportion, 21" a length. Addresses and code are not read, and inside quotation
marks, where others speak, only marks and spaces are.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.language import quotes, verbatim
from articles.language.dates import PATTERNS
from articles.language.quotes import APOSTROPHE, QUOTES

DASH, DATE, NUMBER, TIME, SPACES, COMMA = "dash", "date", "number", "time", "spaces", "comma"
KINDS = (QUOTES, APOSTROPHE, DASH, DATE, NUMBER, TIME, SPACES, COMMA)


@dataclass(frozen=True, slots=True)
class Fault:
    """Characters `start` to `end` of the text, which say `found`. `wanted` in its place is right.

    `wanted` is "" where it should go, and None where nobody but the writer knows, as with 11/12/2026.
    """

    start: int
    end: int
    kind: str
    found: str
    wanted: str | None


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    pattern: re.Pattern
    wanted: Callable[[re.Match], str | None]
    quoted: bool = False  # whether it holds for the words of others too


def faults(text: str, language: str) -> list[Fault]:
    """What is not written as the language writes it, in the order of the text; no two lie over each other."""
    prose = verbatim.hidden(text)
    own = _without(prose, quotes.quotations(prose, language))
    found = [Fault(at, at + 1, kind, text[at], wanted) for at, kind, wanted in quotes.wrong_marks(prose, language)]
    for rule in (*_RULES.get(language, ()), _DOUBLE_SPACE):
        found += _broken(rule, prose if rule.quoted else own, text)
    return list(_apart(sorted(found, key=lambda fault: (fault.start, -fault.end))))


def corrected(text: str, language: str) -> str:
    """The text with every fault put right whose right form is known."""
    for fault in reversed(faults(text, language)):
        if fault.wanted is not None:
            text = text[: fault.start] + fault.wanted + text[fault.end :]
    return text


def _broken(rule: _Rule, prose: str, text: str) -> Iterator[Fault]:
    for match in rule.pattern.finditer(prose):
        wanted = rule.wanted(match)
        if wanted != match.group():
            yield Fault(match.start(), match.end(), rule.kind, text[match.start() : match.end()], wanted)


def _without(prose: str, places: list[tuple[int, int]]) -> str:
    for start, end in places:
        prose = prose[: start + 1] + verbatim.HIDDEN * (end - start - 2) + prose[end - 1 :]
    return prose


def _apart(found: list[Fault]) -> Iterator[Fault]:
    end = 0
    for fault in found:
        if fault.start >= end:
            yield fault
            end = fault.end


_IS, _EN = PATTERNS["is"].months, PATTERNS["en"].months
_ICELANDIC_MONTH, _ENGLISH_MONTH = "|".join(_IS), "|".join(_EN)
_SHORT_ENGLISH_MONTH = "|".join(PATTERNS["en"].short)
_NO_NUMBER_BEFORE, _NO_NUMBER_AFTER = r"(?<![\w.,/:-])", r"(?![.,]?\d)"
_UNIT = r"(?=[ \u00a0]?(?:%|°|(?:prósent|per[ ]cent|mill?j|million|billion|tonn|lítr|litre|k[mg]\b|[cm]m\b|kr\.|m²)))"


def _icelandic_day(match: re.Match) -> str:
    """From a match with `day`, `month` and perhaps `year`."""
    year = f" {match['year']}" if match["year"] else ""
    return f"{int(match['day'])}. {_IS[_month(match['month'])]}{year}"


def _english_day(match: re.Match) -> str:
    year = f" {match['year']}" if match["year"] else ""
    return f"{int(match['day'])} {_EN[_month(match['month'])]}{year}"


def _month(name: str) -> int:
    small = name.lower()
    names = _IS if small in _IS else [month.lower()[: len(small)] for month in _EN]
    return list(names).index(small)


def _slashed_day(match: re.Match) -> str | None:
    first, second = int(match["first"]), int(match["second"])
    day, month = (second, first) if second > 12 else (first, second)
    if not 1 <= month <= 12 or day > 31 or (first != second and max(first, second) <= 12):
        return None
    return f"{day}. {_IS[month - 1]} {match['year']}"


def _icelandic_time(match: re.Match) -> str:
    """From "5:30 pm", with "kl." before it or not."""
    hour = int(match["hour"]) % 12 + 12 * (match["half"] in "pP")
    return f"kl. {hour}.{match['minute']}" if match["minute"] else f"kl. {hour}"


def _swapped(match: re.Match) -> str:
    """A number's commas as points and its points as commas."""
    return match.group().translate({ord(","): ".", ord("."): ","})


def _rule(kind: str, pattern: str, wanted, quoted: bool = False) -> _Rule:
    constant = wanted if callable(wanted) else lambda match: wanted
    return _Rule(kind, re.compile(pattern), constant, quoted)


_DOUBLE_SPACE = _rule(SPACES, r"(?<=\S) {2,}(?=\S)", " ", quoted=True)
_IN_BOTH = (
    _rule(COMMA, r"(?<=\S)[ \u00a0]+(?=[,;.!?:](?:\s|$))", "", quoted=True),
    _rule(DASH, r"(?<=[^\s\d]) --? (?=\S)|(?<=\d) --? (?=[^\s\d])", " – "),
)
_YEAR = r"(?:,? (?P<year>\d{4}))"
_RULES = {
    "is": (
        *_IN_BOTH,
        _rule(DASH, r"(?<=\w) ?— ?(?=\w)", " – "),
        _rule(
            DATE, rf"\b(?P<month>{_ENGLISH_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_YEAR}?(?!\d)", _icelandic_day
        ),
        _rule(
            DATE,
            rf"\b(?P<month>{_SHORT_ENGLISH_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_YEAR}(?!\d)",
            _icelandic_day,
        ),
        _rule(
            DATE,
            rf"{_NO_NUMBER_BEFORE}(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: of)? (?P<month>{_ENGLISH_MONTH})\b{_YEAR}?",
            _icelandic_day,
        ),
        _rule(
            DATE,
            rf"{_NO_NUMBER_BEFORE}(?P<day>\d{{1,2}})\.? (?P<month>(?i:{_ICELANDIC_MONTH}))(?P<year> \d{{4}})(?!\d)",
            lambda match: f"{match['day']}. {match['month'].lower()}{match['year']}",
        ),
        _rule(
            DATE,
            rf"{_NO_NUMBER_BEFORE}(?P<day>\d{{1,2}}) (?P<month>{_ICELANDIC_MONTH})\b",
            lambda match: f"{match['day']}. {match['month']}",
        ),
        _rule(DATE, rf"{_NO_NUMBER_BEFORE}(\d+)(?:st|nd|rd|th)\b", lambda match: f"{match[1]}."),
        _rule(
            DATE,
            r"(?<![\d/])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})(?![\d/])",
            _slashed_day,
        ),
        _rule(
            NUMBER,
            rf"{_NO_NUMBER_BEFORE}(?:\d{{1,3}}(?:,\d{{3}})+\.\d+|\d{{1,3}}(?:,\d{{3}}){{2,}}|[1-9]\d{{0,2}},\d00)"
            rf"{_NO_NUMBER_AFTER}",
            _swapped,
        ),
        _rule(NUMBER, rf"{_NO_NUMBER_BEFORE}\d+\.\d{{1,2}}{_UNIT}", _swapped),
        _rule(
            TIME,
            r"(?<![\w.,:])(?:kl\. ?)?(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[apAP])"
            r"(?:\.m\.|\.?[mM])(?!\.?\w)",
            _icelandic_time,
        ),
        _rule(TIME, r"(?<=kl\. )(\d{1,2}):(\d\d)(?!\d)", lambda match: f"{match[1]}.{match[2]}"),
    ),
    "en": (
        *_IN_BOTH,
        _rule(
            DATE, rf"{_NO_NUMBER_BEFORE}(?P<day>\d{{1,2}})\.? (?P<month>{_ICELANDIC_MONTH})\b{_YEAR}?", _english_day
        ),
        _rule(
            DATE,
            rf"{_NO_NUMBER_BEFORE}(?P<day>\d{{1,2}})\. (?P<month>{_ENGLISH_MONTH})\b{_YEAR}",
            _english_day,
        ),
        _rule(
            NUMBER,
            rf"{_NO_NUMBER_BEFORE}(?:\d{{1,3}}(?:\.\d{{3}})+,\d+|\d{{1,3}}(?:\.\d{{3}}){{2,}}){_NO_NUMBER_AFTER}",
            _swapped,
        ),
        _rule(NUMBER, rf"{_NO_NUMBER_BEFORE}\d+,\d{{1,2}}{_UNIT}", _swapped),
        _rule(
            TIME,
            r"\bkl\. ?(\d{1,2})[.:](\d\d)(?!\d)",
            lambda match: f"{int(match[1]):02}:{match[2]}",
        ),
    ),
}
