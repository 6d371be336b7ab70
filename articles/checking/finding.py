"""One thing that an editor should look at, and what a check has to ask of the rest of the site."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

STOP, WARNING, GUESS = "stop", "warning", "guess"

RULES = {
    "sides": STOP,  # count, least, most
    "title": STOP,
    "answer": STOP,
    "name": WARNING,  # a side that has none is left out
    "row_name": WARNING,  # a row that says something and has none is left out
    "long_title": WARNING,  # length, most
    "covered": WARNING,  # title of the other article
    "alt": WARNING,  # digest of the picture
    "empty_cell": WARNING,  # elsewhere: whether it says something in another language
    "long_cell": WARNING,  # words, most
    "drafted_cells": WARNING,  # count, sides
    "no_difference": WARNING,
    "no_discussion": WARNING,
    "broken_link": WARNING,  # address
    "other_language": WARNING,
    "unknown_word": WARNING,  # word, wanted (what may be meant, or None), start, end
    "quotes": WARNING,  # this and the rest of typography: found, wanted (may be None), start, end
    "apostrophe": WARNING,
    "dash": WARNING,
    "date": WARNING,
    "number": WARNING,
    "time": WARNING,
    "spaces": WARNING,
    "comma": WARNING,
    "guessed_word": GUESS,  # word, wanted (None), start, end
}


@dataclass(frozen=True, slots=True)
class Finding:
    """`path` is a text's (see `articles.units`), or "sides", "picture" or "side:sala:picture".

    `data` has what the comment beside the rule says. `start` and `end` count characters of the text as it is read:
    of prose, its plain text.
    """

    rule: str
    path: str
    language: str
    data: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def kind(self) -> str:
        """ "stop", "warning" or "guess"."""
        return RULES[self.rule]


def _every_page(address: str) -> bool:
    return True


def _no_other(subjects: frozenset[str]) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Knows:
    """What the site knows: whether a path of it is a page, and the title of another article on these subjects."""

    page: Callable[[str], bool] = _every_page
    covered: Callable[[frozenset[str]], str | None] = _no_other
