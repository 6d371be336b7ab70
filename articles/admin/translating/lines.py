"""A translation as its page shows it: text by text, with what is known of each and what may be done about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles import differences, machine_translation, roles, translating, translations, units
from articles.admin.languages import PROSE_EDITOR
from articles.admin.wording import place
from articles.manuscript import Manuscript
from articles.models import Article, Subject
from articles.translating import sharing
from articles.translations import MISSING, OK, STALE, UNREVIEWED, Sheet, Text

WORDS = {
    STALE: pgettext_lazy("translated text", "stale"),
    MISSING: pgettext_lazy("translated text", "missing"),
    UNREVIEWED: pgettext_lazy("translated text", "unreviewed, machine translated"),
    OK: pgettext_lazy("translated text", "in order"),
}
GROUPS = {
    STALE: (
        gettext_lazy("Stale"),
        gettext_lazy("the source changed after it was translated; its changed words are marked"),
    ),
    MISSING: (gettext_lazy("Missing"), ""),
    UNREVIEWED: (
        gettext_lazy("Unreviewed"),
        gettext_lazy("readers see a label of machine translation until this is approved"),
    ),
}
KINDS = {
    "cell": gettext_lazy("cell"),
    "subject": gettext_lazy("subject"),
    "row": gettext_lazy("dimension"),
}


@dataclass
class Line:
    """One text in two languages."""

    number: int
    text: Text
    label: str
    language: str
    elsewhere: int = 0  # other articles that have this text
    memory: tuple[str, int] | None = None  # what other articles say, and how many
    is_open: bool = True  # the person may write it
    typed: str | None = None  # what was typed and not saved
    theirs: str | None = None  # what somebody else wrote meanwhile
    error: str = ""

    @property
    def id(self) -> str:
        return f"u{self.number}"

    @property
    def state(self) -> str:
        return self.text.state

    @property
    def word(self) -> str:
        return WORDS[self.state]

    @property
    def kind(self) -> str:
        kind, *rest = self.text.path.split(":")
        return KINDS.get(kind, "") if kind != "row" or rest[1:] == ["name"] else ""

    @cached_property
    def changed(self) -> tuple[differences.Piece, ...]:
        """The words of the source that changed since it was translated."""
        if self.state != STALE:
            return ()
        return differences.pieces(*(self._plain(text) for text in (self.text.before, self.text.source)))

    @property
    def only_marks_changed(self) -> bool:
        return self.state == STALE and all(piece.kind == differences.SAME for piece in self.changed)

    @property
    def value(self) -> str:
        return self.text.target if self.typed is None else self.typed

    @property
    def base(self) -> str:
        """What stands in the article now: the next save knows that it was seen."""
        return self.text.target

    @property
    def box(self) -> str:
        """The field that it is written in."""
        attributes = {"id": self.id, "lang": self.language}
        if self.text.is_prose:
            return prose_field().widget.render(f"t:{self.text.path}", self.value, attributes)
        return forms.Textarea({"rows": 1, "class": "desk-line", **attributes}).render(
            f"t:{self.text.path}", self.value
        )

    @property
    def may_draft(self) -> bool:
        return self.state == MISSING and self.is_open and machine_translation.is_wired()

    def _plain(self, text: str | None) -> str:
        return units.plain(text or "") if self.text.is_prose else text or ""


@dataclass
class Group:
    state: str
    title: str
    hint: str
    lines: list[Line]


@dataclass
class Page:
    """The translation of one article into one language."""

    article: Article
    sheet: Sheet
    lines: dict[str, Line]
    version: int = 0
    typed: Mapping[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> translations.Counts:
        return self.sheet.counts

    @property
    def groups(self) -> list[Group]:
        found = [Group(state, *GROUPS[state], self.of(state)) for state in GROUPS]
        return [group for group in found if group.lines]

    @property
    def finished(self) -> list[Line]:
        return self.of(OK)

    def of(self, state: str) -> list[Line]:
        return [line for line in self.lines.values() if line.state == state]

    def after(self, path: str) -> str:
        """The anchor of the text that is to be done after this one."""
        waiting = [line for group in self.groups for line in group.lines]
        places = [line.text.path for line in waiting]
        later = waiting[places.index(path) + 1 :] if path in places else waiting
        return next((line.id for line in later), "finished")

    @property
    def current(self) -> str:
        return next((group.lines[0].id for group in self.groups), "")

    @property
    def may_draft_all(self) -> bool:
        return any(line.may_draft for line in self.of(MISSING))


def page_of(user, article: Article, content: Manuscript, language: str, source: str) -> Page:
    """The page as the person opens it."""
    sheet = translating.sheet(article, language, source, content)
    keys = {text.path.split(":")[1] for text in sheet.texts if text.is_shared}
    elsewhere, memories = sharing.elsewhere(keys, article), translating.memories(article, sheet)
    closed = closed_subjects(user, keys, language)
    lines = {}
    for number, text in enumerate(sheet.texts):
        key = text.path.split(":")[1] if text.is_shared else ""
        lines[text.path] = Line(
            number,
            text,
            place(text.path, source, content),
            language,
            elsewhere.get(key, 0),
            memories.get(text.path),
            key not in closed,
        )
    return Page(article, sheet, lines)


def closed_subjects(user, keys, language: str) -> set[str]:
    """Subjects whose texts the person may not change: readers have them already."""
    if user.has_perm("articles.change_subject"):
        return set()
    found = Subject.objects.filter(key__in=keys)
    return {subject.key for subject in found if not roles.may(user, f"translate:{language}", subject)}


def prose_field() -> forms.Field:
    return Article._meta.get_field("lead").formfield(**PROSE_EDITOR)


def said(counts: translations.Counts) -> str:
    """The numbers in words: a meter alone says nothing."""
    parts = (
        (counts.ok, _("%(count)d in order")),
        (counts.stale, _("%(count)d stale")),
        (counts.unreviewed, _("%(count)d unreviewed")),
        (counts.missing, _("%(count)d missing")),
    )
    return ", ".join(text % {"count": count} for count, text in parts if count)


def language_name(code: str) -> str:
    return dict(settings.LANGUAGES).get(code, code)
