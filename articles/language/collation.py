"""The order of words in lists, as each language's alphabet has it: that of ICU, which PostgreSQL sorts by.

SQLite sorts by this module, so both databases give the same lists. The rules are those of CLDR: letters first, where
they are the same then accents, then small letters before capitals.
"""

import unicodedata
from functools import lru_cache

# Icelandic letters, and where foreign ones stand among them. á é í ó ú ý follow their plain letters as letters of
# their own; þ æ ö close the alphabet. Elsewhere an accent is no letter, and æ is a and e.
_ALPHABETS = {"is": "aábcdðeéfghiıíjklmnŋoópqĸrstŧuúvwxyýzþæöå"}
_PLAIN_ALPHABET = "abcdefghiıjklmnŋopqĸrstŧuvwxyzþ"
# Letters that Unicode does not take apart: read as these with a mark, or as two letters.
_READ_AS = {"đ": "d\u0335", "ð": "d\uffff", "ø": "o\u0338", "ł": "l\u0337", "ħ": "h\u0335"}
_READ_AS |= {"æ": "a\uffffe", "œ": "o\uffffe", "ß": "ss"}
_READ_AS_IN = {"is": {"ä": "æ\uffff", "ø": "ö\uffff"}}

# Signs come before digits, in this order; those that are not here between the signs and the money.
_SIGNS = " _-–—,;:!¡?¿.·'‘’‚\"“”„«»()[]{}§¶@*/\\&#%•′″`´^¯¨¸°©®→+±÷×<=>¬|¦~−"
_MONEY = "¤¢$£¥€"
_ACCENTS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0335\u0338\u0327\u0337\u0328\u0304\uffff"

_SIGN, _OTHER_SIGN, _MONEY_SIGN, _DIGIT, _LETTER, _FOREIGN = range(6)
_KEPT = 50_000  # keys that are remembered: a database compares each name with many others

Place = tuple[int, int]
SortKey = tuple[tuple[Place, ...], tuple[int, ...], tuple[int, ...], str]


@lru_cache(_KEPT)
def sort_key(text: str, language: str = "is") -> SortKey:
    """What to sort by: spaces and signs, then digits, then the letters of the language, then foreign scripts.

    Accents that are no letters of the language matter only between texts that are otherwise the same, and capitals,
    which follow small letters, where the accents are the same too.
    """
    places, accents, cases = [], [], []
    for letter, marks, case in _letters(text, language):
        if letter:
            places.append(_place(letter, language))
            cases.append(case)
            accents.append(0)
        accents += [_ACCENTS.find(mark) + 1 or len(_ACCENTS) + 1 for mark in marks]
    return tuple(places), tuple(accents), tuple(cases), text


def compare(one: str, other: str, language: str = "is") -> int:
    """-1, 0 or 1, as `one` stands before, with or after `other`: what a database's collation is asked."""
    mine, yours = sort_key(one, language), sort_key(other, language)
    return (mine > yours) - (mine < yours)


def initial(text: str, language: str = "is") -> str:
    """The capital letter under which the text stands in a list from A to Z; "" where it begins with none.

    Icelandic keeps "Á" apart from "A"; English has "Éclair" under "E".
    """
    first = next((letter for letter, _marks, _case in _letters(text[:8], language) if letter), "")
    return first.upper() if first.isalpha() else ""


def _letters(text: str, language: str):
    """The text as (letter of the language in small, marks on it, its case); marks alone have the letter ""."""
    composed = unicodedata.normalize("NFC", text)
    own = _ALPHABETS.get(language, "")
    read_as = _READ_AS | _READ_AS_IN.get(language, {})
    for sign in composed:
        small = sign.lower()
        if small in own or small in _SIGNS:
            yield small, "", 2 * (sign != small)
        else:
            yield from _apart(sign, own, read_as)


def _apart(sign: str, own: str, read_as: dict[str, str]):
    """A letter that is none of the language's own, as its parts."""
    parts = unicodedata.normalize("NFKD", sign)
    case = 3 * (unicodedata.normalize("NFD", sign) != parts) + 2 * (sign.lower() != sign)
    small = unicodedata.normalize("NFC", parts.lower())
    apart = "".join(read_as.get(one, one) for one in small)
    for one in _composed(apart, own):
        letter, marks = one[0], one[1:]
        if _is_mark(letter):
            yield "", one, 0
        elif unicodedata.category(letter) not in ("Cc", "Cf") or letter.isspace():  # soft hyphens count for nothing
            yield letter, marks, case


def _composed(text: str, own: str) -> list[str]:
    """Letters of the alphabet, each with the marks that stand on it: "ǽ" is Icelandic æ with one."""
    found: list[str] = []
    for one in unicodedata.normalize("NFD", text):
        joined = unicodedata.normalize("NFC", found[-1] + one) if found else ""
        if len(joined) == 1 and joined in own:
            found[-1] = joined
        elif found and _is_mark(one):
            found[-1] += one
        else:
            found.append(one)
    return found


def _is_mark(sign: str) -> bool:
    return bool(unicodedata.combining(sign)) or sign == "\uffff"


def _place(letter: str, language: str) -> Place:
    at = _ALPHABETS.get(language, _PLAIN_ALPHABET).find(letter)
    if at >= 0:
        return _LETTER, at
    if letter in _SIGNS:
        return _SIGN, _SIGNS.index(letter)
    if letter in _MONEY:
        return _MONEY_SIGN, _MONEY.index(letter)
    if letter.isdigit():
        return _DIGIT, unicodedata.digit(letter)
    if letter.isspace():
        return _SIGN, -1
    return (_FOREIGN if letter.isalpha() else _OTHER_SIGN), ord(letter)
