"""A web process and the worker are killed (SIGKILL) in the middle of drawing, and who publishes after the commit.

.venv/bin/python -m tests.faults.killed
"""

import fcntl
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.asking import ask
from tests.faults.drill import Drill, Outage, seconds_until
from tests.faults.place import PUBLISH, Place, place
from tests.load.site import ROOT, WEB_SERVER, free_port

NEW = "Nýr inngangur, og þá var drepið."
KILLED = (
    """
import os, signal
from articles.pages.stale import Dropping
Dropping.run = lambda self: os.kill(os.getpid(), signal.SIGKILL)
"""
    + PUBLISH
)


def main() -> int:
    drill = Drill("A web process and the worker are killed in the middle of drawing. Another web process lives.")
    with place() as site, another_web_process(site) as other:
        outage = Outage(drill, site)
        with held(site):
            # The web process has drawn it, the worker another, and both wait to write.
            threading.Thread(target=outage.ask, args=[outage.undrawn], daemon=True).start()
            waiting = seconds_until(lambda: len(waiting_groups(site) & {one.pid for one in site.processes}) == 2)
            drill.check(f"Both are about to write what they have drawn ({waiting:.1f} s).", waiting < 30)
            site.end(signal.SIGKILL)
        outage.port = other
        outage.finished_pages_are_served()
        drill.check("What was being drawn is drawn by the other.", outage.ask(outage.undrawn).status == 200)
        answer = site.run(KILLED.format(slug=site.slugs[0], lead=NEW))
        drill.check("Who publishes is killed after the commit.", answer.returncode == -signal.SIGKILL)
        drill.check_soon("The other shows the change after", lambda: NEW in outage.ask(outage.drawn).text)
        drill.check("No old page is left.", not site.old_pages())
        site.start()
        outage.port = site.port
        outage.comes_back()
        rubbish = [file.name for file in site.finished.rglob(".*.html*")]
        drill.check("No half-written file is left.", not rubbish, ", ".join(rubbish))
    return drill.end()


@contextmanager
def another_web_process(site: Place) -> Iterator[int]:
    """On the same folder of finished pages. Gives its port."""
    port = free_port()
    with open(site.folder / "log", "a") as log:
        command = [*WEB_SERVER, "--port", str(port)]
        process = subprocess.Popen(
            command, cwd=ROOT, env=site.environment, start_new_session=True, stdout=log, stderr=log
        )
    try:
        seconds_until(lambda: ask(port, "/healthz").status == 200)
        yield port
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def held(site: Place) -> Iterator[None]:
    """The lock of the store, as if somebody else were writing. One page waits to be drawn by the worker."""
    (lock,) = (file for file in site.finished.glob("*/lock") if not file.parent.is_symlink())
    site.drop(aside=f"/{site.slugs[1]}/", withdrawn=f"/{site.slugs[2]}/")
    with open(lock, "ab") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def waiting_groups(site: Place) -> set[int]:
    """The process groups of all that wait for a lock of a file."""
    waiting = [line.split() for line in Path("/proc/locks").read_text().splitlines() if "-> FLOCK" in line]
    return {os.getpgid(int(words[5])) for words in waiting}


if __name__ == "__main__":
    sys.exit(main())
