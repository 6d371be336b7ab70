"""What is compared here and comes near to a question that nothing was found for: subjects with live comparisons."""

from difflib import SequenceMatcher

from django.db.models import Q

from articles.language import analysis, words
from articles.models import Edition, SearchName, Subject
from articles.search import store, tokens
from articles.search.expressions import any_of
from articles.search.questions import Question
from articles.search.scopes import edition_id

MOST, MOST_LOOKED_AT = 6, 60
LONG_STEM, SHORT_STEM = 5, 3  # letters that a name begins with
ALIKE = 0.6  # of a word and a name's word, where 1 is the same
LAST = "\U0010ffff"


def nearest(question: Question) -> tuple[Subject, ...]:
    """At most six subjects, the nearest first: that share a word with the question or a part of one, or begin alike.

    Four queries.
    """
    numbers = _sharing(question) | _beginning(question, LONG_STEM) | _beginning(question, SHORT_STEM)
    live = Edition.objects.live(question.language)
    rows = Subject.objects.filter(pk__in=numbers, editions__in=live).distinct()
    scored = [(_score(row.name, question), row) for row in rows if row.public_in(question.language)]
    near = sorted((pair for pair in scored if pair[0] >= ALIKE), key=lambda pair: (-pair[0], pair[1].name))
    return tuple(row for _, row in near[:MOST])


def _sharing(question: Question) -> set[int]:
    """Subjects of the editions that have one of the words in their title, whole or as a part."""
    lemmas = {lemma for stem in _lemmas(question) for lemma in stem if tokens.clean(lemma)}
    weights = tokens.TITLE + tokens.PART
    wanted = any_of(*(tokens.token(weight, question.scope, lemma) for lemma in sorted(lemmas) for weight in weights))
    found = [edition_id(entry) for entry in store.matching(wanted, limit=MOST_LOOKED_AT)]
    links = Edition.subjects.through.objects.filter(edition__in=found)
    return set(links.values_list("subject", flat=True))


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
    rows = SearchName.objects.filter(ranges, scope=question.scope, edition=None)
    return set(rows.values_list("subject", flat=True)[:MOST_LOOKED_AT])


def _typed(question: Question) -> list[tuple[str]]:
    return [(word.typed,) for word in question.words]


def _score(name: str, question: Question) -> float:
    """How much the best word of the name is like the best of the question: 1 for the same."""
    of_name = [words.fold(word.text) for word in analysis.words(name)]
    asked = [words.fold(text) for one in [*_lemmas(question), *_typed(question)] for text in one]
    return max((_likeness(one, other) for one in of_name for other in asked), default=0)


def _likeness(one: str, other: str) -> float:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) > SHORT_STEM and shorter in longer:
        return 0.9 + 0.1 * len(shorter) / len(longer)
    return SequenceMatcher(None, one, other).ratio()
