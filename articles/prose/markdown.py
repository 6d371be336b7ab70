"""Canonical prose ⇄ Markdown, exact inverses of each other.

The Markdown is CommonMark's paragraphs, lists, emphasis, links, escapes and entities, and nothing else of it. Where
emphasis stands so that asterisks would not be read as emphasis (inside a word, beside punctuation), it is written with
the literal tags `<em>` and `<strong>`, which are the only tags that are read.
"""

import re
import unicodedata
from collections.abc import Callable
from itertools import groupby
from operator import attrgetter

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from .blocks import Builder, Line, Run, to_html
from .reading import lines_of

_LITERAL_TAG = re.compile(r"<(/?)(em|strong)>")
_BLOCK_TAGS = {"paragraph": "p", "bullet_list": "ul", "ordered_list": "ol", "list_item": "li"}


def _literal_tag(state: StateInline, silent: bool) -> bool:
    """An inline rule of markdown-it: the literal tags `<em>` and `<strong>`."""
    match = _LITERAL_TAG.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push(f"{match[2]}_{'close' if match[1] else 'open'}", match[2], 0)
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["list", "newline", "escape", "emphasis", "link", "autolink", "entity"])
    parser.inline.ruler.push("literal_tag", _literal_tag)
    # Addresses are judged and normalised where every link is, in `addresses`.
    parser.normalizeLink = parser.normalizeLinkText = lambda address: address
    parser.validateLink = lambda address: True
    return parser


_PARSER = _parser()


def from_markdown(text: str) -> str:
    """Canonical prose from Markdown. Whatever is not in the subset stays as the words it is."""
    builder = Builder()
    for token in _PARSER.parse(text.replace("\0", "")):
        if token.type == "inline":
            for child in token.children or ():
                _build_inline(builder, child)
        else:
            kind, _, turn = token.type.rpartition("_")
            (builder.start if turn == "open" else builder.end)(_BLOCK_TAGS[kind])
    return to_html(builder.lines())


def _build_inline(builder: Builder, token: Token) -> None:
    if token.type in ("softbreak", "hardbreak"):
        builder.text(" ")
    elif token.type.endswith("_open"):
        builder.start(token.tag, str(token.attrGet("href") or ""))
    elif token.type.endswith("_close"):
        builder.end(token.tag)
    else:
        builder.text(token.content)


def to_markdown(html: str) -> str:
    """The prose as Markdown, one line a paragraph and a list item. `from_markdown(to_markdown(h)) == h`."""
    blocks = []
    for kind, lines in groupby(lines_of(html), attrgetter("kind")):
        written = [_written(line) for line in lines]
        if kind == "p":
            blocks += written
        else:
            blocks.append("\n".join(f"{_marker(kind, i)} {item}" for i, item in enumerate(written, 1)))
    return "\n\n".join(blocks)


def _marker(kind: str, number: int) -> str:
    return "-" if kind == "ul" else f"{number}."


def _written(line: Line) -> str:
    """One line's Markdown, by the simple rules below, and by literal tags alone where they are too simple."""
    written = _line(line.runs, _stands)
    if from_markdown(written) != to_html([Line("p", line.runs)]):
        written = _line(line.runs, lambda *around: False)
    return written


Stands = Callable[[str, str, str], bool]


def _line(runs: tuple[Run, ...], stands: Stands) -> str:
    links = [(href, tuple(group)) for href, group in groupby(runs, attrgetter("style.href"))]
    out = ""
    for index, (href, group) in enumerate(links):
        after = "[" if index + 1 < len(links) and links[index + 1][0] else _first(links[index + 1 :])
        if href:
            out += f"[{_strong(group, '[', ']', stands)}]({_destination(href)})"
        else:
            out += _strong(group, out[-1:] or " ", after, stands)
    return _line_start(re.sub(r"!(?=\[)", r"\\!", out))


def _first(links: list[tuple[str, tuple[Run, ...]]]) -> str:
    if not links:
        return " "
    run = links[0][1][0]
    return "*" if run.style.strong or run.style.em else _escaped(run.text)[0]


def _strong(runs: tuple[Run, ...], before: str, after: str, stands: Stands) -> str:
    groups = [(strong, tuple(group)) for strong, group in groupby(runs, attrgetter("style.strong"))]
    pieces = []
    for index, (strong, group) in enumerate(groups):
        left = "*" if strong or index else before
        right = "*" if strong or index + 1 < len(groups) else after
        emphasised = [(run.style.em, _escaped(run.text)) for run in group]
        pieces.append((strong, _marked(emphasised, "*", "em", left, right, stands)))
    return _marked(pieces, "**", "strong", before, after, stands)


def _marked(pieces: list[tuple[bool, str]], mark: str, tag: str, before: str, after: str, stands: Stands) -> str:
    out = ""
    for index, (styled, text) in enumerate(pieces):
        following = pieces[index + 1][1][0] if index + 1 < len(pieces) else after
        if not styled:
            out += text
        elif stands(out[-1:] or before, text, following):
            out += f"{mark}{text}{mark}"
        else:
            out += f"<{tag}>{text}</{tag}>"
    return out


def _stands(before: str, text: str, after: str) -> bool:
    """Whether asterisks around `text` are read as emphasis (CommonMark's flanking rules, on the careful side)."""
    if "*" in (before, text[0], text[-1], after):
        return False
    opens = not _is_punctuation(text[0]) or before.isspace() or _is_punctuation(before)
    closes = not _is_punctuation(text[-1]) or after.isspace() or _is_punctuation(after)
    return opens and closes


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


_SPECIAL = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)|\{(?=#)")
_LINE_START = re.compile(r"(\d*)(?=[-+#>=~|.)])")
_INVISIBLE = str.maketrans({"\u00a0": "&nbsp;", "\u00ad": "&shy;"})


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text).translate(_INVISIBLE)


def _line_start(text: str) -> str:
    """`text` with a backslash where it would begin a list, a heading or a quotation."""
    return _LINE_START.sub(r"\1\\", text, count=1) if _LINE_START.match(text) else text


def _destination(href: str) -> str:
    href = re.sub(r"&(?=#?\w+;)", "&amp;", href)
    return f"<{href}>" if "(" in href or ")" in href else href
