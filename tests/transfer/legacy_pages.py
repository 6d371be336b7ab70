"""Saved pages to test with: those in `pages/`, and short ones made on the spot."""

from pathlib import Path

from articles.transfer.legacy_page import LegacyPage, decode, parse

PAGES = Path(__file__).parent / "pages"

SHORT = """\
Munurinn á sölu og þjónustu

Inngangur.

Hvað er sala?

Sala er viðskipti.

Hvað er þjónusta?

Þjónusta er aðstoð.

Mismunur á sölu og þjónustu

Verð

Sala kostar mikið. Þjónusta kostar lítið.
"""


def page(name: str, language: str = "is") -> LegacyPage:
    return parse(decode((PAGES / f"{name}.txt").read_bytes()), language)


def differences(discussion: str, *, title: str = "Munurinn á sölu og þjónustu", heading: str = "Verð") -> str:
    """A page of which only the discussion of one row matters."""
    names = title.removeprefix("Munurinn á ")
    return f"{title}\n\nMismunur á {names}\n\n{heading}\n\n{discussion}\n"


def cells(page: LegacyPage, language: str = "is") -> dict[str, dict[str, str]]:
    """Row name → side key → text."""
    return {
        row.name[language]: {cell.side: cell.text[language] for cell in row.cells}
        for row in page.manuscript.dimensions
    }


def told(page: LegacyPage, kind: str) -> list[str]:
    return [finding.text for finding in page.findings if finding.kind == kind]
