"""The body of an article file: lead, sides, similarities, differences, table and summary."""

import re
from dataclasses import dataclass, field
from itertools import takewhile

from articles import prose
from articles.manuscript import Dimension, Manuscript, Side, Similarity

from .errors import ArticleFileError
from .front_matter import FrontMatter, texts
from .headings import Headings, headings, translated
from .marks import checked_key, marked, unescaped
from .source import Numbered
from .table import Axis, with_cells

MIN_SIDES, MAX_SIDES = 2, 12

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?")
_QUOTATION = re.compile(r" {0,3}>[ \t]?")
_ITEM = re.compile(r"[-*+][ \t]+")
# **Name** (text): sentence – with both, one or neither of name and text.
_TEXT = r"(?:\\.|[^\\)])*"
_SIMILARITY = re.compile(rf"(?:\*\*((?:\\.|[^\\*])+)\*\*(?:[ \t]*\(({_TEXT})\))?:|\(({_TEXT})\):)[ \t]*(.*)")


@dataclass(slots=True)
class Part:
    """A heading and the lines below it, to the next heading of its level or above."""

    line: int
    heading: str
    lines: list[Numbered] = field(default_factory=list)


def read(lines: list[Numbered], matter: FrontMatter) -> Manuscript:
    """The manuscript of a body and its front matter. Raises ArticleFileError."""
    language = matter.imprint.language
    names = headings(language)
    lead, *parts = _parts(lines, 2)
    sections = _sections(parts, names, language)
    sides, labels = _sides(sections[names.sides], matter, names)
    dimensions = _dimensions(sections[names.differences], language)
    return Manuscript(
        key=matter.article,
        title=matter.title,
        lead=texts(language, _prose(lead.lines)),
        summary=texts(language, _prose(sections[names.summary].lines)),
        author=matter.author,
        tags=matter.tags,
        sides=sides,
        similarities=_similarities(sections[names.similarities], language),
        dimensions=with_cells(dimensions, sections[names.table].lines, labels, matter.sources, language),
        sources=matter.sources,
        picture=matter.picture,
    )


def _parts(lines: list[Numbered], level: int) -> list[Part]:
    """The lines cut at the headings of `level`. The first part is what stands before them."""
    parts = [Part(lines[0].number if lines else 1, "")]
    for line in lines:
        match = _HEADING.fullmatch(line.text)
        if match and len(match[1]) < level:
            message = f"A heading here begins with {'#' * level}: the title comes from the front matter."
            raise ArticleFileError(message, line.number)
        if match and len(match[1]) == level:
            parts.append(Part(line.number, (match[2] or "").strip(" \t")))
        else:
            parts[-1].lines.append(line)
    return parts


def _sections(parts: list[Part], names: Headings, language: str) -> dict[str, Part]:
    order = [names.sides, names.similarities, names.differences, names.table, names.summary]
    found: dict[str, Part] = {}
    for part in parts:
        if part.heading not in order:
            raise ArticleFileError(_unknown_section(part.heading, order, language), part.line)
        if part.heading in found:
            raise ArticleFileError(f"The section “{part.heading}” is here twice.", part.line)
        if any(order.index(part.heading) < order.index(earlier) for earlier in found):
            message = f"The section “{part.heading}” is not in its place. The order is {', '.join(order)}."
            raise ArticleFileError(message, part.line)
        found[part.heading] = part
    last = parts[-1].line if parts else 1
    return {name: found.get(name, Part(last, name)) for name in order}


def _unknown_section(heading: str, order: list[str], language: str) -> str:
    if name := translated(heading, language):
        return f"“{heading}” is a heading of another language. In a file in the language “{language}” it is “{name}”."
    return f"There is no section “{heading}”. The sections are {', '.join(order)}."


def _rows(section: Part) -> list[Part]:
    """The parts of a section that has nothing but parts."""
    before, *rows = _parts(section.lines, 3)
    for line in before.lines:
        if line.text.strip():
            message = f"In the section “{section.heading}” every text stands under a heading that begins with ###."
            raise ArticleFileError(message, line.number)
    return rows


def _sides(section: Part, matter: FrontMatter, names: Headings) -> tuple[tuple[Side, ...], list[Axis]]:
    sides: dict[str, Side] = {}
    labels = []
    for part in _rows(section):
        side, label = _side(part, matter, names)
        _refuse_again(side.key, sides, "side", part.line)
        if side.subject in (other.subject for other in sides.values()):
            raise ArticleFileError(f"The subject “{side.subject.key}” is compared with itself.", part.line)
        sides[side.key] = side
        labels.append(Axis(side.key, label))
    _check_number(len(sides), section)
    compared = {side.subject.key for side in sides.values()}
    for key in matter.subjects:
        if key not in compared:
            raise ArticleFileError(f"The front matter lists the subject “{key}”, which is not a side.", section.line)
    return tuple(sides.values()), labels


