"""What readers are told of changes: the substantive publications of an edition, with their notes as they were written.

Minor ones are for the desk alone, and so are those whose time has not come.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import JSONField, OuterRef, Subquery
from django.utils import timezone

from articles.models import Edition, Publication

MOST_ON_THE_ARTICLE = 10
MOST = 500


@dataclass(frozen=True, slots=True)
class Told:
    """One change, or the first publication."""

    at: datetime
    note: str
    is_first: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """Newest first."""

    told: tuple[Told, ...] = ()
    has_more: bool = False

    def __bool__(self) -> bool:
        return bool(self.told)


class _Pairs(Subquery):
    """Both columns of the rows, as one JSON list."""

    output_field = JSONField()
    template = "(SELECT json_group_array(json_array(pair.at, pair.note)) FROM (%(subquery)s) AS pair)"

    def as_postgresql(self, compiler, connection, **context):
        template = "(SELECT jsonb_agg(jsonb_build_array(pair.at, pair.note)) FROM (%(subquery)s) AS pair)"
        return self.as_sql(compiler, connection, template=template, **context)


def column(now: datetime | None = None) -> _Pairs:
    """For `annotate(told=…)` of editions: what `latest` then needs no query for."""
    return _Pairs(_newest(Publication.objects.filter(edition=OuterRef("pk")), now)[: MOST_ON_THE_ARTICLE + 1])


def latest(edition: Edition) -> Changes:
    """What stands on the article's own page."""
    if hasattr(edition, "told"):
        found = ((_moment(at), note) for at, note in edition.told or ())
        return _changes(edition, found, MOST_ON_THE_ARTICLE)
    return changes(edition, MOST_ON_THE_ARTICLE)


def changes(edition: Edition, most: int = MOST, now: datetime | None = None) -> Changes:
    """One query."""
    return _changes(edition, _newest(edition.publications, now)[: most + 1], most)


def _newest(publications, now: datetime | None):
    known = publications.filter(substantive=True, at__lte=now or timezone.now())
    return known.order_by("-at", "-pk").values_list("at", "note")


def _changes(edition, found: Iterable[tuple[datetime, str]], most: int) -> Changes:
    told = tuple(Told(at, note, at <= edition.published_at) for at, note in found)
    return Changes(told[:most], len(told) > most)


def _moment(text: str) -> datetime:
    """As the databases write a time into JSON: SQLite in UTC without saying so."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
