"""The sections of a page as the parts of an article: sides, similarities, rows, author and tags."""

import re
from dataclasses import replace
from html import escape
from itertools import groupby

from articles import prose
from articles.language import forms, grammar, words
from articles.manuscript import Author, Dimension, Side, Similarity, Subject, Tag
from articles.transfer.drafting.sentences import sentences

from .lines import Block
from .sections import Section
from .values import MAX_NAME, MAX_SENTENCE, MAX_SIMILARITY, UNPLACED, Finding, LegacyPageError
from .wording import Wording

_SENTENCE_END = re.compile(r"[.!…;,][)\"“”»’']*$")
_LONGEST_HEADING = 100
_MOST_WORDS = 12
_MOST_WORDS_INLINE = 5
_NAME_AND_TEXT = re.compile(r"(?P<name>[^:.!?]{2,60}?)\s*(?::|\s[–—-])\s+(?P<text>\S.*)")
_IN_DATIVE = re.compile(r"skrifað af\b", re.IGNORECASE)
_NO_NAME = re.compile(r"[\s,.;:·|–—-]*")


def html(blocks: list[Block]) -> str:
    """The blocks as canonical prose: paragraphs, and items of lists that follow each other as a list."""
    out = []
    for tag, group in groupby(blocks, lambda block: "ul" if block.bullet else "ol" if block.number else "p"):
        texts = [escape(block.text, quote=False) for block in group]
        items = "".join(f"<li>{text}</li>" for text in texts)
        out.append("".join(f"<p>{text}</p>" for text in texts) if tag == "p" else f"<{tag}>{items}</{tag}>")
    return prose.clean("".join(out))


def texts(language: str, value: str) -> dict[str, str]:
    return {language: value} if value else {}


def side(subject: Subject, told: Section | None, wording: Wording, language: str) -> Side:
    """The side of that subject. From the first paragraph that begins like an example on, all is the example."""
    blocks = told.blocks if told else []
    start = next((at for at, block in enumerate(blocks) if wording.example.fullmatch(block.text)), len(blocks))
    description, example = blocks[:start], _without_label(blocks[start:], wording)
    definition = _definition(description, subject, language)
    return Side(
        subject.key,
        replace(subject, definition=texts(language, definition)),
        description=texts(language, html(description)),
        example=texts(language, html(example)),
    )


def similarities(sections: list[Section], language: str, name: str) -> tuple[list[Similarity], list[Finding]]:
    """Each item, or where there are no items each paragraph, is one similarity. A line that ends in ":" is none."""
    rows, found = [], []
    for block in (block for section in sections for block in section.blocks):
        if block.text.endswith(":") and not block.is_item:
            found.append(unplaced(block))
            continue
        _fits(block.text, MAX_SIMILARITY, "similarity", block, name)
        key = words.key_for(block.text, [row.key for row in rows])
        rows.append(Similarity(key, sentence={language: block.text}))
    return rows, found


def dimensions(
    sections: list[Section], language: str, name: str
) -> tuple[list[tuple[Dimension, list[str], int]], list[Finding]]:
    """The rows, each with the paragraphs of its discussion and its line; what stands above the first is not placed."""
    rows: list[tuple[Block, list[Block]]] = []
    found = []
    for block, is_heading in (pair for section in sections for pair in _marked(section.blocks)):
        if is_heading:
            rows.append((block, []))
        elif rows:
            rows[-1][1].append(block)
        else:
            found.append(unplaced(block))
    taken: list[str] = []
    return [_dimension(heading, blocks, taken, language, name) for heading, blocks in rows], found


def author(section: Section, language: str, name: str) -> Author | None:
    written = section.names.strip(" .,:")
    if _IN_DATIVE.match(section.heading.text):
        written = forms.nominative_of(written, "dative", language)
    if not words.slugify(written):
        return None
    _fits(written, MAX_NAME, "author's name", section.heading, name)
    return Author(words.key_for(written), name={language: written})


