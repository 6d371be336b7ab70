"""Browsers in which somebody has signed in before, or to which a mailed link led: strangers cannot lock them out.

A signed cookie of the desk says so. It opens nothing: it only gives a count of wrong passwords of its own.
"""

from django.conf import settings
from django.core import signing
from django.utils.crypto import get_random_string

COOKIE = "desk_known"
SALT = "config.known_browsers"
KEPT = 180 * 24 * 60 * 60  # seconds
MOST = 5  # people who share a browser


def browser_of(request, name: str) -> str:
    """What this browser is called where the person is known in it, else ""."""
    return _known(request).get(name, "")


def remember(request, response, name: str) -> None:
    """From now on the person with this (hashed) name is known in this browser."""
    known = _known(request)
    browser = known.pop(name, "") or get_random_string(22)
    newest = dict([*known.items(), (name, browser)][-MOST:])
    response.set_cookie(
        COOKIE,
        signing.dumps(newest, salt=SALT),
        max_age=KEPT,
        path="/admin/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _known(request) -> dict[str, str]:
    try:
        return signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KEPT)
    except signing.BadSignature:
        return {}
