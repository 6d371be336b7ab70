"""HTML of any origin read into canonical prose.

What leaves here is written anew from plain runs of text, so nothing of the input's markup survives; and every step is
linear in the input's length, whatever the input is.
"""

import re
from html import unescape

from .blocks import Builder, Line, to_html
from .characters import composed

# A quoted value may hold `>`. No part may hold `<`, so a scan never goes past the next one.
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)((?:[^"'<>]++|"[^"<]*+"|'[^'<]*+')*+|[^<>]*+)>|<[!?][^<>]*+>""")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")
_NAMED = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_HUGE_NUMBER = re.compile(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{8,});?")
_UNREAD = {"script", "style"}
_BLOCK = re.compile(r"</?(?:p|ul|ol|li)>")
_INLINE = re.compile(r"</?(?:em|strong|a)[^>]*>")
_WORD = re.compile(r"\S*\w\S*")


def clean(html: str) -> str:
    """`html`, or any text at all, as canonical prose. `clean(clean(x)) == clean(x)`.

    Words are kept, outside scripts, style sheets and comments; what is not in the subset loses its tags.
    """
    return to_html(lines_of(html))


def plain(html: str) -> str:
    """The prose as plain text: a blank line between blocks, the items of a list on a line each."""
    out: list[str] = []
    before = "p"
    for line in lines_of(html):
        if out:
            out.append("\n" if line.kind == before != "p" else "\n\n")
        out.append(composed("".join(run.text for run in line.runs)))
        before = line.kind
    return "".join(out)


def words(html: str) -> int:
    """How many words canonical prose has. A dash between spaces is none."""
    return len(_WORD.findall(_INLINE.sub("", _BLOCK.sub(" ", html))))


def lines_of(html: str) -> tuple[Line, ...]:
    """The canonical lines of `html`."""
    builder = Builder()
    unread = ""
    position = 0
    html = _without_comments(html)
    for match in _TAG.finditer(html):
        closing, tag, attributes = match[1], (match[2] or "").lower(), match[3]
        if not unread:
            builder.text(_text(html[position : match.start()]))
        position = match.end()
        if unread:
            unread = "" if closing and tag == unread else unread
        elif closing:
            builder.end(tag)
        elif tag in _UNREAD:
            unread = tag
        elif tag:
            builder.start(tag, _href(attributes) if tag == "a" else "")
    if not unread:
        builder.text(_text(html[position:]))
    return builder.lines()


def _without_comments(html: str) -> str:
    first, *others = html.split("<!--")
    return first + "".join(part.partition("-->")[2] if "-->" in part else part for part in others)


def _text(source: str) -> str:
    return unescape(_HUGE_NUMBER.sub("\ufffd", source)) if "&" in source else source


def _href(attributes: str) -> str:
    for name, *values in _ATTRIBUTE.findall(attributes):
        if name.lower() == "href":
            # Only entities that end in `;`: in `?a=1&copy=2` there is none.
            return _NAMED.sub(lambda match: unescape(match[0]), "".join(values))
    return ""
