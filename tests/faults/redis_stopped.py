"""Redis is killed: readers notice nothing, and neither does who writes.

.venv/bin/python -m tests.faults.redis_stopped
"""

import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.drill import Drill, Outage, seconds_until
from tests.faults.place import place
from tests.faults.postgres import Missing
from tests.load.site import free_port


def main() -> int:
    drill = Drill("Redis is killed, and started again.")
    port = free_port()
    with place(CACHE_URL=f"redis://127.0.0.1:{port}/0") as site:
        with redis(port):
            outage = Outage(drill, site)
        outage.finished_pages_are_served()
        answer = outage.ask(outage.undrawn)
        drill.check("A page that never was drawn is drawn.", answer.status == 200)
        answer = outage.writer.send("Enginn þarf Redis til að skrifa.")
        drill.check("A comment is stored.", answer.status == 303, str(answer.status))
        site.drop(aside=outage.dropped, withdrawn=outage.withdrawn)
        outage.processes_live()
        with redis(port):
            outage.comes_back()
    return drill.end()


@contextmanager
def redis(port: int):
    """A server that keeps nothing. It is killed afterwards."""
    program = shutil.which("redis-server")
    if program is None:
        raise Missing("This drill needs redis-server, which is not here.")
    with TemporaryDirectory(prefix="munur-redis-") as folder:
        options = ["--port", str(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--daemonize", "no"]
        with open(Path(folder) / "log", "w") as log, subprocess.Popen([program, *options], stdout=log) as server:
            try:
                seconds_until(lambda: _listens(port))
                yield
            finally:
                server.kill()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


if __name__ == "__main__":
    sys.exit(main())
