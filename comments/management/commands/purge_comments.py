from django.core.management.base import BaseCommand, no_translations

from comments import purging


class Command(BaseCommand):
    help = "Delete what is kept no longer: old spam, what was never confirmed, old mails. The worker does it daily."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and write nothing")

    @no_translations
    def handle(self, *, dry_run, **options):
        for sentence in purging.purge(dry_run=dry_run):
            self.stdout.write(sentence)
