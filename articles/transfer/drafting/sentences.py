"""A text taken apart: paragraphs into sentences, sentences into words."""

import re
from dataclasses import dataclass

_END = re.compile(r"[.!?…]+[)\"“”»’']*\s+(?=[\"„“«(]?[^\W_a-záðéíóúýþæö])")
_LAST_WORD = re.compile(r"\S+$")
_INITIALS = re.compile(r"[„\"(]?(?:\w\.)+\w?\.?", re.UNICODE)
_ENDING_ABBREVIATIONS = {"o.s.frv.", "etc.", "o.fl."}
_ABBREVIATIONS = {
    "is": {
        "nr.",
        "bls.",
        "kr.",
        "sbr.",
        "sk.",
        "ca.",
        "dr.",
        "sr.",
        "hr.",
        "frú.",
        "mr.",
        "mrs.",
        "st.",
        "gr.",
        "mgr.",
    },
    "en": {"dr.", "mr.", "mrs.", "ms.", "st.", "no.", "vs.", "prof.", "jr.", "sr.", "fig.", "inc.", "co."},
}
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    start: int
    end: int


def sentences(text: str, language: str) -> list[str]:
    """The sentences of the text, each with its stop. Abbreviations ("t.d.", "nr.") and ordinals end none."""
    found, start = [], 0
    for end in _END.finditer(text):
        if _is_end(text[start : end.end()].rstrip(), language):
            found.append(text[start : end.end()].strip())
            start = end.end()
    return [sentence for sentence in [*found, text[start:].strip()] if sentence]


def words_of(text: str) -> list[Word]:
    """The words with their places; "G8", "X-ray" and "1.5" are one word each."""
    return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def _is_end(text: str, language: str) -> bool:
    last = _LAST_WORD.search(text)[0].lower()
    if last in _ENDING_ABBREVIATIONS:
        return True
    known = _ABBREVIATIONS.get(language, _ABBREVIATIONS["en"])
    return last not in known and not _INITIALS.fullmatch(last) and not re.fullmatch(r"\d{1,2}\.", last)
