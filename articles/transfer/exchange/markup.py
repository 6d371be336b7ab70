"""Prose between HTML and XLIFF's own elements: `<p>` is `<g id="1" ctype="x-html-p">`.

What stands inside `source` and `target` is written and read here, not by Translate Toolkit. Its `source` is the text
alone; its `rich_source` makes "ab" of "<g>a </g>b" where a tool dropped xml:space, and fails at a `g` without an id.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from lxml import etree

from articles.transfer.exchange.bundle import tags

HREF = "{http://www.w3.org/1999/xhtml}href"
CTYPES = {"em": "italic", "strong": "bold", "a": "link"}
TAGS = {ctype: tag for tag, ctype in CTYPES.items()} | {f"x-html-{tag}": tag for tag in ("p", "ul", "ol", "li")}

Known = dict[str, tuple[str, str]]


class Broken(ValueError):
    """An element that cannot stand in a text."""


@dataclass
class Numbers:
    """The numbers of a unit's elements: what stands in the source has the same number in the target."""

    free: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    last: int = 0

    def next(self, kind: tuple[str, str]) -> int:
        if self.free.get(kind):
            return self.free[kind].pop(0)
        self.last += 1
        return self.last


def fill(element, html: str, numbers: Numbers) -> Numbers:
    """Write prose into an element of XLIFF. Returns the numbers for its translation."""
    open_, used = [element], {}
    g = etree.QName(etree.QName(element).namespace, "g")
    for kind, said, address in tags(html):
        if kind == "start":
            number = numbers.next((said, address))
            used.setdefault((said, address), []).append(number)
            attributes = {"id": str(number), "ctype": CTYPES.get(said, f"x-html-{said}")}
            open_.append(etree.SubElement(open_[-1], g, attributes | ({HREF: address} if said == "a" else {})))
        elif kind == "end":
            open_.pop()
        else:
            _add_text(open_[-1], said)
    return Numbers(used, numbers.last)


def plain(element) -> str:
    """An element's text, without what tools mark in it. Raises Broken where it has other elements."""
    return "".join(child if isinstance(child, str) else plain(_marked(child)) for child in _children(element))


def html(element, known: Known) -> str:
    """An element's content as HTML. `known`: tag and address by number, for elements of which a tool kept no more."""
    out = []
    for child in _children(element):
        if isinstance(child, str):
            out.append(escape(child, quote=False))
        elif name(child) == "g":
            out.append(_tagged(child, known))
        else:
            out.append(html(_marked(child), known))
    return "".join(out)


def numbered(element) -> Known:
    """Tag and address of the elements in it, by number."""
    return {
        g.get("id", ""): (tag, _address(g))
        for g in element.iterdescendants("{*}g")
        if (tag := TAGS.get(g.get("ctype", "")))
    }


def name(element) -> str:
    """What an element is called, without its namespace."""
    return etree.QName(element).localname


def _children(element) -> Iterator:
    """Texts and elements; comments and instructions are none."""
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail


def _add_text(element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _tagged(element, known: Known) -> str:
    tag, href = TAGS.get(element.get("ctype", "")), _address(element)
    if tag is None or (tag == "a" and not href):
        tag, href = known.get(element.get("id", ""), (tag, href))
    if tag is None or (tag == "a" and not href):
        raise Broken(f'<g id="{element.get("id", "")}">')
    start = f'<a href="{escape(href)}">' if tag == "a" else f"<{tag}>"
    return f"{start}{html(element, known)}</{tag}>"


def _address(element) -> str:
    return element.get(HREF) or element.get("href", "")


def _marked(element):
    if name(element) != "mrk":
        raise Broken(f"<{name(element)}>")
    return element
