"""`Edition.objects.live` as SQL for some editions: kept, since to put it together takes longer than to run it."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.models import Edition

EDITIONS = Edition._meta.db_table
_A_MOMENT = datetime(2000, 1, 1, 1, 1, 1, 1, tzinfo=UTC)

Choice = Callable[[QuerySet], QuerySet]  # which columns


def live(language: str, chosen: Choice, among: str, params: list) -> tuple[str, list]:
    """SQL for what is `chosen` of those that are live and whose number is `among` those that its parameters name.

    `among` is what follows the column: "= 7", or "= %s" with a parameter.
    """
    sql, asked = _live(language, tuple(settings.PUBLIC_LANGUAGES), connection.vendor, chosen, among, len(params))
    moment, now = map(connection.ops.adapt_datetimefield_value, (_A_MOMENT, timezone.now()))
    put = {moment: now, **{_place(number): param for number, param in enumerate(params)}}
    return sql, [put.get(one, one) for one in asked]


@lru_cache(100)
def _live(language: str, _public: tuple, vendor: str, chosen: Choice, among: str, count: int) -> tuple[str, tuple]:
    """With a moment in the place of the time of asking, and names in the places of the parameters.

    SQLite may not go by an index other than the number: it takes languages and states for rare, and would read every
    edition of the language.
    """
    these = RawSQL(f"{EDITIONS}.id {among}", [_place(number) for number in range(count)], BooleanField())
    try:
        editions = Edition.objects.live(language, now=_A_MOMENT).filter(these)
        sql, params = chosen(editions).query.sql_with_params()
    except EmptyResultSet:  # the language is not public
        sql, params = chosen(Edition.objects.extra(where=["1 = 0"])).query.sql_with_params()
    if vendor == "sqlite":
        sql = sql.replace(f'FROM "{EDITIONS}"', f'FROM "{EDITIONS}" NOT INDEXED', 1)
    return sql, params


def _place(number: int) -> str:
    return f"parameter {number}"
