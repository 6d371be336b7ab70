"""When a thread closes. Pure: the page, a form that is sent and the worker ask here, and so agree."""

from datetime import datetime, timedelta

# The values of Discussion.Mode, which this module may not know.
RULES, CLOSED = "rules", "closed"


def closes_at(
    mode: str, own_days: int | None, rules_days: int | None, first_published: datetime | None
) -> datetime | None:
    """The moment, past or to come, at which the rules close the thread. None: they never do.

    Of the days the article's own go first. An editor's word ("open", "closed") has no moment.
    """
    days = own_days or rules_days
    if mode != RULES or days is None or first_published is None:
        return None
    return first_published + timedelta(days=days)


def is_closed(
    mode: str, own_days: int | None, rules_days: int | None, first_published: datetime | None, now: datetime
) -> bool:
    """Whether nobody may write in the thread at `now`."""
    moment = closes_at(mode, own_days, rules_days, first_published)
    return mode == CLOSED or (moment is not None and moment <= now)