def _check_number(sides: int, section: Part) -> None:
    if not sides:
        message = f"The article has no sides under “{section.heading}”, so it has no title. It compares at least two."
        raise ArticleFileError(message, section.line)
    if sides < MIN_SIDES:
        raise ArticleFileError("The article has one side only. An article compares at least two.", section.line)
    if sides > MAX_SIDES:
        raise ArticleFileError(f"The article has {sides} sides. It may have at most {MAX_SIDES}.", section.line)


def _side(part: Part, matter: FrontMatter, names: Headings) -> tuple[Side, str]:
    language = matter.imprint.language
    label, key, attributes = marked(part.heading, part.line, known=("subject", "picture"))
    label = unescaped(label)
    key = _required_key(key, label, part.line)
    subject = matter.subjects.get(attributes.get("subject", key))
    if subject is None:
        message = f"The side “{key}” has no subject of that key in the front matter."
        raise ArticleFileError(message, part.line)
    name = subject.name.get(language, "")
    if name and label and label != name:
        message = f"The side “{key}” is called “{label}” here and “{name}” in the front matter."
        raise ArticleFileError(message, part.line)
    answer, lines = _answer(part.lines)
    description, *examples = _parts(lines, 4)
    if len(examples) > 1 or any(example.heading != names.example for example in examples):
        message = f"The only heading under a side is one “#### {names.example}”."
        raise ArticleFileError(message, examples[-1].line)
    example = _prose(examples[0].lines) if examples else ""
    described = texts(language, _prose(description.lines))
    picture = matter.pictures.at(attributes.get("picture", ""), part.line)
    return Side(key, subject, described, texts(language, example), texts(language, answer), picture), label or name


def _answer(lines: list[Numbered]) -> tuple[str, list[Numbered]]:
    """The quotation that a side may begin with, and the lines after it."""
    start = next((index for index, line in enumerate(lines) if line.text.strip()), len(lines))
    quoted = list(takewhile(lambda line: _QUOTATION.match(line.text), lines[start:]))
    answer = " ".join(_QUOTATION.sub("", line.text, count=1) for line in quoted)
    return unescaped(answer), lines[start + len(quoted) :]


def _similarities(section: Part, language: str) -> tuple[Similarity, ...]:
    items: list[Numbered] = []
    for line in section.lines:
        if item := _ITEM.match(line.text):
            items.append(Numbered(line.number, line.text[item.end() :]))
        elif items and line.text[:1] in (" ", "\t") and line.text.strip():
            items[-1] = _continued(items[-1], line.text)
        elif line.text.strip():
            message = f"Under “{section.heading}” each similarity is a line that begins with a hyphen."
            raise ArticleFileError(message, line.number)
    found: dict[str, Similarity] = {}
    for item in items:
        similarity = _similarity(item, language)
        _refuse_again(similarity.key, found, "similarity", item.number)
        found[similarity.key] = similarity
    return tuple(found.values())


def _continued(item: Numbered, more: str) -> Numbered:
    return Numbered(item.number, f"{item.text.rstrip()} {more.strip()}")


def _similarity(item: Numbered, language: str) -> Similarity:
    text, key, _ = marked(item.text, item.number)
    key = _required_key(key, unescaped(text), item.number)
    name, after_name, alone, sentence = "", "", "", text
    if match := _SIMILARITY.fullmatch(text):
        name, after_name, alone, sentence = match.groups(default="")
    parts = (sentence, name, after_name or alone)
    return Similarity(key, *(texts(language, unescaped(part)) for part in parts))


def _dimensions(section: Part, language: str) -> list[Dimension]:
    found: dict[str, Dimension] = {}
    for part in _rows(section):
        name, key, attributes = marked(part.heading, part.line, known=("group",))
        name = unescaped(name)
        key = _required_key(key, name, part.line)
        _refuse_again(key, found, "row", part.line)
        group = texts(language, attributes.get("group", ""))
        found[key] = Dimension(key, texts(language, name), texts(language, _prose(part.lines)), group)
    return list(found.values())


def _required_key(key: str, name: str, line: int) -> str:
    if not key:
        shown = name if len(name) <= 60 else f"{name[:60]}…"
        raise ArticleFileError(f"“{shown}” has no key. Write one after it in braces, such as {{#verd}}.", line)
    return checked_key(key, line)


def _refuse_again(key: str, found: dict, what: str, line: int) -> None:
    if key in found:
        raise ArticleFileError(f"The key “{key}” is already the key of another {what}.", line)


def _prose(lines: list[Numbered]) -> str:
    """Longer text. What is not prose is refused, so that a slip does not become words of the article."""
    for line in lines:
        if _HEADING.fullmatch(line.text):
            raise ArticleFileError("A heading may not stand here.", line.number)
        if _QUOTATION.match(line.text):
            raise ArticleFileError("A quotation may only stand right below the heading of a side.", line.number)
        if line.text.lstrip().startswith("|"):
            raise ArticleFileError("A table may only stand in the section for it.", line.number)
    return prose.from_markdown("\n".join(line.text for line in lines))
