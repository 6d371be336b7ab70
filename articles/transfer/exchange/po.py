"""PO files, as gettext and most translators' tools know them: `msgctxt` is the path, prose is HTML."""

import re

import polib

from articles.transfer.exchange.bundle import BadFile, Bundle, Item, Problem, broken_tags, repeated
from articles.units import PROSE

_WHOLE = re.compile(r'\s*(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])\s*)?"(?:[^"\\]|\\.)*"\s*|\s*(?:#.*)?')
_LINE = re.compile(r"\(line (\d+)\)")


def write(bundle: Bundle) -> bytes:
    """The bundle as a PO file. What waits for somebody is fuzzy."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": "munur",
        "Language": bundle.language,
        "X-Source-Language": bundle.source_language,
        "X-Munur-Article": bundle.article,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    file.extend(_entry(item) for item in bundle.items)
    return f"{file}\n".encode()


def read(data: bytes) -> Bundle:
    """The bundle that the file holds. Raises BadFile."""
    file = _parsed(data)
    article, source, language = (
        file.metadata.get(name, "") for name in ("X-Munur-Article", "X-Source-Language", "Language")
    )
    entries = [entry for entry in file if not entry.obsolete]
    problems = [Problem("no_path", f"line {entry.linenum}") for entry in entries if not entry.msgctxt]
    items = [_item(entry) for entry in entries if entry.msgctxt]
    problems += [Problem("twice", path) for path in repeated(item.path for item in items)]
    for item in items:
        if item.is_prose and (tag := broken_tags(item.target)):
            problems.append(Problem("tags", item.path, tag))
    if problems:
        raise BadFile(tuple(problems))
    return Bundle(article, source, language, tuple(items))


def _entry(item: Item) -> polib.POEntry:
    flags = ["fuzzy"] if item.target and not item.done else []
    return polib.POEntry(
        msgctxt=item.path,
        msgid=item.source,
        msgstr=item.target,
        flags=[*flags, *(["mt"] if item.is_machine else [])],
        comment=item.note,
        previous_msgid=item.before or None,
    )


def _item(entry: polib.POEntry) -> Item:
    return Item(
        path=entry.msgctxt,
        source=entry.msgid,
        target=entry.msgstr,
        is_prose=entry.msgctxt.rpartition(":")[2] in PROSE,
        done="fuzzy" not in entry.flags,
        is_machine="mt" in entry.flags,
        before=entry.previous_msgid or "",
        note=entry.comment,
    )


def _parsed(data: bytes) -> polib.POFile:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile((Problem("not_utf8", f"byte {error.start}"),)) from error
    # What has no such line is nothing that polib should look at: it takes a short text for the name of a file.
    if "\nmsgid" not in f"\n{text}" or "\0" in text:
        raise BadFile((Problem("not_po"),))
    # polib would take a line that breaks off for a whole one.
    for number, line in enumerate(text.splitlines(), start=1):
        if not _WHOLE.fullmatch(line):
            raise BadFile((Problem("po_syntax", f"line {number}"),))
    try:
        return polib.pofile(f"\n{text}\n", wrapwidth=0)
    except (OSError, ValueError, IndexError, AttributeError, TypeError) as error:
        line = _LINE.search(str(error))
        raise BadFile((Problem("po_syntax", f"line {int(line[1]) - 1}" if line else ""),)) from error
