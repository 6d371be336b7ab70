"""Whether the index has to be made anew, and who asks for it."""

import pytest

from articles.checks import check_search_index
from articles.language import analysis
from articles.models import SearchEntry, SearchState
from articles.search import generations, rebuilding, stale
from tests.factories import make_edition
from tests.search.rebuilding import found, older_analyser, rebuild

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_pauses")]


def test_if_needed_does_nothing_where_all_is_well(editions):
    rebuild("--if-needed")

    assert generations.searched() == 0


@pytest.mark.parametrize(
    "spoil",
    [
        older_analyser,
        lambda: SearchEntry.objects.first().delete(),
        lambda: SearchState.objects.update(building=analysis.VERSION),
    ],
)
def test_if_needed_makes_it_where_something_is_amiss(editions, spoil):
    spoil()
    assert rebuilding.is_needed()
    rebuild("--if-needed")

    assert (generations.searched(), found(), rebuilding.is_needed()) == (1, editions, False)


def test_what_is_marked_is_not_amiss(editions):
    make_edition()

    assert not rebuilding.is_needed()


def test_a_site_that_grew_with_its_index_needs_none():
    assert not rebuilding.is_needed()
    make_edition()
    make_edition()
    stale.renew(limit=1)
    assert SearchState.current().analyser == analysis.VERSION


def test_a_site_that_is_older_than_its_index_needs_one():
    make_edition()
    SearchState.objects.all().delete()
    stale.SearchMark.objects.all().delete()
    make_edition()
    stale.renew()

    assert rebuilding.is_needed()


def test_check_asks_for_it_after_an_upgrade(editions):
    assert check_search_index(None) == []
    older_analyser()

    [warning] = check_search_index(None)
    assert warning.id == "munur.W002"
    assert "rebuild_search" in warning.hint


def test_check_asks_for_nothing_where_nothing_is_published():
    make_edition(publish=False)
    older_analyser()

    assert check_search_index(None) == []


def test_check_says_nothing_where_there_is_no_table_or_no_database(monkeypatch):
    def away():
        raise rebuilding.generations.connection.Database.OperationalError("no such table")

    monkeypatch.setattr(rebuilding, "is_outdated", away)

    assert check_search_index(None) == []
