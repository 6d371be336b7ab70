"""The answer that Prometheus reads: what all processes counted, and what stands in the database just now."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from comments.models import Letter
from config import metrics

A_DAY = 24 * 60 * 60


def registry():
    """Everything that is to be told at this moment."""
    metrics.prepare()
    from prometheus_client import CollectorRegistry
    from prometheus_client.multiprocess import MultiProcessCollector

    everything = CollectorRegistry()
    MultiProcessCollector(everything, path=str(settings.METRICS_FOLDER))
    everything.register(_Now())
    return everything


class _Now:
    def collect(self) -> Iterator:
        from prometheus_client.core import GaugeMetricFamily

        if (age := _age_of_last_turn()) is not None:
            yield GaugeMetricFamily("munur_worker_turn_age_seconds", "Since the worker last did something.", value=age)
        yield GaugeMetricFamily("munur_database_up", "Whether the database answers.", value=int(_database_answers()))
        letters = GaugeMetricFamily("munur_outbox_letters", "Mails that are not sent yet.", labels=["state"])
        for state, count in _letters().items():
            letters.add_metric([state], count)
        yield letters
        connection.close()  # each question is answered in a thread of its own


def _age_of_last_turn() -> float | None:
    """Nothing where no worker has run on this host."""
    from prometheus_client.multiprocess import MultiProcessCollector

    for family in MultiProcessCollector(None, path=str(settings.METRICS_FOLDER)).collect():
        if family.name == "munur_worker_turn_timestamp_seconds":
            return max(0.0, time.time() - max(sample.value for sample in family.samples))
    return None


def _letters() -> dict[str, int]:
    try:
        waiting = Letter.objects.filter(sent_at=None)
        return {
            "waiting": waiting.filter(next_try_at__isnull=False).count(),
            "failing": waiting.filter(tries__gt=0, next_try_at__isnull=False).count(),
            "given_up": waiting.filter(next_try_at=None).count(),
        }
    except DatabaseError:
        return {}


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        connection.close()
        return False
    return True


def forget_the_dead(folder: Path, now: float | None = None) -> int:
    """Remove the files of processes that are gone, before anything is told: later it would look like a step back."""
    now = now or time.time()
    gone = [file for file in folder.glob("*.db") if _is_gone(file, now)]
    for file in gone:
        with suppress(FileNotFoundError):
            file.unlink()
    return len(gone)


def _is_gone(file: Path, now: float) -> bool:
    host, _dot, number = file.stem.rpartition("_")[2].rpartition(".")
    if host == metrics.HOST:
        return not _runs(number)
    # Of another container, into which we cannot look.
    with suppress(FileNotFoundError):
        return file.stat().st_mtime < now - A_DAY
    return False


def _runs(number: str) -> bool:
    try:
        os.kill(int(number), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True
