from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles import exporting
from articles.models import Article


class Command(BaseCommand):
    help = "Write every article as Markdown files, one for each language, which import_articles reads back."

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DIR")

    def handle(self, *, folder, verbosity, **options):
        folder = Path(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            count = sum(self.write(folder, article) for article in self.with_progress(verbosity))
        except OSError as error:
            raise CommandError(f"{error.filename}: cannot be written ({error.strerror}).") from error
        self.stdout.write(f"{count} files are in {folder}.")

    def with_progress(self, verbosity):
        articles = Article.objects.order_by("key")
        quiet = verbosity == 0 or articles.count() < 10
        return tqdm(articles.iterator(), total=articles.count(), unit=" articles", disable=True if quiet else None)

    def write(self, folder, article) -> int:
        files = list(exporting.files(article))
        for name, text in files:
            (folder / name).write_text(text, encoding="utf-8")
        return len(files)
