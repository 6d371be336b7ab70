"""Icelandic words that BÍN does not know, bent as their last part or their ending bends; never certain."""

from dataclasses import replace
from functools import lru_cache

from articles.language import lexicon
from articles.language.lexicon import Noun

# Endings that a foreign stem takes and that bend in one way only, with a word that shows how.
_ENDINGS = {"ari": "kennari", "isti": "sósíalisti", "ismi": "sósíalismi", "væðing": "rafvæðing", "leiki": "hæfileiki"}
_SHORTEST_PART = 5  # letters; 4 are enough where one of them is none that English has
_SHORTEST_STEM = 3
_LONGEST = 80
_OURS = set("áéíóúýðþæö")


@lru_cache(4_000)
def nouns(word: str) -> tuple[Noun, ...]:
    """Readings of an unknown word in the nominative: "netflixáskrift" bends as "áskrift"; none if nothing fits."""
    small = word.lower()
    if len(small) > _LONGEST:
        return ()
    for start in range(_SHORTEST_STEM, len(small) - 3):
        part = small[start:]
        if len(part) >= _SHORTEST_PART or (len(part) == _SHORTEST_PART - 1 and _OURS & set(part)):
            found = [_extended(noun, small[:start], 0) for noun in lexicon.nouns(part) if _is_model(noun)]
            if found:
                return tuple(found)
    return tuple(
        _extended(noun, small.removesuffix(ending), len(shown) - len(ending))
        for ending, shown in _ENDINGS.items()
        if small.endswith(ending) and len(small) - len(ending) >= _SHORTEST_STEM
        for noun in lexicon.nouns(shown)
    )


def _is_model(noun: Noun) -> bool:
    return bool(noun.entry) and noun.usual and noun.central and not noun.proper


def _extended(noun: Noun, stem: str, cut: int) -> Noun:
    return replace(
        noun, form=stem + noun.form[cut:], lemma=stem + noun.lemma[cut:], usual=False, model=noun, stem=stem, cut=cut
    )
