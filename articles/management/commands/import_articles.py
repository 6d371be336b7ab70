from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, no_translations
from django.db import DatabaseError, transaction
from tqdm import tqdm

from articles.importing import CannotStore, Stored, store
from articles.transfer import article_file
from articles.transfer.article_file import ArticleFileError

MANY = 10  # from here on there is a progress bar


class Command(BaseCommand):
    help = "Read article files (or folders of them) into the database. The same file twice changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a Markdown file, or a folder with *.md in it")
        parser.add_argument("--dry-run", action="store_true", help="show what would change, and write nothing")

    @no_translations
    def handle(self, *, paths, dry_run, verbosity, **options):
        self.verbosity = verbosity
        files = list(_files(paths))
        failed = [path for path in self.with_progress(files) if not self.import_file(path, dry_run)]
        if failed:
            raise CommandError(f"{len(failed)} of {len(files)} files could not be read; nothing of them was written.")

    def with_progress(self, files):
        quiet = len(files) < MANY or self.verbosity == 0
        return tqdm(files, unit=" files", disable=True if quiet else None, file=self.stderr)

    def import_file(self, path, dry_run) -> bool:
        try:
            data = start_of(path)
            with transaction.atomic():
                parsed = article_file.read(data, str(path))
                self.report(path, store(parsed.manuscript, parsed.imprint), dry_run)
                transaction.set_rollback(dry_run)
        except ArticleFileError as error:  # which names file and line itself
            return self.refuse(error)
        except CannotStore as error:
            return self.refuse(f"{path}, line {line_of(error.key, data)}: {error}")
        except (ValueError, OSError) as error:
            return self.refuse(f"{path}: {error}")
        except DatabaseError as error:  # such as two sides of one subject
            return self.refuse(f"{path}: The database does not take what the file says ({error}).")
        return True

    def refuse(self, reason) -> bool:
        with tqdm.external_write_mode(file=self.stderr):
            self.stderr.write(str(reason))
        return False

    def report(self, path, stored: Stored, dry_run):
        if self.verbosity == 0:
            return
        verb = "would change" if dry_run else "changed"
        lines = [*stored.changes, *stored.disagreements]
        with tqdm.external_write_mode(file=self.stdout):
            self.stdout.write(f"{path}: {verb} {len(stored.changes)}." if stored.changes else f"{path}: no change.")
            for line in lines:
                self.stdout.write(f"    {line}")


def _files(paths):
    """The files, in the order given; of a folder its *.md by name."""
    for path in map(Path, paths):
        if path.is_dir():
            found = sorted(path.glob("*.md"))
            if not found:
                raise CommandError(f"{path}: there is no *.md file in this folder.")
            yield from found
        elif path.exists():
            yield path
        else:
            raise CommandError(f"{path}: there is no such file.")


def line_of(key: str, data: bytes) -> int:
    """The line of the front matter that has this key, or the first."""
    lines = data.decode("utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if line.startswith(f"{key}:")), 1)


def start_of(path: Path) -> bytes:
    """The file's bytes, no more of them than tell that it is too large."""
    with path.open("rb") as file:
        return file.read(article_file.MAX_SIZE + 1)
