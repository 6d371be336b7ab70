"""Where this process has its finished pages: a folder under PAGES_ROOT for each state of the code and of the settings.

A deploy begins with an empty folder of its own, and the processes of before go on with theirs. A web server that
reads finished pages by itself reads those of the folder that a link points at, see `show`.
"""

import logging
import os
import shutil
import sys
import time
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import django
from django.conf import settings

from articles.pages.store import UNWRITABLE, Store

log = logging.getLogger("munur.pages")

DRAWS = {".py", ".html", ".mo", ".txt"}
PARTS = ("articles", "comments", "config", "templates")
SETTINGS = ("SITE_URL", "PUBLIC_LANGUAGES", "LANGUAGES", "STATIC_URL", "MEDIA_URL", "MEDIA_ORIGIN", "TIME_ZONE")
SERVED = "served"
FOLLOWED = 5  # seconds; who follows a folder writes there each second
KEPT = 24 * 60 * 60  # seconds that a folder is kept which nobody follows


@lru_cache(maxsize=1)
def store() -> Store | None:
    """The store; None where PAGES_ROOT is empty or cannot be written, and then every page is drawn when asked for."""
    if not settings.PAGES_ROOT:
        return None
    try:
        return Store(Path(settings.PAGES_ROOT) / fingerprint(Path(settings.BASE_DIR)))
    except UNWRITABLE as error:
        log.error("Finished pages cannot be kept: %s.", type(error).__name__)
        return None


def served() -> Path | None:
    """Where a web server before us finds finished pages, whatever release is running; None where none are kept."""
    return Path(settings.PAGES_ROOT) / SERVED / "pages" if settings.PAGES_ROOT else None


def show(own: Store, *, at_once: bool = False) -> None:
    """Point the link at this process's folder: at the start of one, and later where nobody follows the other any more.

    So what a web server reads is always followed by somebody, as long as one process of this host runs.
    """
    link = own.folder.parent / SERVED
    try:
        if os.path.realpath(link) == os.path.realpath(own.folder) or (not at_once and _is_followed(link)):
            return
        new = link.with_name(f".{SERVED}.{os.getpid()}")
        new.unlink(missing_ok=True)
        new.symlink_to(own.folder.name)
        new.replace(link)
    except OSError as error:
        log.error("Finished pages cannot be shown to a web server: %s.", type(error).__name__)


def _is_followed(folder: Path) -> bool:
    with suppress(OSError, ValueError):  # nothing is there
        return _touched(folder) > time.time() - FOLLOWED
    return False


def fingerprint(base: Path) -> str:
    """A digest of everything that pages are drawn with, beside the rows of this one database."""
    digest = blake2b(f"{sys.version} {django.VERSION}".encode(), digest_size=10)
    for name in SETTINGS:
        digest.update(f"{name}={getattr(settings, name)!r}\n".encode())
    database = settings.DATABASES["default"]
    digest.update(repr([str(database.get(name)) for name in ("ENGINE", "HOST", "PORT", "NAME")]).encode())
    files = [file for part in PARTS for file in (base / part).rglob("*") if file.suffix in DRAWS]
    for file in sorted([*files, Path(settings.STATIC_ROOT) / "staticfiles.json"]):
        if file.is_file():
            digest.update(f"{file.relative_to(base)}\n".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _touched(folder: Path) -> float:
    return max(file.stat().st_mtime for file in folder.glob("index.sqlite3*"))


def sweep(now: float | None = None) -> int:
    """Remove the folders of former states that no process follows any more. Returns how many."""
    own, now = store(), now or time.time()
    if own is None:
        return 0
    old = [
        folder
        for folder in own.folder.parent.iterdir()
        if folder != own.folder and (folder / "index.sqlite3").is_file() and _touched(folder) < now - KEPT
    ]
    for folder in old:
        shutil.rmtree(folder, ignore_errors=True)
    return len(old)
