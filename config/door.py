"""The door to Django: so many requests are inside at once, and threads are left for those who want a finished page.

A database that hangs, or a lock that is not let go, holds every request that came to it. Without a door they would
hold all threads of the process, and readers would wait for pages that are finished.
"""

import os
import threading
import time
from collections.abc import Callable

from config.headers import Kind, kind_of

# Of one web process. More than about two a processor only stand in each other's way.
THREADS = min(8, 2 * (os.cpu_count() or 1))
SPARE = max(1, THREADS // 4)
INSIDE = THREADS - SPARE
PATIENCE = 6.0  # seconds in which somebody came out, or nobody is waited for any more

FULL = "munur.full"  # in the environ of a request that must not ask the database
AWAY = "503"


class Door:
    """The WSGI application behind it is asked by so many at once. `static`: where files lie that need no database."""

    def __init__(self, application, static: str = "/static/", media: str = "/media/", most: int = INSIDE):
        self.application, self.static, self.media = application, static, media
        self.room = Room(most)

    def __call__(self, environ: dict, start_response):
        path = environ.get("PATH_INFO", "")
        if path == "/healthz" or kind_of(path, self.static, self.media) is Kind.STATIC:
            return self.application(environ, start_response)
        if not self.room.enter():
            environ[FULL] = True  # see DatabaseAwayMiddleware
            return self.application(environ, start_response)
        statuses = []

        def started(status, *more):
            statuses.append(status)
            return start_response(status, *more)

        try:
            return self.application(environ, started)
        finally:
            self.room.leave(is_well=not any(status.startswith(AWAY) for status in statuses))


class Room:
    """Whoever finds it full waits, as long as others come out of it and have got what they wanted."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic, patience: float = PATIENCE):
        self.most, self.clock, self.patience = most, clock, patience
        self.inside, self.moved, self.is_away = 0, clock(), False
        self._changed = threading.Condition()

    def enter(self) -> bool:
        """Whether there is a place. Where there is, `leave` is to be called."""
        with self._changed:
            while self.inside >= self.most:
                left = self.moved + self.patience - self.clock()
                if self.is_away or left <= 0:
                    return False
                self._changed.wait(left)
            self.inside += 1
            self.moved = self.clock()
        return True

    def leave(self, *, is_well: bool) -> None:
        with self._changed:
            self.inside -= 1
            self.is_away = not is_well
            self.moved = self.clock()
            self._changed.notify_all()
