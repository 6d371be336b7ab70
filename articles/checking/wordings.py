"""What is odd in the words themselves: spelling, marks of another language, links that lead nowhere."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from articles.checking.corrections import correction
from articles.checking.finding import Finding, Knows
from articles.language import spelling, typography
from articles.manuscript import Manuscript
from articles.units import Unit, plain, units

_OWN_ADDRESS = re.compile(r'href="(/[^"]*)"')
_WORD = re.compile(r"[^\W\d_]+")
_PAIRS = {("„", "“"), ("‚", "‘"), ("“", "”"), ("‘", "’")}
_FEW = 80  # characters between two marks that are told of together


def of_words(manuscript: Manuscript, language: str) -> Iterator[Finding]:
    """Spelling and typography of each text. A word of the subjects' own names is known."""
    known = _words_of_names(manuscript, language)
    for unit in _texts(manuscript, language):
        text = plain(unit.texts[language]) if unit.is_prose else unit.texts[language]
        for rule, word, data in read(text, language):
            if word not in known:
                yield Finding(rule, unit.path, language, dict(data))


def of_links(manuscript: Manuscript, language: str, knows: Knows) -> Iterator[Finding]:
    for unit in _texts(manuscript, language):
        for address in dict.fromkeys(_OWN_ADDRESS.findall(unit.texts[language])) if unit.is_prose else ():
            if not knows.page(unescape(address)):
                yield Finding("broken_link", unit.path, language, {"address": unescape(address)})


@lru_cache(maxsize=4096)
def read(text: str, language: str) -> tuple[tuple[str, str, tuple], ...]:
    """What is odd in one plain text, in its order: rule, the word in small letters where it is about one, and data.

    Remembered, because an article is checked again after each pause in typing and few of its texts have changed.
    """
    if not spelling.looks_like(text, language):
        return (("other_language", "", ()),)
    found = list(_faults(text, language))
    seen = set()
    for odd in spelling.unknown_words(text, language):
        if odd.word.lower() not in seen:
            seen.add(odd.word.lower())
            found.append(_as_read(odd))
    in_order = sorted(found, key=lambda one: one[0])
    return tuple((rule, word, tuple({**data, "start": start}.items())) for start, rule, word, data in in_order)


def _as_read(odd) -> tuple:
    """A word that is put together from others, "ábirgð" from "á" and "birgð", may be another one misspelt."""
    meant = correction(odd.word, alike=odd.kind == spelling.GUESSED)
    rule = "guessed_word" if odd.kind == spelling.GUESSED and not meant else "unknown_word"
    return odd.start, rule, odd.word.lower(), {"word": odd.word, "wanted": meant, "end": odd.end}


def _faults(text: str, language: str) -> Iterator[tuple]:
    """Faults of typography; two marks around a few words are one."""
    opened = None
    for fault in typography.faults(text, language):
        if opened and fault.kind == typography.QUOTES and _is_around(opened, fault, text):
            inner = text[opened.end : fault.start]
            data = {"found": f"{opened.found}{inner}{fault.found}", "wanted": f"{opened.wanted}{inner}{fault.wanted}"}
            yield opened.start, typography.QUOTES, "", {**data, "end": fault.end}
            opened = None
            continue
        if opened:
            yield _as_found(opened)
        opened = fault if fault.kind == typography.QUOTES else None
        if not opened:
            yield _as_found(fault)
    if opened:
        yield _as_found(opened)


def _as_found(fault) -> tuple:
    return fault.start, fault.kind, "", {"found": fault.found, "wanted": fault.wanted, "end": fault.end}


def _is_around(opened, closed, text: str) -> bool:
    inner = text[opened.end : closed.start]
    return (opened.wanted, closed.wanted) in _PAIRS and len(inner) <= _FEW and "\n" not in inner


def _texts(manuscript: Manuscript, language: str) -> list[Unit]:
    """Texts there are, without the subjects' names: those may be anything."""
    return [
        unit
        for unit in units(manuscript)
        if unit.texts.get(language) and not (unit.is_shared and unit.field == "name")
    ]


def _words_of_names(manuscript: Manuscript, language: str) -> set[str]:
    names = []
    for side in manuscript.sides:
        names.append(side.subject.name.get(language, ""))
        if forms := side.subject.forms.get(language):
            names += [forms.nominative, forms.dative, forms.genitive]
    return {word.lower() for name in names for word in _WORD.findall(name)}
