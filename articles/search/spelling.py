"""A form and its headword, as they are stored beside what the form is folded to: only what differs. Pure.

"solunni" with "1ö 1ala" is "sölunni", a form of "sala": its letter 1 is an ö; one letter of it, and "ala".
"""

from functools import lru_cache
from itertools import takewhile

from articles.language import words

_FIRST = ord("0")  # stands for 0, the next character for 1, and so on
_WHOLE = "!"  # before a form that its marks do not make shorter


@lru_cache(20_000)
def folded(form: str) -> str:
    """What a form is looked up by: without accents and hyphens."""
    return words.fold(form).replace("-", "")


def spelling(form: str, lemma: str) -> str:
    """What is stored of a form, a word without spaces, and its headword."""
    marks = "".join(chr(_FIRST + at) + letter for at, letter in enumerate(form) if _folded_letter(letter) != letter)
    if len(marks) > len(form) or _form(folded(form), marks) != form:
        marks = _WHOLE + form
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(form, lemma, strict=False)))
    return f"{marks} {chr(_FIRST + common)}{lemma[common:]}"


def spelled(key: str, stored: str) -> tuple[str, str]:
    """The form and the headword that `spelling` made so, of a form that is folded to `key`."""
    marks, _space, ending = stored.partition(" ")
    form = marks[1:] if marks.startswith(_WHOLE) else _form(key, marks)
    return form, form[: ord(ending[0]) - _FIRST] + ending[1:]


def _form(key: str, marks: str) -> str:
    """The folded form with the letters of the marks in the place of what these are folded to."""
    form, at = "", 0
    for place, letter in zip(marks[::2], marks[1::2], strict=True):
        until = at + ord(place) - _FIRST - len(form)
        form, at = form + key[at:until] + letter, until + len(_folded_letter(letter))
    return form + key[at:]


@lru_cache(1_000)
def _folded_letter(letter: str) -> str:
    return folded(letter)
