"""The names by which the search field proposes subjects and comparisons, as rows: kept as the editions say now."""

from collections.abc import Collection, Mapping

from articles.models import SearchName
from articles.search import among
from articles.search.names import Names
from articles.search.scopes import scope

_PRESENT = {
    "edition": "SELECT id, edition_id, key FROM articles_searchname WHERE scope = %s AND edition_id {among}",
    "subject": "SELECT id, subject_id, key FROM articles_searchname WHERE scope = %s AND subject_id {among}",
}


def write(names: Mapping[int, Names], subjects: Mapping[str, int], language: str, generation: int) -> None:
    """Keep the names of these editions, and of their subjects, whose numbers `subjects` has by key."""
    of_scope = scope(language, generation)
    _keep("edition", {number: found.edition for number, found in names.items()}, of_scope)
    of_subjects: dict[int, set[str]] = {}
    for found in names.values():
        for key, keys in found.subjects.items():
            if key in subjects:
                of_subjects.setdefault(subjects[key], set()).update(keys)
    _keep("subject", of_subjects, of_scope)


def remove(edition_ids: Collection[int], generation: int) -> None:
    """Propose these comparisons no more. A subject that no live edition has is proposed by nobody either."""
    if edition_ids:
        SearchName.objects.filter(scope__startswith=str(generation % 2), edition__in=edition_ids).delete()


def _keep(field: str, wanted: Mapping[int, Collection[str]], of_scope: str) -> None:
    """Make the keys of each thing be the wanted ones: what stands already is not touched."""
    present = {(number, key): pk for pk, number, key in among.rows(_PRESENT[field], wanted, of_scope)}
    missing = {(number, key) for number, keys in wanted.items() for key in keys} - present.keys()
    left = [pk for (number, key), pk in present.items() if key not in wanted[number]]
    if left:
        SearchName.objects.filter(pk__in=left).delete()
    if missing:
        SearchName.objects.bulk_create(
            [SearchName(scope=of_scope, key=key, **{f"{field}_id": number}) for number, key in sorted(missing)],
            ignore_conflicts=True,
        )
