"""How often something may be done from one network, counted in the database and so for all processes together."""

from datetime import datetime, timedelta
from math import ceil

from django.db.models import F
from django.utils import timezone

from comments.models import Allowance

TEN_MINUTES = 600


def spend(action: str, network: str, most: int, seconds: int = TEN_MINUTES) -> int:
    """Count one use of `action` from `network`, where there is one left in this stretch of `seconds`.

    Returns 0 if it is allowed, else the seconds until it is again. Stretches are whole: they begin at the same moment
    for everybody. Call it outside of a transaction that may be rolled back: the use would not count.
    """
    now = timezone.now()
    key, ends_at = _stretch(action, network, seconds, now)
    if _take(key, ends_at, most):
        return 0
    return max(1, ceil((ends_at - now) / timedelta(seconds=1)))


def is_spent(action: str, network: str, most: int, seconds: int = TEN_MINUTES) -> bool:
    """Whether nothing is left in this stretch. Counts nothing."""
    key, _ends_at = _stretch(action, network, seconds, timezone.now())
    return Allowance.objects.filter(key=key, used__gte=most).exists()


def _stretch(action: str, network: str, seconds: int, now: datetime) -> tuple[str, datetime]:
    number = int(now.timestamp()) // seconds
    return f"{action}:{network}:{number}", datetime.fromtimestamp((number + 1) * seconds, tz=now.tzinfo)


def _take(key: str, ends_at: datetime, most: int) -> bool:
    rows = Allowance.objects.filter(key=key)
    used = rows.values_list("used", flat=True).first()
    # Once it is used up nothing is written any more: an attack shall not queue for the one writer of SQLite.
    if (used or 0) >= most:
        return False
    if used is None:
        Allowance.objects.bulk_create([Allowance(key=key, ends_at=ends_at)], ignore_conflicts=True)
    return bool(rows.filter(used__lt=most).update(used=F("used") + 1))
