"""PO files, as gettext and most translators' tools know them: `msgctxt` is the path, prose is HTML."""

import re

from translate.storage.pypo import pofile, pounit, unquotefrompo

from articles.transfer.exchange.bundle import BadFile, Bundle, Item, Problem, broken_tags, repeated
from articles.units import PROSE

UNWRAPPED = 1_000_000  # characters a line
_WHOLE = re.compile(r'\s*(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])\s*)?"(?:[^"\\]|\\.)*"\s*|\s*(?:#.*)?')
_END_OF_LINE = re.compile(r"\r*\n|\r")
_LINE = re.compile(r"on line (\d+)")


def write(bundle: Bundle) -> bytes:
    """The bundle as a PO file. What waits for somebody is fuzzy."""
    store = pofile(noheader=True, width=UNWRAPPED)
    header = {
        "Project-Id-Version": "munur",
        "Language": bundle.language,
        "X-Source-Language": bundle.source_language,
        "X-Munur-Article": bundle.article,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    # The library's own header has the hour in it, and blanks for somebody's name.
    first = _unit(store, "", "".join(f"{name}: {said}\n" for name, said in header.items()))
    first.addnote(f"{bundle.article}, {bundle.source_language}-{bundle.language}")
    for item in bundle.items:
        _fill(_unit(store, item.source, item.target), item)
    return bytes(store)


def read(data: bytes) -> Bundle:
    """The bundle that the file holds. Raises BadFile."""
    store = _parsed(data)
    header = store.parseheader()
    article, source, language = (header.get(name, "") for name in ("X-Munur-Article", "X-Source-Language", "Language"))
    units = [unit for unit in store.unit_iter() if not unit.isblank()]
    problems = [Problem("no_path", f"line {unit.line_number}") for unit in units if not _path(unit)]
    problems += [Problem("plural", _path(unit)) for unit in units if _path(unit) and unit.hasplural()]
    items = [_item(unit) for unit in units if _path(unit)]
    problems += [Problem("twice", path) for path in repeated(item.path for item in items)]
    for item in items:
        if item.is_prose and (tag := broken_tags(item.target)):
            problems.append(Problem("tags", item.path, tag))
    if problems:
        raise BadFile(tuple(problems))
    return Bundle(article, source, language, tuple(items))


def _unit(store: pofile, source: str, target: str) -> pounit:
    unit = store.create_unit()
    unit.source, unit.target = source, target
    store.addunit(unit)
    return unit


def _fill(unit: pounit, item: Item) -> None:
    unit.setcontext(item.path)
    unit.addnote(item.note, origin="developer")
    unit.prev_source = item.before or None
    unit.settypecomment("fuzzy", bool(item.target) and not item.done)
    unit.settypecomment("mt", item.is_machine)


def _path(unit: pounit) -> str:
    return unit.getpreviouscontext()  # the context as it is written, without what KDE once put into the source


def _item(unit: pounit) -> Item:
    path = _path(unit)
    return Item(
        path=path,
        # The library takes a source that begins with "_:" for a comment of KDE's; here it is a text like any other.
        source=unquotefrompo([*unit.msgidcomments, *unit.msgid]),
        target=str(unit.target),
        is_prose=path.rpartition(":")[2] in PROSE,
        done=not unit.isfuzzy(),
        is_machine=unit.hastypecomment("mt"),
        before=str(unit.prev_source),
        note=unit.getnotes("developer"),
    )


def _parsed(data: bytes) -> pofile:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile((Problem("not_utf8", f"byte {error.start}"),)) from error
    lines = _END_OF_LINE.split(text)
    # To the library an empty file is a PO file.
    if not any(line.startswith("msgid") for line in lines) or "\0" in text:
        raise BadFile((Problem("not_po"),))
    # The library takes a line that breaks off after \" for a whole one, and one kind of end of line for them all.
    for number, line in enumerate(lines, start=1):
        if not _WHOLE.fullmatch(line):
            raise BadFile((Problem("po_syntax", f"line {number}"),))
    store = pofile(noheader=True)
    try:
        store.parse("\n".join(lines).encode())
    except (ValueError, LookupError, AttributeError) as error:
        line = _LINE.search(str(error))
        raise BadFile((Problem("po_syntax", f"line {line[1]}" if line else ""),)) from error
    return store
