"""Days and times as each language writes them, for what is no template: mails, exports, checks.

The patterns are in the letters of Django's formats, and `config.formats` takes them from here: there is no other
place that says how a date is written. A language without rules gets ISO's own form.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Patterns:
    """How days and times are put together. `months` are as they stand in a date, `short` shortened."""

    months: tuple[str, ...]
    short: tuple[str, ...]
    day: str
    short_day: str
    clock: str
    at: str  # between a day and a time

    @property
    def moment(self) -> str:
        return f"{self.day} {self.at} {self.clock}"

    @property
    def short_moment(self) -> str:
        return f"{self.short_day} {self.at} {self.clock}"


PATTERNS = {
    "is": Patterns(
        months=tuple("janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember".split()),
        short=tuple("jan. feb. mars apríl maí júní júlí ág. sept. okt. nóv. des.".split()),
        day="j. F Y",
        short_day="j. N Y",
        clock="G.i",
        at=r"\k\l.",
    ),
    "en": Patterns(
        months=tuple("January February March April May June July August September October November December".split()),
        short=tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
        day="j F Y",
        short_day="j M Y",
        clock="H:i",
        at=r"\a\t",
    ),
}

_PIECE = re.compile(r"\\(.)|([A-Za-z])")


def long_day(day: date, language: str = "is") -> str:
    """ "23. nóvember 2026", in English "23 November 2026"; a moment counts as the day that it tells itself."""
    return _written(day, PATTERNS[language].day, language) if language in PATTERNS else f"{day:%Y-%m-%d}"


def short_day(day: date, language: str = "is") -> str:
    """ "23. nóv. 2026", in English "23 Nov 2026"."""
    return _written(day, PATTERNS[language].short_day, language) if language in PATTERNS else f"{day:%Y-%m-%d}"


def clock(at: time | datetime, language: str = "is") -> str:
    """ "15.05", in English "15:05"."""
    return _written(at, PATTERNS[language].clock, language) if language in PATTERNS else f"{at:%H:%M}"


def at_clock(at: time | datetime, language: str = "is") -> str:
    """As it stands in a sentence: "kl. 15.05", in English "at 15:05"."""
    pattern = PATTERNS[language].at + " " if language in PATTERNS else ""
    return _written(at, pattern, language) + clock(at, language)


def long_moment(at: datetime, language: str = "is") -> str:
    """ "23. nóvember 2026 kl. 15.05", in the zone that the moment is told in."""
    return f"{long_day(at, language)} {at_clock(at, language)}"


def short_moment(at: datetime, language: str = "is") -> str:
    """ "23. nóv. 2026 kl. 15.05", in the zone that the moment is told in."""
    return f"{short_day(at, language)} {at_clock(at, language)}"


def _written(when: date | time, pattern: str, language: str) -> str:
    return _PIECE.sub(lambda piece: piece[1] or _said(when, piece[2], PATTERNS[language]), pattern)


def _said(when: date | time, letter: str, patterns: Patterns) -> str:
    """What one of the letters of Django's formats stands for; those alone that the patterns use."""
    if letter in "FNM":
        return (patterns.months if letter == "F" else patterns.short)[when.month - 1]
    if letter == "Y":
        return f"{when.year:04}"
    return {"j": "{0.day}", "G": "{0.hour}", "H": "{0.hour:02}", "i": "{0.minute:02}"}[letter].format(when)
