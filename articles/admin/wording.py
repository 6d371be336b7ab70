"""Words of the desk for what pure modules say in paths and rules: where a text stands, and what a check found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import headings
from articles.checking import GUESS, STOP, WARNING, Finding
from articles.manuscript import Manuscript

KINDS = {
    STOP: gettext_lazy("Stops publishing"),
    WARNING: gettext_lazy("Worth a look"),
    GUESS: gettext_lazy("Perhaps"),
}
_ALONE = {
    "title": gettext_lazy("Title"),
    "lead": gettext_lazy("Lead"),
    "summary": gettext_lazy("Summary"),
    "author": gettext_lazy("Author"),
    "tags": gettext_lazy("Tags"),
    "picture": gettext_lazy("Picture"),
    "sides": gettext_lazy("Sides"),
    "rows": gettext_lazy("Order of the rows"),
    "similarities": gettext_lazy("Similarities"),
    "sources": gettext_lazy("Sources"),
}
# A part of something that has a name: "Service: example". No entry: the name alone.
_PARTS = {
    "answer": gettext_lazy("%(name)s: answer in one sentence"),
    "description": gettext_lazy("%(name)s: description"),  # where there is no name to ask "What is X?" with
    "example": gettext_lazy("%(name)s: example"),
    "subject": gettext_lazy("%(name)s: subject"),
    "picture": gettext_lazy("%(name)s: picture"),
    "definition": gettext_lazy("%(name)s: definition"),
    "forms": gettext_lazy("%(name)s: grammatical forms"),
    "discussion": gettext_lazy("%(name)s: discussion"),
    "group": gettext_lazy("%(name)s: group"),
    "text": gettext_lazy("%(name)s: text in the table"),
    "source": gettext_lazy("%(name)s: source"),
    "drafted": gettext_lazy("%(name)s: draft"),
    "address": gettext_lazy("%(name)s: address"),
    "read_on": gettext_lazy("%(name)s: day it was read"),
}


@dataclass(frozen=True, slots=True)
class Worded:
    """A finding as it stands beside the form."""

    finding: Finding
    sentence: str
    place: str

    @property
    def label(self) -> str:
        return str(KINDS[self.finding.kind])


def worded(finding: Finding, manuscript: Manuscript) -> Worded:
    return Worded(finding, sentence(finding), place(finding.path, finding.language, manuscript))


def sentence(finding: Finding) -> str:
    """What was found, as a sentence that does not say where."""
    return _SENTENCES[finding.rule](finding.data)


def place(path: str, language: str, *manuscripts: Manuscript) -> str:
    """Where a text stands, in an editor's words: „Ábyrgð, Sala“, „Hvað er þjónusta?“, „Líkindi 2“.

    Names are looked for in the manuscripts in their order: give the newer one first, and the older one for what is
    gone. What has no name in the language is called by another, else by its key.
    """
    kind, *rest = path.split(":")
    if not rest:
        return str(_ALONE.get(kind, kind))
    part = rest[-1] if len(rest) > (2 if kind == "cell" else 1) else ""
    found = [_found(kind, rest[0], manuscript) for manuscript in manuscripts]
    thing = next(filter(None, found), None)
    if kind == "similarity":
        return _similarity(rest[0], part, manuscripts)
    if kind == "side" and part == "description" and thing and thing.subject.name.get(language):
        return headings.text(headings.question(thing, 1, language))
    name = _name(thing, language) or rest[0]
    if kind == "cell":
        names = {"row": name, "side": place(f"side:{rest[1]}", language, *manuscripts)}
        name = _("%(row)s, %(side)s") % names
    return str(_PARTS[part]) % {"name": name} if part in _PARTS else name


def _found(kind: str, key: str, manuscript: Manuscript):
    things = {
        "side": manuscript.sides,
        "subject": [side.subject for side in manuscript.sides],
        "row": manuscript.dimensions,
        "cell": manuscript.dimensions,
        "source": manuscript.sources,
        "tag": manuscript.tags,
    }
    return next((thing for thing in things.get(kind, ()) if thing.key == key), None)


def _name(thing, language: str) -> str:
    thing = getattr(thing, "subject", thing)
    names = getattr(thing, "name", None) or {}
    return names.get(language) or next(iter(names.values()), "") or getattr(thing, "title", "")


def _similarity(key: str, part: str, manuscripts) -> str:
    numbers = [[row.key for row in manuscript.similarities] for manuscript in manuscripts]
    number = next((keys.index(key) + 1 for keys in numbers if key in keys), None)
    name = _("Similarity %(number)d") % {"number": number} if number else key
    if part == "name":
        return _("%(name)s: name in the table") % {"name": name}
    return str(_PARTS[part]) % {"name": name} if part in _PARTS else name


def _sides(data) -> str:
    return (
        ngettext(
            "%(count)d side has a name in this language; a comparison is published with %(least)d to %(most)d.",
            "%(count)d sides have a name in this language; a comparison is published with %(least)d to %(most)d.",
            data["count"],
        )
        % data
    )


def _long_title(data) -> str:
    return (
        ngettext(
            "The title has %(length)d character; search engines show %(most)d.",
            "The title has %(length)d characters; search engines show %(most)d.",
            data["length"],
        )
        % data
    )


def _long_cell(data) -> str:
    return (
        ngettext(
            "%(words)d word in the cell, at most %(most)d are wanted.",
            "%(words)d words in the cell, at most %(most)d are wanted.",
            data["words"],
        )
        % data
    )


def _drafted_cells(data) -> str:
    return ngettext("%(count)d draft is not confirmed.", "%(count)d drafts are not confirmed.", data["count"]) % data


def _empty_cell(data) -> str:
    if data["elsewhere"]:
        return _("The cell is empty in this language; readers see the text of another one.")
    return _("The cell is empty.")


def _unknown_word(data) -> str:
    if data["wanted"]:
        return _("“%(word)s” is not in BÍN. Is “%(wanted)s” meant?") % data
    return _("“%(word)s” is not in BÍN.") % data


def _date(data) -> str:
    if data["wanted"]:
        return _("The date “%(found)s” is written “%(wanted)s” in this language.") % data
    return _("The date “%(found)s” can be read in two ways.") % data


_SENTENCES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "sides": _sides,
    "title": lambda data: _("The title is missing in this language."),
    "answer": lambda data: _("The answer in one sentence is missing."),
    "name": lambda data: _("The name is missing in this language, so the side is left out."),
    "row_name": lambda data: _("The row has texts but no name in this language, so it is left out."),
    "long_title": _long_title,
    "covered": lambda data: _("“%(title)s” compares the same already.") % data,
    "alt": lambda data: _("The picture has no alternative text in this language."),
    "empty_cell": _empty_cell,
    "long_cell": _long_cell,
    "drafted_cells": _drafted_cells,
    "no_difference": lambda data: _("All sides say the same, so the row shows no difference."),
    "no_discussion": lambda data: _("The row has no discussion."),
    "broken_link": lambda data: _("The link to %(address)s leads to no page.") % data,
    "other_language": lambda data: _("The text seems to be in another language."),
    "unknown_word": _unknown_word,
    "guessed_word": lambda data: _("“%(word)s” is a guessed compound.") % data,
    "quotes": lambda data: _("The quotation marks of %(found)s are of another language: %(wanted)s.") % data,
    "apostrophe": lambda data: _("The apostrophe %(found)s should be %(wanted)s.") % data,
    "dash": lambda data: _("A dash between words is an en dash with spaces."),
    "date": _date,
    "number": lambda data: _("The number “%(found)s” is written “%(wanted)s” in this language.") % data,
    "time": lambda data: _("The time “%(found)s” is written “%(wanted)s” in this language.") % data,
    "spaces": lambda data: _("There are two spaces or more in a row."),
    "comma": lambda data: _("There is a space in front of a punctuation mark."),
}
