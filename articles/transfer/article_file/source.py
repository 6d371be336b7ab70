"""A file as numbered lines: its encoding and its size are judged before anything reads it."""

import re
from typing import NamedTuple

from .errors import ArticleFileError

MAX_SIZE = 2_000_000  # bytes
MAX_LINE = 100_000  # characters

_TOO_LARGE = "The file is larger than 2 MB, which is more than an article holds."


class Numbered(NamedTuple):
    number: int
    text: str


def decoded(data: bytes) -> str:
    """The text of a file's bytes, which are UTF-8 with or without a byte order mark."""
    if len(data) > MAX_SIZE:
        raise ArticleFileError(_TOO_LARGE)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ArticleFileError("The file is not in the encoding UTF-8. Save it as UTF-8.", line) from error


def lines_of(text: str) -> tuple[list[Numbered], list[Numbered]]:
    """The lines of the front matter, without the rules around it, and the lines of the body."""
    lines = _numbered(text)
    if lines[0].text.rstrip() != "---":
        raise ArticleFileError("The file does not begin with front matter, which starts with a line of three hyphens.")
    for index, line in enumerate(lines[1:], 1):
        if line.text.rstrip() == "---":
            return lines[1:index], lines[index + 1 :]
    raise ArticleFileError("The front matter does not end. A line of three hyphens ends it.")


def _numbered(text: str) -> list[Numbered]:
    if len(text) > MAX_SIZE:
        raise ArticleFileError(_TOO_LARGE)
    lines = [Numbered(*pair) for pair in enumerate(re.split(r"\r\n?|\n", text.removeprefix("\ufeff")), 1)]
    for number, line in lines:
        if len(line) > MAX_LINE:
            raise ArticleFileError("The line is longer than 100,000 characters.", number)
        if "\0" in line:
            raise ArticleFileError("The line holds a NUL character. The file is not a text file.", number)
    return lines
