"""Figures for Prometheus. Nothing is counted, and the library is not even imported, unless METRICS_ADDRESS is set.

Web processes and worker write theirs to files in METRICS_FOLDER (the library's multiprocess mode), and one process of
its own, `manage.py metrics`, reads all of them at METRICS_ADDRESS. So a host has one address to ask however many
processes serve it, what was counted stays when a process ends, and no reader can reach the figures by the site.
"""

import os
import socket
import time
from functools import lru_cache

from django.conf import settings

from articles.pages.front import OUTCOMES

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
HOST = socket.gethostname().replace("_", "-")  # a part of file names that the library divides at "_"


def is_on() -> bool:
    return bool(settings.METRICS_ADDRESS)


def answered(view: str, method: str, status: int, seconds: float) -> None:
    """A request was answered by Django."""
    if is_on():
        _instruments().requests.labels(view, method, str(status)).inc()
        _instruments().duration.labels(view).observe(seconds)


def asked_store(outcome: str) -> None:
    """The layer in front of Django was asked for a page; see OUTCOMES in articles/pages/front.py."""
    if is_on():
        _instruments().store[outcome].inc()


def worker_turned(job: str, went_well: bool) -> None:
    """The worker has done one of its jobs, or tried to."""
    if is_on():
        _instruments().turn.set(time.time())
        _instruments().jobs.labels(job, "done" if went_well else "failed").inc()


def name_of_process() -> str:
    """Containers count their processes each from 1, and may share the folder."""
    return f"{HOST}.{os.getpid()}"


def prepare() -> None:
    """Say where the files are, before the library is imported: it looks only then."""
    os.makedirs(settings.METRICS_FOLDER, exist_ok=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(settings.METRICS_FOLDER)


class _Instruments:
    def __init__(self):
        prepare()
        from prometheus_client import Counter, Gauge, Histogram, values

        values.ValueClass = values.MultiProcessValue(process_identifier=name_of_process)
        self.requests = Counter(
            "munur_requests", "Requests that Django answered.", ["view", "method", "status"], registry=None
        )
        self.duration = Histogram(
            "munur_request_seconds", "How long Django took.", ["view"], buckets=BUCKETS, registry=None
        )
        pages = Counter("munur_page_store", "How finished pages were answered.", ["outcome"], registry=None)
        self.store = {outcome: pages.labels(outcome) for outcome in OUTCOMES}
        self.jobs = Counter("munur_worker_jobs", "Jobs of the worker.", ["job", "outcome"], registry=None)
        self.turn = Gauge(
            "munur_worker_turn_timestamp_seconds",
            "When the worker last did something.",
            multiprocess_mode="max",
            registry=None,
        )


@lru_cache(1)
def _instruments() -> _Instruments:
    return _Instruments()
