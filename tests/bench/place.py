"""A site to measure: granian as `manage.py serve` starts it, on a free loopback port, with samples of its own."""

import http.client
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.load.site import ROOT, WEB_SERVER, Site, free_port

PATIENCE, GLANCE = 60, 0.002  # seconds
COMMENTS = 20
PREPARING = f"""
from django.core.management import call_command
from articles.models import Article, Edition
from config.static import collect
from tests.factories import make_comment
call_command("migrate", verbosity=0)
call_command("load_samples", verbosity=0)
collect(lambda said: None)
seed = Article.objects.get(key="sala-thjonusta")
for _ in range({COMMENTS}):
    make_comment(article=seed)
print("slug:", seed.editions.get(language="is").slug)
"""


class Place(Site):
    """`pages`: of its folder, those with finished pages."""

    pages = "pages"

    @property
    def environment(self) -> dict[str, str]:
        return super().environment | {"PAGES_ROOT": str(self.folder / self.pages)}

    @property
    def path(self) -> str:
        return f"/{self.slug}/"

    def manage(self, *arguments: str) -> str:
        said = subprocess.run(
            [sys.executable, "manage.py", *arguments], cwd=ROOT, env=self.environment, capture_output=True, text=True
        )
        if said.returncode:
            raise SystemExit(said.stderr)
        return said.stdout

    @contextmanager
    def served(self, core: int | None = None):
        """The site's server, without a worker beside it."""
        with running([*WEB_SERVER, "--port", str(self.port)], self.port, self.environment, core=core) as process:
            yield process


@contextmanager
def place():
    """Made ready and not running. Whatever happens, its folder goes."""
    # For everybody to enter: nginx serves as another user.
    with TemporaryDirectory(prefix="munur-bench-") as folder:
        os.chmod(folder, 0o755)
        made = Place(Path(folder), free_port())
        said = made.manage("shell", "--no-imports", "-c", PREPARING)
        made.slug = said.rpartition("slug: ")[2].strip()
        yield made


@contextmanager
def running(command: list[str], port: int, environment: dict[str, str], core: int | None = None):
    """The process of this command, from when something listens at the port."""
    # In this process, so that threads and children begin on the same core.
    pinned = None if core is None else lambda: os.sched_setaffinity(0, {core})
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=pinned
    )
    try:
        wait_for(port, "/", process)
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)


def wait_for(port: int, path: str, process: subprocess.Popen) -> None:
    """Until this address answers, whatever it says."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            ask(port, path)
            return
        except OSError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit(f"{' '.join(process.args)} did not start.") from None
            time.sleep(GLANCE)


def ask(port: int, path: str, encoding: str = "gzip", patience: float = PATIENCE):
    """Status, headers (their names in small letters) and body of the answer. Raises OSError where none comes."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=patience)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": encoding})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    except http.client.HTTPException as error:
        raise OSError(f"No answer: {error!r}") from error
    finally:
        connection.close()
