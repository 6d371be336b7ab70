from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand

from articles.importing import store_page
from articles.models import Article, Page
from articles.transfer import page_file

SAMPLES = Path(__file__).parents[2] / "samples"


class Command(BaseCommand):
    help = "Fill an empty database with the sample articles and pages. A database that has articles is left alone."

    def handle(self, *, verbosity, **options):
        if Article.objects.exists():
            self.stdout.write("There are articles already; the samples were not loaded.")
            return
        call_command("import_articles", str(SAMPLES), verbosity=0)
        if not Page.objects.exists():
            for path in sorted((SAMPLES / "pages").glob("*.md")):
                store_page(page_file.read(path.read_bytes(), str(path)))
        if verbosity:
            self.stdout.write(f"{Article.objects.count()} sample articles were loaded.")
