"""A PostgreSQL of our own, to be stopped, killed and started again."""

import os
import shutil
import signal
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.load.site import free_port

USER_OF_SYSTEM = "postgres"  # it refuses to run as root
# What is written is thrown away.
OPTIONS = "-c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=60"


class Missing(SystemExit):
    """What a drill needs is not on this machine."""

    def __init__(self, sentence: str):
        print(f"  {sentence}", flush=True)
        super().__init__(2)


@dataclass
class Postgres:
    programs: Path
    folder: Path
    port: int

    @property
    def url(self) -> str:
        return f"postgres://munur@127.0.0.1:{self.port}/munur"

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder} {OPTIONS}"
        log = f"--log={self.folder / 'log'}"
        self._run("pg_ctl", f"--pgdata={self.data}", log, "--wait", f"--options={options}", "start")

    def stop(self) -> None:
        """At once, and without a word to whoever is connected: as a machine that loses its power."""
        if (self.data / "postmaster.pid").exists():
            self._run("pg_ctl", f"--pgdata={self.data}", "--mode=immediate", "--wait", "stop")

    def freeze(self) -> None:
        """It stays connected and never answers."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def tell(self, sentence: str, database: str = "munur") -> str:
        return self._run(*self.client, f"--dbname={database}", f"--command={sentence}")

    @property
    def client(self) -> list[str]:
        """The command that sentences are told by."""
        server = ["--host=127.0.0.1", f"--port={self.port}", "--username=munur", "--dbname=munur"]
        return [str(self.programs / "psql"), *server, "--no-align", "--tuples-only"]

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def _signal(self, number: int) -> None:
        leader = int((self.data / "postmaster.pid").read_text().split()[0])
        children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(leader)], capture_output=True, text=True)
        for process in (leader, *map(int, children.stdout.split())):
            os.kill(process, number)

    def _run(self, program: str, *arguments: str) -> str:
        command = [str(self.programs / program), *arguments]  # an absolute path stays one
        if os.getuid() == 0:
            command = ["runuser", "-u", USER_OF_SYSTEM, "--", *command]
        # Into a file: a server that was started holds a pipe open for as long as it lives.
        with open(self.folder / "said", "w+") as said:
            code = subprocess.run(command, stdout=said, stderr=said, cwd="/", timeout=60).returncode
            said.seek(0)
            text = said.read()
        if code:
            raise SystemExit(f"{program} failed:\n{text}")
        return text.strip()


@contextmanager
def postgres():
    """A cluster with one empty database, `munur`. It is gone afterwards."""
    programs = _programs()
    with TemporaryDirectory(prefix="munur-postgres-") as folder:
        os.chmod(folder, 0o755)
        own = Path(folder) / "own"
        own.mkdir()
        if os.getuid() == 0:
            shutil.chown(own, USER_OF_SYSTEM)
        cluster = Postgres(programs, own, free_port())
        cluster._run(
            "initdb", f"--pgdata={cluster.data}", "--username=munur", "--auth=trust",
            "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
        )  # fmt: skip
        cluster.start()
        try:
            cluster.tell("CREATE DATABASE munur", database="postgres")
            yield cluster
        finally:
            cluster.stop()


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    if found:
        return found[-1]
    if (known := shutil.which("pg_ctl")) and shutil.which("initdb"):
        return Path(known).parent
    raise Missing("This drill needs the programs of PostgreSQL, which are not here.")
