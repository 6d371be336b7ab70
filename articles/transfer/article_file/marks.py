"""The small marks of an article file's lines: escapes, keys in braces, cells of the table."""

import re
from typing import NamedTuple

from articles import prose

from .errors import ArticleFileError

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_KEY = 60

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TRAILER = re.compile(r"(?:^|(.*)[ \t])\{#([^\s{}]*)((?:[ \t]+\w+=(?:\"(?:\\.|[^\"\\])*\"|[^\s\"{}]+))*)[ \t]*\}")
_ATTRIBUTE = re.compile(r"(\w+)=(?:\"((?:\\.|[^\"\\])*)\"|([^\s\"{}]+))")
_CELL = re.compile(r"((?:\\.|[^\\|])*\\?)(?:\||$)")


class Marked(NamedTuple):
    """A line and the marks in braces at its end."""

    text: str  # with its escapes
    key: str
    attributes: dict[str, str]


def escaped(text: str, special: str = "") -> str:
    """One line of plain text as the file has it: a backslash before each backslash and each match of `special`."""
    return re.sub(rf"\\|{special}" if special else r"\\", r"\\\g<0>", text)


def unescaped(text: str) -> str:
    """The plain text of a line of the file."""
    return prose.line(_ESCAPE.sub(r"\1", text))


def marked(text: str, line: int, known: tuple[str, ...] = ()) -> Marked:
    """A line that may end in `{#key}`, or in `{#key name="value"}` with names that are `known`."""
    match = _TRAILER.fullmatch(text.strip(" \t"))
    if not match:
        return Marked(text.strip(" \t"), "", {})
    before, key, rest = match.groups()
    attributes = {name: unescaped(quoted or bare) for name, quoted, bare in _ATTRIBUTE.findall(rest)}
    for name in attributes:
        if name not in known:
            message = f"The braces after “{unescaped(before or '')}” say “{name}”, which means nothing here."
            raise ArticleFileError(message, line)
    return Marked((before or "").rstrip(" \t"), checked_key(key, line), attributes)


def checked_key(key: str, line: int) -> str:
    """`key`, which is small letters a to z, digits and hyphens."""
    if not KEY.fullmatch(key):
        raise ArticleFileError(f"The key “{key}” may only have small letters a–z, digits and hyphens.", line)
    if len(key) > MAX_KEY:
        raise ArticleFileError(f"The key “{key}” is longer than {MAX_KEY} characters.", line)
    return key


def braces(key: str, **attributes: str) -> str:
    """`{#key name="value"}`, with the attributes that are not empty."""
    written = "".join(f" {name}={_attribute(value)}" for name, value in attributes.items() if value)
    return f"{{#{key}{written}}}"


def _attribute(value: str) -> str:
    return value if KEY.fullmatch(value) else '"' + escaped(value, '"') + '"'


def cells(row: str) -> list[str]:
    """The cells of a table's row, with their escapes, trimmed."""
    row = row.strip(" \t").removeprefix("|")
    found = []
    position = 0
    while position < len(row):
        match = _CELL.match(row, position)
        found.append(match[1].strip(" \t"))
        position = match.end()
    return found
