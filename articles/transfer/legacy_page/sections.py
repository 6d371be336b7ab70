"""The blocks of a page sorted into its sections: what stands under which heading."""

import re
from dataclasses import dataclass, field
from enum import Enum

from .lines import Block
from .values import LegacyPageError
from .wording import Pattern, Wording

_LONGEST_HEADING = 200
_TITLE_WITHIN = 20  # blocks; what stands above the title is the old site's own furniture
_SUFFIX = re.compile(r"\s+[|–—-]\s+")
_SENTENCE_END = re.compile(r"[.!…:;]$")


class Kind(Enum):
    LEAD = "lead"
    SIDE = "side"
    SIMILARITIES = "similarities"
    DIFFERENCES = "differences"
    TABLE = "table"
    SUMMARY = "summary"
    REFERENCES = "references"
    POSTS = "posts"
    COMMENTS = "comments"
    REPLY_FORM = "reply form"
    TAGS = "tags"


@dataclass
class Section:
    kind: Kind
    heading: Block | None = None
    names: str = ""  # what the heading says of subjects, of the author, of tags
    case: str = "nominative"  # the case of those names
    number: str = ""  # of a question: singular or plural
    blocks: list[Block] = field(default_factory=list)


@dataclass
class Title:
    block: Block
    text: str
    names: str
    case: str
    bare: bool  # only names ("Sala vs þjónusta"), no words of a title around them
    suffix: str = ""  # the site's name behind it


@dataclass
class Sections:
    title: Title
    above: list[Block]  # what stands over the title
    all: list[Section]

    def of(self, kind: Kind) -> list[Section]:
        return [section for section in self.all if section.kind is kind]


# What may follow: an author's other posts are titles, and readers write what they like.
_ENDS = {
    Kind.POSTS: (Kind.COMMENTS, Kind.TAGS, Kind.REPLY_FORM),
    Kind.COMMENTS: (Kind.TAGS, Kind.REPLY_FORM, Kind.POSTS),
    Kind.REPLY_FORM: (Kind.TAGS,),
}


def sections(blocks: list[Block], wording: Wording, name: str = "") -> Sections:
    """The page's title and sections, in the order of the page. Raises LegacyPageError where there is no title."""
    at, title = _title(blocks, wording, name)
    found = [Section(Kind.LEAD)]
    for block in blocks[at + 1 :]:
        opened = _opened(block, wording, found[-1].kind)
        if opened:
            found.append(opened)
        else:
            found[-1].blocks.append(block)
    return Sections(title, blocks[:at], found)


def _title(blocks: list[Block], wording: Wording, name: str) -> tuple[int, Title]:
    for at, block in enumerate(blocks[:_TITLE_WITHIN]):
        title = None if block.is_item else _as_title(block, wording, first=at == 0)
        if title:
            return at, title
    raise LegacyPageError(
        "There is no title that names what is compared, like “Munurinn á sölu og þjónustu” "
        "or “Difference Between Sales and Service”.",
        blocks[0].line,
        name,
    )


def _as_title(block: Block, wording: Wording, first: bool) -> Title | None:
    if len(block.text) > _LONGEST_HEADING:
        return None
    text, *suffix = _SUFFIX.split(block.text, maxsplit=1)
    for place, (pattern, case) in enumerate(wording.titles):
        match = pattern.fullmatch(text.rstrip("?").rstrip())
        bare = place == len(wording.titles) - 1
        if match and (first or not bare) and not _SENTENCE_END.search(text):
            return Title(block, text, match["names"].strip(), case, bare, *suffix)
    return None


def _opened(block: Block, wording: Wording, inside: Kind) -> Section | None:
    """The section that this block is the heading of, if it is one."""
    if block.is_item or len(block.text) > _LONGEST_HEADING:
        return None
    section = _tail(block, wording)
    if section is None and inside not in _ENDS and not _SENTENCE_END.search(block.text):
        section = _main(block, wording, inside)
    return section if section and section.kind in _ENDS.get(inside, tuple(Kind)) else None


def _tail(block: Block, wording: Wording) -> Section | None:
    """Author, comments, tags: what stands below the article."""
    text = block.text
    if match := wording.tags.fullmatch(text):
        return Section(Kind.TAGS, block, match["names"])
    if _SENTENCE_END.search(text):
        return None
    if match := wording.posts.fullmatch(text) or wording.author.fullmatch(text):
        return Section(Kind.POSTS, block, match["name"])
    if wording.comments.fullmatch(text):
        return Section(Kind.COMMENTS, block)
    return Section(Kind.REPLY_FORM, block) if wording.reply_form.fullmatch(text) else None


def _main(block: Block, wording: Wording, inside: Kind) -> Section | None:
    text = block.text.rstrip(" ?")
    for kind, patterns in ((Kind.SIMILARITIES, wording.similarities), (Kind.DIFFERENCES, wording.differences)):
        for pattern, case in patterns:
            match = pattern.fullmatch(text)
            if match and (not match["names"] or wording.between.search(match["names"])):
                return None if kind is inside else Section(kind, block, match["names"] or "", case)
    plain: tuple[tuple[Kind, Pattern], ...] = (
        (Kind.SUMMARY, wording.summary),
        (Kind.TABLE, wording.table),
        (Kind.REFERENCES, wording.references),
    )
    for kind, pattern in plain:
        if pattern.fullmatch(text):
            return Section(kind, block)
    return _question(block, wording)


def _question(block: Block, wording: Wording) -> Section | None:
    match = wording.questions.fullmatch(block.text)
    if not match or not any(letter.isalnum() for letter in match["name"] or match["meant"]):
        return None
    plural = (match["verb"] or "").lower() in wording.plural_verbs
    number = "plural" if plural else "singular" if match["verb"] else ""
    return Section(Kind.SIDE, block, (match["name"] or match["meant"]).strip(), "nominative", number)
