"""The order of words in lists, as each language's alphabet has it."""

import unicodedata

# Icelandic letters, and where foreign ones stand among them. á é í ó ú ý follow their plain letters as letters of
# their own; þ æ ö close the alphabet.
_ALPHABET = "aábcdðeéfghiíjklmnoópqrstuúvwxyýzþæöå"
_SAME_PLACE = {"ä": "æ", "ø": "ö", "đ": "d", "ß": "ss", "œ": "oe", "ł": "l"}
_LETTERS = {letter: place for place, letter in enumerate(_ALPHABET)}

_MARK, _DIGIT, _LETTER, _FOREIGN = range(4)

SortKey = tuple[tuple[tuple[int, int], ...], str]


def sort_key(text: str, language: str = "is") -> SortKey:
    """What to sort by: punctuation and spaces, then digits, then the letters of the language.

    Small letters come before capitals where two texts are otherwise the same. Languages but Icelandic take accents
    off before they compare.
    """
    small = unicodedata.normalize("NFC", text).lower()
    letters = "".join(_SAME_PLACE.get(letter, letter) for letter in small)
    place = _icelandic_place if language == "is" else _plain_place
    return tuple(place(letter) for letter in letters), text.swapcase()


def _icelandic_place(letter: str) -> tuple[int, int]:
    if letter in _LETTERS:
        return _LETTER, _LETTERS[letter]
    return _plain_place(letter)


def _plain_place(letter: str) -> tuple[int, int]:
    bare = unicodedata.normalize("NFD", letter)[:1] if letter not in "þæð" else letter
    if bare in _LETTERS:
        return _LETTER, _LETTERS[bare]
    if bare.isdigit():
        return _DIGIT, ord(bare)
    return (_FOREIGN if bare.isalpha() else _MARK), ord(bare)
