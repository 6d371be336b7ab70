"""Quotation marks and apostrophes that are not those of the language: "so" and “so” where „so“ is right."""

from collections.abc import Iterator
from dataclasses import dataclass, field

QUOTES, APOSTROPHE = "quotes", "apostrophe"


@dataclass(frozen=True, slots=True)
class Style:
    outer: tuple[str, str]
    inner: tuple[str, str]
    straight: bool  # whether straight marks may stand too

    def wanted(self, level: int, single: bool, closing: bool) -> str:
        return (self.inner if single or level else self.outer)[closing]


_STYLES = {
    "is": Style(("„", "“"), ("‚", "‘"), straight=False),
    "en": Style(("“", "”"), ("‘", "’"), straight=True),
}
_SINGLE = "‚‘’'"
_MARKS = frozenset('„“”"«»' + _SINGLE)
_BEFORE_OPENING = frozenset("([{–—-/„“‚‘\"'«»")
_AFTER_CLOSING = frozenset(".,;:!?)]}–—-…/“”‘’\"'«»")

Wrong = tuple[int, str, str]  # where, what kind, what it should be


@dataclass(slots=True)
class _Reading:
    """What is open at a place of the text: where each quotation began, and whether with a single mark."""

    open: list[tuple[int, bool]] = field(default_factory=list)


def wrong_marks(text: str, language: str) -> Iterator[Wrong]:
    """Each mark that the language does not write so. Marks of feet and inches are none, and each line stands alone."""
    if language in _STYLES:
        for at, wanted, _opened in _read(text, _STYLES[language]):
            straight = text[at] in "\"'" and _STYLES[language].straight
            if text[at] != wanted and not straight:
                yield at, APOSTROPHE if wanted == "’" and _is_between_letters(text, at) else QUOTES, wanted


def quotations(text: str, language: str) -> list[tuple[int, int]]:
    """Where words of others stand: from each first mark to behind its last. One that is not closed is none."""
    marks = _read(text, _STYLES[language]) if language in _STYLES else ()
    return [(opened, at + 1) for at, _wanted, opened in marks if opened is not None]


def _read(text: str, style: Style) -> Iterator[tuple[int, str, int | None]]:
    """Each mark: where, what it should be, and where the quotation began that it ends."""
    reading = _Reading()
    for at, sign in enumerate(text):
        if sign == "\n":
            reading.open.clear()
        if sign not in _MARKS:
            continue
        single = sign in _SINGLE
        if single and sign != "‚" and _is_between_letters(text, at):
            yield at, "’", None
        elif not _is_of_feet_or_inches(text, at, reading):
            yield from _quotation_mark(text, at, single, style, reading)


def _quotation_mark(text: str, at: int, single: bool, style: Style, reading: _Reading):
    opened_so = bool(reading.open) and reading.open[-1][1] == single
    if _opens(text, at, opened_so):
        if text[at] != "'" or _is_closed_later(text, at):
            yield at, style.wanted(len(reading.open), single, closing=False), None
            reading.open.append((at, single))
    elif opened_so:
        began, _single = reading.open.pop()
        yield at, style.wanted(len(reading.open), single, closing=True), began
    elif not single:
        yield at, style.wanted(len(reading.open), single, closing=True), None
    # A single mark behind a word with nothing to close is an apostrophe: "workers’".


def _opens(text: str, at: int, opened_so: bool) -> bool:
    """By what stands around it; where that may be either, by whether there is anything to close."""
    if text[at] in "„‚":
        return True
    may_open = at == 0 or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING
    may_open = may_open and text[at + 1 : at + 2].strip() != ""
    may_close = at > 0 and not text[at - 1].isspace()
    may_close = may_close and (text[at + 1 : at + 2].strip() == "" or text[at + 1] in _AFTER_CLOSING)
    return may_open if may_open != may_close else not opened_so


def _is_between_letters(text: str, at: int) -> bool:
    return text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()


def _is_of_feet_or_inches(text: str, at: int, reading: _Reading) -> bool:
    if text[at] not in "\"'”’" or not text[at - 1 : at].isdigit():
        return False
    return not reading.open or _is_closed_later(text, at)


def _is_closed_later(text: str, at: int) -> bool:
    """Whether the next mark of this kind in the line ends something."""
    end = text.find("\n", at)
    line = text if end < 0 else text[:end]
    kind = _SINGLE if text[at] in _SINGLE else _MARKS.difference(_SINGLE)
    later = (place for place in range(at + 1, len(line)) if line[place] in kind)
    following = next((place for place in later if not _is_between_letters(line, place)), None)
    return following is not None and not _opens(line, following, opened_so=True)
