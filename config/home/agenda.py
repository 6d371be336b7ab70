"""What happens by itself this week: first publications, changes that wait, and what goes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from articles import desk_counts
from config.home.of_articles import names

DAYS, MOST = 7, 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One moment of one article; in all its languages at once where they go together."""

    at: datetime
    names: tuple[str, ...]
    address: str
    kind: str
    languages: tuple[str, ...]
    is_overdue: bool = False

    @property
    def day(self) -> str:
        """ "today", "tomorrow", "Wed 25 Nov"."""
        day = timezone.localdate(self.at)
        days = (day - timezone.localdate()).days
        near = {-1: _("Yesterday"), 0: _("Today"), 1: _("Tomorrow")}
        if days in near:
            return near[days]
        said = formats.date_format(day, "SHORT_DATE_FORMAT").removesuffix(f" {day.year}")
        return _("%(weekday)s %(day)s") % {"weekday": formats.date_format(day, "D"), "day": said}

    @property
    def clock(self) -> str:
        return _("at %(time)s") % {"time": formats.time_format(timezone.localtime(self.at), "TIME_FORMAT")}

    @property
    def words(self) -> str:
        """What happens, beside the languages."""
        if self.is_overdue:
            return _("changes were not published")
        return {"first": _("first publication"), "change": _("changes"), "expiry": _("goes out of publication")}[
            self.kind
        ]

    @property
    def language(self) -> str:
        """The code of the only one."""
        return self.languages[0] if len(self.languages) == 1 else ""

    @property
    def spoken(self) -> str:
        names = dict(settings.LANGUAGES)
        if self.language:
            return names[self.language]
        return _("both editions") if len(self.languages) == 2 else _("all editions")


def agenda(request, now: datetime) -> tuple[Entry, ...]:
    """The soonest of the next seven days, and before them what should have happened."""
    found: dict[tuple, list] = {}
    for at, kind, edition in desk_counts.coming(request.user, now, now + timedelta(days=DAYS), 2 * MOST):
        found.setdefault((at, kind, edition.article_id), []).append(edition)
    return tuple(_entry(at, kind, editions, now) for (at, kind, _article), editions in found.items())[:MOST]


def _entry(at, kind, editions, now) -> Entry:
    article = editions[0].article
    order = [code for code, _name in settings.LANGUAGES]
    languages = sorted((edition.language for edition in editions), key=order.index)
    address = reverse("admin:articles_article_change", args=[article.pk])
    return Entry(at, names(article), address, kind, tuple(languages), kind == "change" and at <= now)
