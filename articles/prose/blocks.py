"""Prose in memory: lines of styled runs, however messy the way in, settled into one canonical form."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from .addresses import address
from .characters import composed, is_visible, leading_marks, spaced, trimmed_start


class Style(NamedTuple):
    href: str = ""
    strong: bool = False
    em: bool = False

    def shared_with(self, other: "Style") -> "Style":
        """The innermost element around both: the style of a space between them."""
        if self.href != other.href:
            return Style()
        if self.strong != other.strong:
            return Style(self.href)
        return Style(self.href, self.strong, self.em and other.em)


class Run(NamedTuple):
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or an item of a list. Items of one kind that follow each other are one list."""

    kind: str  # "p", "ul" or "ol"
    runs: tuple[Run, ...]


def settled(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs in canonical form: equal neighbours merged, single spaces, each in the style its neighbours share.

    No run is empty, none begins with a combining mark, and a line of which nothing is seen has no runs.
    """
    seen = (run for run in runs if spaced(run.text))
    out: list[Run] = []
    gap = False
    for text, style in _merged(seen):
        text = spaced(text)
        gap = gap or text.startswith(" ")
        core = text.strip(" ") if out else trimmed_start(text).rstrip(" ")
        if out and (marks := leading_marks(core)):
            out.append(Run(" " * gap + core[:marks], out[-1].style))
            gap = core[marks:].startswith(" ")
            core = core[marks:].strip(" ")
        if core:
            if gap and out:
                out.append(Run(" ", out[-1].style.shared_with(style)))
            out.append(Run(core, style))
            gap = False
        gap = gap or text.endswith(" ")
    _trim_end(out)
    if not any(is_visible(run.text) for run in out):
        return ()
    return tuple(Run(composed(text), style) for text, style in _merged(out))


def _merged(runs: Iterable[Run]) -> list[Run]:
    return [Run("".join(run.text for run in group), style) for style, group in groupby(runs, attrgetter("style"))]


def _trim_end(runs: list[Run]) -> None:
    while runs and not runs[-1].text.rstrip():
        runs.pop()
    if runs:
        runs[-1] = Run(runs[-1].text.rstrip(), runs[-1].style)


_EMPHASES = {"em": "em", "i": "em", "strong": "strong", "b": "strong"}
_LISTS = {"ul": "ul", "ol": "ol", "menu": "ul", "dir": "ul"}
_SPACES = {"br", "td", "th"}
# fmt: off
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
    "hgroup", "hr", "html", "legend", "main", "nav", "option", "p", "pre", "search", "section", "select", "summary",
    "table", "tbody", "textarea", "tfoot", "thead", "title", "tr",
}
# fmt: on


class Builder:
    """Collects opening tags, closing tags and text, in whatever order they come, into canonical lines.

    Depth is counted, never recursed into, so nesting costs nothing.
    """

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._runs: list[Run] = []
        self._open = {"em": 0, "strong": 0}
        self._href = ""
        self._lists: list[str] = []
        self._in_item = False

    def text(self, text: str) -> None:
        self._runs.append(Run(text, Style(self._href, self._open["strong"] > 0, self._open["em"] > 0)))

    def start(self, tag: str, href: str = "") -> None:
        if tag in _EMPHASES:
            self._open[_EMPHASES[tag]] += 1
        elif tag == "a":
            self._href = address(href)
        elif tag in _LISTS:
            self._break()
            self._lists.append(_LISTS[tag])
        elif tag == "li":
            self._break()
            self._in_item = True
        else:
            self._boundary(tag)

    def end(self, tag: str) -> None:
        if tag in _EMPHASES:
            self._open[_EMPHASES[tag]] = max(0, self._open[_EMPHASES[tag]] - 1)
        elif tag == "a":
            self._href = ""
        elif tag in _LISTS:
            self._break()
            del self._lists[-1:]
            self._in_item = False
        elif tag == "li":
            self._break()
            self._in_item = False
        else:
            self._boundary(tag)

    def lines(self) -> tuple[Line, ...]:
        self._break()
        return tuple(self._lines)

    def _boundary(self, tag: str) -> None:
        """A paragraph inside a list item does not break it: an item is one line."""
        if tag in _SPACES or (tag in _BLOCKS and (self._lists or self._in_item)):
            self.text(" ")
        elif tag in _BLOCKS:
            self._break()

    def _break(self) -> None:
        kind = self._lists[0] if self._lists else "ul" if self._in_item else "p"
        if runs := settled(self._runs):
            self._lines.append(Line(kind, runs))
        self._runs = []


def to_html(lines: Iterable[Line]) -> str:
    """The lines as canonical HTML."""
    return "".join(_block(kind, group) for kind, group in groupby(lines, attrgetter("kind")))


def _block(kind: str, lines: Iterable[Line]) -> str:
    if kind == "p":
        return "".join(f"<p>{_inline(line.runs)}</p>" for line in lines)
    items = "".join(f"<li>{_inline(line.runs)}</li>" for line in lines)
    return f"<{kind}>{items}</{kind}>"


def _inline(runs: tuple[Run, ...]) -> str:
    out = []
    for href, linked in groupby(runs, attrgetter("style.href")):
        inner = "".join(_strong(strong, group) for strong, group in groupby(linked, attrgetter("style.strong")))
        out.append(f'<a href="{escape(href)}">{inner}</a>' if href else inner)
    return "".join(out)


def _strong(strong: bool, runs: Iterable[Run]) -> str:
    texts = ((escape(run.text, quote=False), run.style.em) for run in runs)
    inner = "".join(f"<em>{text}</em>" if em else text for text, em in texts)
    return f"<strong>{inner}</strong>" if strong else inner
