"""The pictures: those of a folder are in a backup, those of a bucket (MEDIA_STORE) are not.

What a backup holds goes where pictures are kept now. Names follow from contents, so that a bucket gets what it lacks
and nothing in it is replaced.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage

BEFORE = "media/"


def files() -> Iterator[tuple[str, Path]]:
    """The name in a backup and the place of each file, in order; without what begins with a dot."""
    if settings.MEDIA_STORE:
        return
    root = Path(settings.MEDIA_ROOT)
    for entry in _entries(root):
        for file in sorted([entry] if entry.is_file() else entry.rglob("*")):
            if file.is_file() and not file.is_symlink():
                yield BEFORE + file.relative_to(root).as_posix(), file


def is_empty() -> bool:
    return not any(files())


def bucket() -> str:
    """The name of the bucket that holds the pictures, if one does."""
    return settings.MEDIA_STORE.storage["OPTIONS"]["bucket_name"] if settings.MEDIA_STORE else ""


@contextmanager
def staging() -> Iterator[Path]:
    """A folder to write to. It is in the folder of pictures, which may be a disk of its own and so cannot be moved."""
    if settings.MEDIA_STORE:
        with TemporaryDirectory(prefix="munur.") as made:
            yield Path(made)
        return
    folder = Path(settings.MEDIA_ROOT) / f".restored.{os.getpid()}"
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def in_place_of_the_present(folder: Path, bucket: str = "") -> Iterator[Path | None]:
    """Put what is in the folder where the pictures are, and back again if something fails.

    Where a `bucket` has those of the backup, the pictures that are here stay. Yields the folder that the old ones are
    kept in, if there were any.
    """
    if bucket or settings.MEDIA_STORE:
        _send(folder)
        yield None
        return
    root = Path(settings.MEDIA_ROOT)
    kept = root / f".before.{os.getpid()}"
    old = [entry.name for entry in _entries(root)]
    new = [entry.name for entry in folder.iterdir()]
    try:
        _move(old, root, kept)
        _move(new, folder, root)
        yield kept if old else None
    except BaseException:
        _move(new, root, folder)
        _move(old, kept, root)
        raise


def _send(folder: Path) -> None:
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and not default_storage.exists(name):
            with open(file, "rb") as stream:
                default_storage.save(name, File(stream))


def _move(names: list[str], source: Path, target: Path) -> None:
    """Move those that are there: this also takes back what was half done."""
    if names:
        target.mkdir(exist_ok=True)
    for name in names:
        if (source / name).exists() and not (target / name).exists():
            (source / name).rename(target / name)
    with suppress(OSError):  # it is not there, or something else is in it
        source.rmdir()


def _entries(root: Path) -> list[Path]:
    if not root.is_dir():
        return []
    return sorted(entry for entry in root.iterdir() if not entry.name.startswith("."))
