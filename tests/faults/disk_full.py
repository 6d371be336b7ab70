"""The disk is full: that of database and finished pages together, which is a small file system of the drill's own.

Mounting one is root's. Anybody else gets a namespace in which he is root, where the system allows it.

.venv/bin/python -m tests.faults.disk_full
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.drill import NEW, Drill, Outage
from tests.faults.place import place
from tests.faults.postgres import Missing

SIZE = 48  # MB
LASTING = 15  # seconds more, as whoever tries in vain does so less and less often
INSIDE = "MUNUR_HAS_A_NAMESPACE"


def main() -> int:
    if os.getuid() != 0:
        become_root()
    return max(everything_is_full(), finished_pages_are_full())


def everything_is_full() -> int:
    drill = Drill(f"The disk of database and finished pages (tmpfs, {SIZE} MB) is full.")
    with disk() as folder, place(f"sqlite:///{folder}/munur.sqlite3", PAGES_ROOT=f"{folder}/pages") as site:
        outage = Outage(drill, site)
        stored = len(site.stored())
        with full(folder):
            outage.finished_pages_are_served()
            answer = outage.ask(outage.undrawn)
            drill.check("A page that never was drawn is drawn, and kept by nobody.", answer.status == 200)
            refused = outage.posting_keeps_the_text()
            drill.check("Nothing of it was stored.", len(site.stored()) == stored)
            time.sleep(LASTING)
            outage.processes_live()
        site.drop(aside=outage.dropped, withdrawn=outage.withdrawn)
        outage.comes_back(refused)
        drill.check("The database is sound.", is_sound(folder / "munur.sqlite3"))
    return drill.end()


def finished_pages_are_full() -> int:
    drill = Drill(f"The disk of finished pages (tmpfs, {SIZE} MB) is full, and the database goes on.")
    with disk() as folder, place(PAGES_ROOT=f"{folder}/pages") as site:
        outage = Outage(drill, site)
        with full(folder):
            site.change(published=site.slugs[1], lead=NEW, withdrawn=site.slugs[2])
            drill.check("A page that was changed is shown as it is now.", NEW in outage.ask(outage.dropped).text)
            drill.check("A page that was withdrawn is gone.", outage.ask(outage.withdrawn).status == 410)
            answer = outage.ask(outage.undrawn)
            drill.check("A page that never was drawn is drawn, and kept by nobody.", answer.status == 200)
            answer = outage.writer.send("Síðurnar komast ekki fyrir, en þetta kemst það.")
            drill.check("A comment is stored.", answer.status == 303)
            outage.processes_live()
        outage.comes_back(dropped=False)  # that could not be noted: whoever asks first has it drawn
        drill.check("What was withdrawn stays away.", outage.ask(outage.withdrawn).status == 410)
    return drill.end()


@contextmanager
def disk() -> Iterator[Path]:
    with TemporaryDirectory(prefix="munur-disk-") as folder:
        said = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "munur-faults", folder], capture_output=True, text=True
        )
        if said.returncode:
            raise Missing(f"This drill mounts a small file system, which is not allowed here: {said.stderr.strip()}")
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """Not a byte is free, nor in the journals of the databases, which would take a few pages more."""
    for file in folder.rglob("*.sqlite3"):
        with closing(sqlite3.connect(file, timeout=30)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    filler = folder / "filler"
    with open(filler, "wb", buffering=0) as stream, suppress(OSError):
        while True:
            stream.write(b"\0" * 4096)
    try:
        yield
    finally:
        filler.unlink()


def is_sound(file: Path) -> bool:
    with closing(sqlite3.connect(file, timeout=30)) as database:
        return database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def become_root() -> None:
    """In a namespace of its own, where mounting is allowed and touches nobody else's files."""
    if INSIDE in os.environ or not shutil.which("unshare"):
        raise Missing("This drill mounts a small file system, and may not. Run it as root.")
    command = ["unshare", "--user", "--map-root-user", "--mount", sys.executable, "-m", "tests.faults.disk_full"]
    os.execvpe(command[0], command, os.environ | {INSIDE: "1"})


if __name__ == "__main__":
    sys.exit(main())
