"""The store: what is written is found, the newest first, in the generation that it was written to."""

import pytest

from articles.models import SearchEntry
from articles.search import store
from articles.search.expressions import all_of, any_of
from articles.search.scopes import edition_id, entry_id, scope
from tests.factories import make_edition

pytestmark = pytest.mark.django_db


def test_a_scope_is_a_language_in_one_of_two_generations():
    assert [scope("is", 0), scope("is", 1), scope("pt-BR", 2)] == ["0is", "1is", "0ptbr"]


def test_an_entry_has_a_number_of_its_own_in_each_generation_and_the_newest_edition_the_highest():
    numbers = [entry_id(edition, generation) for edition in (4, 5) for generation in (6, 7)]

    assert numbers == sorted(set(numbers))
    assert [edition_id(number) for number in numbers] == [4, 4, 5, 5]


def made(count) -> list[int]:
    numbers = [make_edition().pk for _ in range(count)]
    store.write_all(dict.fromkeys(numbers, "p:orð"), "is", 0)
    return [number * 2 for number in reversed(numbers)]


def test_the_newest_come_first_and_a_page_begins_below_the_last():
    entries = made(5)
    wanted = any_of("p0is:orð")

    assert store.matching(wanted, limit=10) == entries
    assert store.matching(wanted, limit=2) == entries[:2]
    assert store.matching(wanted, below=entries[1], limit=2) == entries[2:4]
    assert store.matching(wanted, below=entries[-1], limit=2) == []


def test_what_is_written_anew_is_found_by_that_alone():
    edition = make_edition()
    store.write(edition.pk, 0, ["t0is:gamalt", "p0is:bæði"])
    store.write(edition.pk, 0, ["t0is:nýtt", "p0is:bæði"])

    assert store.matching(any_of("t0is:gamalt"), limit=9) == []
    assert store.matching(all_of("t0is:nýtt", "p0is:bæði"), limit=9) == [edition.pk * 2]


def test_the_same_again_is_not_written(django_assert_num_queries):
    edition = make_edition()
    store.write(edition.pk, 0, ["p0is:b", "p0is:a"])

    with django_assert_num_queries(1) as asked:
        store.write(edition.pk, 0, ["p0is:a", "p0is:b", "p0is:a"])
    assert asked.captured_queries[0]["sql"].startswith("SELECT")


def test_what_is_removed_is_found_no_more_in_that_generation():
    edition = make_edition()
    for generation in (0, 1):
        store.write(edition.pk, generation, [f"p{scope('is', generation)}:orð"])
    store.remove([edition.pk], 0)

    assert store.matching(any_of("p0is:orð", "p1is:orð"), limit=9) == [edition.pk * 2 + 1]


def test_with_an_edition_its_entries_go():
    edition = make_edition()
    store.write(edition.pk, 0, ["p0is:orð"])
    edition.delete()

    assert store.matching(any_of("p0is:orð"), limit=9) == []
    assert not SearchEntry.objects.exists()


def test_tidying_changes_nothing_that_is_found():
    entries = made(40)
    store.remove([entry // 2 for entry in entries[10:]], 0)
    store.tidy()

    assert store.matching(any_of("p0is:orð"), limit=99) == entries[:10]


def test_tokens_of_two_scopes_are_refused():
    with pytest.raises(ValueError, match="one scope"):
        store.write(make_edition().pk, 0, ["p0is:a", "p0en:b"])
