"""Lists of names in headings ("sölu og þjónustu") taken apart and matched with each other."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from articles.language import english, forms, words

from .wording import Wording

_MOST_PIECES = 8  # more are not tried in every way that they may belong together
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)
_ALIKE = 3  # letters that two forms of a name unknown to BÍN must begin with


def pieces(text: str, wording: Wording) -> list[str]:
    """All that stands between commas and the words for "and"."""
    return [piece for piece in (part.strip() for part in wording.between.split(text)) if piece]


def partitions(text: str, wording: Wording) -> Iterator[list[str]]:
    """Every way to read the text as at least two names, the most names first: a name may have an "and" within."""
    cuts = list(wording.between.finditer(text))
    if len(cuts) >= _MOST_PIECES:
        yield pieces(text, wording)
        return
    for count in range(len(cuts), 0, -1):
        for chosen in combinations(cuts, count):
            starts = [0, *(cut.end() for cut in chosen)]
            ends = [*(cut.start() for cut in chosen), len(text)]
            names = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
            if all(names):
                yield names


def best_partition(text: str, others: Sequence[str], wording: Wording, language: str) -> list[str]:
    """The reading of the text whose names all are forms of the others; else simply all its pieces."""
    for names in partitions(text, wording):
        partners = paired(names, others, language)
        if len(partners) == len(names) or (len(names) == len(others) and len(partners) >= len(names) - 1):
            return names
    return pieces(text, wording)


def paired(names: Sequence[str], others: Sequence[str], language: str) -> dict[int, int]:
    """Which name is a form of which of the others, each used once: place → place."""
    found: dict[int, int] = {}
    for place, name in enumerate(names):
        free = (other for other in range(len(others)) if other not in found.values())
        partner = next((other for other in free if same_name(name, others[other], language)), None)
        if partner is not None:
            found[place] = partner
    return found


def same_name(one: str, other: str, language: str) -> bool:
    """Whether these may be two forms of one name, "sölu" and "sala" or "Virus" and "a virus"."""
    if language != "is":
        return english.is_same_name(one, other)
    mine, yours = one.split(), other.split()
    return len(mine) == len(yours) and all(map(_same_word, mine, yours))


def head(name: str, other: str, language: str) -> str:
    """The beginning of the name that is a form of the other: "þjónustu" of "þjónustu á Íslandi" where that is said."""
    beginning = " ".join(name.split()[: len(other.split())])
    return beginning if same_name(beginning, other, language) else name


def is_known_form(form: str, nominative: str, case: str) -> bool:
    """Whether the grammar knows the form as that case of the name."""
    return case == "nominative" or forms.agrees(form, nominative, case)


def without_article(name: str) -> str:
    return _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name


def _same_word(one: str, other: str) -> bool:
    if words.fold(one) == words.fold(other):
        return True
    mine, yours = words.lemmas(one), words.lemmas(other)
    if mine and yours:
        return bool(mine & yours)
    return words.fold(one)[:_ALIKE] == words.fold(other)[:_ALIKE]
