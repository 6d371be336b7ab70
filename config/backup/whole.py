"""Database and pictures into one file, and from one file into their places."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from articles import grounds
from articles.pages import place, stale
from config.backup import NotPossible, media, postgresql, sqlite
from config.backup.archive import NO_BACKUP, Advance, Reader, Writer, written_whole

MANIFEST = "manifest.json"
FORMAT = 1
# Gets what is done and how many bytes that are; gives a context in which bytes are counted.
Progress = Callable[[str, int], AbstractContextManager[Advance]]


@dataclass(frozen=True)
class Manifest:
    engine: str
    tables: dict[str, int]  # rows of each
    migrations: list[str]
    pictures: int = 0
    bucket: str = ""  # holds the pictures, which then are not in the file
    made_at: str = ""
    format: int = FORMAT

    @property
    def rows(self) -> int:
        return sum(self.tables.values())


@dataclass(frozen=True)
class Restored:
    manifest: Manifest
    waiting: list[str] = field(default_factory=list)  # migrations that this code has and the backup had not
    kept: Path | None = None  # where the pictures are that were there before


def back_up(file: Path, progress: Progress) -> Manifest:
    """Write everything to `file`, which must not exist yet; whole or not at all."""
    if file.exists():
        raise NotPossible(f"{file} exists already, and nothing was written. Name another file.")
    kind = _kind()
    with TemporaryDirectory(prefix=".backup.", dir=file.parent) as folder:
        copy = Path(folder) / kind.MEMBER
        tables = kind.dump(copy)
        # After the database: what it names is still there then, and a picture too many does no harm.
        pictures = list(media.files())
        manifest = Manifest(
            engine=kind.ENGINE,
            tables=tables,
            migrations=_applied(),
            pictures=len(pictures),
            bucket=media.bucket(),
            made_at=timezone.now().isoformat(timespec="seconds"),
        )
        members = [(kind.MEMBER, copy), *pictures]
        with (
            written_whole(file) as stream,
            progress("Writing", sum(path.stat().st_size for _name, path in members)) as advance,
        ):
            writer = Writer(stream)
            writer.add(MANIFEST, json.dumps(asdict(manifest), indent=1).encode())
            for name, path in members:
                writer.add_file(name, path, advance)
            writer.finish()
    return manifest


def examine(file: Path, progress: Progress) -> Manifest:
    """Read the whole file and say what is in it. Raises NotPossible where it could not be restored here."""
    with _opened(file) as stream, TemporaryDirectory(prefix="munur.") as folder:
        return _examined(stream, file, Path(folder), progress)[0]


def restore(file: Path, progress: Progress, *, replace: bool = False) -> Restored:
    """Put everything in its place. Unless `replace` is set, an error where something is there already."""
    kind = _kind()
    if not replace and not (kind.is_empty() and media.is_empty()):
        raise NotPossible(
            "Something is here already, and it was left as it is. --replace puts the backup in its place."
        )
    with _opened(file) as stream, TemporaryDirectory(prefix="munur.") as folder, media.staging() as staging:
        manifest, reader = _examined(stream, file, Path(folder), progress)
        with progress("Pictures", reader.size(media.BEFORE)) as advance:
            for name in reader.names(media.BEFORE):
                reader.take(name, staging / name.removeprefix(media.BEFORE), advance)
        # The database last, in one transaction: if it cannot be written, the pictures go back.
        with media.in_place_of_the_present(staging, manifest.bucket) as kept:
            kind.load(Path(folder) / kind.MEMBER)
    _compare(manifest.tables, kind.counts())
    _forget_pages(replace)
    return Restored(manifest, sorted(_known() - set(manifest.migrations)), kept)


def _examined(stream, file: Path, folder: Path, progress: Progress) -> tuple[Manifest, Reader]:
    """Everything that can be wrong is found here, before anything is changed."""
    with progress("Checking", file.stat().st_size) as advance:
        reader = Reader(stream, file.name, advance)
    manifest = _manifest(reader.text(MANIFEST), file)
    kind = _kind()
    if manifest.engine != kind.ENGINE:
        raise NotPossible(
            f"This is a backup of {manifest.engine}, and the database here is {kind.ENGINE}. Nothing was changed."
        )
    if newer := sorted(set(manifest.migrations) - _known()):
        raise NotPossible(
            f"This backup is of a newer version of the site, which knows {newer[-1]}. Nothing was changed."
        )
    if kind.MEMBER not in reader.members:
        raise NotPossible(NO_BACKUP.format(file.name))
    reader.take(kind.MEMBER, folder / kind.MEMBER, lambda count: None)
    kind.examine(folder / kind.MEMBER)
    return manifest, reader


def _manifest(text: str, file: Path) -> Manifest:
    try:
        read = Manifest(**json.loads(text))
    except (ValueError, TypeError):
        raise NotPossible(NO_BACKUP.format(file.name)) from None
    if read.format != FORMAT:
        raise NotPossible(
            f"{file.name} has a form ({read.format}) that this version does not read. Nothing was changed."
        )
    return read


def _compare(wanted: dict[str, int], found: dict[str, int]) -> None:
    different = sorted(name for name in wanted | found if wanted.get(name) != found.get(name))
    if different:
        raise NotPossible(f"After restoring, {different[0]} has not as many rows as in the backup. Do not use it so.")


def _forget_pages(replace: bool) -> None:
    """Finished pages are drawn from what was here before. Other hosts read in the database that theirs are, too."""
    if store := place.store():
        store.clear()
    if replace:
        with suppress(DatabaseError):  # the backup is older than this table
            stale.mark(grounds.EVERYTHING, withdrawn=True)


def _opened(file: Path):
    try:
        return open(file, "rb")
    except OSError as error:
        raise NotPossible(f"{file} cannot be read ({error.strerror}). Nothing was changed.") from None


def _kind():
    return postgresql if connection.vendor == "postgresql" else sqlite


def _applied() -> list[str]:
    return sorted(".".join(migration) for migration in MigrationRecorder(connection).applied_migrations())


def _known() -> set[str]:
    return {".".join(migration) for migration in MigrationLoader(None, ignore_no_migrations=True).disk_migrations}
