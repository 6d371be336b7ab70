"""The headings of an article file in each language."""

from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Headings:
    """In the order of the file. `example` stands inside `sides`, one level below a side."""

    sides: str
    similarities: str
    differences: str
    table: str
    summary: str
    example: str


_ENGLISH = Headings("Sides", "Similarities", "Differences", "Table", "Summary", "Example")
_BY_LANGUAGE = {
    "is": Headings("Hliðar", "Líkindi", "Mismunur", "Tafla", "Samantekt", "Dæmi"),
    "en": _ENGLISH,
}


def headings(language: str) -> Headings:
    """The headings of a file in `language`: English ones where the language has none of its own."""
    return _BY_LANGUAGE.get(language, _ENGLISH)


def translated(heading: str, language: str) -> str:
    """What a heading of another language is called in a file in `language`, or the empty string."""
    for other in _BY_LANGUAGE.values():
        names = astuple(other)
        if heading in names:
            return astuple(headings(language))[names.index(heading)]
    return ""
