"""When database or cache cannot answer now: locked, full, lost or starting. Readers get 503 and what they typed.

A view's error comes through DatabaseAwayMiddleware; one that is raised outside of views (saving a session, drawing an
error page) reaches the handlers of config/urls.py. Nothing here may ask the database.
"""

import re
import sqlite3
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views import defaults

from config import too_much
from config.headers import Kind, kind_of

RETRY_AFTER = 5  # seconds
# The primary codes of SQLite that pass, unlike "no such table", which comes in the same class.
PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
}
OF_REDIS = {"ConnectionError", "TimeoutError", "BusyLoadingError", "ReadOnlyError"}
WRITTEN = ("text", "more")  # what a reader has composed, in forms of the thread
TRAP = "website"
# Not typed by an editor: what Django and the desk's scripts put into a form, and what may not be shown.
NOT_TYPED = re.compile(r"^_|^(csrfmiddlewaretoken|next|action)$|password|_FORMS$|-(id|position|ORDER|DELETE)$")


def is_away(error: BaseException | None) -> bool:
    """Whether this error, or one that it came from, says that the database cannot answer now."""
    while error is not None:
        if isinstance(error, (OperationalError, InterfaceError)) and _passes(error.__cause__):
            return True
        if _is_of_redis(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def page(request) -> HttpResponse:
    """503, with what was typed where something was."""
    is_desk = kind_of(request.path_info) is Kind.ADMIN
    typed = _typed(request)
    context = {"LANGUAGE": get_language(), "action": request.get_full_path(), "is_desk": is_desk}
    context |= _at_the_desk(typed) if is_desk else _of_a_reader(typed)
    return HttpResponse(
        render_to_string("503.html", context),
        status=503,
        headers={"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"},
    )


def server_error(request):
    """Django's handler500."""
    return page(request) if is_away(sys.exc_info()[1]) else defaults.server_error(request)


def bad_request(request, exception):
    """Django's handler400. A session that could not be saved is called a bad request, whatever the reason was."""
    if isinstance(exception, too_much.TOO_MUCH):
        return too_much.page(request)
    return page(request) if is_away(exception) else defaults.bad_request(request, exception)


def _is_of_redis(error: BaseException) -> bool:
    """By its name, as most sites have no Redis and need not read its library."""
    kind = type(error)
    return kind.__module__ == "redis.exceptions" and kind.__name__ in OF_REDIS


def _passes(cause) -> bool:
    # On PostgreSQL these two classes are: connection, resources, shutdown, locks. Faults of ours have others.
    return not isinstance(cause, sqlite3.Error) or getattr(cause, "sqlite_errorcode", 0) & 0xFF in PASSING


def _typed(request) -> list[tuple[str, str]]:
    if request.method != "POST":
        return []
    try:
        return [(name, value) for name, values in request.POST.lists() for value in values]
    except Exception:  # Whatever is wrong with the form, this page is shown.
        return []


def _of_a_reader(typed) -> dict:
    fields = [(name, value) for name, value in typed if name != TRAP]
    return {
        "written": [(name, value) for name, value in fields if name in WRITTEN],
        "hidden": [(name, value) for name, value in fields if name not in WRITTEN],
    }


def _at_the_desk(typed) -> dict:
    return {"written": [(name, value) for name, value in typed if value.strip() and not NOT_TYPED.search(name)]}
