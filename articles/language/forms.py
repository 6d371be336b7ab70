"""The way back: from a form that stands in a heading to the nominative, and whether the two belong together."""

from collections.abc import Iterator, Sequence
from itertools import islice, product

from articles.language import grammar, lexicon, phrases
from articles.language.declension import Declension
from articles.language.dictionary import GENDERS, NUMBERS

_TRIED = 100  # combinations of the words' nominatives; a heading names short things
_READINGS = tuple(product((None, *NUMBERS.values()), (None, *GENDERS.values())))


def nominative_of(phrase: str, case: str, language: str = "is") -> str:
    """The nominative of a phrase that stands in `case` ("dative", "genitive"): "sölu" gives "sala".

    It is checked by bending it back; the phrase itself is returned where nothing fits, and in a language without
    declension. A plural stays plural. The capital is the words' own, as inside a sentence.
    """
    words = phrase.split()
    if language != "is" or case == "nominative" or not 0 < len(words) <= phrases.LONGEST:
        return phrase
    fitting = []
    for chosen in islice(product(*_choices(words, case)), _TRIED):
        nominative = " ".join(form for form, _ in chosen)
        if found := _declined_to(phrase, nominative, case):
            unlikely = sum(cost for _, cost in chosen)
            fitting.append((unlikely, len(words) > 1 and not found.certain, nominative))
    return min(fitting, key=lambda found: found[:2], default=(0, False, phrase))[2]


def agrees(form: str, nominative: str, case: str, language: str = "is") -> bool:
    """Whether `form` can be this case of that nominative, in any of its readings; capitals are not compared."""
    form, nominative = " ".join(form.split()), " ".join(nominative.split())
    if _declined_to(form, nominative, case, language):
        return True
    return language == "is" and form.casefold() in _other_forms(nominative, case)


def _choices(words: Sequence[str], case: str) -> Iterator[list[tuple[str, int]]]:
    """For each word what it may be in the nominative, with 1 for what is less likely, which comes last.

    Up to the head the words bend; after it a genitive rather stays than not, and behind a preposition everything.
    """
    headed, named, governed = False, False, False
    for word in words:
        bare = word.rstrip(",")
        found = tuple(form + word[len(bare) :] for form in lexicon.nominatives(bare, case))
        if phrases.is_conjunction(bare) or (headed and phrases.is_preposition(bare)):
            governed = not phrases.is_conjunction(bare)
            headed = named = False
            yield [(word, 0)]
            continue
        family = named and word[:1].isupper() and not any(form[:1].isupper() for form in found)
        stays = governed or (headed and case == "genitive" and not named) or family or not found
        bent = [(form, int(stays)) for form in found]
        yield [(word, 0), *bent] if stays else [*bent, (word, int(word not in found))]
        if not headed and found and not lexicon.modifiers(found[0]):
            headed, named = True, word[:1].isupper()
        headed = headed and not word.endswith(",")


def _declined_to(form: str, nominative: str, case: str, language: str = "is") -> Declension | None:
    for number, gender in _READINGS:
        declined = grammar.decline(nominative, language, number, gender)
        if getattr(declined, case).casefold() == form.casefold():
            return declined
    return None


def _other_forms(word: str, case: str) -> set[str]:
    """Forms of a single noun that are in use beside the best: "skógs" beside "skógar"."""
    if case == "nominative":
        return {word.casefold()}
    return {form.casefold() for noun in lexicon.nouns(word) for form in lexicon.noun_forms(noun, case)}
