"""Rows, sides, similarities and sources that two people added, removed, moved or changed at once."""

from dataclasses import replace

import pytest

from articles.manuscript import Cell, Dimension, Similarity, Source
from articles.merging import decided, merge
from tests.articles.merging import BASE, LAUN, LEIGA, NYTT, SOURCE, TIMI, VERD, keys, make, put, without_side


def test_rows_that_either_added_are_kept_in_their_places():
    mine = make(dimensions=(VERD, NYTT, TIMI, LAUN))
    theirs = make(dimensions=(VERD, TIMI, LAUN, replace(NYTT, key="annad")))

    assert keys(merge(BASE, mine, theirs)) == ["verd", "nytt", "timi", "laun", "annad"]


def test_a_row_that_one_removed_and_the_other_left_alone_goes():
    for mine, theirs, whose in (
        (make(dimensions=(VERD, LAUN)), BASE, "mine"),
        (BASE, make(dimensions=(VERD, LAUN)), "theirs"),
    ):
        found = merge(BASE, mine, theirs)

        assert keys(found) == ["verd", "laun"]
        assert [(one.path, one.whose, one.what) for one in found.taken] == [("row:timi", whose, "removed")]


def test_a_row_that_one_removed_and_the_other_changed_asks():
    mine, theirs = make(dimensions=(VERD, LAUN)), put(cell__timi__sala="Vika")
    (conflict,) = merge(BASE, mine, theirs).conflicts

    assert (conflict.path, conflict.language, conflict.kind) == ("row:timi", "", "whole")
    assert conflict.mine is None
    assert conflict.theirs == {("row:timi:name", "is"): "Tími", ("cell:timi:sala", "is"): "Vika"}
    assert keys(merge(BASE, mine, theirs)) == ["verd", "laun"]
    assert keys(merge(BASE, theirs, mine)) == ["verd", "timi", "laun"]


def test_a_row_comes_back_where_it_was_and_as_it_was_changed():
    found = merge(BASE, make(dimensions=(VERD, LAUN)), put(cell__timi__sala="Vika"))

    assert decided(found, {("row:timi", ""): "theirs"}) == put(cell__timi__sala="Vika")
    assert decided(found, {("row:timi", ""): "mine"}) == make(dimensions=(VERD, LAUN))
    with pytest.raises(ValueError, match="mine"):
        decided(found, {("row:timi", ""): "both"})


def test_a_row_that_one_added_can_be_left_out():
    found = merge(BASE, BASE, make(dimensions=(VERD, TIMI, LAUN, NYTT)))

    assert decided(found, {("row:nytt", ""): "mine"}) == BASE


def test_a_side_goes_with_its_column():
    found = merge(BASE, without_side(BASE, "thjonusta"), put(lead="<p>Nýtt.</p>"))

    assert found.conflicts == ()
    assert found.merged == replace(without_side(BASE, "thjonusta"), lead={"is": "<p>Nýtt.</p>"})


def test_a_side_that_one_removed_while_the_other_wrote_in_its_column_asks():
    mine, theirs = without_side(BASE, "thjonusta"), put(cell__timi__thjonusta="Ár")
    found = merge(BASE, mine, theirs)
    (conflict,) = found.conflicts

    assert conflict.path == "side:thjonusta"
    assert conflict.theirs["cell:timi:thjonusta", "is"] == "Ár"
    assert found.merged == mine
    assert decided(found, {("side:thjonusta", ""): "theirs"}) == theirs
    assert decided(merge(BASE, theirs, mine), {("side:thjonusta", ""): "theirs"}) == mine


def test_what_a_subject_says_of_itself_keeps_no_side():
    renamed = replace(BASE.sides[1].subject, name={"is": "Þjónustur"})
    theirs = replace(BASE, sides=(BASE.sides[0], replace(BASE.sides[1], subject=renamed)))
    found = merge(BASE, without_side(BASE, "thjonusta"), theirs)

    assert found.conflicts == ()
    assert [side.key for side in found.merged.sides] == ["sala"]


def test_a_row_that_went_with_nothing_but_its_column_changed_asks_nothing():
    found = merge(BASE, make(dimensions=(TIMI, LAUN)), without_side(BASE, "thjonusta"))

    assert found.conflicts == ()
    assert keys(found) == ["timi", "laun"]


def test_a_side_that_one_added_has_its_cells_and_the_others_new_row_too():
    row = replace(VERD, cells=(*VERD.cells, Cell("leiga", {"is": "Misjafnt"})))
    mine = make(dimensions=(VERD, TIMI, LAUN, NYTT))
    theirs = replace(make(dimensions=(row, TIMI, LAUN)), sides=(*BASE.sides, LEIGA))
    found = merge(BASE, mine, theirs)

    assert found.merged == replace(make(dimensions=(row, TIMI, LAUN, NYTT)), sides=(*BASE.sides, LEIGA))
    assert decided(found, {("side:leiga", ""): "mine"}) == mine


