"""The index is made anew while people search: nothing is missing at any moment, and nothing comes back."""

import pytest
from django.core.management import CommandError

from articles import publishing
from articles.language import analysis
from articles.models import Edition, SearchEntry, SearchForm, SearchName, SearchState
from articles.search import generations, index, rebuilding, stale, store, vocabulary
from tests.factories import make_edition, make_manuscript
from tests.search.finding import forms_on_site
from tests.search.rebuilding import found, rebuild

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_pauses")]


def is_clean() -> bool:
    """Only what is searched is left."""
    parity = str(generations.searched() % 2)
    scopes = [*SearchForm.objects.values_list("scope"), *SearchName.objects.values_list("scope")]
    entries = SearchEntry.objects.values_list("pk", flat=True)
    return {one[0] for (one,) in scopes} == {parity} == {str(pk % 2) for pk in entries}


def retitle(pk, name):
    edition = Edition.objects.get(pk=pk)
    publishing.rows.write(make_manuscript(key=edition.article.key, sides=[name, "Kýr"]), edition.article)
    publishing.publish(Edition.objects.get(pk=pk))
    stale.renew()


def unpublish(pk):
    edition = Edition.objects.get(pk=pk)
    edition.state = Edition.State.ARCHIVED
    edition.save()
    stale.renew()


def test_the_new_index_finds_the_same(editions):
    rebuild()

    assert found() == editions
    assert generations.searched() == 1
    assert is_clean()


def test_it_can_be_done_again_and_again(editions):
    for generation in (1, 2, 3):
        rebuild()
        assert (found(), generations.searched(), is_clean()) == (editions, generation, True)


def test_everything_is_found_at_every_moment(editions):
    state = rebuilding.begin()
    assert found() == editions
    for _count in rebuilding.build(state):
        assert found() == editions
    assert found() == editions
    assert generations.searched() == 1
    rebuilding.clear()
    assert found() == editions


@pytest.mark.parametrize("place", [0, 4])
def test_an_edit_in_the_middle_is_found_at_once_and_afterwards(editions, place):
    batches = rebuilding.build(rebuilding.begin())
    next(batches)
    retitle(editions[place], "Geit")
    assert found("geit") == [editions[place]]

    list(batches)
    assert found("geit") == [editions[place]]
    assert editions[place] not in found()


@pytest.mark.parametrize("place", [0, 4])
def test_what_is_unpublished_in_the_middle_is_not_found_afterwards(editions, place):
    batches = rebuilding.build(rebuilding.begin())
    next(batches)
    unpublish(editions[place])
    assert editions[place] not in found()

    list(batches)
    assert editions[place] not in found()
    assert len(found()) == 4


def test_what_is_new_in_the_middle_is_found_at_once_and_afterwards(editions):
    batches = rebuilding.build(rebuilding.begin())
    next(batches)
    new = make_edition(sides=["Hestur", "Geit"]).pk
    stale.renew()
    assert found() == [*editions, new]

    list(batches)
    assert found() == [*editions, new]


def test_what_changes_after_the_last_batch_is_found_after_the_swap(editions, monkeypatch):
    monkeypatch.setattr(store, "know_what_is_common", lambda: retitle(editions[0], "Geit"))
    list(rebuilding.build(rebuilding.begin()))

    assert found("geit") == [editions[0]]
    assert found() == editions[1:]


def test_an_edit_while_a_batch_is_analysed_is_not_written_over(editions, monkeypatch):
    drawn, changed = index._drawn, []

    def meanwhile(bases):
        found = drawn(bases)
        if not changed:
            changed.append(True)
            retitle(editions[1], "Geit")
        return found

    state = rebuilding.begin()
    monkeypatch.setattr(index, "_drawn", meanwhile)
    list(rebuilding.build(state))

    assert changed
    assert found("geit") == [editions[1]]
    assert editions[1] not in found()


