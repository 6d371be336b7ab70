from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation

from articles import exchanging
from articles.models import Article
from articles.transfer import exchange
from articles.transfer.exchange import BadFile, Problem


class Command(BaseCommand):
    help = "Read translated XLIFF and PO files in: all of them, or nothing. Nothing is published."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="Say what would change, and change nothing.")

    def handle(self, *, files, dry_run, **options):
        # What is wrong with a file is said in the language of the command line, like the rest of it.
        with translation.override("en"), transaction.atomic():
            plans, faults = [], []
            for file in map(Path, files):
                try:
                    plans.append((file, self.store(file)))
                except BadFile as error:
                    faults += [f"{file}: {exchanging.sentence(problem)}" for problem in error.problems]
            if faults:
                raise CommandError("\n".join([*faults, "Nothing was changed."]))
            for file, plan in plans:
                self.tell(file, plan)
            if dry_run:
                transaction.set_rollback(True)

    def store(self, file: Path):
        kind = exchange.ENDINGS.get(file.suffix.lstrip(".").lower())
        if kind is None:
            raise CommandError(f"{file}: the name of the file ends neither in .xliff, .xlf nor .po.")
        try:
            data = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file}: cannot be read ({error.strerror}).") from error
        bundle = exchanging.read(data, kind)
        article = Article.objects.filter(key=bundle.article).first()
        if article is None:
            raise BadFile((Problem("no_article", "", bundle.article or "?"),))
        return exchanging.store(article, bundle, bundle.language, note=f"Read in from {file.name}.")

    def tell(self, file: Path, plan) -> None:
        counts = dict.fromkeys((exchanging.NEW, exchanging.CHANGED, exchanging.APPROVED), 0)
        for change in plan.changes:
            counts[change.kind] += 1
        said = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count) or "nothing new"
        stale = f"; {plan.stale} stale, for the source has changed since" if plan.stale else ""
        self.stdout.write(f"{file}: {said}{stale}.")