def tags(section: Section, language: str, name: str) -> list[Tag]:
    """The tags that the line names: what is between commas, where there is anything."""
    found: dict[str, Tag] = {}
    for written in [section.names, *(block.text for block in section.blocks)]:
        for one in written.split(","):
            if _NO_NAME.fullmatch(one) or not words.slugify(one):
                continue
            _fits(one, MAX_NAME, "tag", section.heading, name)
            key = words.key_for(one)
            found.setdefault(key, Tag(key, name={language: grammar.capitalised(one.strip(" ."))}))
    return sorted(found.values(), key=lambda tag: tag.key)


def unplaced(block: Block) -> Finding:
    return Finding(UNPLACED, f"“{block.as_written}”", block.line)


def _fits(text: str, most: int, what: str, block: Block, name: str) -> None:
    if len(text) > most:
        raise LegacyPageError(f"This {what} has {len(text):,} characters; {most:,} is the most.", block.line, name)


def _without_label(blocks: list[Block], wording: Wording) -> list[Block]:
    """The page that is made has the heading "Example" itself."""
    if not blocks or not (label := wording.example_label.match(blocks[0].text)):
        return blocks
    rest = grammar.capitalised(blocks[0].text[label.end() :])
    return ([replace(blocks[0], text=rest)] if rest else []) + blocks[1:]


def _definition(description: list[Block], subject: Subject, language: str) -> str:
    """The first sentence, where it begins with the subject's name."""
    if not description or description[0].is_item:
        return ""
    first = next(iter(sentences(description[0].text, language)), "")
    names = {subject.name[language], subject.forms[language].nominative}
    begins = any(re.match(rf"(?:an?\s+|the\s+)?{re.escape(name)}\b", first, re.IGNORECASE) for name in names)
    return first if begins and first.endswith(".") and len(first) <= MAX_SENTENCE else ""


def _marked(blocks: list[Block]) -> list[tuple[Block, bool]]:
    """The blocks, and whether each is the heading of a row.

    Where none stands alone, "Verð: Kaffi er …" is heading and discussion in one.
    """
    marked = [(block, _is_heading(blocks, at)) for at, block in enumerate(blocks)]
    if any(is_heading for _block, is_heading in marked):
        return marked
    return [pair for block in blocks for pair in _taken_apart(block)]


def _taken_apart(block: Block) -> list[tuple[Block, bool]]:
    match = _NAME_AND_TEXT.fullmatch(block.text)
    if not match or len(match["name"].split()) > _MOST_WORDS_INLINE:
        return [(block, False)]
    return [(Block(match["name"], block.line), True), (Block(match["text"], block.line), False)]


def _is_heading(blocks: list[Block], at: int) -> bool:
    block = blocks[at]
    return _may_be_heading(block) and not (block.text.endswith("?") and _is_asked_in_passing(blocks, at))


def _may_be_heading(block: Block) -> bool:
    short = len(block.text) <= _LONGEST_HEADING and len(block.text.split()) <= _MOST_WORDS
    return short and not block.bullet and not _SENTENCE_END.search(block.text) and ". " not in block.text


def _is_asked_in_passing(blocks: list[Block], at: int) -> bool:
    """A question with no text below it, or right below a heading, is a sentence of the discussion."""
    last = at + 1 == len(blocks)
    below_heading = at > 0 and _may_be_heading(blocks[at - 1]) and not blocks[at - 1].text.endswith("?")
    return last or below_heading


def _dimension(heading, blocks, taken, language, name):
    title = grammar.capitalised(heading.text.strip(" :"))
    _fits(title, MAX_NAME, "heading", heading, name)
    key = words.key_for(title, taken)
    taken.append(key)
    row = Dimension(key, name={language: title}, discussion=texts(language, html(blocks)))
    return row, [block.text for block in blocks], heading.line
