from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from config.backup import NotPossible, bars, media, whole


class Command(BaseCommand):
    help = "Put what “backup” wrote into an empty place. The file is checked whole before anything is changed."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--check", action="store_true", help="only check the file, and say what is in it")
        parser.add_argument("--replace", action="store_true", help="put it in the place of what is there")

    def handle(self, *, file, check, replace, verbosity, **options):
        progress = bars.progress(self.stderr, quiet=verbosity == 0)
        try:
            if check:
                return self.say(whole.examine(file, progress), "holds")
            done = whole.restore(file, progress, replace=replace)
        except NotPossible as reason:
            raise CommandError(str(reason)) from None
        except (DatabaseError, OSError) as error:
            raise CommandError(f"Nothing was restored: {error}") from None
        self.say(done.manifest, "gave back")
        if done.kept:
            self.stdout.write(f"The pictures that were here are in {done.kept}.")
        if done.waiting:
            self.stdout.write(f"{len(done.waiting)} migrations wait: run “manage.py migrate” before you serve.")

    def say(self, manifest, verb):
        self.stdout.write(
            f"The backup of {manifest.made_at} {verb} {manifest.rows} rows of {len(manifest.tables)} tables "
            f"and {manifest.pictures} pictures."
        )
        if manifest.bucket:
            self.stdout.write(f"Its pictures were in the bucket {manifest.bucket} and are not in this file.")
            if media.bucket() != manifest.bucket:
                self.stdout.write("This site does not look there: see MEDIA_STORE. Pictures that are here stay.")
