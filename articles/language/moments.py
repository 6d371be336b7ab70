"""How long ago or how far ahead something is, in words: "fyrir 3 vikum", "í gær", "eftir 2 daga", "3 weeks ago".

Only for what is drawn anew each time: on a stored page it would soon be untrue. A language without rules is as
English.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from articles.language.numbers import number, plural

_MINUTE, _HOUR, _HALF_A_DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(hours=12)
_DAYS_OF_A_WEEK, _MONTHS_OF_A_YEAR = 7, 12

Forms = tuple[str, str]  # of one, of many


@dataclass(frozen=True, slots=True)
class Words:
    """A language's sentences, and its units in the case that "ago" and "in" want, by name."""

    now: str
    soon: str
    yesterday: str
    tomorrow: str
    ago: str
    ahead: str
    past: dict[str, Forms]
    future: dict[str, Forms]


_ENGLISH_UNITS = {unit: (unit, f"{unit}s") for unit in ("minute", "hour", "day", "week", "month", "year")}
_WORDS = {
    "is": Words(
        now="rétt í þessu",
        soon="eftir augnablik",
        yesterday="í gær",
        tomorrow="á morgun",
        ago="fyrir {count} {unit}",
        ahead="eftir {count} {unit}",
        past={  # „fyrir“ takes the dative of what is over
            "minute": ("mínútu", "mínútum"),
            "hour": ("klukkustund", "klukkustundum"),
            "day": ("degi", "dögum"),
            "week": ("viku", "vikum"),
            "month": ("mánuði", "mánuðum"),
            "year": ("ári", "árum"),
        },
        future={  # „eftir“ takes the accusative of time
            "minute": ("mínútu", "mínútur"),
            "hour": ("klukkustund", "klukkustundir"),
            "day": ("dag", "daga"),
            "week": ("viku", "vikur"),
            "month": ("mánuð", "mánuði"),
            "year": ("ár", "ár"),
        },
    ),
    "en": Words(
        now="just now",
        soon="in a moment",
        yesterday="yesterday",
        tomorrow="tomorrow",
        ago="{count} {unit} ago",
        ahead="in {count} {unit}",
        past=_ENGLISH_UNITS,
        future=_ENGLISH_UNITS,
    ),
}


def ago(then: datetime, now: datetime, language: str = "is") -> str:
    """Where `then` lies, seen from `now`: "fyrir 21 mínútu", "í gær", "eftir 2 daga".

    Half a day is told in minutes and hours, after that days are those of the calendar in the zone that `now` is told
    in. Both are aware or both naive. Counted are whole units that have passed: 13 days are one week.
    """
    if now.tzinfo:
        then = then.astimezone(now.tzinfo)
    words = _WORDS.get(language, _WORDS["en"])
    passed = abs(_clockless(now) - _clockless(then))
    past = then <= now
    if passed < _MINUTE:
        return words.now if past else words.soon
    days = abs((now.date() - then.date()).days)
    if days == 1 and passed >= _HALF_A_DAY:
        return words.yesterday if past else words.tomorrow
    count, unit = _counted(passed, days, *sorted((then, now)))
    form = (words.past if past else words.future)[unit][plural(count, language)]
    return (words.ago if past else words.ahead).format(count=number(count, language), unit=form)


def _clockless(moment: datetime) -> datetime:
    """In UTC: two moments of one zone would be subtracted by its clocks, which are changed twice a year."""
    return moment.astimezone(UTC) if moment.tzinfo else moment


def _counted(passed: timedelta, days: int, earlier: datetime, later: datetime) -> tuple[int, str]:
    """How many of which unit: the largest of which there is a whole one."""
    if passed < _HOUR:
        return passed // _MINUTE, "minute"
    if days < 2:
        return passed // _HOUR, "hour"
    months = _whole_months(earlier, later)
    if months >= _MONTHS_OF_A_YEAR:
        return months // _MONTHS_OF_A_YEAR, "year"
    if months:
        return months, "month"
    return (days // _DAYS_OF_A_WEEK, "week") if days >= _DAYS_OF_A_WEEK else (days, "day")


def _whole_months(earlier: datetime, later: datetime) -> int:
    months = (later.year - earlier.year) * _MONTHS_OF_A_YEAR + later.month - earlier.month
    return months - (later.day < earlier.day)
