"""Puts editions into the index and takes them out: what can be found is made from the live revision and nothing else.

What takes time, reading the text and analysing it, is done before the transaction. In it the editions are locked and
looked at once more, and what changed meanwhile is read anew.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db import connection

from articles import reading
from articles.language import analysis
from articles.models import Author, Edition, Revision, SearchMark, SearchState, translated
from articles.search import documents, generations, name_rows, names, store, vocabulary
from articles.search.scopes import scope


@dataclass(frozen=True, slots=True)
class Basis:
    """All that is indexed of a published edition is made from this: where two are equal, so is that."""

    language: str
    revision: int
    subjects: tuple[tuple[str, int], ...]  # key and number
    tags: tuple[tuple[int, str], ...]  # number and name
    author: tuple[int, str] | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is indexed of an edition."""

    document: documents.Document
    names: names.Names


def index(edition_id: int) -> None:
    """Let the edition be found as it is now; where it is not published, not at all."""
    index_all([edition_id])


def index_all(edition_ids: Collection[int]) -> None:
    """Bring the index up to date with these editions, all in one transaction, and take away their marks."""
    drawn = _drawn(_bases(edition_ids).values(), generations.searched())
    with generations.held() as state:
        marks = list(SearchMark.objects.filter(edition_id__in=edition_ids).values_list("pk", flat=True))
        bases = _bases(edition_ids, lock=True)
        for generation in generations.written(state):
            _put(edition_ids, bases, drawn, generation)
        _note_analyser(state)
        SearchMark.objects.filter(pk__in=marks).delete()


def build(edition_ids: Collection[int], generation: int) -> bool:
    """Put the editions into the generation that is being built; if it is not (any more), do nothing: False."""
    drawn = _drawn(_bases(edition_ids).values(), generation)
    with generations.held() as state:
        if generation not in generations.written(state)[1:]:
            return False
        _put(edition_ids, _bases(edition_ids, lock=True), drawn, generation)
    return True


def _note_analyser(state: SearchState) -> None:
    """The index of a new site is whole from the first edition on."""
    if not state.analyser and not generations.missing(state).exists():
        state.analyser = analysis.VERSION
        state.save(update_fields=["analyser"])


def _put(edition_ids, bases: dict[int, Basis], drawn: dict, generation: int) -> None:
    drawn = drawn | _drawn([basis for basis in bases.values() if (basis, generation) not in drawn], generation)
    present = {number: drawn[basis, generation] for number, basis in bases.items()}
    gone = set(edition_ids) - set(present)
    store.remove(gone, generation)
    name_rows.remove(gone, generation)
    store.write_all({number: one.document.tokens for number, one in present.items()}, generation)
    for language in sorted({basis.language for basis in bases.values()}):
        ours = {number: one for number, one in present.items() if bases[number].language == language}
        vocabulary.learn((one.document.words for one in ours.values()), language, generation)
        subjects = dict(pair for number in ours for pair in bases[number].subjects)
        name_rows.write({number: one.names for number, one in ours.items()}, subjects, language, generation)


def _drawn(bases: Iterable[Basis], generation: int) -> dict[tuple[Basis, int], Drawn]:
    bases = set(bases)
    revisions = Revision.objects.only("content").in_bulk([basis.revision for basis in bases])
    return {(basis, generation): _draw(basis, revisions[basis.revision], generation) for basis in bases}


def _draw(basis: Basis, revision: Revision, generation: int) -> Drawn:
    read = reading.read(revision.manuscript, basis.language)
    of_scope = scope(basis.language, generation)
    document = documents.document(read, of_scope, tags=basis.tags, author=basis.author)
    return Drawn(document, names.names(revision.manuscript, basis.language))


def _bases(edition_ids: Collection[int], lock: bool = False) -> dict[int, Basis]:
    """The bases of those that are published, by number. Locked, they wait for who is changing them just now."""
    rows = Edition.objects.filter(pk__in=edition_ids).order_by("pk")
    if lock and connection.features.has_select_for_update_of:
        rows = rows.select_for_update(no_key=True)
    fields = ("pk", "language", "state", "live_revision_id", "author_id")
    shown = [row for row in rows.values_list(*fields, named=True) if _is_shown(row)]
    found = [row.pk for row in shown]
    subjects, tags, authors = _subjects(found), _tags(found), _authors({row.author_id for row in shown})
    return {
        row.pk: Basis(
            language=row.language,
            revision=row.live_revision_id,
            subjects=tuple(sorted(subjects.get(row.pk, ()))),
            tags=tuple(sorted(_named(tags.get(row.pk, ()), row.language))),
            author=next(_named(authors.get(row.author_id, ()), row.language), None),
        )
        for row in shown
    }


def _is_shown(row) -> bool:
    """Published, if only from a later time on or no more: what the clock says is asked when somebody searches."""
    return row.state == Edition.State.PUBLISHED and row.live_revision_id is not None


def _subjects(edition_ids) -> dict[int, list[tuple[str, int]]]:
    rows = Edition.subjects.through.objects.filter(edition_id__in=edition_ids)
    return _grouped(
        (edition, (key, pk)) for edition, pk, key in rows.values_list("edition", "subject", "subject__key")
    )


def _tags(edition_ids) -> dict[int, list[tuple[int, Mapping[str, str]]]]:
    rows = Edition.tags.through.objects.filter(edition_id__in=edition_ids)
    columns = [f"tag__{column}" for column in translated.columns("name")]
    return _grouped(
        (edition, (pk, dict(zip(translated.languages(), texts, strict=True))))
        for edition, pk, *texts in rows.values_list("edition", "tag", *columns)
    )


def _authors(author_ids) -> dict[int, list[tuple[int, Mapping[str, str]]]]:
    rows = Author.objects.filter(pk__in=author_ids - {None}).values_list("pk", *translated.columns("name"))
    return _grouped((pk, (pk, dict(zip(translated.languages(), texts, strict=True)))) for pk, *texts in rows)


def _named(several, language: str):
    """Numbers and names of those that have a name in the language."""
    return ((pk, texts[language]) for pk, texts in several if texts.get(language))


def _grouped(pairs) -> dict[int, list]:
    groups: dict[int, list] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
