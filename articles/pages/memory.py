"""Finished pages in memory, in front of the files, never more than so many bytes.

When one is asked for, its file is looked at (one `stat`), so that every process of the host sees what another dropped
or wrote anew. It is not looked at twice within 20 ms, as that takes nearly as long as all the rest of an answer. What
this process changed by itself it sees at once.
"""

import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import formatdate
from hashlib import blake2b

from articles.pages import identity
from articles.pages.store import SUFFIXES, UNWRITABLE, Store

BYTES = 24 * 1024 * 1024
JUST_NOW = 0.02  # seconds; a page may be old for 0.05
ROOM_OF_ONE = 2_000  # bytes, beside its bodies
Headers = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Form:
    """A page in one content coding. `unchanged`: the headers of a 304."""

    body: bytes
    tag: str
    headers: Headers
    unchanged: Headers


@dataclass(slots=True)
class Page:
    """`looked`, `turn`: when its file was last looked at, by the monotonic clock and in turns of the store."""

    file: str
    signature: tuple[int, int, int]
    modified: int
    until: float | None
    forms: dict[str, Form]
    size: int
    looked: float = 0.0
    turn: int = 0


class Memory:
    """`headers`: those that all pages have, for the path of one."""

    def __init__(self, store: Store, headers: Callable[[str], Headers], most: int = BYTES):
        self.store, self.headers, self.most = store, headers, most
        self.size = 0
        self._pages: OrderedDict[str, Page] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, path: str) -> Page | None:
        """The page, if it is finished and its time is not over."""
        page = self._pages.get(path)
        if page is None or not self._is_there(page):
            page = self._read(path)
        if page is None or (page.until is not None and page.until <= time.time()):
            return None
        return page

    def _is_there(self, page: Page) -> bool:
        # Read before the look at the file, so that nothing that changes meanwhile counts as seen.
        now, turn = time.monotonic(), self.store.turns
        if turn == page.turn and now - page.looked < JUST_NOW:
            return True
        if _signature(page.file) != page.signature:
            return False
        page.looked, page.turn = now, turn
        return True

    def _read(self, path: str) -> Page | None:
        self._forget(path)
        if not identity.is_page(path):
            return None
        try:
            page = self._loaded(path)
        except UNWRITABLE:
            return None
        # Somebody writes it just now, or was killed doing so: what is there serves this reader.
        if page and len(page.forms) == len(SUFFIXES):
            self._keep(path, page)
        return page

    def _loaded(self, path: str) -> Page | None:
        file = str(self.store.pages / identity.file(path))
        signature = _signature(file)
        row = self.store.index.row(path) if signature else None
        if row is None:
            return None
        modified = signature[0] // 1_000_000_000
        forms = {}
        for coding, suffix in SUFFIXES.items():
            body = _body(file + suffix)
            if body is not None:
                forms[coding] = self.form(path, coding, body, modified)
        if "identity" not in forms or _signature(file) != signature:
            return None
        size = sum(len(form.body) for form in forms.values()) + ROOM_OF_ONE
        return Page(file, signature, modified, row.until, forms, size)

    def form(self, path: str, coding: str, body: bytes, modified: int | None) -> Form:
        """The page in this coding, with its headers. `modified`: in seconds of 1970, None where nobody shall ask."""
        tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
        unchanged = [
            *self.headers(path),
            ("ETag", tag),
            ("Vary", "Accept-Encoding"),
            *([] if modified is None else [("Last-Modified", formatdate(modified, usegmt=True))]),
        ]
        headers = [*unchanged, ("Content-Type", identity.content_type(path)), ("Content-Length", str(len(body)))]
        if coding != "identity":
            headers.append(("Content-Encoding", coding))
        return Form(body, tag, headers, unchanged)

    def _keep(self, path: str, page: Page) -> None:
        with self._lock:
            if page.size > self.most or path in self._pages:
                return
            self._pages[path] = page
            self.size += page.size
            # Those that came first go first: they come back from their files when they are asked for.
            while self.size > self.most:
                self.size -= self._pages.popitem(last=False)[1].size

    def _forget(self, path: str) -> None:
        with self._lock:
            if page := self._pages.pop(path, None):
                self.size -= page.size


def _signature(file: str) -> tuple[int, int, int] | None:
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino, found.st_size


def _body(file: str) -> bytes | None:
    try:
        with open(file, "rb") as stream:
            return stream.read()
    except FileNotFoundError:
        return None
