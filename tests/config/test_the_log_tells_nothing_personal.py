"""Whatever a line is about, it holds no address, nothing that was typed and no link that is a secret."""

import json
import logging
import sys

import pytest
from django.db import IntegrityError, OperationalError
from django.test import RequestFactory
from django.urls import resolve

from config import logs

FORMATTERS = [logs.Text(), logs.Json()]
SECRETS = ("leyndo", "203.0.113.7", "lesandi@example.is", "Jón")


def line(formatter, message, *args, error=None, **extra) -> str:
    """What is written of a record."""
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.getLogger("a.part").makeRecord("a.part", logging.ERROR, "x.py", 1, message, args, info)
    vars(record).update(extra)
    assert logs.Careful().filter(record)
    return formatter.format(record)


def request(address="/forskodun/hlekkur/leyndo/?nafn=Jón", **headers):
    asked = RequestFactory().get(address, REMOTE_ADDR="203.0.113.7", **headers)
    asked.resolver_match = resolve("/healthz")
    return asked


def raised(error):
    try:
        try:
            raise ValueError("lesandi@example.is")
        except ValueError:
            raise error  # noqa: B904 — so that one comes from the other
    except type(error):
        return sys.exc_info()[1]


@pytest.mark.parametrize("formatter", FORMATTERS)
def test_a_request_is_told_by_its_view(formatter):
    told = line(formatter, "%s: %s", "Not Found", "/forskodun/hlekkur/leyndo/", request=request(), status_code=404)

    assert "Not Found: GET healthz" in told
    assert not any(secret in told for secret in SECRETS)


@pytest.mark.parametrize("formatter", FORMATTERS)
def test_why_a_form_was_refused_does_not_name_where_the_reader_came_from(formatter):
    reason = "Referer checking failed - https://example.is/?q=leyndo does not match any trusted origins."

    told = line(formatter, "Forbidden (%s): %s", reason, "/leyndo/", request=request(), status_code=403)

    assert "Forbidden: GET healthz" in told
    assert not any(secret in told for secret in SECRETS)


@pytest.mark.parametrize("formatter", FORMATTERS)
def test_an_error_is_told_by_its_kind_and_its_places(formatter):
    error = raised(IntegrityError("Key (email)=(lesandi@example.is) already exists."))

    told = line(formatter, "%s: %s", "Internal Server Error", "/leyndo/", error=error, request=request())

    assert "IntegrityError" in told
    assert "ValueError" in told  # where it came from
    assert "test_the_log_tells_nothing_personal.py" in told
    assert not any(secret in told for secret in SECRETS)


@pytest.mark.parametrize("formatter", FORMATTERS)
def test_a_database_that_is_away_says_why(formatter):
    told = line(formatter, "It failed.", error=raised(OperationalError("database is locked")))

    assert "database is locked" in told


def test_a_line_of_json_is_one_line_with_its_id():
    with logs.named("abcdefgh"):
        told = line(logs.Json(), "Tvær\nlínur: %d", 7)

    assert "\n" not in told
    read = json.loads(told)
    assert read.pop("time").endswith("+00:00")
    assert read == {"level": "error", "logger": "a.part", "message": "Tvær\nlínur: 7", "id": "abcdefgh"}


def test_an_error_that_came_from_itself_is_told_once():
    error = ValueError()
    error.__context__ = other = KeyError()
    other.__context__ = error

    assert logs.told(error) == ["builtins.ValueError", "builtins.KeyError"]


def test_in_development_the_words_of_django_stay():
    assert logs.configuration("text", debug=True)["handlers"]["console"]["filters"] == []
    assert logs.configuration("text", debug=False)["handlers"]["console"]["filters"] == ["careful"]
