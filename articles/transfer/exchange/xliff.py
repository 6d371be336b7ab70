"""XLIFF 1.2: a `trans-unit` for each text, its id the path. Translate Toolkit keeps the file, its units and states."""

from collections import Counter
from xml.parsers import expat

from lxml import etree
from translate.storage.xliff import Xliff1File, Xliff1Unit

from articles.transfer.exchange import markup
from articles.transfer.exchange.bundle import BadFile, Bundle, Item, Problem, broken_tags, repeated
from articles.transfer.exchange.markup import Numbers
from articles.units import PROSE

XLIFF = "urn:oasis:names:tc:xliff:document:1.2"
DEEPEST = 60
PREVIOUS = "previous-version"


class Unit(Xliff1Unit):
    namespace = XLIFF


class File(Xliff1File):
    UnitClass = Unit
    namespace = XLIFF
    XMLskeleton = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<xliff version="1.2" xmlns="{XLIFF}" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
        '<file original="NoName" source-language="" target-language="" datatype="html"><body/></file></xliff>'
    )


def write(bundle: Bundle) -> bytes:
    """The bundle as an XLIFF file."""
    store = File(sourcelanguage=bundle.source_language, targetlanguage=bundle.language)
    store.setfilename(store.getfilenode("NoName"), bundle.article)
    for item in bundle.items:
        unit = Unit("")
        store.addunit(unit)
        _fill(unit, item)
    return bytes(store)


def read(data: bytes) -> Bundle:
    """The bundle that the file holds. Raises BadFile."""
    store = _parsed(data)
    items, problems = [], []
    for unit in store.units:
        try:
            items.append(_item(unit))
        except BadFile as error:
            problems += error.problems
    problems += [Problem("twice", path) for path in repeated(item.path for item in items)]
    if problems:
        raise BadFile(tuple(problems))
    article = next(iter(store.getfilenames()), "")
    return Bundle(article, store.sourcelanguage or "", store.targetlanguage or "", tuple(items))


def _fill(unit: Unit, item: Item) -> None:
    unit.setid(item.path)
    numbers = _put(unit.source_dom, item, item.source, Numbers())
    if item.target:
        unit.target = item.target
        unit.target_dom.text = None
        _put(unit.target_dom, item, item.target, numbers)
        unit.set_state_n(unit.S_TRANSLATED if item.done else unit.S_NEEDS_REVIEW)
    if item.target and item.is_machine:
        unit.target_dom.set("state-qualifier", "mt-suggestion")
    if item.before:
        old = etree.SubElement(unit.xmlelement, unit.namespaced("alt-trans"), alttranstype=PREVIOUS)
        numbers = _put(etree.SubElement(old, unit.namespaced("source")), item, item.before, Numbers())
        _put(etree.SubElement(old, unit.namespaced("target")), item, item.target, numbers)
    unit.addnote(item.note)


def _put(element, item: Item, said: str, numbers: Numbers) -> Numbers:
    if item.is_prose:
        return markup.fill(element, said, numbers)
    element.text = said
    return numbers


def _item(unit: Unit) -> Item:
    path = unit.xmlelement.get("id")
    if not path:
        raise BadFile((Problem("no_path", f"line {unit.xmlelement.sourceline}"),))
    source, target = unit.source_dom, unit.target_dom
    if source is None:
        raise BadFile((Problem("no_source", path),))
    is_prose = path.rpartition(":")[2] in PROSE
    known = markup.numbered(source)
    old = unit.xmlelement.find(f"{{*}}alt-trans[@alttranstype='{PREVIOUS}']/{{*}}source")
    return Item(
        path=path,
        source=_said(source, known, path, is_prose),
        target=_said(target, known, path, is_prose),
        is_prose=is_prose,
        done=target is None or _is_done(unit),
        is_machine=target is not None and target.get("state-qualifier") == "mt-suggestion",
        before=_said(old, known, path, is_prose),
        note=unit.getnotes(),
    )


def _said(element, known: markup.Known, path: str, is_prose: bool) -> str:
    if element is None:
        return ""
    try:
        said = markup.html(element, known | markup.numbered(element)) if is_prose else markup.plain(element)
    except markup.Broken as error:
        raise BadFile((Problem("tags", path, str(error)),)) from error
    if is_prose and (tag := broken_tags(said)):
        raise BadFile((Problem("tags", path, tag),))
    return said


def _is_done(unit: Unit) -> bool:
    # To the library a text without a state is unfinished; tools that know no states write none.
    state = unit.target_dom.get("state", "")
    return unit.isapproved() or unit.statemap.get(state, unit.S_TRANSLATED) >= unit.S_TRANSLATED


def _parsed(data: bytes) -> File:
    outline = _outline(data)
    if not outline["xliff 1.2"]:
        raise BadFile((Problem("not_xliff"),))
    if (files := outline["xliff 1.2/file"]) != 1 or not outline["xliff 1.2/file/body"]:
        raise BadFile((Problem("not_one_file", "", str(files)),))
    try:
        return File(data)
    except etree.XMLSyntaxError as error:
        raise BadFile((Problem("not_xml", f"line {error.lineno}", error.msg),)) from error
    except (AssertionError, StopIteration, ValueError) as error:
        raise BadFile((Problem("not_xliff"),)) from error


def _outline(data: bytes) -> Counter[str]:
    """How many files and bodies there are. Raises BadFile for what the library must not see.

    It would read a document type, whose entities can name other files and grow in memory; climb as deep as any file;
    and take the first of several articles for the whole. This pass builds nothing.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    outline, open_ = Counter[str](), []

    def refuse(kind):
        raise BadFile((Problem(kind, f"line {parser.CurrentLineNumber}"),))

    def start(name, attributes):
        if len(open_) == DEEPEST:
            refuse("too_deep")
        name = name.rpartition(" ")[2]
        open_.append(name if open_ else f"{name} {attributes.get('version')}")
        outline["/".join(open_[:4])] += 1

    parser.StartElementHandler, parser.EndElementHandler = start, lambda _name: open_.pop()
    parser.StartDoctypeDeclHandler = lambda *_doctype: refuse("doctype")
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        if isinstance(error, BadFile):
            raise
        raise BadFile((Problem("not_xml", f"line {parser.ErrorLineNumber}", str(error)),)) from error
    return outline
