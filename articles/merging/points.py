"""The one place where two changes meet: what only one changed is taken from that one, the rest is asked about."""

from collections.abc import Mapping
from typing import Any

from articles.manuscript import Texts
from articles.merging.outcome import (
    ADDED,
    CHANGED,
    MINE,
    REMOVED,
    TEXT,
    THEIRS,
    VALUE,
    WHOLE,
    AllTexts,
    Choices,
    Conflict,
    Taken,
)

BOTH = "both"


class Points:
    """Collects conflicts and what was taken, and follows the choices that it is given."""

    def __init__(self, choices: Choices):
        self.choices = choices
        self.conflicts: list[Conflict] = []
        self.taken: list[Taken] = []

    def texts(self, path: str, base: Texts, mine: Texts, theirs: Texts) -> Texts:
        """The texts in all languages, each on its own."""
        if mine == theirs:
            return mine
        found = {
            language: self.text(path, language, *(texts.get(language, "") for texts in (base, mine, theirs)))
            for language in {**mine, **theirs, **base}
        }
        return {language: text for language, text in found.items() if text}

    def text(self, path: str, language: str, base: str, mine: str, theirs: str) -> str:
        return self._one(TEXT, path, language, base, mine, theirs)

    def value(self, path: str, base, mine, theirs):
        """Anything that is one or the other; None is nothing."""
        return self._one(VALUE, path, "", base, mine, theirs)

    def whole(self, path: str, base: AllTexts | None, mine: AllTexts | None, theirs: AllTexts | None, changed) -> str:
        """Who has the thing that stays: "mine", "theirs", "both", or "" where it goes.

        `changed`: whether the one who still has it made it another one than it was.
        """
        if (mine is None) == (theirs is None):
            return BOTH if mine is not None else ""
        has, lacks = (THEIRS, MINE) if mine is None else (MINE, THEIRS)
        point = path, "", WHOLE, base, mine, theirs
        if base is not None and changed:
            self.conflicts.append(Conflict(*point))
            stands = MINE
        else:
            stands = has if base is None else lacks
            self.taken.append(Taken(*point, stands, ADDED if base is None else REMOVED))
        return has if self.side(path, "", stands) == has else ""

    def side(self, path: str, language: str, otherwise: str) -> str:
        """Whose is chosen there, "mine" or "theirs"."""
        said = self.choices.get((path, language), otherwise)
        if said not in (MINE, THEIRS):
            raise ValueError(f"For {path} the choice is “mine” or “theirs”, not “{said}”.")
        return said

    def _one(self, kind: str, path: str, language: str, base, mine, theirs):
        if mine == theirs:
            return mine
        point = path, language, kind, base, mine, theirs
        stands = THEIRS if mine == base else MINE
        if base in (mine, theirs):
            self.taken.append(Taken(*point, stands, _what(kind, base, theirs if stands == THEIRS else mine)))
        else:
            self.conflicts.append(Conflict(*point))
        if kind == TEXT and (path, language) in self.choices:
            return self.choices[path, language]
        return mine if self.side(path, language, stands) == MINE else theirs


def latest(base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """By language, of what is kept elsewhere and only shown here: what one changed; what both did, as theirs is."""
    found = {}
    for language in {**mine, **theirs}:
        one, other = mine.get(language), theirs.get(language)
        found[language] = one if other == base.get(language) else other
    return {language: value for language, value in found.items() if value is not None}


def _what(kind: str, base, after) -> str:
    if kind == VALUE and base is None:
        return ADDED
    return REMOVED if kind == VALUE and after is None else CHANGED
