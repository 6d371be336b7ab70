"""What is compared here and comes near to a question that nothing was found for: subjects with live comparisons."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from django.db.models import Q

from articles.language import analysis, words
from articles.models import Edition, SearchName, Subject, translated
from articles.search import among, counting, store, tokens
from articles.search.expressions import any_of
from articles.search.questions import Question
from articles.search.scopes import edition_id

MOST, MOST_LOOKED_AT = 6, 60
LONG_STEM, SHORT_STEM = 5, 3  # letters that a name begins with
ALIKE = 0.6  # of a word and a name's word, where 1 is the same
_SUBJECTS = f"SELECT subject_id FROM {Edition.subjects.through._meta.db_table} WHERE edition_id {{among}}"
LAST = "\U0010ffff"


def nearest(question: Question) -> tuple[Subject, ...]:
    """At most six subjects, the nearest first: that share a word with the question or a part of one, or begin alike.

    Seven queries at most, and the names of some 180 subjects that are compared.
    """
    numbers = _sharing(question) | _beginning(question, LONG_STEM) | _beginning(question, SHORT_STEM)
    asked = _folded(question)
    names = among.rows(_names(question.language), numbers)
    scored = sorted((-_score(name, asked), name, pk) for pk, name in names if name)
    likely = [pk for score, _name, pk in scored if -score >= ALIKE]
    near: list[Subject] = []
    for some in (likely[: 2 * MOST], likely[2 * MOST :]):  # most often the first are enough
        if len(near) < MOST:
            shown = counting.compared(some, question.language)
            near += [shown[pk] for pk in some if pk in shown and shown[pk].public_in(question.language)]
    return tuple(near[:MOST])


def _sharing(question: Question) -> set[int]:
    """Subjects of the editions that have one of the words in their title, whole or as a part."""
    lemmas = {lemma for stem in _lemmas(question) for lemma in stem if tokens.clean(lemma)}
    weights = tokens.TITLE + tokens.PART
    wanted = any_of(*(tokens.token(weight, question.scope, lemma) for lemma in sorted(lemmas) for weight in weights))
    found = [edition_id(entry) for entry in store.matching(wanted, limit=MOST_LOOKED_AT)]
    return {subject for (subject,) in among.rows(_SUBJECTS, found)}


def _lemmas(question: Question) -> list[tuple[str, ...]]:
    """Of each word what it is on the site; of one that is not there what it is, and what it is made of."""
    known = [analysis.analyse(word.typed, question.language) for word in question.words]
    return [(*(word.lemmas or found.lemmas), *found.parts) for word, found in zip(question.words, known, strict=True)]


def _beginning(question: Question, length: int) -> set[int]:
    """Subjects with a name one of whose words begins as one of the question's does, or as a part of it."""
    stems = {words.fold(text)[:length] for one in [*_lemmas(question), *_typed(question)] for text in one}
    ranges = Q()
    for stem in sorted(stem for stem in stems if len(stem) >= SHORT_STEM):
        ranges |= Q(key__gte=stem, key__lt=stem + LAST)
    if not ranges:
        return set()
    rows = SearchName.objects.filter(ranges, scope=question.scope, edition=None).order_by("key", "subject")
    return set(rows.values_list("subject", flat=True)[:MOST_LOOKED_AT])


def _typed(question: Question) -> list[tuple[str]]:
    return [(word.typed,) for word in question.words]


def _folded(question: Question) -> list[str]:
    return list({words.fold(text): None for one in [*_lemmas(question), *_typed(question)] for text in one})


@cache
def _names(language: str) -> str:
    return f"SELECT id, {translated.column('name', language)} FROM {Subject._meta.db_table} WHERE id {{among}}"


def _score(name: str, asked: Sequence[str]) -> float:
    """How much the best word of the name is like the best of the question: 1 for the same, 0 for what is not alike."""
    of_name = [words.fold(word.text) for word in analysis.words(name)]
    return max((_likeness(one, other) for one in of_name for other in asked), default=0)


@lru_cache(10_000)
def _likeness(one: str, other: str) -> float:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) > SHORT_STEM and shorter in longer:
        return 0.9 + 0.1 * len(shorter) / len(longer)
    # To compare takes long: most words are too unlike by the number of their letters, or by which letters they have.
    if 2 * len(shorter) < ALIKE * (len(one) + len(other)) or 2 * _common(one, other) < ALIKE * (len(one) + len(other)):
        return 0
    return SequenceMatcher(None, one, other).ratio()


def _common(one: str, other: str) -> int:
    """How many letters of the one are in the other."""
    return sum(min(one.count(letter), other.count(letter)) for letter in set(one))
