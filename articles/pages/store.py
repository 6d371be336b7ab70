"""The store of finished pages: files under one folder, plain and compressed, that one host's processes share.

    pages/vidfangsefni/index.html, .gz, .br      what readers get, and what a web server may serve by itself
    aside/vidfangsefni/index.html                dropped and not drawn again yet: only for when nothing can be drawn
    index.sqlite3, lock                          what is known of the pages, and who may change them

The truth is the database: the store may be empty at any time. Dropping takes the files away first of all. A drawing
is written only if none of its grounds changed since it began; both happen under the lock, which the system frees
where a process dies.
"""

import fcntl
import gzip
import os
import shutil
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import brotli

from articles import grounds
from articles.pages import identity
from articles.pages.index import Error, Index

SUFFIXES = {"identity": "", "gzip": ".gz", "br": ".br"}
GZIP, BROTLI = 6, 5
A_SECOND = 1_000_000_000  # nanoseconds
UNWRITABLE = (OSError, Error)  # disk full, folder gone, index damaged


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it was drawn. `began`: the store's number then. Times in seconds of 1970."""

    path: str
    body: bytes
    names: frozenset[str]
    began: int
    until: float | None = None
    gone: float | None = None


class Store:
    def __init__(self, folder: Path):
        self.folder = Path(folder)
        self.pages, self.aside = self.folder / "pages", self.folder / "aside"
        for made in (self.pages, self.aside):
            made.mkdir(parents=True, exist_ok=True)
        self.index = Index(self.folder / "index.sqlite3")
        self.turns = 0  # in which this process may have changed something

    def put(self, drawn: Drawn) -> bool:
        """Write the page; False, and nothing is written, where it was overtaken by a change."""
        file = self.pages / identity.file(drawn.path)
        bodies = {
            ".br": brotli.compress(drawn.body, mode=brotli.MODE_TEXT, quality=BROTLI),
            ".gz": gzip.compress(drawn.body, GZIP, mtime=0),
        }
        with self.locked():
            if self.index.changed_since(drawn.names, drawn.began):
                return False
            self.index.note(drawn.path, drawn.names, drawn.until, drawn.gone)
            file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._remove_compressed(file)
                at = self._moment(identity.file(drawn.path))
                _write(file, drawn.body, at)
                for suffix, body in bodies.items():
                    _write(_with(file, suffix), body, at)
            except OSError:
                self._remove(file)
                with suppress(Error):  # it waits to be drawn again, as it did
                    self.index.put_aside([drawn.path])
                raise
            (self.aside / identity.file(drawn.path)).unlink(missing_ok=True)
        return True

    def drop(self, names: Collection[str], *, withdrawn: bool = False, taken: Collection[int] = ()) -> set[str]:
        """Take away every page that stands on one of these grounds, and have nothing written that began before.

        They are kept aside for when nothing can be drawn, except where `withdrawn` says that nobody may see them.
        `taken`: the rows of the site's database that say so. Returns the paths.
        """
        paths = None
        with self.locked():
            try:
                with self.index.writing():
                    self.index.change(names)
                    self.index.take(taken)
                    everything = grounds.EVERYTHING in names
                    paths = set(self.index.paths()) if everything else self.index.standing_on(names)
                    self._take_away(paths, withdrawn)
            except UNWRITABLE:
                if paths is None:  # nobody can say which they are: being right goes before being there
                    self._empty()
                raise
        return paths

    def drop_paths(self, paths: Collection[str], *, withdrawn: bool = False) -> None:
        """Take these pages away, whatever they stand on."""
        with self.locked():
            self._take_away(set(paths), withdrawn)

    def drop_due(self, now: float | None = None) -> list[str]:
        """Take away the pages whose time is over. Whoever serves them looks at the time, too."""
        due = self.index.paths(until=time.time() if now is None else now)
        if due:
            self.drop_paths(due)
        return due

    def clear(self) -> None:
        """Take everything away, also where the index cannot be read."""
        with self.locked():
            self._empty()
            self.index.change([grounds.EVERYTHING])
            self.index.forget(self.index.paths())

    def set_aside(self, path: str) -> bytes | None:
        """The page as it was before it was dropped; None where it is not kept, or nobody may see it any more."""
        try:
            row = self.index.row(path)
            if row is None or (row.gone is not None and row.gone <= time.time()):
                return None
            folder = self.aside if row.aside else self.pages
            return (folder / identity.file(path)).read_bytes()
        except (*UNWRITABLE, ValueError):
            return None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else writes or drops meanwhile, on this host."""
        try:
            with open(self.folder / "lock", "ab") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                yield
        finally:
            self.turns += 1

    def _take_away(self, paths: set[str], withdrawn: bool) -> None:
        for path in paths:
            name = identity.file(path)
            self._remove_compressed(self.pages / name)
            if withdrawn:
                self._remove(self.pages / name)
                self._remove(self.aside / name)
            else:
                self._move_aside(name)
        if withdrawn:
            self.index.forget(paths)
        else:
            self.index.put_aside(paths)

    def _empty(self) -> None:
        """All files, without asking the index."""
        for folder in (self.pages, self.aside):
            rubbish = self.folder / f"{folder.name}.{os.getpid()}.{time.time_ns()}.gone"
            with suppress(FileNotFoundError):
                folder.rename(rubbish)
            shutil.rmtree(rubbish, ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)

    def _move_aside(self, name: str) -> None:
        there = self.aside / name
        try:
            there.parent.mkdir(parents=True, exist_ok=True)
            (self.pages / name).replace(there)
        except FileNotFoundError:
            self.turns += 1
        except OSError:  # no room for a folder: being right goes before being there
            self._remove(self.pages / name)

    def _moment(self, name: str) -> int:
        """When the page is written, in nanoseconds of 1970: never in the same second as the one before.

        A web server before us makes a tag of second and size, and those of two pages must differ.
        """
        at = time.time_ns()
        for before in (self.pages / name, self.aside / name):
            with suppress(FileNotFoundError):
                at = max(at, (before.stat().st_mtime_ns // A_SECOND + 1) * A_SECOND)
        return at

    def _remove(self, file: Path) -> None:
        self._remove_compressed(file)
        file.unlink(missing_ok=True)

    def _remove_compressed(self, file: Path) -> None:
        for suffix in SUFFIXES.values():
            if suffix:
                _with(file, suffix).unlink(missing_ok=True)


def _with(file: Path, suffix: str) -> Path:
    return file.with_name(file.name + suffix)


def _write(file: Path, body: bytes, at: int) -> None:
    """The whole file or none of it: a reader never meets half a page."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        temporary.write_bytes(body)
        os.utime(temporary, ns=(at, at))
        temporary.replace(file)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
