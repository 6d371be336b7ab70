"""The pictures beside the list: a dozen weeks of articles and comments, and how far each language has come.

Drawn here, in numbers that a template puts into SVG: the desk's policy lets in neither inline styles nor scripts.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles import desk_counts, roles
from articles.language.numbers import number as in_words
from comments import desk_counts as comment_counts

WEEKS = 12
WIDTH, HEIGHT, TOP, FLOOR = 344, 76, 20, 62  # of a chart; bars stand on the floor
GAP = 6


@dataclass(frozen=True, slots=True)
class Week:
    """One week of a chart: its number and where it stands."""

    monday: date
    count: int
    x: float
    y: float
    width: float
    height: float
    is_now: bool

    @property
    def name(self) -> str:
        return _("week %(week)s") % {"week": self.monday.isocalendar().week}

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def above(self) -> float:
        return self.y - 6


@dataclass(frozen=True, slots=True)
class Chart:
    name: str
    title: str
    weeks: tuple[Week, ...]
    is_line: bool = False

    @property
    def average(self) -> str:
        """Of the weeks that are over."""
        mean = sum(week.count for week in self.weeks[:-1]) / (len(self.weeks) - 1)
        rounded = round(mean, 1) if mean < 10 else round(mean)
        return _("average %(mean)s") % {"mean": in_words(rounded, get_language() or "")}

    @property
    def points(self) -> str:
        return " ".join(f"{week.middle},{week.y}" for week in self.weeks)

    @property
    def now(self) -> Week:
        return self.weeks[-1]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a meter, in hundredths of its width."""

    name: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Meter:
    language: str
    name: str
    said: str
    parts: tuple[Part, ...]


def charts(request, now: datetime) -> tuple[Chart, ...]:
    """Those that the person may see."""
    mondays = weeks_until(timezone.localdate(now))
    since = timezone.make_aware(datetime.combine(mondays[0], time.min))
    found = []
    if sees_articles(request.user):
        counts = desk_counts.published_by_week(since, now)
        found.append(Chart("articles", _("Published articles a week"), drawn(mondays, counts)))
    if request.user.has_perm("comments.view_comment"):
        counts = comment_counts.by_week(since)
        found.append(Chart("comments", _("Comments a week"), drawn(mondays, counts), is_line=True))
    return tuple(found)


def meters(request, now: datetime) -> tuple[Meter, ...]:
    if not sees_articles(request.user):
        return ()
    names = dict(settings.LANGUAGES)
    return tuple(
        Meter(row.language, names[row.language], _told(row), _parts(row))
        for row in desk_counts.coverage(now)
        if row.total
    )


def sees_articles(user) -> bool:
    """The whole site's figures are for those who see the whole site."""
    return roles.may(user, "see") and not roles.only_own(user)


def weeks_until(day: date) -> list[date]:
    """The Mondays of the last weeks, this one last."""
    monday = day - timedelta(days=day.weekday())
    return [monday - timedelta(weeks=back) for back in reversed(range(WEEKS))]


def drawn(mondays: list[date], counts: dict[date, int]) -> tuple[Week, ...]:
    """Each week with its place. The highest reaches the top."""
    most = max([1, *(counts.get(monday, 0) for monday in mondays)])
    step = WIDTH / len(mondays)
    return tuple(
        _week(monday, counts.get(monday, 0), most, place * step, step - GAP, monday == mondays[-1])
        for place, monday in enumerate(mondays)
    )


def _week(monday, count, most, x, width, is_now) -> Week:
    height = round((FLOOR - TOP) * count / most, 1)
    return Week(monday, count, round(x + GAP / 2, 1), round(FLOOR - height, 1), round(width, 1), height, is_now)


def _told(row) -> str:
    """All of the meter's numbers in words: what is none is not told of."""
    said = _("%(count)s of %(total)s published") % {"count": row.published, "total": row.total}
    others = (
        (row.stale, ngettext("%(count)s stale", "%(count)s stale", row.stale)),
        (row.draft, ngettext("%(count)s draft", "%(count)s drafts", row.draft)),
        (row.missing, ngettext("%(count)s missing", "%(count)s missing", row.missing)),
    )
    return ", ".join([said, *(words % {"count": count} for count, words in others if count)])


def _parts(row) -> tuple[Part, ...]:
    parts, start = [], 0.0
    for name, count in (("ok", row.ok), ("stale", row.stale), ("draft", row.draft)):
        width = count * 100 / row.total
        if count:
            parts.append(Part(name, round(start, 2), round(width, 2)))
        start += width
    return tuple(parts)
