from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, no_translations
from django.db import DatabaseError, transaction

from articles import arrivals, rows
from articles.importing import Stored, store
from articles.manuscript import Imprint, Manuscript
from articles.models import Edition
from articles.transfer import legacy_page
from articles.transfer.legacy_page import LegacyComment, LegacyPage, LegacyPageError
from comments.models import Comment

MOST_BYTES = 50_000_000  # what is larger is not even read
READER = {"is": "Lesandi", "en": "Reader"}
HEADINGS = {
    legacy_page.FOUND: "Found",
    legacy_page.DRAFTED: "Drafted from the discussions, for an editor to confirm",
    legacy_page.MISSING: "Missing or empty",
    legacy_page.LEFT_OUT: "Left out",
    legacy_page.UNPLACED: "Could not be placed",
    legacy_page.NOTED: "To look at",
}


class Command(BaseCommand):
    help = (
        "Make articles, in review, of pages that were saved as text from the old site. "
        "The cells of the table are drafted from the discussions; the report says what became of each part."
    )

    def add_arguments(self, parser):
        languages = [code for code, _name in settings.LANGUAGES]
        parser.add_argument("files", nargs="+", metavar="FILE", help="a page saved as text, in UTF-8")
        parser.add_argument("--language", choices=languages, default=languages[0], help="the language of the pages")
        parser.add_argument("--dry-run", action="store_true", help="print the report, and write nothing")
        parser.add_argument("--publish", action="store_true", help="show the articles to readers at once")

    @no_translations
    def handle(self, *, files, language, dry_run, publish, verbosity, **options):
        self.language, self.dry_run, self.verbosity = language, dry_run, verbosity
        self.state = Edition.State.PUBLISHED if publish else Edition.State.REVIEW
        if dry_run:
            with transaction.atomic():
                failed = self.import_files(files)
                transaction.set_rollback(True)
        else:
            failed = self.import_files(files)
        if failed:
            raise CommandError(f"{failed} of {len(files)} files could not be imported; nothing of them was written.")

    def import_files(self, files: Iterable[str]) -> int:
        """Import each file, all or nothing. Returns how many could not be."""
        return sum(not self.import_file(Path(file)) for file in files)

    def import_file(self, path: Path) -> bool:
        try:
            page = legacy_page.parse(self.text_of(path), self.language)
        except LegacyPageError as error:
            return self.refuse(f"{path}, {error}")
        except OSError as error:
            return self.refuse(f"{path}: The file cannot be read ({error.strerror or error}).")
        try:
            with transaction.atomic():
                stored, notes = self.store(path, page)
        except ValueError as error:
            return self.refuse(f"{path}: {error}")
        except DatabaseError as error:
            return self.refuse(f"{path}: The database does not take what the page says ({error}).")
        self.report(path, page, stored, notes)
        return True

    def refuse(self, sentence: str) -> bool:
        self.stderr.write(self.style.ERROR(sentence))
        return False

    def text_of(self, path: Path) -> str:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise LegacyPageError(f"The file has {size:,} bytes; a saved page has {MOST_BYTES:,} at most.")
        return legacy_page.decode(path.read_bytes())

    def store(self, path: Path, page: LegacyPage) -> tuple[Stored, list[str]]:
        """Write article, edition and comments. Returns what was written, and sentences about what was here before."""
        manuscript = arrivals.recognised(page.manuscript, self.language)
        present = arrivals.comparing_the_same(manuscript)
        before = [(article, rows.read(article)) for article in present]
        manuscript = replace(manuscript, key=arrivals.free_key(manuscript.key))
        imprint = Imprint(self.language, state=self.state, origin=Edition.Origin.MACHINE)
        notes = [self.about(article, content, manuscript) for article, content in before]
        stored = store(manuscript, imprint, note=f"import_page {path.name}")
        self.store_comments(stored, page.comments)
        return stored, notes

    def store_comments(self, stored: Stored, comments: Iterable[LegacyComment]) -> None:
        for comment in comments:
            Comment.objects.create(
                article=stored.article,
                language=self.language,
                name=comment.author or READER.get(self.language, READER["en"]),
                text=comment.text,
                state=Comment.State.LIVE,
            )

    def about(self, article, content: Manuscript, manuscript: Manuscript) -> str:
        """A sentence about an article that compares the same subjects."""
        title = arrivals.title_of(content, self.language) or str(article)
        if arrivals.says_the_same(article, manuscript, self.language):
            return f"This page was imported before, as “{article.key}” (“{title}”). This is the same text once more."
        return f"The same subjects are compared already by “{article.key}” (“{title}”)."

    def report(self, path: Path, page: LegacyPage, stored: Stored, notes: list[str]) -> None:
        if self.verbosity == 0:
            return
        edition = stored.edition
        verb = "would be imported" if self.dry_run else "imported"
        state = "in review" if edition.state == Edition.State.REVIEW else "published"
        self.stdout.write(f"{path}: {verb} as “{stored.article.key}”, address “{edition.slug}”, {state}.")
        self.lines("Here already", [*notes, *stored.disagreements])
        for kind, heading in HEADINGS.items():
            found = [finding for finding in page.findings if finding.kind == kind]
            self.lines(heading, [f"{_place(finding.line)}{finding.text}" for finding in found])

    def lines(self, heading: str, sentences: list[str]) -> None:
        if sentences:
            self.stdout.write(f"  {heading}:")
        for sentence in sentences:
            self.stdout.write(f"    {sentence}")


def _place(line: int) -> str:
    return f"line {line}: " if line else ""
