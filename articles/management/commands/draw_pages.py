from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.pages import drawing, following, place
from articles.pages.comparing import compare
from articles.pages.listing import addresses


class Command(BaseCommand):
    help = "Draw all public pages, so that no reader waits for one. With --check, only compare them with the database."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="change nothing, and print what differs")

    def handle(self, *, check, verbosity, **options):
        store = place.store()
        if store is None:
            raise CommandError("There is no store of finished pages here: PAGES_ROOT is empty, or cannot be written.")
        if check:
            self.compare(store, verbosity)
        else:
            self.draw(store, verbosity)

    def draw(self, store, verbosity):
        following.follow(store, at_once=True)
        paths = list(dict.fromkeys(addresses()))
        failed = [path for path in self.bar(paths, verbosity) if not drawn(path)]
        self.stdout.write(f"Pages drawn: {len(paths) - len(failed)}.")
        if failed:
            raise CommandError(f"Pages that could not be drawn: {len(failed)}, such as {failed[0]}.")

    def compare(self, store, verbosity):
        known = set(store.index.paths(aside=False))
        paths = sorted(known | set(addresses()))
        found = [difference for difference in compare(store, self.bar(paths, verbosity)) if difference]
        for difference in found:
            self.stdout.write(f"{difference.path} {difference.sentence}")
        if found:
            raise CommandError(f"Pages that differ: {len(found)} of {len(paths)}.")
        self.stdout.write(f"All {len(paths)} pages are finished and right.")

    def bar(self, paths, verbosity):
        return tqdm(paths, unit=" pages", disable=None if verbosity else True)


def drawn(path: str) -> bool:
    response = drawing.draw(path)
    return response is not None and response.status_code == 200 and bool(getattr(response, "kept", False))