def test_a_new_side_for_one_subject_by_both_is_one_side():
    row = replace(NYTT, cells=(Cell("afnot", {"is": "Mánuður"}),))
    mine = replace(make(dimensions=(VERD, TIMI, LAUN, row)), sides=(*BASE.sides, replace(LEIGA, key="afnot")))
    found = merge(BASE, mine, replace(BASE, sides=(*BASE.sides, LEIGA)))

    assert [side.key for side in found.merged.sides] == ["sala", "thjonusta", "leiga"]
    assert found.merged.dimensions[-1].cells == (Cell("leiga", {"is": "Mánuður"}),)


def test_the_order_of_the_one_who_moved_something_is_followed():
    turned = make(dimensions=(LAUN, VERD, TIMI))
    changed = put(lead="<p>Nýtt.</p>")

    for found in (merge(BASE, turned, changed), merge(BASE, changed, turned)):
        assert keys(found) == ["laun", "verd", "timi"]
        assert [one.path for one in found.taken if one.what == "moved"] == ["row:laun"]


def test_moved_rows_can_be_put_back():
    found = merge(BASE, BASE, make(dimensions=(LAUN, VERD, TIMI)))
    (moved,) = found.taken

    assert (moved.mine, moved.theirs, moved.whose) == (3, 1, "theirs")
    assert moved.choice == ("rows", "")
    assert decided(found, {moved.choice: "mine"}) == BASE


def test_where_both_moved_mine_stands_with_their_new_rows_in_their_places():
    mine = make(dimensions=(LAUN, VERD, TIMI))
    theirs = make(dimensions=(TIMI, NYTT, VERD, LAUN))
    found = merge(BASE, mine, theirs)

    assert keys(found) == ["laun", "verd", "timi", "nytt"]
    assert [row.key for row in decided(found, {("rows", ""): "theirs"}).dimensions] == ["timi", "nytt", "verd", "laun"]


def test_rows_that_both_added_under_one_name_are_one_row():
    mine = make(dimensions=(VERD, TIMI, LAUN, replace(NYTT, cells=(Cell("sala", {"is": "Já"}),))))
    theirs = make(dimensions=(VERD, TIMI, LAUN, replace(NYTT, cells=(Cell("sala", {"is": "Nei"}),))))
    (conflict,) = merge(BASE, mine, theirs).conflicts

    assert (conflict.path, conflict.base, conflict.mine, conflict.theirs) == ("cell:nytt:sala", "", "Já", "Nei")


def test_two_things_under_one_key_by_chance_are_two():
    row, other = Dimension("rod", {"is": "Litur"}), Dimension("rod", {"is": "Stærð"})
    mine, theirs = make(dimensions=(VERD, TIMI, LAUN, row)), make(dimensions=(VERD, TIMI, LAUN, other))
    found = merge(BASE, mine, theirs)

    assert found.conflicts == ()
    assert {row.key: row.name["is"] for row in found.merged.dimensions[3:]} == {"rod": "Stærð", "rod-2": "Litur"}


def test_two_sources_under_one_key_are_two_and_cells_keep_theirs():
    row = replace(VERD, cells=(replace(VERD.cells[0], source="log"),))
    mine = make(dimensions=(row, TIMI, LAUN), sources=(Source("log", "Mín lög"),))
    found = merge(BASE, mine, make(sources=(Source("log", "Þín lög"),)))

    assert found.merged.dimensions[0].cells[0].source == "log-2"
    assert {source.key: source.title for source in found.merged.sources} == {"log": "Þín lög", "log-2": "Mín lög"}


def test_a_source_that_a_cell_needs_stays_although_one_removed_it():
    base = make(sources=(SOURCE,))
    row = replace(VERD, cells=(replace(VERD.cells[0], source="log"), VERD.cells[1]))
    theirs = make(sources=(SOURCE,), dimensions=(row, TIMI, LAUN))
    found = merge(base, make(), theirs)

    assert found.merged == theirs
    assert merge(base, make(), base).merged == make()


def test_similarities_are_merged_like_rows():
    base, mine, theirs = (
        make(similarities=tuple(Similarity(key, {"is": text}) for key, text in said))
        for said in ([("a", "1"), ("b", "2")], [("a", "1"), ("b", "3")], [("b", "2"), ("a", "1"), ("c", "4")])
    )

    assert [(one.key, one.sentence["is"]) for one in merge(base, mine, theirs).merged.similarities] == [
        ("b", "3"),
        ("a", "1"),
        ("c", "4"),
    ]
