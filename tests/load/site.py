"""A real site to load: granian and the worker on a free loopback port, with a SQLite file in a folder of its own."""

import os
import secrets
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from config.door import THREADS

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds

# As `manage.py serve` starts them, see there.
WEB_SERVER = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "warning"]
WEB_SERVER += ["config.wsgi:application", "--host", "127.0.0.1"]
WORKER = [sys.executable, "manage.py", "work"]

# Whoever loads the site is one network that writes fast: the rules are for readers.
PREPARING = """
from django.core.management import call_command
from articles.models import Edition
from comments.models import Rules
from config.static import collect
call_command("migrate", verbosity=0)
call_command("load_samples", verbosity=0)
collect(lambda said: None)
Rules(hold=Rules.Hold.NOBODY, least_seconds=0, most_from_network=30_000, refuse_from_network=30_000).save()
print("slug:", Edition.objects.live("is").order_by("pk").first().slug)
"""


@dataclass
class Site:
    folder: Path
    port: int
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(48))
    slug: str = ""
    processes: list[subprocess.Popen] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "ENV_FILE": os.devnull,
            "SECRET_KEY": self.secret,
            "SITE_URL": f"http://127.0.0.1:{self.port}",
            "DATABASE_URL": f"sqlite:///{self.file}",
            "EMAIL_URL": "dummymail://",
            "PAGES_ROOT": str(self.folder / "pages"),
            "GRANIAN_BLOCKING_THREADS": str(THREADS),
        }

    @property
    def file(self) -> Path:
        return self.folder / "munur.sqlite3"

    def start(self) -> None:
        """Start server and worker, each the leader of a group of its own, and wait until the site answers."""
        for command in (WEB_SERVER + ["--port", str(self.port)], WORKER):
            with open(self.folder / "log", "a") as log:
                process = subprocess.Popen(
                    command, cwd=ROOT, env=self.environment, start_new_session=True, stdout=log, stderr=log
                )
            self.processes.append(process)
        deadline = time.monotonic() + PATIENCE
        while not self.answers():
            if time.monotonic() > deadline or self.processes[0].poll() is not None:
                raise SystemExit(f"The site did not start:\n{(self.folder / 'log').read_text()}")
            time.sleep(0.1)

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def end(self, how=signal.SIGTERM) -> None:
        """Send the signal to every process that was started, with its children, and wait until they are gone."""
        for process in self.processes:
            try:
                os.killpg(process.pid, how)
            except ProcessLookupError:
                continue
        for process in self.processes:
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self.processes.clear()

    def stored(self) -> list[str]:
        """The texts of all comments, as they stand in the file."""
        database = sqlite3.connect(self.file, timeout=PATIENCE)
        try:
            return [text for (text,) in database.execute("SELECT text FROM comments_comment")]
        finally:
            database.close()

    def is_sound(self) -> bool:
        database = sqlite3.connect(self.file, timeout=PATIENCE)
        try:
            return database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        finally:
            database.close()


@contextmanager
def site():
    """A site that runs, with samples in it. Whatever happens, its processes end and its folder goes."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("It was stopped."))
    with TemporaryDirectory(prefix="munur-load-") as folder:
        place = Site(Path(folder), free_port())
        said = subprocess.run(
            [sys.executable, "manage.py", "shell", "--no-imports", "-c", PREPARING],
            cwd=ROOT,
            env=place.environment,
            capture_output=True,
            text=True,
        )
        if said.returncode:
            raise SystemExit(said.stderr)
        place.slug = said.stdout.rpartition("slug: ")[2].strip()
        try:
            place.start()
            yield place
        finally:
            place.end()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
