import time

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.search import indexes, rebuilding, store


class Command(BaseCommand):
    help = "Make the search index anew. Readers search the present one until the new one takes its place."

    def add_arguments(self, parser):
        parser.add_argument("--restart", action="store_true", help="begin anew, even if one was begun and interrupted")
        parser.add_argument("--if-needed", action="store_true", help="do nothing if the index is complete and current")

    def handle(self, *, restart, if_needed, verbosity, **options):
        if if_needed and not rebuilding.is_needed():
            rebuilding.clear()  # what one that was killed at its very end left
            indexes.mend()
            return
        try:
            self.rebuild(restart, quiet=verbosity == 0)
        except rebuilding.AnotherIsAtWork:
            raise CommandError("Another process is rebuilding the search index just now.") from None
        except KeyboardInterrupt:
            raise CommandError("Stopped. The next “rebuild_search” goes on from here.") from None

    def rebuild(self, restart, quiet):
        if not quiet:
            self.stdout.write("Making the search index anew.")
        state = rebuilding.begin(restart)
        done, total = rebuilding.progress(state)
        with tqdm(
            total=total, initial=done, unit=" editions", disable=True if quiet else None, file=self.stderr
        ) as bar:
            for count in rebuilding.build(state):
                bar.update(count)
        time.sleep(rebuilding.REST)
        rebuilding.clear()
        store.tidy()
