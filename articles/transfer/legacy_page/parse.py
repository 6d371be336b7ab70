"""A whole page read into a manuscript, with a report of what came of each part."""

from collections.abc import Sequence
from dataclasses import replace

from articles import headings
from articles.language import words
from articles.manuscript import Author, Cell, Dimension, Manuscript, Side, Tag
from articles.transfer.drafting import Draft, Drafter

from . import parts
from .comments import comments
from .lines import blocks
from .names import pieces, without_article
from .sections import Kind, Section, Sections, sections
from .subjects import Named, named, subject
from .values import DRAFTED, FOUND, LEFT_OUT, MISSING, NOTED, UNPLACED, Finding, LegacyComment, LegacyPage
from .wording import Wording, wording

_LONGEST_KEY = 50


def parse(text: str, language: str = "is", name: str = "") -> LegacyPage:
    """The page as a manuscript with texts in that language, its comments, and findings for a report.

    `name` (of the file) is told in errors. Raises LegacyPageError, with a line, where the page cannot be read.
    """
    reading = _Reading(text, language, name)
    manuscript = reading.manuscript()
    said = reading.comments()
    reading.what_has_no_place()
    return LegacyPage(manuscript, tuple(said), tuple(reading.findings))


class _Reading:
    """One page on its way into a manuscript. Each method reads a part and adds what it found to the findings."""

    def __init__(self, text: str, language: str, name: str):
        self.language, self.name = language, name
        self.wording: Wording = wording(language)
        self.page: Sections = sections(blocks(text, name), self.wording, name)
        self.findings: list[Finding] = []
        self.named, self.notes = named(self.page, self.wording, language, name)

    def add(self, kind: str, text: str, line: int = 0) -> None:
        self.findings.append(Finding(kind, text, line))

    def manuscript(self) -> Manuscript:
        sides = self.sides()
        title = self.title(sides)
        lead = self.prose(Kind.LEAD, "lead")
        told = {"similarities": self.similarities(), "dimensions": self.dimensions(sides)}
        return Manuscript(
            key=_key(sides),
            title=parts.texts(self.language, title),
            lead=parts.texts(self.language, lead),
            summary=parts.texts(self.language, self.prose(Kind.SUMMARY, "summary")),
            author=self.author(),
            tags=self.tags(),
            sides=tuple(sides),
            **told,
        )

    def sides(self) -> list[Side]:
        found: list[Side] = []
        notes = list(self.notes)
        for one in self.named:
            value, more = subject(one, [side.key for side in found], self.language)
            found.append(parts.side(value, one.told, self.wording, self.language))
            notes += more
        self.add(FOUND, f"{len(found)} sides: {_listed([side.subject.name[self.language] for side in found])}.")
        for one, side in zip(self.named, found, strict=True):
            self.side_is_told(one, side)
        self.findings += notes
        return found

    def side_is_told(self, one: Named, side: Side) -> None:
        name = side.subject.name[self.language]
        if not one.told:
            self.add(MISSING, f"“{name}” has no section that says what it is.")
            return
        line = one.told.heading.line
        has = [part for part in ("description", "example") if getattr(side, part)]
        if has:
            self.add(FOUND, f"“{name}” has a {' and an '.join(has)}.", line)
        if "description" not in has:
            self.add(MISSING, f"“{name}” has no description.", line)
        if "example" not in has:
            self.add(MISSING, f"“{name}” has no example.", line)
        if side.subject.definition:
            self.add(FOUND, f"The definition of “{name}” is the first sentence of its description.", line)

    def title(self, sides: list[Side]) -> str:
        """The page's own title, where the one made from the subjects would say something else."""
        title = self.page.title
        if title.suffix:
            self.add(LEFT_OUT, f"“{title.suffix}” behind the title.", title.block.line)
        generated = headings.text(headings.title(sides, self.language))
        if title.bare or self.says_the_same(title, sides):
            self.add(FOUND, f"The title, which is made from the subjects: “{generated}”.", title.block.line)
            return ""
        self.add(FOUND, f"A title of its own: “{title.text}”.", title.block.line)
        return title.text

    def says_the_same(self, title, sides: list[Side]) -> bool:
        case = title.case if self.language == "is" else "nominative"
        forms = [headings.form(side, case, self.language) for side in sides]
        written = pieces(title.names, self.wording)
        return list(map(_bare, pieces(" , ".join(forms), self.wording))) == list(map(_bare, written))

    def prose(self, kind: Kind, what: str) -> str:
        found = [block for section in self.page.of(kind) for block in section.blocks]
        if not found:
            self.add(MISSING, f"There is no {what}.")
            return ""
        paragraphs = "1 paragraph" if len(found) == 1 else f"{len(found)} paragraphs"
        self.add(FOUND, f"A {what} of {paragraphs}.", found[0].line)
        return parts.html(found)

    def similarities(self):
        rows, notes = parts.similarities(self.page.of(Kind.SIMILARITIES), self.language, self.name)
        self.findings += notes
        self.count(len(rows), "similarity", "similarities", self.page.of(Kind.SIMILARITIES))
        return tuple(rows)

    def dimensions(self, sides: list[Side]) -> tuple[Dimension, ...]:
        rows, notes = parts.dimensions(self.page.of(Kind.DIFFERENCES), self.language, self.name)
        self.findings += notes
        self.count(len(rows), "dimension", "dimensions", self.page.of(Kind.DIFFERENCES))
        drafter = Drafter([side.subject for side in sides], self.language)
        return tuple(self.with_cells(row, text, line, sides, drafter) for row, text, line in rows)

    def with_cells(self, row: Dimension, paragraphs: list[str], line: int, sides, drafter: Drafter) -> Dimension:
        name = row.name[self.language]
        if not paragraphs:
            self.add(MISSING, f"“{name}” has a heading and no text.", line)
        draft: Draft = drafter.draft(paragraphs, name)
        cells = []
        for place, side in enumerate(sides):
            text = draft.cells.get(place, "")
            shown = side.subject.name[self.language]
            if text:
                cells.append(Cell(side.key, text={self.language: text}, drafted=(self.language,)))
                self.add(DRAFTED, f"{name} – {shown}: “{text}”.", line)
            else:
                self.add(MISSING, f"No cell could be drafted for “{name}” – “{shown}”.", line)
        for sentence in draft.undecided:
            self.add(NOTED, f"Not clear which side this speaks of, so no cell was drafted from it: “{sentence}”", line)
        return replace(row, cells=tuple(cells))

    def author(self) -> Author | None:
        found = [author for section in self.page.of(Kind.POSTS) if (author := self.one_author(section))]
        if not found:
            self.add(MISSING, "There is no author.")
            return None
        self.add(FOUND, f"The author: {found[0].name[self.language]}.")
        for other in found[1:]:
            if other != found[0]:
                self.add(UNPLACED, f"A second author: “{other.name[self.language]}”.")
        return found[0]

    def one_author(self, section: Section) -> Author | None:
        found = parts.author(section, self.language, self.name)
        for block in section.blocks:
            self.add(LEFT_OUT, f"Another post of the author: “{block.as_written}”.", block.line)
        if found and not section.blocks and self.wording.posts.fullmatch(section.heading.text):
            self.add(LEFT_OUT, "The list of the author's other posts, which is empty.", section.heading.line)
        return found

    def tags(self) -> tuple[Tag, ...]:
        lines = self.page.of(Kind.TAGS)
        found = {tag.key: tag for section in lines for tag in parts.tags(section, self.language, self.name)}
        line = lines[0].heading.line if lines else 0
        if found:
            names = _listed([tag.name[self.language] for tag in found.values()])
            self.add(FOUND, f"{_counted(len(found), 'tag', 'tags')}: {names}.", line)
        elif lines:
            self.add(LEFT_OUT, f"The line for tags, which names none: “{lines[0].heading.text}”.", line)
        else:
            self.add(MISSING, "There are no tags.")
        return tuple(found[key] for key in sorted(found))

    def comments(self) -> list[LegacyComment]:
        found: list[LegacyComment] = []
        for section in self.page.of(Kind.COMMENTS):
            said, notes = comments(section, self.wording, self.name)
            found += said
            self.findings += notes
        self.count(len(found), "comment", "comments", self.page.of(Kind.COMMENTS))
        return found

    def what_has_no_place(self) -> None:
        table = self.page.of(Kind.TABLE)
        line = table[0].heading.line if table else 0
        self.add(MISSING, "The comparison table is not on the page; it is drawn from the drafted cells.", line)
        for block in self.page.above:
            self.findings.append(parts.unplaced(block))
        for section in table + self.page.of(Kind.REFERENCES):
            self.findings += [parts.unplaced(block) for block in section.blocks]
        for section in self.page.of(Kind.REPLY_FORM):
            for block in [section.heading, *section.blocks]:
                self.add(LEFT_OUT, f"The form for comments: “{block.text}”.", block.line)

    def count(self, number: int, one: str, many: str, found: Sequence[Section]) -> None:
        if number:
            self.add(FOUND, f"{_counted(number, one, many)}.", found[0].heading.line)
        else:
            self.add(MISSING, f"There are no {many}.", found[0].heading.line if found else 0)


def _key(sides: list[Side]) -> str:
    key = "-".join(side.key for side in sides)
    return key if len(key) <= _LONGEST_KEY else words.key_for(key)


def _bare(name: str) -> str:
    return words.slugify(without_article(name))


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)