def test_one_that_was_killed_is_gone_on_with(editions, monkeypatch):
    next(rebuilding.build(rebuilding.begin()))
    taken = []
    build = index.build
    monkeypatch.setattr(index, "build", lambda ids, generation: taken.extend(ids) or build(ids, generation))
    rebuild()

    assert taken == editions[2:]
    assert found() == editions
    assert is_clean()


def test_one_that_was_killed_between_batch_and_note_does_it_again(editions):
    state = rebuilding.begin()
    index.build(editions[:2], 1)  # and reached is not written
    assert rebuilding.progress(state) == (0, 5)
    rebuild()

    assert found() == editions


def test_restart_begins_anew(editions, monkeypatch):
    next(rebuilding.build(rebuilding.begin()))
    taken = []
    build = index.build
    monkeypatch.setattr(index, "build", lambda ids, generation: taken.extend(ids) or build(ids, generation))
    rebuild("--restart")

    assert taken == editions
    assert found() == editions


def test_one_that_another_analyser_began_is_begun_anew(editions, monkeypatch):
    next(rebuilding.build(rebuilding.begin()))
    SearchEntry.objects.filter(pk=editions[0] * 2 + 1).update(scope="1is", tokens="t:rangt")
    SearchState.objects.update(building="0")
    rebuild()

    assert found() == editions
    assert found("rangt") == []
    assert SearchState.current().analyser == analysis.VERSION


def test_what_one_left_that_was_killed_at_its_end_is_cleared(editions):
    list(rebuilding.build(rebuilding.begin()))
    assert not is_clean()
    rebuild("--if-needed")

    assert is_clean()
    assert found() == editions


def test_the_second_of_two_says_so(editions, monkeypatch):
    batches = rebuilding.build(rebuilding.begin())
    next(batches)
    monkeypatch.setattr(rebuilding.time, "sleep", lambda seconds: next(batches, None))

    with pytest.raises(CommandError, match="Another process is rebuilding"):
        rebuild()
    assert generations.searched() == 0
    list(batches)
    assert found() == editions


def test_of_two_that_did_not_notice_each_other_one_stops_and_nothing_is_lost(editions):
    first, second = rebuilding.build(rebuilding.begin()), rebuilding.build(rebuilding.begin())
    next(first)

    with pytest.raises(rebuilding.AnotherIsAtWork):
        next(second)
    list(first)
    assert found() == editions


def test_one_whose_generation_another_swapped_in_stops(editions):
    first = rebuilding.build(rebuilding.begin())
    next(first)
    list(rebuilding.build(rebuilding.begin()))

    with pytest.raises(rebuilding.AnotherIsAtWork):
        list(first)
    assert generations.searched() == 1
    assert found() == editions


def test_forms_that_were_cleared_meanwhile_are_not_taken_for_known(editions, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        next(rebuilding.build(rebuilding.begin()))
    known = vocabulary._memories["1is"]
    rebuilding.begin(restart=True)
    vocabulary.keep({known.witness}, "is", 3)  # by another process
    assert known.holds("1is", 1)
    vocabulary._memories["1is"] = known
    index.index(editions[0])

    assert ("hestinum", "hestur") in forms_on_site("1is")


def test_one_that_is_begun_anew_has_another_number(editions):
    first = rebuilding.begin()
    again = rebuilding.begin(restart=True)

    assert (first.generation, again.generation) == (0, 2)
    assert found() == editions
    assert not index.build(editions[:2], 1)


def test_nothing_is_cleared_under_one_that_builds(editions):
    batches = rebuilding.build(rebuilding.begin())
    next(batches)
    rebuilding.clear()
    list(batches)

    assert found() == editions


def test_a_file_that_is_interrupted_tells_how_to_go_on(editions, monkeypatch):
    def interrupted(ids, generation):
        raise KeyboardInterrupt

    monkeypatch.setattr(index, "build", interrupted)
    with pytest.raises(CommandError, match="goes on from here"):
        rebuild()
