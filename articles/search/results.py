"""What a question finds: a page of it, how much there is in all, and what it may be narrowed by.

The index has what is published from a later time on too: every edition passes `Edition.objects.live` before anything
is told of it.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import islice

from django.utils.translation import gettext as _

from articles.models import Author, Subject, Tag
from articles.search import counting, facets, generations, hits, questions, telling, tiers, walking
from articles.search.corrections import corrections
from articles.search.hits import Hit
from articles.search.nearest import nearest
from articles.search.questions import Question
from articles.search.walking import Found, Step

MOST_SUGGESTED = 3


@dataclass(frozen=True)
class Results:
    question: Question  # the one that was answered
    hits: tuple[Hit, ...] = ()
    count: int = 0
    at_least: bool = False  # there are more than `count`
    next_key: str = ""
    corrected: str = ""  # what was asked instead, where nothing was found for what was typed
    suggestions: tuple[str, ...] = ()
    nearest: tuple[Subject, ...] = ()
    tags: tuple[tuple[Tag, int], ...] = ()
    authors: tuple[tuple[Author, int], ...] = ()
    forms: tuple[str, ...] = ()  # other forms than the typed ones that are marked in the hits
    fault: str = ""  # why nothing was asked


def search(text: str, language: str, *, tags: Collection[int] = (), author=None, after="", size=10) -> Results:
    """The first page of what the question finds, or the one after `after`. `tags`, of which any will do, and `author`
    are numbers. Raises ValueError where `after` names no place.
    """
    step = walking.from_key(after)
    question = questions.ask(text, language, generations.searched())
    if question.fault:
        return Results(question, fault=_fault(question))
    tags = tuple(tags)
    found = _found(question, tags, author)
    if found or ((tags or author) and _finds(question)):
        return _page(question, found, tags, author, step, size)
    corrected = list(islice(corrections(question, _finds, automatic=True), 1 + MOST_SUGGESTED))
    if not corrected:
        return _nothing(question, step)
    page = _page(corrected[0], _found(corrected[0], tags, author), tags, author, step, size)
    return replace(page, corrected=corrected[0].typed, suggestions=tuple(one.typed for one in corrected[1:]))


def _page(question: Question, found: Found, tags, author, step: Step | None, size: int) -> Results:
    narrowed = tiers.narrowings(question, tags, author)
    steps = walking.walk(tiers.tiers(question, narrowed), found, question.language, size + 1, step)
    if step and not steps:
        raise ValueError("There is nothing more.")
    told = telling.editions([one.edition for one in steps[:size]], question.language)
    of_tags = counting.tagged((_found(question, (), author) if tags else found).authors)
    of_authors = (_found(question, tags, None) if author else found).by_author()
    tag_rows, author_rows = telling.rows({*of_tags, *(pk for one in told for pk in one.tags)}, of_authors)
    shown = hits.hits_of(told, question, tag_rows)
    return Results(
        question,
        hits=shown,
        count=len(found),
        at_least=found.more,
        next_key=walking.key(steps[size - 1]) if len(steps) > size else "",
        tags=facets.counted(of_tags, tag_rows, question.language),
        authors=facets.counted(of_authors, author_rows, question.language),
        forms=hits.other_forms(shown, question),
    )


def _found(question: Question, tags, author) -> Found:
    narrowed = tiers.narrowings(question, tags, author)
    return walking.found(tiers.everything(question, narrowed), question.language)


def _nothing(question: Question, step: Step | None) -> Results:
    if step:
        raise ValueError("There is nothing more.")
    suggested = islice(corrections(question, _finds, automatic=False), MOST_SUGGESTED)
    return Results(
        question, suggestions=tuple(dict.fromkeys(one.typed for one in suggested)), nearest=nearest(question)
    )


def _finds(question: Question) -> bool:
    return bool(walking.found(tiers.everything(question), question.language, most=1))


def _fault(question: Question) -> str:
    if question.fault == questions.TOO_LONG:
        limits = {"characters": questions.MOST_CHARACTERS, "words": questions.MOST_WORDS}
        return _("The question is too long: %(characters)d characters and %(words)d words are the most.") % limits
    return _("Write at least one word to search for.")
