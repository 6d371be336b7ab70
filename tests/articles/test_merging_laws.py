from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.manuscript import Manuscript, only
from articles.merging import decided, merge
from articles.merging.outcome import TEXT
from articles.units import units
from tests.articles.small_manuscripts import small_manuscripts

ANY = small_manuscripts()
THREE = st.tuples(ANY, ANY, ANY)


def said(manuscript: Manuscript) -> set[tuple[str, str]]:
    """What the manuscript says anywhere: kinds of places, since a row may have got another key, and texts."""
    found = {(unit.path.split(":")[0], text) for unit in units(manuscript) for text in unit.texts.values()}
    return found | {("source", source.title) for source in manuscript.sources}


def mentioned(points) -> set[tuple[str, str]]:
    found = set()
    for point in points:
        for value in (point.mine, point.theirs):
            whole = value.items() if isinstance(value, dict) else [((point.path, ""), value)]
            found |= {(path.split(":")[0], text) for (path, _language), text in whole}
    return found


@given(ANY, ANY)
@settings(deadline=None)
def test_who_changed_nothing_gets_the_others(base, theirs):
    found = merge(base, base, theirs)

    assert found.merged == theirs
    assert found.conflicts == ()


@given(ANY, ANY)
@settings(deadline=None)
def test_where_the_other_changed_nothing_mine_stands(base, mine):
    found = merge(base, mine, base)

    assert found.merged == mine
    assert found.conflicts == ()


@given(ANY, ANY)
@settings(deadline=None)
def test_the_same_work_by_both_is_that_work(base, both):
    found = merge(base, both, both)

    assert found.merged == both
    assert (found.conflicts, found.taken) == ((), ())


@given(THREE)
@settings(deadline=None)
def test_no_sentence_of_either_is_lost(three):
    base, mine, theirs = three
    found = merge(*three)
    kept = said(found.merged) | mentioned(found.conflicts) | mentioned(found.taken)

    assert said(mine) - said(base) <= kept
    assert said(theirs) - said(base) <= kept


@given(THREE)
@settings(deadline=None)
def test_where_one_language_each_was_changed_no_text_asks(three):
    base, mine, theirs = three
    rows = {"sides": base.sides, "dimensions": base.dimensions, "similarities": base.similarities}
    mine, theirs = (
        replace(base, lead={**base.lead, **only(mine.lead, "is")}),
        replace(base, lead={**base.lead, **only(theirs.lead, "en")}, **rows),
    )

    assert merge(base, mine, theirs).conflicts == ()


@given(THREE)
@settings(deadline=None)
def test_what_comes_out_can_be_stored(three):
    merged = merge(*three).merged
    sides = [side.key for side in merged.sides]
    sources = {source.key for source in merged.sources}

    for name in ("sides", "dimensions", "similarities", "sources", "tags"):
        keys = [value.key for value in getattr(merged, name)]
        assert len(keys) == len(set(keys))
    for row in merged.dimensions:
        of_cells = [cell.side for cell in row.cells]
        assert of_cells == [side for side in sides if side in of_cells]
        assert all(cell.text or cell.source for cell in row.cells)
        assert all(set(cell.drafted) <= cell.text.keys() for cell in row.cells)
        assert {cell.source for cell in row.cells} - {""} <= sources


@given(THREE)
@settings(deadline=None)
def test_choosing_mine_everywhere_is_what_the_merge_says_already(three):
    found = merge(*three)
    choices = {one.choice: one.mine if one.kind == TEXT else "mine" for one in found.conflicts}

    assert decided(found, choices) == found.merged


@given(THREE)
@settings(deadline=None)
def test_each_conflict_and_each_thing_taken_can_be_decided_either_way(three):
    found = merge(*three)
    for point in found.taken[::5]:
        for whose in ("mine", "theirs"):
            choices = {one.choice: one.theirs if one.kind == TEXT else "theirs" for one in found.conflicts}
            choices[point.choice] = getattr(point, whose) if point.kind == TEXT else whose
            decided(found, choices)


@given(THREE)
@settings(deadline=None)
def test_the_same_things_ask_whoever_comes_first(three):
    base, mine, theirs = three
    here, there = merge(base, mine, theirs), merge(base, theirs, mine)

    assert {one.choice for one in here.conflicts} == {one.choice for one in there.conflicts}
