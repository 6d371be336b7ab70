"""Puts editions into the index and takes them out: what can be found is made from the live revision and nothing else.

What takes time, reading the text and analysing it, is done before the transaction. In it the editions are locked and
looked at once more, and what changed meanwhile is read anew.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from articles.language import analysis
from articles.models import SearchMark, SearchState
from articles.search import among, documents, generations, name_rows, names, store, vocabulary
from articles.search.bases import Basis, bases, manuscripts

_MARKS = "SELECT id FROM articles_searchmark WHERE edition_id {among}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is indexed of an edition."""

    text: str  # its tokens, as they are stored
    words: frozenset[analysis.Placed]
    names: names.Names


def index(edition_id: int) -> None:
    """Let the edition be found as it is now; where it is not published, not at all."""
    index_all([edition_id])


def index_all(edition_ids: Collection[int]) -> None:
    """Bring the index up to date with these editions, all in one transaction, and take away their marks."""
    drawn = _drawn(bases(edition_ids).values())
    with generations.held() as state:
        marks = [pk for (pk,) in among.rows(_MARKS, edition_ids)]
        present = bases(edition_ids, lock=True)
        drawn |= _drawn(set(present.values()) - drawn.keys())
        for generation in generations.written(state):
            _put(edition_ids, present, drawn, generation)
        _note_analyser(state)
        if marks:
            SearchMark.objects.filter(pk__in=marks).delete()


def build(edition_ids: Collection[int], generation: int) -> bool:
    """Put the editions into the generation that is being built; if it is not (any more), do nothing: False."""
    drawn = _drawn(bases(edition_ids).values())
    with generations.held() as state:
        if generation not in generations.written(state)[1:]:
            return False
        present = bases(edition_ids, lock=True)
        drawn |= _drawn(set(present.values()) - drawn.keys())
        _put(edition_ids, present, drawn, generation)
    return True


def _note_analyser(state: SearchState) -> None:
    """The index of a new site is whole from the first edition on."""
    if not state.analyser and not generations.missing(state).exists():
        state.analyser = analysis.VERSION
        state.save(update_fields=["analyser"])


def _put(edition_ids: Collection[int], present: dict[int, Basis], drawn: dict[Basis, Drawn], generation: int) -> None:
    gone = set(edition_ids) - set(present)
    store.remove(gone, generation)
    name_rows.remove(gone, generation)
    for language in sorted({basis.language for basis in present.values()}):
        ours = {number: drawn[basis] for number, basis in present.items() if basis.language == language}
        store.write_all({number: one.text for number, one in ours.items()}, language, generation)
        vocabulary.learn([one.words for one in ours.values()], language, generation)
        subjects = dict(pair for number in ours for pair in present[number].subjects)
        name_rows.write({number: one.names for number, one in ours.items()}, subjects, language, generation)


def _drawn(found: Iterable[Basis]) -> dict[Basis, Drawn]:
    found = set(found)
    texts = manuscripts(found)
    return {basis: _draw(basis, texts[basis.revision]) for basis in found}


def _draw(basis: Basis, manuscript) -> Drawn:
    document = documents.document(manuscript, basis.language, tags=basis.tags, author=basis.author)
    return Drawn(store.text(document.tokens), document.words, names.names(manuscript, basis.language))
