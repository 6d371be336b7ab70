"""What must hold before readers are sent to this process.

Parts add what they need: `readiness.register("The page store", check)`, where `check` returns a sentence about what is
wrong, or nothing. What is said is read by machines and strangers: it names no place and no secret.
"""

import logging
import time
from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from articles.pages import place

log = logging.getLogger("munur.readiness")
LONG = 30  # seconds in which a page store should have been followed

Check = Callable[[], str | None]
_checks: dict[str, Check] = {}


def register(name: str, check: Check) -> None:
    """Ask this too. `name` begins a sentence; one that is known already is replaced."""
    _checks[name] = check


def faults() -> list[str]:
    """A sentence for each thing that is wrong now."""
    return [sentence for name, check in _checks.items() if (sentence := _asked(name, check))]


def database() -> str | None:
    """It answers and has every table that this code wants. It may have newer ones: code is replaced later."""
    try:
        waiting = migrations() - MigrationRecorder(connection).applied_migrations().keys()
    except DatabaseError:
        return "The database does not answer."
    return f"{len(waiting)} migrations wait." if waiting else None


def page_store() -> str | None:
    """Its folder can be written, and what was changed elsewhere is followed: else readers would get old pages."""
    if settings.PAGES_ROOT is None:
        return None
    store = place.store()
    if store is None:
        return "The page store cannot be written."
    followed = store.index.mark("followed")
    if followed is None or time.time() - followed > LONG:
        return "The page store is not followed."
    return None


@lru_cache(1)  # the files of a running process do not change
def migrations() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).graph.nodes)


def _asked(name: str, check: Check) -> str | None:
    try:
        return check()
    except Exception as error:
        log.error("%s could not be examined: %s.", name, type(error).__name__)
        return f"{name} could not be examined."
