"""An article's texts one by one, each under a path made of keys: what differences, translations and checks speak of.

A path stays the same whatever is moved: "lead", "side:sala:answer", "similarity:vidskipti:sentence",
"row:timi:discussion", "cell:timi:sala", "subject:sala:name".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape

from articles import prose
from articles.manuscript import Cell, Manuscript, Texts

PROSE = frozenset({"lead", "summary", "description", "example", "discussion"})
OF_ARTICLE = ("title", "lead", "summary")
OF_SUBJECT = ("name", "definition")
OF_SIDE = ("answer", "description", "example")
OF_SIMILARITY = ("sentence", "name", "text")
OF_ROW = ("name", "group", "discussion")

_END_OF_BLOCK = re.compile(r"(?:</p>|</li></[uo]l>)(?=<)")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Unit:
    """One text in all its languages; a missing language is a missing key, as in a manuscript."""

    path: str
    texts: Texts

    @property
    def field(self) -> str:
        """The manuscript's name for it: "answer"; "text" for a cell."""
        return "text" if self.path.startswith("cell:") else self.path.rpartition(":")[2]

    @property
    def is_prose(self) -> bool:
        """Whether the text is HTML in the canonical subset rather than one plain line."""
        return self.field in PROSE

    @property
    def is_shared(self) -> bool:
        """Whether the text is a subject's, and so of all articles that compare it."""
        return self.path.startswith("subject:")


def units(manuscript: Manuscript) -> tuple[Unit, ...]:
    """All texts that the manuscript has a place for, in the order of the page; those without any text too."""
    return tuple(Unit(path, texts) for path, texts in _texts(manuscript))


def in_language(manuscript: Manuscript, language: str) -> dict[str, str]:
    """The texts of one language by path; what has no text is left out."""
    return {unit.path: unit.texts[language] for unit in units(manuscript) if unit.texts.get(language)}


def written(manuscript: Manuscript, language: str, changes: Mapping[str, str]) -> Manuscript:
    """The manuscript with these texts put in their places in one language; "" takes a text away.

    Raises ValueError, naming them, for paths that the manuscript does not have. A cell that gets a text is no longer
    a drafted one.
    """
    if unknown := sorted(changes.keys() - {unit.path for unit in units(manuscript)}):
        raise ValueError(f"The article has no {', '.join(unknown)}.")

    def put(texts: Texts, path: str) -> Texts:
        if path not in changes:
            return texts
        kept = {code: text for code, text in texts.items() if code != language}
        return kept | ({language: changes[path]} if changes[path] else {})

    def all_put(value, start: str, names):
        return replace(value, **{name: put(getattr(value, name), f"{start}{name}") for name in names})

    return replace(
        all_put(manuscript, "", OF_ARTICLE),
        sides=tuple(
            replace(
                all_put(side, f"side:{side.key}:", OF_SIDE),
                subject=all_put(side.subject, f"subject:{side.subject.key}:", OF_SUBJECT),
            )
            for side in manuscript.sides
        ),
        similarities=tuple(all_put(row, f"similarity:{row.key}:", OF_SIMILARITY) for row in manuscript.similarities),
        dimensions=tuple(
            replace(all_put(row, f"row:{row.key}:", OF_ROW), cells=_cells(row, manuscript, put, language, changes))
            for row in manuscript.dimensions
        ),
    )


def plain(html: str) -> str:
    """Prose as `prose.plain` gives it, without reading it anew: canonical prose has no marks but its own.

    A text that is not canonical gets there, too.
    """
    if not html.startswith(("<p>", "<ul><li>", "<ol><li>")):
        return prose.plain(html)
    text = _TAG.sub("", _END_OF_BLOCK.sub("\n\n", html.replace("</li><li>", "\n")))
    return unescape(text) if "&" in text else text


def _texts(manuscript: Manuscript) -> Iterator[tuple[str, Texts]]:
    for name in ("title", "lead"):
        yield name, getattr(manuscript, name)
    for side in manuscript.sides:
        yield from _of(side.subject, f"subject:{side.subject.key}:", OF_SUBJECT)
        yield from _of(side, f"side:{side.key}:", OF_SIDE)
    for row in manuscript.similarities:
        yield from _of(row, f"similarity:{row.key}:", OF_SIMILARITY)
    for row in manuscript.dimensions:
        yield from _of(row, f"row:{row.key}:", OF_ROW)
        said = {cell.side: cell.text for cell in row.cells}
        for side in manuscript.sides:
            yield f"cell:{row.key}:{side.key}", said.get(side.key, {})
    yield "summary", manuscript.summary


def _of(value, start: str, names) -> Iterator[tuple[str, Texts]]:
    for name in names:
        yield f"{start}{name}", getattr(value, name)


def _cells(row, manuscript, put, language, changes) -> tuple[Cell, ...]:
    """The row's cells with their texts; a row in which nothing changes is left as it is."""
    said = {cell.side: cell for cell in row.cells}
    cells = {f"cell:{row.key}:{side.key}": said.get(side.key, Cell(side.key)) for side in manuscript.sides}
    changed = [path for path in cells.keys() & changes if changes[path] != cells[path].text.get(language, "")]
    if not changed:
        return row.cells
    for path in changed:
        drafted = tuple(code for code in cells[path].drafted if code != language)
        cells[path] = replace(cells[path], text=put(cells[path].text, path), drafted=drafted)
    return tuple(cell for cell in cells.values() if cell.text or cell.source)
