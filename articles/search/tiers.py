"""A question as what an edition must have, in tiers: what all the words name comes before what mentions them.

Each tier is without what the ones before it find, so that a list walks through them one after the other.
"""

from collections.abc import Iterable, Sequence
from itertools import islice, product

from articles.search import tokens
from articles.search.expressions import Expression, all_of, any_of, without
from articles.search.questions import Asked, Question

MOST_NAMED = 40  # readings of a name
WEIGHTS = (
    tokens.TITLE,
    tokens.TITLE + tokens.HEADING,
    tokens.TITLE + tokens.HEADING + tokens.CELL,
    tokens.TITLE + tokens.HEADING + tokens.CELL + tokens.PROSE,
    tokens.TITLE + tokens.HEADING + tokens.CELL + tokens.PROSE + tokens.PART,
)


def tiers(question: Question, narrowed: Sequence[Expression] = ()) -> list[Expression]:
    """The tiers of the question, narrowed to what has all of `narrowed` too."""
    steps = [named(question), *(having(question.words, question.scope, weights) for weights in WEIGHTS)]
    found = [all_of(steps[0], *narrowed)]
    for before, step in zip(steps, steps[1:], strict=False):
        found.append(all_of(without(step, before), *narrowed))
    return found


def everything(question: Question, narrowed: Sequence[Expression] = ()) -> Expression:
    """All that the question finds in any tier."""
    return all_of(having(question.words, question.scope, WEIGHTS[-1]), *narrowed)


def narrowings(question: Question, tags: Iterable[int], author: int | None) -> list[Expression]:
    """One of these tags, and this author, where they are asked for."""
    wanted = [any_of(*(tokens.token(tokens.TAG, question.scope, str(pk)) for pk in tags))] if tags else []
    return wanted + ([any_of(tokens.token(tokens.AUTHOR, question.scope, str(author)))] if author else [])


def having(words: Iterable[Asked], scope: str, weights: str) -> Expression:
    """All the words, each in one of its readings and one of the weights."""
    return all_of(*(_word(asked, scope, weights) for asked in words))


def named(question: Question) -> Expression:
    """The things that are compared as subjects, or the whole question as one subject."""
    alternatives = [*question.comparisons, (question.words,)]
    return any_of(*(all_of(*(_name(name, question.scope) for name in names)) for names in alternatives))


def _word(asked: Asked, scope: str, weights: str) -> Expression:
    lemmas = [lemma for lemma in asked.lemmas if tokens.clean(lemma)]
    return any_of(*(tokens.token(weight, scope, lemma) for lemma in lemmas for weight in weights))


def _name(name: Sequence[Asked], scope: str) -> Expression:
    readings = islice(product(*(asked.lemmas for asked in name)), MOST_NAMED)
    whole = [tokens.JOINER.join(reading) for reading in readings]
    return any_of(*(tokens.token(tokens.NAME, scope, one) for one in whole if tokens.clean(one)))
