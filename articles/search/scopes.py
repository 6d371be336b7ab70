"""A scope names a language and one of the two generations of the index that may lie side by side: "0is", "1en"."""


def scope(language: str, generation: int) -> str:
    """What tokens, forms and names of this language and generation are kept under; a code loses its hyphen."""
    return f"{generation % 2}{language.replace('-', '').lower()}"


def entry_id(edition_id: int, generation: int) -> int:
    """The number of the edition's entry: it grows with the edition's own."""
    return edition_id * 2 + generation % 2


def edition_id(entry: int) -> int:
    return entry // 2
