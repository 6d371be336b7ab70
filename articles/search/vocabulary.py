"""How the words of the site are spelled: every form of every headword that an entry has, and what it is folded to."""

from collections.abc import Collection, Iterable
from functools import partial

from django.db import transaction

from articles.language import analysis
from articles.language.analysis import Placed
from articles.models import SearchForm
from articles.models.search import WORD_LENGTH
from articles.search import among
from articles.search.scopes import scope
from articles.search.spelling import folded, spelled, spelling

Pair = tuple[str, str]  # a form and its headword

_STORED = "SELECT folded, spelling FROM articles_searchform WHERE scope = %s AND folded {among}"


def learn(texts: Collection[Collection[Placed]], language: str, generation: int) -> None:
    """Keep how the words of these texts are spelled, and the whole paradigm of each headword that is new."""
    of_scope = scope(language, generation)
    new = _remembered(of_scope, generation).unknown(set().union(*texts))
    if not new:
        return
    met = _pairs(new, language)
    stored = keep(met, language, generation)
    if met:
        transaction.on_commit(partial(_remember, of_scope, generation, new, min(met - stored or met)))


def keep(met: set[Pair], language: str, generation: int) -> set[Pair]:
    """Keep these forms, and all forms of the headwords among them that are new; returns what stood there already."""
    of_scope = scope(language, generation)
    stored = _stored((form for form, _lemma in met), of_scope)
    _insert(of_scope, _spelled_out(met - stored, language))
    return stored


def _stored(forms: Iterable[str], of_scope: str) -> set[Pair]:
    """What is stored of forms that are folded as these are."""
    return {spelled(*row) for row in among.rows(_STORED, set(map(folded, forms)), of_scope)}


def _pairs(placed: Iterable[Placed], language: str) -> set[Pair]:
    """What the words and their parts say of forms: each as it stands, each headword and each part as itself."""
    found: set[Pair] = set()
    for surface, before in placed:
        read, small = analysis.analyse(surface, language, before), surface.lower()
        for lemma in read.lemmas:
            found.update([(small, lemma), (lemma, lemma)])
        found.update([(part, part) for part in read.parts])
    return found


def _spelled_out(new: set[Pair], language: str) -> set[Pair]:
    """These, and all forms of the headwords among them."""
    headwords = {lemma for form, lemma in new if form == lemma}
    return new | {(form, lemma) for lemma in headwords for form in analysis.forms(lemma, language)}


def _insert(of_scope: str, pairs: Iterable[Pair]) -> None:
    rows = sorted(
        (folded(form), spelling(form, lemma)) for form, lemma in pairs if max(len(form), len(lemma)) <= WORD_LENGTH
    )
    # In one order, so that two processes which learn the same wait for each other and never across.
    SearchForm.objects.bulk_create(
        [
            SearchForm(scope=of_scope, folded=key, spelling=stored)
            for key, stored in rows
            if 0 < len(key) <= WORD_LENGTH
        ],
        ignore_conflicts=True,
    )


class Memory:
    """Whose words this process knows to be stored in a generation, so that it need not ask for each of each text.

    It stands and falls with the form that was stored last: a database that was emptied, or is an older copy, has lost
    that one too. A generation that is begun anew has another number, see `articles.search.rebuilding.begin`.
    """

    MOST = 150_000  # words, of which only the hashes are kept: a few megabytes

    def __init__(self, generation: int = 0):
        self.generation = generation
        self.witness: Pair | None = None
        self._hashes: set[int] = set()

    def holds(self, of_scope: str, generation: int) -> bool:
        if self.witness is None or self.generation != generation:
            return False
        return self.witness in _stored([self.witness[0]], of_scope)

    def unknown(self, placed: set[Placed]) -> set[Placed]:
        known = self._hashes
        return {one for one in placed if hash(one) not in known}

    def add(self, placed: set[Placed], witness: Pair) -> None:
        if len(self._hashes) > self.MOST:
            self._hashes = set()
        self._hashes |= set(map(hash, placed))
        self.witness = witness


_memories: dict[str, Memory] = {}


def _remembered(of_scope: str, generation: int) -> Memory:
    """What is known of the generation. What does not hold any more is forgotten before anything is stored anew."""
    memory = _memories.get(of_scope)
    if memory and not memory.holds(of_scope, generation):
        _memories.pop(of_scope, None)
        memory = None
    return memory or Memory()


def _remember(of_scope: str, generation: int, placed: set[Placed], witness: Pair) -> None:
    """What a transaction that is done has seen or stored."""
    memory = _memories.get(of_scope)
    if memory is None or memory.generation != generation:
        memory = _memories[of_scope] = Memory(generation)
    memory.add(placed, witness)
