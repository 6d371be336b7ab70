from django.core.management.base import BaseCommand, CommandError, no_translations

from articles import consistency


class Command(BaseCommand):
    help = "Report whatever is inconsistent in the database. Changes nothing; exit code 1 where something is."

    @no_translations
    def handle(self, **options):
        count = 0
        for problem in consistency.problems():
            self.stdout.write(problem)
            count += 1
        if count:
            raise CommandError(f"{count} inconsistencies were found.")
        self.stdout.write(self.style.SUCCESS("Everything is consistent."))
