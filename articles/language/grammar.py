"""Which rules for which language: declension, headings, lists. Icelandic and English have rules of their own."""

from collections.abc import Mapping, Sequence

from articles.language import english, icelandic, phrases
from articles.language.declension import Declension, Headings, undeclined
from articles.language.dictionary import GENDERS, NUMBERS

_RULES = {"is": icelandic, "en": english}


def decline(
    phrase: str,
    language: str = "is",
    number: str | None = None,
    gender: str | None = None,
    *,
    in_sentence: bool = False,
) -> Declension:
    """The phrase in the cases that headings need, as it stands inside a sentence: "Sala" gives "sala", "sölu".

    `number` ("singular", "plural") and `gender` ("masculine", "feminine", "neuter") narrow what the phrase may
    mean; so do BÍN's words for them ("ET", "FT", "kk", "kvk", "hk"), and anything else raises ValueError. A phrase
    is taken to begin with a capital because names of subjects do, so "Björn" is a bear; with `in_sentence` it keeps
    its capital, and Björn is a man. Languages without rules return the phrase unchanged.
    """
    number, gender = _known("number", number, NUMBERS), _known("gender", gender, GENDERS)
    phrase = " ".join(phrase.split())
    if language == "is":
        return phrases.decline(phrase, number, gender, in_sentence)
    if language == "en" and not in_sentence:
        return english.decline(phrase, number, gender)
    return undeclined(phrase, number, gender)


def _known(what: str, value: str | None, words: Mapping[str, str]) -> str | None:
    """The number or gender in our words: "ET" is "singular"."""
    if not value or value in words.values():
        return value or None
    if value not in words:
        allowed = ", ".join([*words, *words.values()])
        raise ValueError(f"“{value}” is no {what}; it is one of {allowed}.")
    return words[value]


def headings(language: str) -> Headings:
    """The language's headings; a language without rules takes the English ones, with the nominative."""
    return _RULES.get(language, english).HEADINGS


def joined(words: Sequence[str], language: str) -> str:
    """A list as a sentence has it: "a", "a og b", "a, b og c"; English: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {_RULES.get(language, english).AND} {words[-1]}"


def capitalised(text: str) -> str:
    """The text with a capital first letter, for the start of a heading; "iPhone" stays as it is."""
    first = text.split(" ", 1)[0]
    if first[:1].islower() and not (first.islower() or "-" in first):
        return text
    return text[:1].upper() + text[1:]


def yes_no(text: str, language: str) -> str:
    """ "yes" or "no" if that is all the text says ("Já", "Nei."), else ""."""
    return _RULES[language].YES_NO.get(text.strip().rstrip(".!").lower(), "") if language in _RULES else ""
