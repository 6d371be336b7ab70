"""A site to break: granian and the worker as `manage.py serve` starts them, and commands beside them."""

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.load.site import PREPARING, ROOT, Site, free_port

SLUGS = """
from articles.models import Edition
print(*Edition.objects.live("is").order_by("pk").values_list("slug", flat=True))
"""
# Each page that is finished is drawn again, and compared.
OLD_PAGES = """
from articles.pages import place
from articles.pages.comparing import compare
store = place.store()
found = [difference for difference in compare(store, store.index.paths(aside=False)) if difference]
print(*(f"{one.path} {one.sentence}" for one in found), sep="; ")
"""
COMMENTS = """
import json
from comments.models import Comment
print(json.dumps([text.replace("\\r\\n", "\\n") for text in Comment.objects.values_list("text", flat=True)]))
"""
# As a change does it: by a ground that only this page stands on.
DROP = """
from articles.pages import place
from articles.pages.store import UNWRITABLE
store = place.store()
OF_THIS_PAGE = "SELECT name FROM ground GROUP BY name HAVING count(*) = 1 AND max(path) = ?"
for path, withdrawn in (({aside!r}, False), ({withdrawn!r}, True)):
    names = {{name for (name,) in store.index._connection.execute(OF_THIS_PAGE, [path])}}
    try:
        print(store.drop(names, withdrawn=withdrawn))
    except UNWRITABLE as error:
        print(type(error).__name__)
"""
PUBLISH = """
from articles import publishing
from articles.models import Edition
edition = Edition.objects.get(language="is", slug={slug!r})
edition.article.lead_is = "<p>" + {lead!r} + "</p>"
edition.article.save()
publishing.publish(edition)
"""
WITHDRAW = """
from articles.models import Edition
edition = Edition.objects.get(language="is", slug={slug!r})
edition.state = Edition.State.ARCHIVED
edition.save()
"""


@dataclass
class Place(Site):
    database: str = ""  # its address; the file of SQLite where it is empty
    more: dict[str, str] = field(default_factory=dict)
    slugs: list[str] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        return super().environment | ({"DATABASE_URL": self.database} if self.database else {}) | self.more

    @property
    def finished(self) -> Path:
        """Where finished pages lie, in a folder for each state of the code."""
        return Path(self.environment["PAGES_ROOT"])

    def run(self, program: str, **more: str) -> subprocess.CompletedProcess:
        """Run it in a process of its own, with the site's settings and those that are given."""
        return subprocess.run(
            [sys.executable, "manage.py", "shell", "--no-imports", "-c", program],
            cwd=ROOT,
            env=self.environment | more,
            capture_output=True,
            text=True,
        )

    def do(self, program: str, **more: str) -> str:
        """As `run`, and it must go well. Returns what it printed."""
        said = self.run(program, **more)
        if said.returncode:
            raise SystemExit(said.stderr)
        return said.stdout.strip()

    def stored(self) -> list[str]:
        """The texts of all comments."""
        return json.loads(self.do(COMMENTS))

    def old_pages(self) -> str:
        """What is finished, and says something else than the database does now."""
        return self.do(OLD_PAGES)

    def drop(self, *, aside: str, withdrawn: str) -> None:
        """Take these pages from the store. That needs no database."""
        self.do(DROP.format(aside=aside, withdrawn=withdrawn))

    def publish(self, slug: str, lead: str) -> None:
        """On another host: whoever serves here has to notice by himself."""
        self.do(PUBLISH.format(slug=slug, lead=lead), PAGES_ROOT=str(self.folder / "pages-of-another-host"))

    def change(self, *, published: str, lead: str, withdrawn: str) -> None:
        """On this host."""
        self.do(PUBLISH.format(slug=published, lead=lead) + WITHDRAW.format(slug=withdrawn))

    def are_alive(self) -> bool:
        return all(process.poll() is None for process in self.processes)

    def log(self) -> str:
        return (self.folder / "log").read_text()


@contextmanager
def place(database: str = "", **more: str):
    """A site that runs, with samples in it. Whatever happens, its processes end and its folder goes."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("It was stopped."))
    with TemporaryDirectory(prefix="munur-faults-") as folder:
        made = Place(Path(folder), free_port(), database=database, more=more)
        made.slug = made.do(PREPARING).rpartition("slug: ")[2].strip()
        made.slugs = made.do(SLUGS).split()
        try:
            made.start()
            yield made
        finally:
            made.end()
            if os.environ.get("SHOW_LOG"):
                print(made.log())
