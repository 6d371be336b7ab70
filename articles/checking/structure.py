"""What is missing or too much: names, answers, cells, discussions, pictures' texts."""

from collections.abc import Iterator
from dataclasses import replace

from articles import comparison, headings, prose
from articles.checking.finding import Finding, Knows
from articles.manuscript import Cell, Dimension, Manuscript, Side, pictures

LEAST_SIDES, MOST_SIDES = 2, 5
MOST_WORDS = 12  # of a cell
LONGEST_TITLE = 60  # what search engines show


def of_sides(manuscript: Manuscript, language: str) -> Iterator[Finding]:
    """Whether there is something to compare, and a sentence on each."""
    named = comparison.named(manuscript.sides, language)
    if not LEAST_SIDES <= len(named) <= MOST_SIDES:
        counts = {"count": len(named), "least": LEAST_SIDES, "most": MOST_SIDES}
        yield Finding("sides", "sides", language, counts)
    if not manuscript.title.get(language) and len(named) < LEAST_SIDES:
        yield Finding("title", "title", language)
    for side in manuscript.sides:
        if side not in named:
            yield Finding("name", f"subject:{side.subject.key}:name", language)
        elif not (side.answer.get(language) or side.subject.definition.get(language)):
            yield Finding("answer", f"side:{side.key}:answer", language)


def of_title(manuscript: Manuscript, language: str, knows: Knows) -> Iterator[Finding]:
    named = comparison.named(manuscript.sides, language)
    title = manuscript.title.get(language) or headings.text(headings.title(named, language))
    if len(title) > LONGEST_TITLE:
        yield Finding("long_title", "title", language, {"length": len(title), "most": LONGEST_TITLE})
    subjects = frozenset(side.subject.key for side in manuscript.sides)
    if len(subjects) > 1 and (other := knows.covered(subjects)):
        yield Finding("covered", "sides", language, {"title": other})


def of_pictures(manuscript: Manuscript, language: str) -> Iterator[Finding]:
    """Each picture once, where it stands first: what it lacks, it lacks wherever it is used."""
    wanting = {picture.digest for picture in pictures(manuscript) if not picture.alt.get(language)}
    for path, picture in _placed(manuscript):
        if picture and picture.digest in wanting:
            wanting.remove(picture.digest)
            yield Finding("alt", path, language, {"digest": picture.digest})


def _placed(manuscript: Manuscript):
    yield "picture", manuscript.picture
    for side in manuscript.sides:
        yield f"side:{side.key}:picture", side.picture
        yield f"subject:{side.subject.key}:picture", side.subject.picture


def of_rows(manuscript: Manuscript, language: str) -> Iterator[Finding]:
    named = comparison.named(manuscript.sides, language)
    table = comparison.table(replace(manuscript, similarities=()), language)
    same = {row.key for row in table.rows if row.same}
    for row in manuscript.dimensions:
        if row.name.get(language):
            yield from _of_row(row, named, language, row.key in same)
        elif _says_something(row, language):
            yield Finding("row_name", f"row:{row.key}:name", language)


def _of_row(row: Dimension, named: list[Side], language: str, same: bool) -> Iterator[Finding]:
    if same:
        yield Finding("no_difference", f"row:{row.key}:name", language)
    cells = {cell.side: cell for cell in row.cells}
    for side in named:
        yield from _of_cell(f"cell:{row.key}:{side.key}", cells.get(side.key, Cell(side.key)), language)
    drafted = [side.key for side in named if language in cells.get(side.key, Cell(side.key)).drafted]
    if drafted:
        data = {"count": len(drafted), "sides": tuple(drafted)}
        yield Finding("drafted_cells", f"cell:{row.key}:{drafted[0]}", language, data)
    if not row.discussion.get(language):
        yield Finding("no_discussion", f"row:{row.key}:discussion", language)


def _of_cell(path: str, cell: Cell, language: str) -> Iterator[Finding]:
    text = cell.text.get(language)
    if not text:
        yield Finding("empty_cell", path, language, {"elsewhere": any(cell.text.values())})
    elif (words := prose.words(text)) > MOST_WORDS:
        yield Finding("long_cell", path, language, {"words": words, "most": MOST_WORDS})


def _says_something(row: Dimension, language: str) -> bool:
    return any(texts.get(language) for texts in (row.discussion, *(cell.text for cell in row.cells)))
