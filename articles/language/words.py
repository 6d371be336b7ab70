"""Words as keys: folded, as an address, as a short key, and the headwords that a form may belong to."""

import re
import unicodedata
from collections.abc import Collection

from articles.language import lexicon

KEY_LENGTH = 40
NAMELESS_KEY = "rod"  # "röð": what a row is called whose name has no letter or digit

_OWN_LETTERS = str.maketrans(
    {"þ": "th", "ð": "d", "đ": "d", "æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ł": "l", "ı": "i"}
)


class _Folding(dict):
    """Letters, by their number, and what they are folded to; filled as letters are met."""

    MOST = 5_000

    def __missing__(self, number: int) -> str:
        apart = unicodedata.normalize("NFKD", chr(number).translate(_OWN_LETTERS))
        folded = "".join(letter for letter in apart if not unicodedata.combining(letter))
        if len(self) < self.MOST:
            self[number] = folded
        return folded


_folding = _Folding()


def fold(text: str) -> str:
    """The text in small letters with þ→th, ð→d, æ→ae, ö→o and no accents, for comparing what people type.

    Unicode takes accents off, but þ ð æ ø ß are letters of their own, which it keeps: they are changed first.
    """
    if text.isascii():
        return text.lower()
    return text.lower().translate(_folding).lower()  # № gives "No"


def slugify(text: str) -> str:
    """The text as a part of an address, in ASCII: "Munurinn á sölu" gives "munurinn-a-solu"; may be empty."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def key_for(name: str, taken: Collection[str] = ()) -> str:
    """A key for something of this name: a slug of 1 to 40 characters that is none of `taken`.

    A long slug ends at a hyphen where it has one; the second of the same name gets "-2", the third "-3".
    """
    slug = slugify(name) or NAMELESS_KEY
    key, number = _cut(slug, KEY_LENGTH), 1
    while key in taken:
        number += 1
        key = f"{_cut(slug, KEY_LENGTH - len(str(number)) - 1)}-{number}"
    return key


def lemmas(word: str, language: str = "is") -> frozenset[str]:
    """The headwords in small letters that this form may belong to; empty if the word is not known.

    Only Icelandic has a dictionary here; in other languages no word is known.
    """
    return lexicon.lemmas(word) if language == "is" else frozenset()


def _cut(slug: str, length: int) -> str:
    if len(slug) <= length:
        return slug
    whole = slug[: length + 1].rpartition("-")[0]
    return whole.strip("-") or slug[:length]
