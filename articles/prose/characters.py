"""The characters of a text: composed (NFC), without control characters, with single spaces."""

import re
import unicodedata

# Controls, lone surrogates, noncharacters, byte order marks and zero width spaces; and the marks that turn the
# direction of everything after them.
_DROPPED = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]+"
)
# A non-breaking space, wide or narrow, is the writer's choice and stays.
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")

# Composing takes quadratic time in a row of combining marks; Unicode's stream-safe text allows thirty.
_MARKS = "".join(char for char in map(chr, range(0x300, 0x20000)) if unicodedata.combining(char))
_TOO_MANY_MARKS = re.compile(f"([{_MARKS}]{{30}})[{_MARKS}]+")


def line(text: str) -> str:
    """`text` as one line of plain text: composed, control characters out, spaces single, trimmed."""
    return spaced(text).strip()


def spaced(text: str) -> str:
    """`text` composed, without control characters, each run of spaces and line breaks made one space."""
    return composed(_SPACES.sub(" ", _DROPPED.sub("", text)))


def composed(text: str) -> str:
    """`text` in NFC, in linear time. No letter keeps more than thirty combining marks."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", _TOO_MANY_MARKS.sub(r"\1", text))
    return _TOO_MANY_MARKS.sub(r"\1", text)


def is_mark(char: str) -> bool:
    """Whether `char` sits on the character before it."""
    return unicodedata.combining(char) != 0


def leading_marks(text: str) -> int:
    """How many combining marks `text` begins with."""
    return next((index for index, char in enumerate(text) if not is_mark(char)), len(text))


def trimmed_start(text: str) -> str:
    """`text` from its first character that is neither space nor a mark without a letter."""
    start = next((i for i, char in enumerate(text) if not (char.isspace() or is_mark(char))), len(text))
    return text[start:]


def is_visible(text: str) -> bool:
    """Whether a reader sees anything of `text`: soft hyphens and joiners alone are nothing."""
    return any(char.isprintable() and not char.isspace() and not is_mark(char) for char in text)
