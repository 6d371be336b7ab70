"""What the log says, and what it never says: nobody's address, nothing that somebody typed, no link that is a secret.

A line about a request names its view and not its address, which may hold a token. An error is told by its kind and the
lines of code that it came through: the text of an error often repeats data. All lines of one request, and all of one
turn of the worker, carry the same id.
"""

import contextlib
import json
import logging
import re
import secrets
import traceback
from collections.abc import Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from http import HTTPStatus

from django.db import InterfaceError, OperationalError

FORMATS = ("text", "json")
# What a proxy may call a request. Anything else could be meant to write lines of its own.
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}")
FIELDS = ("view", "method", "status", "milliseconds")  # of a line about a request
# These say where a database or cache is not reached, and nothing of what is in it.
TELLING = (OperationalError, InterfaceError)

_current: ContextVar[str] = ContextVar("id", default="")


def new_id() -> str:
    return secrets.token_hex(8)


@contextlib.contextmanager
def named(name: str) -> Iterator[str]:
    """Everything that is logged inside carries this id."""
    token = _current.set(name)
    try:
        yield name
    finally:
        _current.reset(token)


class Careful(logging.Filter):
    """Gives a record its id, and takes from Django's own words about a request what is personal."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        # Django writes of a request also when all middleware has ended.
        record.id = _current.get() or getattr(request, "id", "")
        if request is not None and hasattr(request, "method"):
            record.status = status = getattr(record, "status_code", None) or ""
            record.method, record.view = request.method, view_of(request)
            record.msg, record.args = f"{phrase(status)}: {record.method} {record.view}", ()
        return True


class Text(logging.Formatter):
    """A line for people, with the lines of code where it tells of an error."""

    def __init__(self):
        super().__init__("{asctime} {levelname} {name}{id_}: {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        record.id_ = f" {record.id}" if getattr(record, "id", "") else ""
        return super().format(record)

    def formatException(self, info) -> str:
        return "\n".join(told(info[1]))


class Json(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if getattr(record, "id", ""):
            line["id"] = record.id
        line |= {name: vars(record)[name] for name in FIELDS if name in vars(record)}
        if record.exc_info and record.exc_info[1]:
            line["error"] = told(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def told(error: BaseException) -> list[str]:
    """An error and those that it came from, without their texts: places in the code, the deepest last."""
    lines, seen = [], set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        said = f": {' '.join(str(error).split())[:200]}" if isinstance(error, TELLING) else ""
        lines.append(f"{type(error).__module__}.{type(error).__qualname__}{said}")
        frames = traceback.extract_tb(error.__traceback__)
        lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        error = error.__cause__ or error.__context__
    return lines


def view_of(request) -> str:
    """The name of the view that answers, which unlike the address is nobody's secret."""
    match = getattr(request, "resolver_match", None)
    return (match.view_name if match else "") or "none"


def phrase(status) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Request"


def configuration(form: str, debug: bool) -> dict:
    """For settings.LOGGING. In development Django's own words are left as they are."""
    formatter = {"()": f"config.logs.{form.capitalize()}"}
    if debug and form == "text":
        formatter = {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    handler = {"class": "logging.StreamHandler", "formatter": "line", "filters": [] if debug else ["careful"]}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "filters": {"careful": {"()": "config.logs.Careful"}},
        "handlers": {"console": handler},
        "root": {"handlers": ["console"], "level": "INFO"},
        "loggers": {
            # Django writes to the console in development only; an operator wants to read the errors of the real site.
            "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
            # A line for each request, where a machine reads them.
            "munur.requests": {"level": "INFO" if form == "json" else "WARNING"},
        },
    }
