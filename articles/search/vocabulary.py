"""How the words of the site are spelled: every form of every headword that an entry has, and what it is folded to."""

import json
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache, partial

from django.db import connection, transaction

from articles.language import analysis, words
from articles.models import SearchForm
from articles.models.search import WORD_LENGTH
from articles.search.scopes import scope

Words = Mapping[str, Iterable[str]]  # a headword and its forms as the site has them
Pair = tuple[str, str]  # a form and its headword

_STORED = "SELECT id, form, lemma FROM articles_searchform WHERE scope = %s AND folded "
_AMONG = {"sqlite": "IN (SELECT value FROM json_each(%s))", "postgresql": "= ANY(%s)"}


@lru_cache(20_000)
def fold(form: str) -> str:
    """What a form is looked up by: without accents and hyphens."""
    return (form.lower() if form.isascii() else words.fold(form)).replace("-", "")


def learn(several: Iterable[Words], language: str, generation: int) -> None:
    """Keep the whole paradigm of each headword that is new, and each form of one that its paradigm does not have."""
    of_scope = scope(language, generation)
    met = {(form, lemma) for found in several for lemma, forms in found.items() for form in (lemma, *forms)}
    new = _remembered(of_scope).unknown(met)
    if not new:
        return
    stored = _stored(of_scope, {fold(form) for form, _lemma in new})
    _insert(of_scope, _spelled_out(new - stored.keys(), language))
    witness = next(((pk, pair) for pair, pk in stored.items()), None)
    if witness:
        transaction.on_commit(partial(_remember, of_scope, new, witness))


def _spelled_out(new: set[Pair], language: str) -> set[Pair]:
    """These, and all forms of the headwords among them."""
    headwords = {lemma for form, lemma in new if form == lemma}
    return new | {(form, lemma) for lemma in headwords for form in analysis.forms(lemma, language)}


def _stored(of_scope: str, folded: Collection[str]) -> dict[Pair, int]:
    asked = list(folded) if connection.vendor == "postgresql" else json.dumps(list(folded))
    with connection.cursor() as cursor:
        cursor.execute(_STORED + _AMONG[connection.vendor], [of_scope, asked])
        return {(form, lemma): pk for pk, form, lemma in cursor.fetchall()}


def _insert(of_scope: str, pairs: Iterable[Pair]) -> None:
    rows = sorted((fold(form), form, lemma) for form, lemma in pairs)
    # In one order, so that two processes which learn the same wait for each other and never across.
    SearchForm.objects.bulk_create(
        [
            SearchForm(scope=of_scope, folded=folded, form=form, lemma=lemma)
            for folded, form, lemma in rows
            if folded and len(max(folded, form, lemma, key=len)) <= WORD_LENGTH
        ],
        ignore_conflicts=True,
    )


class Memory:
    """What this process knows to be stored in a scope, so that it need not ask for each word of each text.

    It stands and falls with a row that it has seen: a generation that was cleared has lost that one too.
    """

    MOST = 150_000  # pairs, of which only the hashes are kept: a few megabytes

    def __init__(self, witness: tuple[int, Pair] | None = None):
        self.witness = witness
        self._hashes: set[int] = set()

    def holds(self, of_scope: str) -> bool:
        if self.witness is None:
            return False
        pk, (form, lemma) = self.witness
        return SearchForm.objects.filter(pk=pk, scope=of_scope, form=form, lemma=lemma).exists()

    def unknown(self, pairs: set[Pair]) -> set[Pair]:
        return {pair for pair in pairs if hash(pair) not in self._hashes}

    def add(self, pairs: set[Pair]) -> None:
        if len(self._hashes) > self.MOST:
            self._hashes = set()
        self._hashes |= set(map(hash, pairs))


_memories: dict[str, Memory] = {}


def _remembered(of_scope: str) -> Memory:
    memory = _memories.get(of_scope)
    return memory if memory and memory.holds(of_scope) else Memory()


def _remember(of_scope: str, pairs: set[Pair], witness: tuple[int, Pair]) -> None:
    """What a transaction that is done has seen or stored."""
    memory = _memories.get(of_scope)
    if memory is None or not memory.holds(of_scope):
        memory = _memories[of_scope] = Memory(witness)
    memory.add(pairs)
