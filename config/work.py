"""The worker: sends what lies in the outbox, and does what is due by the clock. It may be killed at any moment.

Each piece of work looks for itself what is to be done and claims it in the database, so that two workers do no harm
and nothing is lost with one that dies. No error ends the worker: a database that is away comes back.
"""

import logging
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import InterfaceError, OperationalError, close_old_connections, connections

from articles import pictures, scheduling, unsaved
from articles.admin import presence
from articles.pages import finishing
from articles.pages.store import UNWRITABLE
from articles.search import stale
from comments import digest, outbox, purging, settling
from config import away, logs, metrics

log = logging.getLogger("munur.work")

A_SECOND, SOON, A_MINUTE = 1, 20, 60  # who gave a text a time is promised a minute
LONGEST_PAUSE = 30  # seconds after a failure
LONGEST_AWAY = 2  # seconds, where the database is away or a disk is full: it may be over at any moment
BATCH = 10  # letters, between which nobody asks whether to stop


@dataclass
class Job:
    name: str
    every: float  # seconds
    work: Callable[
        [Callable[[], bool]], bool
    ]  # gets "is it time to stop", returns whether there is more to do at once
    due: float = field(default=0, init=False)
    failures: int = field(default=0, init=False)

    def turn(self, stopped: Callable[[], bool], clock=time.monotonic) -> bool:
        """Do the work once, and say whether it succeeded. What is logged meanwhile carries the id of this turn."""
        with logs.named(logs.new_id()):
            went_well = self._turn(stopped, clock)
            metrics.worker_turned(self.name, went_well)
            return went_well

    def _turn(self, stopped: Callable[[], bool], clock) -> bool:
        try:
            has_more = self.work(stopped)
        except Exception as error:
            self.failures += 1
            longest = LONGEST_AWAY if _passes(error) else LONGEST_PAUSE
            pause = min(2 ** min(self.failures - 1, 5), longest)
            self.due = clock() + pause
            log.error("%s failed and is tried again in %d s: %s", self.name, pause, words(error))
            return False
        self.failures = 0
        self.due = clock() + (0 if has_more else self.every)
        return True


def _passes(error: Exception) -> bool:
    return away.is_away(error) or isinstance(error, UNWRITABLE)


def words(error: Exception) -> str:
    """What went wrong, in one line and without anybody's data: those stand in the text of most errors."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "site-packages" not in frame.filename]
    place = "".join(f" in {Path(frame.filename).name}, line {frame.lineno}" for frame in (ours or frames)[-1:])
    said = f": {' '.join(str(error).split())[:200]}" if isinstance(error, (OperationalError, InterfaceError)) else ""
    return f"{type(error).__name__}{said}{place}"


def run(jobs: Sequence[Job], stop, clock=time.monotonic) -> None:
    """Do what is due, again and again, until `stop` (a threading.Event) is set."""
    while not stop.is_set():
        close_old_connections()
        for job in jobs:
            if not stop.is_set() and job.due <= clock() and not job.turn(stop.is_set, clock):
                # A connection may answer and still lead nowhere: to a file that another has replaced.
                connections.close_all()
        stop.wait(max(0, min(job.due for job in jobs) - clock()))


def run_once(jobs: Sequence[Job], stop) -> bool:
    """Do everything that is due now, each job until it has no more; say whether all went well."""
    went_well = [_until_done(job, stop) for job in jobs]
    return all(went_well)


def _until_done(job: Job, stop) -> bool:
    while not stop.is_set():
        if not job.turn(stop.is_set):
            return False
        if job.due > time.monotonic():
            break
    return True


def jobs() -> list[Job]:
    return [
        Job("The outbox", A_SECOND, lambda stopped: outbox.send_due(most=BATCH) == BATCH),
        Job("Scheduled changes", SOON, _publish),
        Job("Sizes of pictures", A_SECOND, pictures.make_due),
        Job("The search index", A_SECOND, lambda stopped: stale.renew() > 0),
        Job("Finished pages", A_SECOND, finishing.turn),
        Job("What is open at the desk", A_MINUTE, _forget),
        Job("Closing threads", A_MINUTE, _settle),
        Job("The digest", A_MINUTE, _digest),
        Job("The daily purge", A_MINUTE, _purge),
    ]


def _publish(stopped) -> bool:
    if changes := scheduling.take_due():
        log.info("Scheduled changes published: %d.", changes)
    return False


def _forget(stopped) -> bool:
    """Previews of unsaved text, and who has left an article."""
    unsaved.purge()
    presence.purge()
    return False


def _settle(stopped) -> bool:
    if turned := settling.settle_closings():
        log.info("Threads closed or opened: %d.", len(turned))
    return False


def _digest(stopped) -> bool:
    if letters := digest.send_if_due():
        log.info("Digests written: %d.", letters)
    return False


def _purge(stopped) -> bool:
    for sentence in purging.purge_daily(stopped=stopped):
        log.info(sentence)
    return False
