"""What somebody may have meant whose words are not on the site: words of the site that are one letter away."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

from articles.language import analysis, dictionary, words
from articles.search import questions, store, tiers
from articles.search.questions import Asked, Question
from articles.search.slips import slips

SHORTEST, LONGEST = 4, 40  # letters of a word that is corrected
MOST_WRONG = 3  # words of a question
MOST_COUNTED, MOST_EDITIONS = 12, 50  # candidates that are counted in the index, and how far
MOST_TRIED = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word of the site, as it is written, for one that was typed."""

    asked: Asked
    same_letter: bool  # as the one that was typed begins with
    cost: int

    @property
    def rank(self) -> tuple:
        return not self.same_letter, self.cost

    @property
    def is_headword(self) -> bool:
        return self.asked.typed in self.asked.lemmas


def corrections(question: Question, finds: Callable[[Question], bool], *, automatic: bool) -> Iterator[Question]:
    """The question with its unknown words corrected, likeliest first: only what `finds` something.

    `automatic`: only where every unknown word is a slip, none a real word that the site does not have. What comes
    after the first is as likely as that one.
    """
    first = None
    for rank, other in islice(_others(question, automatic), MOST_TRIED):
        if (first is None or rank <= first) and finds(other):
            first = rank
            yield other


def _others(question: Question, automatic: bool) -> Iterator[tuple[list, Question]]:
    """Questions that may have been meant, each with how unlikely it is."""
    wrong = _wrong(question, automatic)
    if not wrong:
        return
    for chosen in product(*_candidates([question.words[place] for place in wrong], question.scope)):
        changed = dict(zip(wrong, (one.asked for one in chosen), strict=True))
        yield [one.rank for one in chosen], _changed(question, changed)


def _wrong(question: Question, automatic: bool) -> list[int]:
    """The places of the words to be corrected; none where some cannot be."""
    unknown = [place for place, word in enumerate(question.words) if not word.lemmas]
    typed = [question.words[place].typed for place in unknown]
    fits = all(SHORTEST <= len(word) <= LONGEST and not any(map(str.isdigit, word)) for word in typed)
    real = automatic and any(_is_real(word, question.language) for word in typed)
    return unknown if fits and not real and len(unknown) <= MOST_WRONG else []


def _is_real(word: str, language: str) -> bool:
    """Whether the language has the word. Of compounds that are made up, as "þjón-ysta" is one, nobody can say."""
    made_up = language == "is" and analysis.analyse(word, language).parts and not dictionary.listed(word)
    return analysis.is_known(word, language) and not made_up


def _candidates(wrong: Iterable[Asked], scope: str) -> list[list[Candidate]]:
    """Of each word. One query for all, and one for each candidate that is counted."""
    near = [(word, slips(word.typed)) for word in wrong]
    rows = questions.forms_on_site({key for _, found in near for key in found}, scope)
    return [
        _ranked([_candidate(word.typed, rows[key], cost) for key, cost in found.items() if key in rows], scope)
        for word, found in near
    ]


def _ranked(candidates: list[Candidate], scope: str) -> list[Candidate]:
    """Those that begin alike first, then the common slips, then what most editions have, then headwords."""
    likely = sorted(candidates, key=lambda one: (one.rank, not one.is_headword, one.asked.typed))[:MOST_COUNTED]
    return sorted(likely, key=lambda one: (one.rank, -_editions(one.asked, scope), not one.is_headword))


def _candidate(typed: str, rows: list[tuple[str, str]], cost: int) -> Candidate:
    """Of forms that differ in accents only, the one most like what was typed."""
    form = max(sorted({form for form, _ in rows}), key=lambda form: sum(letter in typed for letter in form))
    lemmas = tuple(sorted({lemma for other, lemma in rows if other == form}))
    same_letter = words.fold(form)[:1] == words.fold(typed)[:1]
    return Candidate(Asked(form, (form,) if form in lemmas else lemmas), same_letter, cost)


def _editions(asked: Asked, scope: str) -> int:
    return len(store.matching(tiers.having([asked], scope, tiers.WEIGHTS[-1]), limit=MOST_EDITIONS))


def _changed(question: Question, changed: dict[int, Asked]) -> Question:
    """The question with other words in these places."""
    typed, others = question.typed, {}
    for place, word in sorted(changed.items(), reverse=True):
        start, end = question.places[place]
        typed = typed[:start] + word.typed + typed[end:]
        others[question.words[place]] = word
    return replace(
        question,
        typed=typed,
        words=tuple(others.get(word, word) for word in question.words),
        comparisons=tuple(
            tuple(tuple(others.get(word, word) for word in name) for name in names) for names in question.comparisons
        ),
        places=(),
    )
