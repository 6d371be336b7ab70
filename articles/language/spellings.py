"""Words that no dictionary has to be asked for: numbers, "C++", "munur.is"; and words with a hyphen."""

import re
import unicodedata

_IGNORED = re.compile("[\u00ad\u200d]")
_HYPHENS = re.compile("[-‐‑]")
_NUMBER = re.compile(r"\d[\d.,]*")
_SIGNS = {"+": "plus", "#": "sharp"}
JOINER = "·"  # between the parts of what is one token


def composed(text: str) -> str:
    """The text without soft hyphens, and with each accent and its letter as one character where there is one."""
    return text if text.isascii() else unicodedata.normalize("NFC", _IGNORED.sub("", text))


def special(word: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Lemmas and parts of a number, of an address and of a name with signs; None for any other word."""
    small = word.lower()
    if _NUMBER.fullmatch(small):
        return (number(small, language),), ()
    if small[-1:] in _SIGNS:
        return ("".join(_SIGNS.get(letter, letter) for letter in small),), ()
    if "." in small:
        pieces = small.split(".")
        return (JOINER.join(pieces),), tuple(piece for piece in pieces if len(piece) >= 3)
    return None


def number(text: str, language: str) -> str:
    """The number without marks between its thousands: "1.000" gives "1000", "2,5" gives "2·5"."""
    thousands = "." if language == "is" else ","
    grouped = re.fullmatch(rf"(\d{{1,3}}(?:\{thousands}\d{{3}})+)(?:[.,](\d+))?", text)
    if grouped:
        return JOINER.join(filter(None, [grouped[1].replace(thousands, ""), grouped[2]]))
    return re.sub(r"[.,]+", JOINER, text.strip(".,"))


def without_hyphens(word: str) -> str:
    return _HYPHENS.sub("", word)


def hyphenated(word: str) -> list[str]:
    """The pieces of a word with hyphens; one piece for a word without."""
    return [piece for piece in _HYPHENS.split(word) if piece]
