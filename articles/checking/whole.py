"""All checks of one edition."""

from itertools import chain

from articles.checking import structure, wordings
from articles.checking.finding import GUESS, STOP, WARNING, Finding, Knows
from articles.manuscript import Manuscript
from articles.units import units

_KINDS = (STOP, WARNING, GUESS)


def findings(manuscript: Manuscript, language: str, *, knows: Knows | None = None) -> tuple[Finding, ...]:
    """What to look at in this language: what stops first, then warnings, then guesses, each in the page's order."""
    knows = knows or Knows()
    found = chain(
        structure.of_sides(manuscript, language),
        structure.of_title(manuscript, language, knows),
        structure.of_pictures(manuscript, language),
        structure.of_rows(manuscript, language),
        wordings.of_links(manuscript, language, knows),
        wordings.of_words(manuscript, language),
    )
    places = {unit.path: place for place, unit in enumerate(units(manuscript))}
    return tuple(sorted(found, key=lambda one: (_KINDS.index(one.kind), places.get(one.path, -1))))


def stops(manuscript: Manuscript, language: str) -> tuple[Finding, ...]:
    """What keeps the edition from being published, alone."""
    return tuple(one for one in structure.of_sides(manuscript, language) if one.kind == STOP)
