from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles import exchanging, rows, translating
from articles.models import Article, translated
from articles.transfer import exchange


class Command(BaseCommand):
    help = "Write each article's translation as an XLIFF or PO file, which import_translations reads back."

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DIR")
        parser.add_argument("--language", choices=translated.languages(), help="The language that is translated into.")
        parser.add_argument("--format", choices=exchange.FORMATS, default="xliff", dest="kind")
        parser.add_argument("--article", action="append", dest="keys", metavar="KEY", help="Only this one.")

    def handle(self, *, folder, language, kind, keys, **options):
        folder, articles = Path(folder), Article.objects.order_by("key")
        if keys and (unknown := set(keys) - set(articles.values_list("key", flat=True))):
            raise CommandError(f"There is no article {', '.join(sorted(unknown))}.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            count = sum(
                self.write(folder, article, language, kind)
                for article in (articles.filter(key__in=keys) if keys else articles)
            )
        except OSError as error:
            raise CommandError(f"{error.filename}: cannot be written ({error.strerror}).") from error
        self.stdout.write(f"{count} files are in {folder}.")

    def write(self, folder, article, language, kind) -> int:
        source = translating.source_language(article, rows.read(article))
        wanted = [code for code in translated.languages() if code != source and language in (None, code)]
        for code in wanted:
            bundle = exchanging.bundle_of(article, code, source)
            (folder / exchanging.file_name(bundle, kind)).write_bytes(exchange.write(bundle, kind))
        return len(wanted)
