"""The difference between two manuscripts as the history page draws it: words, rows of the table, everything else."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from articles import units
from articles.admin.history.revisions import Label
from articles.admin.history.table import Table, moved, table
from articles.admin.history.words import drawn
from articles.admin.wording import place
from articles.differences import DELETED, INSERTED, SAME, Change, Counts, Piece, difference

MOST = 100  # texts that are drawn of one language


@dataclass(frozen=True, slots=True)
class Entry:
    """One text, or one value, that is not what it was."""

    name: str
    pieces: tuple[Piece, ...] = ()
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """What is different in one language. `more`: texts that are not drawn."""

    language: str
    name: str
    entries: tuple[Entry, ...]
    table: Table
    more: int

    def __bool__(self) -> bool:
        return bool(self.entries or self.table.rows)


@dataclass(frozen=True, slots=True)
class Comparison:
    sections: tuple[Section, ...]
    others: tuple[Entry, ...]
    counts: tuple[Label, ...]

    def __bool__(self) -> bool:
        return bool(self.others) or any(section.entries or section.table.changed for section in self.sections)


def compared(before, after, language: str, spoken: str, all_rows: bool = False) -> Comparison:
    """From one manuscript to another in the language; "" means all, and then what is shared is named as in `spoken`.

    `all_rows`: rows of the table that stayed as they were are drawn, too.
    """
    languages = [language] if language else [code for code, _name in settings.LANGUAGES]
    whole = difference(before, after, [language] if language else None)
    sections = (_section(before, after, code, all_rows) for code in languages)
    others = _Others(whole, language or spoken, after, before)
    return Comparison(
        tuple(section for section in sections if section),
        (*others.orders(), *others.tags(), *others.values()),
        tuple(counted(whole.counts)),
    )


def counted(counts: Counts):
    """The counts as words, those that are none left out."""
    said = (
        (ngettext("%(count)s text", "%(count)s texts", counts.texts), "line", counts.texts),
        (ngettext("%(count)s cell", "%(count)s cells", counts.cells), "line", counts.cells),
        (ngettext("+ %(count)s row", "+ %(count)s rows", counts.rows_added), "good", counts.rows_added),
        (ngettext("− %(count)s row", "− %(count)s rows", counts.rows_removed), "bad", counts.rows_removed),
        (ngettext("%(count)s row moved", "%(count)s rows moved", counts.rows_moved), "", counts.rows_moved),
        (ngettext("%(count)s side", "%(count)s sides", counts.sides), "", counts.sides),
        (ngettext("%(count)s similarity", "%(count)s similarities", counts.similarities), "", counts.similarities),
        (ngettext("%(count)s source", "%(count)s sources", counts.sources), "", counts.sources),
        (ngettext("%(count)s other thing", "%(count)s other things", counts.values), "", counts.values),
    )
    return [Label(words % {"count": count}, kind) for words, kind, count in said if count]


def _section(before, after, language: str, all_rows: bool) -> Section:
    found = [change for change in _changes(before, after, language) if not _is_of_table(change.path)]
    entries = tuple(_entry(change, after, before) for change in found[:MOST])
    name = dict(settings.LANGUAGES).get(language, language)
    return Section(language, name, entries, table(before, after, language, all_rows), len(found[MOST:]))


def _changes(before, after, language: str):
    """Every text that is another one, in the page's order; of what is new or gone, its texts whole."""
    old = {unit.path: unit for unit in units.units(before)}
    new = {unit.path: unit for unit in units.units(after)}
    for path in [*new, *(path for path in old if path not in new)]:
        was, now = (one[path].texts.get(language, "") if path in one else "" for one in (old, new))
        if was != now:
            yield Change(path, language, was, now, (new.get(path) or old[path]).is_prose)


def _is_of_table(path: str) -> bool:
    return path.startswith("cell:") or (path.startswith("row:") and path.endswith(":name"))


def _entry(change: Change, after, before) -> Entry:
    labels = (Label(_("only formatting or links")),) if change.only_formatting else ()
    return Entry(place(change.path, change.language, after, before), drawn(change), labels)


class _Others:
    """What is no text and no row of the table, or is not of one language."""

    def __init__(self, whole, language: str, *manuscripts):
        self.whole, self.language, self.manuscripts = whole, language, manuscripts

    def orders(self):
        """What came, went and moved."""
        for kind, order in (
            ("side", self.whole.sides),
            ("similarity", self.whole.similarities),
            ("source", self.whole.sources),
        ):
            for key in order.added:
                yield Entry(self.place(f"{kind}:{key}"), labels=(Label(ADDED[kind], "good"),))
            for key in order.removed:
                yield Entry(self.place(f"{kind}:{key}"), labels=(Label(REMOVED[kind], "bad"),))
            for move in order.moved:
                yield Entry(self.place(f"{kind}:{move.key}"), labels=(moved(move),))

    def tags(self):
        removed = [Piece(DELETED, self.place(f"tag:{key}")) for key in self.whole.tags_removed]
        added = [Piece(INSERTED, self.place(f"tag:{key}")) for key in self.whole.tags_added]
        if removed or added:
            yield Entry(self.place("tags"), tuple(_spaced([*removed, *added])))

    def values(self):
        for path, before, after, language in self.whole.exchanges:
            labels = (Label(dict(settings.LANGUAGES).get(language, language)),) if language else ()
            field = path.rpartition(":")[2]
            if field == "drafted":
                yield Entry(self.place(path), labels=(*labels, Label(CONFIRMED if before else DRAFTED)))
                continue
            was, now = self.said(field, before), self.said(field, after)
            pieces = drawn(Change(path, "", was, now)) if was != now else ()
            yield Entry(
                self.place(path), pieces, labels if pieces else (*labels, Label(pgettext("of a text", "changed")))
            )

    def place(self, path: str) -> str:
        return place(path, self.language, *self.manuscripts)

    def said(self, field: str, value) -> str:
        """A value that is no text, in words."""
        if not value:
            return ""
        if field == "author":
            authors = [one.author for one in self.manuscripts if one.author and one.author.key == value]
            return authors[0].name.get(self.language) or next(iter(authors[0].name.values()), value)
        if field in ("subject", "source"):
            return self.place(f"{field}:{value}")
        if field == "picture":
            return value.alt.get(self.language) or value.digest[:8]
        if field == "forms":
            return ", ".join(text for text in (value.nominative, value.dative, value.genitive, value.question) if text)
        return str(value)


def _spaced(pieces):
    for number, piece in enumerate(pieces):
        if number:
            yield Piece(SAME, ", ")
        yield piece


CONFIRMED, DRAFTED = gettext_lazy("draft confirmed"), gettext_lazy("a draft again")
ADDED = {
    "side": gettext_lazy("+ new side"),
    "similarity": gettext_lazy("+ new similarity"),
    "source": gettext_lazy("+ new source"),
}
REMOVED = {
    "side": gettext_lazy("− side removed"),
    "similarity": gettext_lazy("− similarity removed"),
    "source": gettext_lazy("− source removed"),
}
