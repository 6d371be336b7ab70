"""Each number once a request: the home page and the menu ask for the same ones."""

from collections.abc import Callable

from django.db.models import QuerySet

from config.home.blocks import MOST


def count(request, of: Callable[..., QuerySet]) -> int:
    """How many there are of these for the person, but not more than `MOST`."""
    known = request.__dict__.setdefault("_waiting", {})
    if of not in known:
        known[of] = of(request.user).order_by()[:MOST].count()
    return known[of]
