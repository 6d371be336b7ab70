"""Prose between HTML and XLIFF's own elements: `<p>` is `<g id="1" ctype="x-html-p">`."""

from dataclasses import dataclass, field
from html import escape
from xml.sax.saxutils import escape as xml_escape
from xml.sax.saxutils import quoteattr

from articles.transfer.exchange.bundle import tags

CTYPES = {"em": "italic", "strong": "bold", "a": "link"}
TAGS = {ctype: tag for tag, ctype in CTYPES.items()} | {f"x-html-{tag}": tag for tag in ("p", "ul", "ol", "li")}


@dataclass
class Element:
    """One element of a file, without namespaces but for its attributes' own names."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list = field(default_factory=list)  # texts and elements
    line: int = 0

    def first(self, name: str) -> "Element | None":
        return next((child for child in self.elements() if child.name == name), None)

    def elements(self) -> list["Element"]:
        return [child for child in self.children if isinstance(child, Element)]


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


def written(html: str, numbers: Numbers) -> tuple[str, dict[tuple[str, str], list[int]]]:
    """Prose as XLIFF, and which numbers it used."""
    out, used = [], {}
    for kind, said, address in tags(html):
        if kind == "start":
            number = numbers.next((said, address))
            used.setdefault((said, address), []).append(number)
            href = f" xhtml:href={quoteattr(address)}" if said == "a" else ""
            out.append(f'<g id="{number}" ctype="{CTYPES.get(said, f"x-html-{said}")}"{href}>')
        else:
            out.append("</g>" if kind == "end" else text(said))
    return "".join(out), used


def text(said: str) -> str:
    """Plain text as XML."""
    return xml_escape(said, {"\r": "&#13;"})


def plain(element: Element) -> str:
    """An element's text, without what tools mark in it. Raises Broken where it has other elements."""
    return "".join(child if isinstance(child, str) else plain(_marked(child)) for child in element.children)


def html(element: Element, known: dict[str, tuple[str, str]]) -> str:
    """An element's content as HTML. `known`: tag and address by number, for elements of which a tool kept no more."""
    out = []
    for child in element.children:
        if isinstance(child, str):
            out.append(escape(child, quote=False))
        elif child.name == "g":
            out.append(_tagged(child, known))
        else:
            out.append(html(_marked(child), known))
    return "".join(out)


def numbered(element: Element) -> dict[str, tuple[str, str]]:
    """Tag and address of the elements in it, by number."""
    found = {}
    for child in element.elements():
        tag = TAGS.get(child.attributes.get("ctype", ""))
        if child.name == "g" and tag:
            found[child.attributes.get("id", "")] = (tag, child.attributes.get("href", ""))
        found |= numbered(child)
    return found


def _tagged(element: Element, known) -> str:
    tag, href = TAGS.get(element.attributes.get("ctype", "")), element.attributes.get("href", "")
    if tag is None or (tag == "a" and not href):
        tag, href = known.get(element.attributes.get("id", ""), (tag, href))
    if tag is None or (tag == "a" and not href):
        raise Broken(f'<g id="{element.attributes.get("id", "")}">')
    start = f'<a href="{escape(href)}">' if tag == "a" else f"<{tag}>"
    return f"{start}{html(element, known)}</{tag}>"


def _marked(element: Element) -> Element:
    if element.name != "mrk":
        raise Broken(f"<{element.name}>")
    return element
