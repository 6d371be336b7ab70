"""The comments below a page."""

import re

from .lines import Block
from .sections import Section
from .values import LEFT_OUT, MAX_COMMENT, NOTED, Finding, LegacyComment, LegacyPageError
from .wording import Wording

_COUNTS = {"ein": 1, "tvær": 2, "þrjár": 3, "fjórar": 4, "one": 1, "two": 2, "three": 3, "four": 4}
_DIGITS = re.compile(r"\d+")


def comments(section: Section, wording: Wording, name: str) -> tuple[list[LegacyComment], list[Finding]]:
    """The comments in the order of the page. Dates and buttons beside them are left out, and said to be."""
    said, found = [], []
    for block in section.blocks:
        if wording.beside_comments.fullmatch(block.as_written):
            found.append(Finding(LEFT_OUT, f"“{block.as_written}” beside a comment.", block.line))
        else:
            said.append(block)
    groups = _groups(said, announced(section, wording))
    made = [comment for comment in (_comment(group, wording, name) for group in groups) if comment]
    return made, found + _count_disagrees(section, wording, len(made))


def announced(section: Section, wording: Wording) -> int | None:
    """How many comments the heading counts; None where it does not say."""
    text = section.heading.text.lower()
    if digits := _DIGITS.search(text):
        return int(digits[0][:6])
    first = text.split()[0]
    return _COUNTS.get(first, 0 if first.startswith("eng") or first == "no" else None)


def _groups(blocks: list[Block], count: int | None) -> list[list[Block]]:
    """The blocks of each comment. Numbers must count up: a list inside a comment begins at 1 again."""
    groups: list[list[Block]] = []
    numbered = any(block.number == 1 for block in blocks)
    for block in blocks:
        begins = block.number == len(groups) + 1 if numbered else count != 1
        if begins or not groups:
            groups.append([block])
        else:
            groups[-1].append(block)
    return groups


def _comment(blocks: list[Block], wording: Wording, name: str) -> LegacyComment | None:
    first = blocks[0].text
    said = wording.said.fullmatch(first)
    lines = [said["text"] if said else first, *(block.as_written for block in blocks[1:])]
    text = "\n".join(line for line in lines if line)
    author = said["name"].strip() if said else ""
    if len(text) > MAX_COMMENT:
        message = f"This comment has {len(text):,} characters; {MAX_COMMENT:,} is the most."
        raise LegacyPageError(message, blocks[0].line, name)
    return LegacyComment(author, text) if text else None


def _count_disagrees(section: Section, wording: Wording, count: int) -> list[Finding]:
    expected = announced(section, wording)
    if expected in (None, count):
        return []
    text = f"The heading “{section.heading.text}” counts {expected}, but the page has {count}."
    return [Finding(NOTED, text, section.heading.line)]
