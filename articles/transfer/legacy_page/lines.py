"""The text of a saved page as numbered blocks: a paragraph, a heading or an item of a list each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from articles import prose

from .values import MAX_BLOCKS, MAX_CHARACTERS, MAX_LINE, LegacyPageError

_BREAK = re.compile(r"\r\n|\r|\n")
_ITEM = re.compile(r"(?:(?P<bullet>[•·◦▪‣○●*–—-])|(?P<number>\d{1,3})[.)])\s+(?=\S)")
_ENDED = re.compile(r"[.!?:;…][)\"“”»’']*$")
_WRAPPED = 50  # a shorter line without a stop is a heading, a longer one goes on in the next


@dataclass(frozen=True, slots=True)
class Block:
    text: str
    line: int
    bullet: bool = False
    number: int = 0  # of an item in a numbered list

    @property
    def is_item(self) -> bool:
        return self.bullet or self.number > 0

    @property
    def as_written(self) -> str:
        return f"{self.number}. {self.text}" if self.number else self.text


def decode(data: bytes, name: str = "") -> str:
    """The bytes of a saved page as text: UTF-8, with or without a byte order mark. Raises LegacyPageError."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(_BREAK.findall(data[: error.start].decode("utf-8", "replace"))) + 1
        message = f"The byte 0x{data[error.start]:02x} is not UTF-8. Save the page as UTF-8 text and import it again."
        raise LegacyPageError(message, line, name) from error


def blocks(text: str, name: str = "") -> list[Block]:
    """The blocks of the page in order. Raises LegacyPageError where this cannot be a saved page."""
    if len(text) > MAX_CHARACTERS:
        _refuse_long_lines(text, name)
        raise LegacyPageError(f"The page has more than {MAX_CHARACTERS:,} characters.", 1, name)
    _refuse_long_lines(text, name)
    if "\0" in text:
        line = len(_BREAK.findall(text[: text.index("\0")])) + 1
        raise LegacyPageError("There is a NUL character here, so this is not a page saved as text.", line, name)
    found = list(islice(_joined(text.removeprefix("\ufeff")), MAX_BLOCKS + 1))
    if len(found) > MAX_BLOCKS:
        message = f"The page has more than {MAX_BLOCKS:,} paragraphs; this is where they become too many."
        raise LegacyPageError(message, found[-1].line, name)
    if not found:
        raise LegacyPageError("The page is empty.", 1, name)
    return found


def _refuse_long_lines(text: str, name: str) -> None:
    for number, line in enumerate(_BREAK.split(text), start=1):
        if len(line) > MAX_LINE:
            message = f"This line has {len(line):,} characters; {MAX_LINE:,} is the most that a saved page may have."
            raise LegacyPageError(message, number, name)


def _joined(text: str) -> Iterator[Block]:
    """The blocks, with the lines of a wrapped paragraph put together again."""
    current: Block | None = None
    last = ""
    for number, raw in enumerate(_BREAK.split(text), start=1):
        line = prose.line(raw.replace("\u00a0", " ").replace("\u202f", " "))
        block = _block(line, number) if line else None
        if current and block and _goes_on(last, line, block):
            current = replace(current, text=f"{current.text} {line}")
        else:
            if current:
                yield current
            current = block
        last = line
    if current:
        yield current


def _block(line: str, number: int) -> Block:
    item = _ITEM.match(line)
    if not item:
        return Block(line, number)
    return Block(line[item.end() :], number, bool(item["bullet"]), int(item["number"] or 0))


def _goes_on(last: str, line: str, block: Block) -> bool:
    """Whether the line continues the one above it, with no empty line between."""
    if not last or block.is_item or _ENDED.search(last):
        return False
    return line[0].islower() or len(last) > _WRAPPED
