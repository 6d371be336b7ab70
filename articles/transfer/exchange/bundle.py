"""What a file of translations holds, whatever its format, and what may be wrong with one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape

_TAG = re.compile(r'<(/?)(p|ul|ol|li|em|strong|a)((?: href="[^"<>]*")?)>')


@dataclass(frozen=True, slots=True)
class Item:
    """One text. Prose is HTML in the closed subset, everything else one plain line."""

    path: str
    source: str
    target: str = ""
    is_prose: bool = False
    done: bool = True  # somebody says that the target is a translation of the source
    is_machine: bool = False
    before: str = ""  # what the source said when it was translated, where it says something else now
    note: str = ""  # where the text stands, for the translator


@dataclass(frozen=True, slots=True)
class Bundle:
    article: str  # its key
    source_language: str
    language: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with a file. `kind` is one of the keys of `articles.exchanging.SENTENCES`."""

    kind: str
    where: str = ""  # a path, or "line 3"
    detail: str = ""


@dataclass
class BadFile(ValueError):
    """A file that cannot be read in; nothing was changed."""

    problems: tuple[Problem, ...] = field(default_factory=tuple)

    def __str__(self):
        return "; ".join(f"{problem.where}: {problem.kind} {problem.detail}".strip() for problem in self.problems)


def broken_tags(html: str) -> str:
    """The first tag of prose that cannot stay where it is, as it is written; "" where all is well."""
    open_: list[str] = []
    rest = 0
    for match in _TAG.finditer(html):
        if stray := _stray(html[rest : match.start()]):
            return stray
        closing, tag, attributes = match.groups()
        if closing and (attributes or not open_ or open_.pop() != tag):
            return match[0]
        if not closing:
            if bool(attributes) != (tag == "a"):
                return match[0]
            open_.append(tag)
        rest = match.end()
    return _stray(html[rest:]) or (f"<{open_[-1]}>" if open_ else "")


def tags(html: str) -> Iterable[tuple[str, str, str]]:
    """Canonical prose as ("text", text, ""), ("start", tag, address) and ("end", tag, "")."""
    rest = 0
    for match in _TAG.finditer(html):
        if match.start() > rest:
            yield "text", unescape(html[rest : match.start()]), ""
        closing, tag, attributes = match.groups()
        yield ("end", tag, "") if closing else ("start", tag, unescape(attributes[len(' href="') : -1]))
        rest = match.end()
    if rest < len(html):
        yield "text", unescape(html[rest:]), ""


def repeated(paths: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [path for path in paths if path in seen or seen.add(path)]


def _stray(text: str) -> str:
    at = text.find("<")
    return text[at : at + 20] if at >= 0 else ""
