"""What the entries of editions are made from, as it is just now: the one thing to compare and to read again."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from django.db import connection

from articles.manuscript import Manuscript, from_text
from articles.models import Author, Edition, Revision, Subject, Tag, translated
from articles.search import among


@dataclass(frozen=True, slots=True)
class Basis:
    """All that is indexed of a published edition is made from this: where two are equal, so is that."""

    language: str
    revision: int
    subjects: tuple[tuple[str, int], ...]  # key and number
    tags: tuple[tuple[int, str], ...]  # number and name
    author: tuple[int, str] | None


def bases(edition_ids: Collection[int], lock: bool = False) -> dict[int, Basis]:
    """The bases of those that are published, by number. Locked, they wait for who is changing them just now."""
    locked = " FOR NO KEY UPDATE" if lock and connection.features.has_select_for_update else ""
    shown = {pk: row for pk, *row in among.rows(_EDITIONS + locked, edition_ids) if _is_shown(*row)}
    subjects, tags = _grouped(among.rows(_SUBJECTS, shown)), _grouped(among.rows(_tags(), shown))
    authors = _grouped(among.rows(_authors(), {author for *_, author in shown.values() if author}))
    return {
        pk: Basis(
            language=language,
            revision=revision,
            subjects=tuple(sorted(subjects.get(pk, ()))),
            tags=tuple(sorted(_named(tags.get(pk, ()), language))),
            author=next(_named(((author, *names) for names in authors.get(author, ())), language), None),
        )
        for pk, (language, _state, revision, author) in shown.items()
    }


def manuscripts(found: Iterable[Basis]) -> dict[int, Manuscript]:
    """What the bases' revisions say, by the revision's number."""
    return {pk: from_text(content) for pk, content in among.rows(_REVISIONS, {basis.revision for basis in found})}


def _is_shown(_language, state: str, revision: int | None, _author) -> bool:
    """Published, if only from a later time on or no more: what the clock says is asked when somebody searches."""
    return state == Edition.State.PUBLISHED and revision is not None


def _table(model) -> str:
    return model._meta.db_table


_EDITIONS = f"""
    SELECT id, language, state, live_revision_id, author_id FROM {_table(Edition)} WHERE id {{among}} ORDER BY id
"""
_REVISIONS = f"SELECT id, content FROM {_table(Revision)} WHERE id {{among}}"
_SUBJECTS = f"""
    SELECT link.edition_id, subject."key", subject.id FROM {_table(Edition.subjects.through)} link
    JOIN {_table(Subject)} subject ON subject.id = link.subject_id WHERE link.edition_id {{among}}
"""


@cache
def _tags() -> str:
    names = ", ".join(f"tag.{column}" for column in translated.columns("name"))
    return f"""
        SELECT link.edition_id, tag.id, {names} FROM {_table(Edition.tags.through)} link
        JOIN {_table(Tag)} tag ON tag.id = link.tag_id WHERE link.edition_id {{among}}
    """


@cache
def _authors() -> str:
    return f"SELECT id, {', '.join(translated.columns('name'))} FROM {_table(Author)} WHERE id {{among}}"


def _named(several: Iterable[tuple], language: str):
    """Numbers and names of those that have a name in the language."""
    place = translated.languages().index(language) if language in translated.languages() else None
    if place is not None:
        yield from ((pk, names[place]) for pk, *names in several if names[place])


def _grouped(rows: Iterable[tuple]) -> Mapping[int, list[tuple]]:
    groups: dict[int, list[tuple]] = {}
    for key, *values in rows:
        groups.setdefault(key, []).append(tuple(values))
    return groups
