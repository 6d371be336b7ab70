"""Makes the index anew beside the one that is searched, whose place it takes in one moment when it is done.

It may be killed at any time: what it has done stays, and the next one goes on from there.
"""

import time
from collections.abc import Iterator

from django.db.models.functions import Mod

from articles.language import analysis
from articles.models import SearchEntry, SearchForm, SearchName, SearchState
from articles.search import generations, index, store

BATCH = 100  # editions in one transaction
ENTRIES, ROWS = 100, 2_000  # that are deleted in one transaction
GLANCES, GLANCE = 10, 0.2  # how often one looks whether another is at work, and the seconds between
REST = 2  # seconds in which searches end that began in the generation of before


class AnotherIsAtWork(RuntimeError):
    """Another process rebuilds the index just now."""


def is_outdated() -> bool:
    """Whether there is something to find, and the index was made by another analyser or never as a whole."""
    state = SearchState.objects.filter(pk=1).first() or SearchState()
    return state.analyser != analysis.VERSION and generations.shown().exists()


def is_needed() -> bool:
    """Whether a rebuild was begun, or the index is outdated or lacks something that nobody is about to index."""
    state = SearchState.objects.filter(pk=1).first() or SearchState()
    return bool(state.building) or is_outdated() or generations.missing(state).exists()


def begin(restart: bool = False) -> SearchState:
    """Go on with a rebuild that was interrupted, or begin one. Raises AnotherIsAtWork.

    One that is begun anew gets another number, so that nobody takes it for what was cleared: the one that is searched
    is counted on by two, and stays where it lies.
    """
    before = SearchState.current()
    if before.building and _moves(before):
        raise AnotherIsAtWork
    if before.building == analysis.VERSION and not restart:
        return before
    cleared = SearchState(generation=before.generation + 2 if before.building else before.generation)
    with generations.changing() as state:
        _expect(state, before)
        _put(state, generation=cleared.generation, building="", reached=0)
    clear()
    with generations.changing() as state:
        _expect(state, cleared)
        _put(state, building=analysis.VERSION, reached=0)
    return state


def progress(state: SearchState) -> tuple[int, int]:
    """How many editions the next generation has, and how many it will have."""
    return generations.shown().filter(pk__lte=state.reached).count(), generations.shown().count()


def build(state: SearchState) -> Iterator[int]:
    """Build the generation that was begun, and swap it in; yields again and again how many editions were done."""
    while edition_ids := list(_after(state.reached)[:BATCH]):
        if not index.build(edition_ids, state.generation + 1) or not _reach(state, edition_ids[-1]):
            raise AnotherIsAtWork
        yield len(edition_ids)
    store.know_what_is_common()
    _swap_in(state)


def clear() -> None:
    """Delete what is neither searched nor being built, little by little: others want to write as well."""
    after = 0
    while after is not None:
        after = _clear_entries(after)
    for clear_some in (_clear_forms, _clear_names):
        while clear_some():
            pass


def _moves(before: SearchState) -> bool:
    """Whether a rebuild gets on while one looks."""
    for _glance in range(GLANCES):
        time.sleep(GLANCE)
        if _place(SearchState.current()) != _place(before):
            return True
    return False


def _expect(state: SearchState, before: SearchState) -> None:
    if _place(state) != _place(before):
        raise AnotherIsAtWork


def _place(state: SearchState) -> tuple:
    return state.generation, state.building, state.reached


def _after(reached: int):
    return generations.shown().filter(pk__gt=reached).order_by("pk").values_list("pk", flat=True)


def _reach(state: SearchState, edition_id: int) -> bool:
    """Note how far one has come, outside of the batch's transaction; False if another noted something meanwhile."""
    where = SearchState.objects.filter(
        pk=1, generation=state.generation, building=state.building, reached=state.reached
    )
    state.reached = edition_id
    return bool(where.update(reached=edition_id))


def _swap_in(built: SearchState) -> None:
    with generations.changing() as state:
        _expect(state, built)
        _put(state, generation=state.generation + 1, analyser=state.building, building="", reached=0)


def _put(state: SearchState, **values) -> None:
    for name, value in values.items():
        setattr(state, name, value)
    state.save()


def _clear_entries(after: int) -> int | None:
    """Delete some entries of editions after this one; returns the last of these, None if there was none."""
    with generations.held() as state:
        if state.building:
            return None
        entries = SearchEntry.objects.annotate(parity=Mod("id", 2)).filter(parity=(state.generation + 1) % 2)
        later = entries.filter(edition_id__gt=after).order_by("edition_id").values_list("edition_id", flat=True)
        edition_ids = list(later[:ENTRIES])
        store.remove(edition_ids, state.generation + 1)
    return edition_ids[-1] if edition_ids else None


def _clear_forms() -> bool:
    with generations.held() as state:
        rows = _left_over(SearchForm, state).order_by("scope", "folded").values_list("scope", "folded")
        last = list(rows[ROWS - 1 : ROWS])
        some = {"scope": last[0][0], "folded__lte": last[0][1]} if last else {}
        return bool(_left_over(SearchForm, state).filter(**some).delete()[0])


def _clear_names() -> bool:
    with generations.held() as state:
        names = _left_over(SearchName, state)
        # Apart, because there is an index of the ones and an index of the others.
        some = [
            pk
            for kind in ("subject", "edition")
            for pk in names.filter(**{kind: None}).values_list("pk", flat=True)[:ROWS]
        ]
        return bool(SearchName.objects.filter(pk__in=some).delete()[0])


def _left_over(model, state: SearchState):
    """What is neither searched nor being built."""
    parity = (state.generation + 1) % 2
    return (
        model.objects.none()
        if state.building
        else model.objects.filter(scope__gte=str(parity), scope__lt=str(parity + 1))
    )
