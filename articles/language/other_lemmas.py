"""Headwords in languages other than Icelandic: simplemma's for those that it knows, folded words for the rest.

simplemma's dictionaries are large: one is read when its language is first asked for, and none before.
"""

import re
from functools import lru_cache

from articles.language import spellings
from articles.language.words import fold

# Not "news", "means", "series", "physics", "process", "status", "crisis".
_MAYBE_PLURAL = re.compile(r"^(?!means|series|species)\w{4,}(?<![suic])s$")
_LONGEST = 60  # letters; longer ones are no words


def analyse(word: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lemmas, and those of the pieces of a word with hyphens."""
    small = _bare(word)
    pieces = spellings.hyphenated(small)
    whole = _lemmas("".join(pieces), word, language)
    if len(pieces) < 2:
        return whole, ()
    parts = [lemma for piece in pieces if len(piece) > 1 for lemma in _lemmas(piece, piece, language)]
    return whole, tuple(part for part in dict.fromkeys(parts) if part not in whole)


def is_known(word: str, language: str) -> bool:
    lemmatizer = _lemmatizer(language.partition("-")[0])
    return bool(lemmatizer) and lemmatizer.knows(_bare(word))


def _bare(word: str) -> str:
    """In small letters and without the genitive's ending: "Iceland’s" gives "iceland"."""
    small = word.lower().replace("’", "'")
    return small.removesuffix("'s").replace("'", "")


def _lemmas(small: str, word: str, language: str) -> tuple[str, ...]:
    lemmatizer = _lemmatizer(language.partition("-")[0])
    if lemmatizer is None or len(small) > _LONGEST or (word.isupper() and len(word) > 1):
        return (fold(small)[:_LONGEST],)
    return tuple(dict.fromkeys(fold(lemma) for lemma in lemmatizer.lemmas(small)))


@lru_cache(8)
def _lemmatizer(language: str):
    try:
        return _Lemmatizer(language)
    except (ImportError, ValueError):  # a language that simplemma does not know
        return None


class _Lemmatizer:
    """One language's own lemmatizer, without a cache of its own."""

    def __init__(self, language: str):
        from simplemma import Lemmatizer
        from simplemma.strategies import LOW_MEMORY_DICTIONARY_FACTORY, DefaultStrategy, DictionaryLookupStrategy

        # As a `dict` English alone takes 20 MB of each process.
        self._language = language
        self._lookup = DictionaryLookupStrategy(LOW_MEMORY_DICTIONARY_FACTORY)
        self._lookup.get_lemma("a", language)  # raises ValueError for a language that is not there
        self._lemmatizer = Lemmatizer(1, lemmatization_strategy=DefaultStrategy(low_memory=True))

    def lemmas(self, word: str) -> list[str]:
        """The word's lemma, and for English what simplemma leaves out: "found" is a word too, and so is "sale"."""
        found = [self._lemma(word)]
        if self._language != "en":
            return found
        if found[0] != word and self._lemma(word + "s") == word:
            found.append(word)
        if found[0] == word and _MAYBE_PLURAL.search(word) and self.knows(word[:-1]):
            found += [self._lemma(word[:-1])] if self._lemma(word[:-1]) == word[:-1] else []
        return found

    def _lemma(self, word: str) -> str:
        return self._lemmatizer.lemmatize(word, self._language).lower() if word else word

    def knows(self, word: str) -> bool:
        return bool(word) and self._lookup.get_lemma(word, self._language) is not None
