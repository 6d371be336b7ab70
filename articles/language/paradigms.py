"""All forms of an Icelandic headword that people type."""

from articles.language import compounds, icelandic_lemmas
from articles.language.dictionary import bin_database, is_usual


def forms(lemma: str) -> frozenset[str]:
    """The paradigm in small letters; a compound bends as its last part. Empty for a word that is not known."""
    listed = _listed(lemma)
    if listed:
        return listed
    divided = compounds.head(lemma) or _ending(lemma)
    return frozenset(divided[0] + form for form in _listed(divided[1])) if divided else frozenset()


def _ending(lemma: str) -> tuple[str, str] | None:
    """An unknown word in two, as its forms are understood."""
    stem, ends = icelandic_lemmas.ending(lemma, icelandic_lemmas.SHORTEST_MODEL, bool)
    end = lemma.removeprefix(stem)
    return (stem, end) if any(entry.ord == end for entry in ends) else None


def _listed(lemma: str) -> frozenset[str]:
    found = set()
    for number in _numbers(lemma):
        for entry in bin_database().lookup_id(number):
            if entry.beinkunn == 1 and _is_typed(entry) and lemma in icelandic_lemmas.lemmas(entry.bmynd):
                found.add(entry.bmynd.lower())
    return frozenset(found)


def _numbers(lemma: str) -> set[int]:
    spellings = (lemma, lemma.capitalize())
    entries = [entry for spelling in spellings for entry in bin_database().lookup_ksnid(spelling)[1]]
    return {entry.bin_id for entry in entries if entry.bin_id and entry.ord.lower() == lemma and is_usual(entry)}


def _is_typed(entry) -> bool:
    return entry.ofl != "so" or not ("-VH-" in entry.mark and "MM" in entry.mark)
