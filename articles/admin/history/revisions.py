"""An article's revisions as its history lists them, and the two that are compared."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import Http404
from django.utils.translation import gettext as _

from articles import rows
from articles.admin.editions import ARCHIVED, EXPIRED, LIVE, SCHEDULED, standing
from articles.manuscript import Manuscript
from articles.models import Article, Edition, Revision

ROWS, LIVE_IN = "rows", "live-"
PAGE = 30


@dataclass(frozen=True, slots=True)
class Label:
    """A word in a box; its kind is a colour that says nothing alone."""

    word: str
    kind: str = "line"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list. `revision` is None for rows that no revision has."""

    value: str
    number: int | None
    revision: Revision | None
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two that are compared."""

    value: str
    number: int | None
    manuscript: Manuscript
    revision: Revision | None


class Revisions:
    """All of one article's. Contents are read of those alone that are compared."""

    def __init__(self, article: Article):
        self.article = article
        known = list(article.revisions.order_by("pk").values_list("pk", "substantive"))
        self.numbers = {pk: number for number, (pk, _substantive) in enumerate(known, start=1)}
        self.substantive = [pk for pk, substantive in known if substantive]
        self.content = rows.read(article)
        self.latest = article.revisions.first()

    @cached_property
    def editions(self) -> dict[str, Edition]:
        order = [code for code, _name in settings.LANGUAGES]
        known = {edition.language: edition for edition in self.article.editions.all()}
        return {code: known[code] for code in order if code in known}

    @property
    def is_kept(self) -> bool:
        """Whether the latest revision is what the rows say. What is shared may have been changed elsewhere since."""
        return self.latest is not None and self.latest.manuscript == self.content

    def version(self, wanted: str) -> Version | None:
        """By its number in the database, "rows", or "live-is": what readers of a language have, None for nothing."""
        if wanted == ROWS:
            return self._kept(self.latest) if self.is_kept else Version(ROWS, None, self.content, None)
        if wanted.startswith(LIVE_IN):
            edition = self.editions.get(wanted.removeprefix(LIVE_IN))
            wanted = str(edition.live_revision_id or "") if edition else ""
            if not wanted:
                return None
        pk = number(wanted)
        if pk not in self.numbers:
            raise Http404("The article has no such revision.")
        return self._kept(self.article.revisions.get(pk=pk))

    def previous(self) -> Version | None:
        """The revision before what the rows say now."""
        earlier = sorted(self.numbers)[:-1] if self.is_kept else sorted(self.numbers)
        return self.version(str(earlier[-1])) if earlier else None

    def page(self, only_substantive: bool, before: int | None, chosen) -> tuple[list[Line], int | None]:
        """Lines from the newest on, or from those before a revision on, with the chosen ones wherever they stand."""
        wanted = self.substantive if only_substantive else list(self.numbers)
        wanted = [pk for pk in reversed(wanted) if before is None or pk < before]
        shown = wanted[:PAGE]
        also = {version.revision.pk for version in chosen if version and version.revision}
        found = self.article.revisions.filter(pk__in={*shown, *also}).defer("content").select_related("by")
        lines = [self._line(revision) for revision in found]
        if not self.is_kept and before is None:
            lines.insert(0, Line(ROWS, None, None, (_draft(),)))
        return lines, shown[-1] if len(wanted) > PAGE else None

    def _kept(self, revision: Revision) -> Version:
        return Version(str(revision.pk), self.numbers[revision.pk], revision.manuscript, revision)

    def _line(self, revision: Revision) -> Line:
        is_draft = self.is_kept and revision.pk == self.latest.pk
        labels = ((_draft(),) if is_draft else ()) + tuple(self._shown(revision.pk))
        return Line(str(revision.pk), self.numbers[revision.pk], revision, labels)

    def _shown(self, pk: int):
        """The editions that show the revision, or will."""
        names = dict(settings.LANGUAGES)
        for language, edition in self.editions.items():
            now = standing(edition)
            if edition.live_revision_id == pk and now in (LIVE, SCHEDULED, EXPIRED, ARCHIVED):
                yield Label(_named(names[language], now.word), "good" if now is LIVE else "line")
            if edition.scheduled_revision_id == pk:
                yield Label(_named(names[language], SCHEDULED.word), "warn")


def number(text: str | None) -> int | None:
    """What an address says as a number that a database has."""
    return int(text) if text and text.isdecimal() and len(text) < 19 else None


def _draft() -> Label:
    return Label(_("working draft"), "ink")


def _named(language, word) -> str:
    return _("%(language)s: %(state)s") % {"language": language, "state": str(word).lower()}
