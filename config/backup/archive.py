"""The file of a backup: a tar whose members and whole carry their checksums.

After the members stand `SHA256SUMS`, as sha256sum writes it, and `WHOLE.sha256`, the hash of all bytes before its own
header. So a file that was cut or damaged is noticed before anything of it is used. Against somebody who changes it on
purpose they are no help: a backup belongs where only its owner writes.
"""

import hashlib
import io
import os
import re
import tarfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from config.backup import NotPossible

SUMS, WHOLE = "SHA256SUMS", "WHOLE.sha256"
NAME = re.compile(r"(?!.*(^|/)\.\.?(/|$))[\w. -]+(/[\w. -]+)*")
PIECE = 1024 * 1024  # bytes
CUT = "{} is cut or damaged. Nothing was changed."
NO_BACKUP = "{} is not a backup of this site. Nothing was changed."

Advance = Callable[[int], object]


class Writer:
    """Writes members one after the other; `finish` puts the checksums behind them."""

    def __init__(self, stream):
        self._stream = _Hashing(stream)
        self._tar = tarfile.open(fileobj=self._stream, mode="w")  # noqa: SIM115 — closed by finish
        self._sums: list[str] = []

    def add(self, name: str, data: bytes) -> None:
        self._add(name, io.BytesIO(data), len(data), lambda count: None)

    def add_file(self, name: str, file: Path, advance: Advance) -> None:
        with open(file, "rb") as stream:
            self._add(name, stream, os.fstat(stream.fileno()).st_size, advance)

    def finish(self) -> None:
        self.add(SUMS, "".join(self._sums).encode())
        self.add(WHOLE, f"{self._stream.hash.hexdigest()}\n".encode())
        self._tar.close()

    def _add(self, name: str, stream, size: int, advance: Advance) -> None:
        if not NAME.fullmatch(name):
            raise NotPossible(f"“{name}” is no name that a backup can hold. Nothing was written.")
        member = tarfile.TarInfo(name)
        member.size, member.mode, member.mtime = size, 0o600, int(time.time())
        source = _Hashing(stream, advance)
        self._tar.addfile(member, source)
        self._sums.append(f"{source.hash.hexdigest()}  {name}\n")


class Reader:
    """A backup that was looked through from beginning to end. It stays open, so that what is taken was checked."""

    def __init__(self, stream, name: str, advance: Advance):
        self._name = name
        self._stream = stream
        try:
            self._tar = tarfile.open(fileobj=stream, mode="r:")  # noqa: SIM115 — the stream is closed by whom opened it
            self.members = {member.name: member for member in self._tar}
        except (tarfile.TarError, OSError, EOFError):
            raise NotPossible(NO_BACKUP.format(name)) from None
        if not all(member.isreg() and NAME.fullmatch(member.name) for member in self._tar.getmembers()):
            raise NotPossible(NO_BACKUP.format(name))
        self._examine(advance)

    def text(self, name: str) -> str:
        """The text of a member, or of none."""
        member = self.members.get(name)
        return self._tar.extractfile(member).read().decode() if member else ""

    def names(self, before: str) -> list[str]:
        return [name for name in self.members if name.startswith(before)]

    def size(self, before: str = "") -> int:
        """The bytes of the members whose names begin so."""
        return sum(member.size for name, member in self.members.items() if name.startswith(before))

    def take(self, name: str, target: Path, advance: Advance) -> None:
        """Write a member to a file."""
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(target, "xb") as stream:
            for piece in _pieces(self._tar.extractfile(self.members[name])):
                stream.write(piece)
                advance(len(piece))

    def _examine(self, advance: Advance) -> None:
        last = self.members.get(WHOLE)
        if last is None or len(self.members) != len(self._tar.getmembers()):
            raise NotPossible((CUT if self.members else NO_BACKUP).format(self._name))
        self._stream.seek(0)
        whole = hashlib.sha256()
        for piece in _pieces(self._stream, last.offset):
            whole.update(piece)
            advance(len(piece))
        sums = dict(reversed(line.split("  ", 1)) for line in self.text(SUMS).splitlines())
        is_whole = self.text(WHOLE) == f"{whole.hexdigest()}\n" and self._ends_after(last)
        if not is_whole or sums.keys() != self.members.keys() - {SUMS, WHOLE}:
            raise NotPossible(CUT.format(self._name))
        if any(self._hash(name) != wanted for name, wanted in sums.items()):
            raise NotPossible(CUT.format(self._name))

    def _ends_after(self, last: tarfile.TarInfo) -> bool:
        """Whether only zeros follow, with which a tar is filled up."""
        self._stream.seek(last.offset_data + last.size)
        return not any(any(piece) for piece in _pieces(self._stream))

    def _hash(self, name: str) -> str:
        found = hashlib.sha256()
        for piece in _pieces(self._tar.extractfile(self.members[name])):
            found.update(piece)
        return found.hexdigest()


@contextmanager
def written_whole(file: Path) -> Iterator:
    """A stream whose bytes are at `file` when all of them are on the disk, and nowhere if anything goes wrong."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        # For its owner alone: it holds what readers wrote and their addresses.
        with open(part, "xb", opener=lambda path, flags: os.open(path, flags, 0o600)) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.link(part, file)  # unlike a renaming it fails where somebody was faster
        _sync_folder(file.parent)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


class _Hashing:
    """A stream that hashes what goes through it."""

    def __init__(self, stream, advance: Advance = lambda count: None):
        self._stream, self._advance, self.hash = stream, advance, hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.hash.update(data)
        return self._stream.write(data)

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self.hash.update(data)
        self._advance(len(data))
        return data

    def tell(self) -> int:
        return self._stream.tell()


def _pieces(stream, most: int | None = None) -> Iterator[bytes]:
    left = most
    while piece := stream.read(PIECE if left is None else min(PIECE, left)):
        yield piece
        left = None if left is None else left - len(piece)


def _sync_folder(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
