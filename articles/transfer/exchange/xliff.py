"""XLIFF 1.2: a `trans-unit` for each text, its id the path. Only what the format says of one file with one body.

Reading takes no document types, so that a file can neither name other files nor grow in memory.
"""

from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from articles.transfer.exchange import markup
from articles.transfer.exchange.bundle import BadFile, Bundle, Item, Problem, broken_tags, repeated
from articles.transfer.exchange.markup import Element, Numbers
from articles.units import PROSE

XLIFF = "urn:oasis:names:tc:xliff:document:1.2"
XHTML = "http://www.w3.org/1999/xhtml"
NOT_DONE = {
    "new",
    "needs-translation",
    "needs-adaptation",
    "needs-l10n",
    "needs-review-translation",
    "needs-review-adaptation",
    "needs-review-l10n",
}
DEEPEST = 60


def write(bundle: Bundle) -> bytes:
    """The bundle as an XLIFF file."""
    units = "".join(_unit(item) for item in bundle.items)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xliff version="1.2" xmlns="{XLIFF}" xmlns:xhtml="{XHTML}">\n'
        f"  <file original={quoteattr(bundle.article)} source-language={quoteattr(bundle.source_language)}"
        f' target-language={quoteattr(bundle.language)} datatype="html">\n'
        f"    <body>\n{units}    </body>\n  </file>\n</xliff>\n"
    ).encode()


def read(data: bytes) -> Bundle:
    """The bundle that the file holds. Raises BadFile."""
    root = _parsed(data)
    if root.name != "xliff" or root.attributes.get("version") != "1.2":
        raise BadFile((Problem("not_xliff"),))
    files = [child for child in root.elements() if child.name == "file"]
    if len(files) != 1 or files[0].first("body") is None:
        raise BadFile((Problem("not_one_file", "", str(len(files))),))
    items, problems = [], []
    for unit in _units(files[0].first("body")):
        try:
            items.append(_item(unit))
        except BadFile as error:
            problems += error.problems
    problems += [Problem("twice", path) for path in repeated(item.path for item in items)]
    if problems:
        raise BadFile(tuple(problems))
    said = files[0].attributes
    return Bundle(
        said.get("original", ""), said.get("source-language", ""), said.get("target-language", ""), tuple(items)
    )


def _unit(item: Item) -> str:
    source, used = _content(item, item.source, Numbers())
    last = max((number for numbers in used.values() for number in numbers), default=0)
    target, _used = _content(item, item.target, Numbers(used, last))
    lines = [f"<source>{source}</source>"]
    if item.target:
        state = "translated" if item.done else "needs-review-translation"
        qualifier = ' state-qualifier="mt-suggestion"' if item.is_machine else ""
        lines.append(f'<target state="{state}"{qualifier}>{target}</target>')
    if item.before:
        before, _used = _content(item, item.before, Numbers())
        old = f"<source>{before}</source><target>{target}</target>"
        lines.append(f'<alt-trans alttranstype="previous-version">{old}</alt-trans>')
    if item.note:
        lines.append(f"<note>{markup.text(item.note)}</note>")
    approved = "yes" if item.target and item.done else "no"
    head = f'<trans-unit id={quoteattr(item.path)} approved="{approved}" xml:space="preserve">'
    return "".join([f"      {head}\n", *(f"        {line}\n" for line in lines), "      </trans-unit>\n"])


def _content(item: Item, said: str, numbers: Numbers):
    return markup.written(said, numbers) if item.is_prose else (markup.text(said), {})


def _item(unit: Element) -> Item:
    path = unit.attributes.get("id", "")
    if not path:
        raise BadFile((Problem("no_path", f"line {unit.line}"),))
    source, target = unit.first("source"), unit.first("target")
    if source is None:
        raise BadFile((Problem("no_source", path),))
    is_prose = path.rpartition(":")[2] in PROSE
    known = markup.numbered(source)
    old = next((child for child in unit.elements() if _is_previous(child)), None)
    note = unit.first("note")
    return Item(
        path=path,
        source=_said(source, known, path, is_prose),
        target=_said(target, known, path, is_prose) if target else "",
        is_prose=is_prose,
        done=_is_done(unit, target),
        is_machine=bool(target) and target.attributes.get("state-qualifier") == "mt-suggestion",
        before=_said(old.first("source"), known, path, is_prose) if old and old.first("source") else "",
        note=markup.plain(note) if note else "",
    )


def _said(element: Element, known, path: str, is_prose: bool) -> str:
    try:
        said = markup.html(element, known | markup.numbered(element)) if is_prose else markup.plain(element)
    except markup.Broken as error:
        raise BadFile((Problem("tags", path, str(error)),)) from error
    if is_prose and (tag := broken_tags(said)):
        raise BadFile((Problem("tags", path, tag),))
    return said


def _is_done(unit: Element, target: Element | None) -> bool:
    if target is None:
        return True
    state = target.attributes.get("state", "")
    return unit.attributes.get("approved") == "yes" or state not in NOT_DONE


def _is_previous(element: Element) -> bool:
    return element.name == "alt-trans" and element.attributes.get("alttranstype") == "previous-version"


def _units(body: Element) -> list[Element]:
    """The units of a body, and of groups in it."""
    found = []
    for child in body.elements():
        if child.name == "trans-unit":
            found.append(child)
        if child.name == "group":
            found += _units(child)
    return found


def _parsed(data: bytes) -> Element:
    parser = expat.ParserCreate(namespace_separator=" ")
    open_ = [Element("")]

    def start(name, attributes):
        if len(open_) > DEEPEST:
            raise BadFile((Problem("too_deep", f"line {parser.CurrentLineNumber}"),))
        said = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        element = Element(name.rpartition(" ")[2], said, [], parser.CurrentLineNumber)
        open_[-1].children.append(element)
        open_.append(element)

    def refuse(*_doctype):
        raise BadFile((Problem("doctype", f"line {parser.CurrentLineNumber}"),))

    parser.StartElementHandler, parser.EndElementHandler = start, lambda _name: open_.pop()
    parser.CharacterDataHandler = lambda text: open_[-1].children.append(text)
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, UnicodeError, ValueError) as error:
        if isinstance(error, BadFile):
            raise
        raise BadFile((Problem("not_xml", f"line {parser.ErrorLineNumber}", str(error)),)) from error
    return open_[0].elements()[0]
