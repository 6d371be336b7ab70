from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from config.backup import NotPossible, bars, whole


class Command(BaseCommand):
    help = "Write database and pictures to one file with checksums, while the site runs. “restore” reads it."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", nargs="?", type=Path, default=Path(), help="the file, or a folder for it; here if none"
        )

    def handle(self, *, file, verbosity, **options):
        if file.is_dir():
            file /= f"munur-{timezone.localtime():%Y-%m-%d-%H%M%S}.tar"
        try:
            done = whole.back_up(file, bars.progress(self.stderr, quiet=verbosity == 0))
        except NotPossible as reason:
            raise CommandError(str(reason)) from None
        except DatabaseError as error:
            raise CommandError(f"The database cannot be read ({error}). Nothing was written.") from None
        except OSError as error:
            raise CommandError(f"{file} cannot be written ({error.strerror}). Nothing was left behind.") from None
        if verbosity:
            self.say(file, done)

    def say(self, file, done):
        size = file.stat().st_size
        self.stdout.write(f"{file} holds {done.rows} rows of {len(done.tables)} tables and {done.pictures} pictures.")
        self.stdout.write(f"It is {size} bytes long and holds what readers wrote: keep it where only you read.")
        if done.bucket:
            self.stdout.write(f"The pictures are in the bucket {done.bucket} and not in this file.")
