from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from articles.differences import Counts, Difference, Exchange, Order, Piece, difference
from articles.manuscript import (
    Author,
    Cell,
    Dimension,
    Forms,
    Manuscript,
    Picture,
    Side,
    Similarity,
    Source,
    Tag,
    only,
)
from articles.units import units, written
from tests.articles.small_manuscripts import small_manuscripts
from tests.manuscripts import make_manuscript, make_subject

VERD = Dimension("verd", {"is": "Verð"}, cells=(Cell("sala", {"is": "Hátt"}), Cell("thjonusta", {"is": "Lágt"})))
TIMI = Dimension("timi", {"is": "Tími"}, cells=(Cell("sala", {"is": "Dagur"}),))
SOURCE = Source("log", "Lög", "https://example.org/")


def make(**more) -> Manuscript:
    return make_manuscript(**{"dimensions": (VERD, TIMI), "lead": {"is": "<p>Um sölu.</p>"}, **more})


def test_nothing_is_different_between_a_manuscript_and_itself():
    assert difference(make(), make()) == Difference()
    assert not difference(make(), make())


def test_a_changed_text_says_where_it_stands_and_which_words_changed():
    (change,) = difference(make(), make(lead={"is": "<p>Um kaup.</p>"})).changes

    assert (change.path, change.language) == ("lead", "is")
    assert change.pieces == (Piece("same", "Um "), Piece("del", "sölu"), Piece("ins", "kaup"), Piece("same", "."))
    assert not change.only_formatting


def test_a_text_that_came_or_went_is_a_change():
    (came,) = difference(make(lead={}), make()).changes
    (went,) = difference(make(), make(lead={})).changes

    assert came.pieces == (Piece("ins", "Um sölu."),)
    assert went.pieces == (Piece("del", "Um sölu."),)


def test_emphasis_alone_is_a_change_of_formatting():
    (change,) = difference(make(), make(lead={"is": "<p>Um <em>sölu</em>.</p>"})).changes

    assert change.only_formatting
    assert change.pieces == (Piece("same", "Um sölu."),)


def test_angle_brackets_in_a_line_are_words_and_not_markup():
    (change,) = difference(make(title={"is": "a < b"}), make(title={"is": "a < c"})).changes

    assert change.pieces[-1] == Piece("ins", "c")
    assert not change.only_formatting


def test_each_language_is_compared_on_its_own_and_one_can_be_chosen():
    before = make(lead={"is": "<p>Um sölu.</p>", "en": "<p>Of sale.</p>"})
    after = make(lead={"is": "<p>Um kaup.</p>", "en": "<p>Of sales.</p>"})

    assert list(difference(before, after).at) == [("lead", "en"), ("lead", "is")]
    assert list(difference(before, after, ["en"]).at) == [("lead", "en")]


def test_a_changed_cell_is_counted_as_a_cell_and_not_as_a_text():
    found = difference(make(), written(make(), "is", {"cell:timi:thjonusta": "Ár", "lead": "<p>Nýtt.</p>"}))

    assert [change.path for change in found.cells] == ["cell:timi:thjonusta"]
    assert [change.path for change in found.texts] == ["lead"]
    assert found.counts == Counts(texts=1, cells=1)


def test_texts_of_a_new_row_are_no_changes_of_texts():
    new = Dimension("laun", {"is": "Laun"}, cells=(Cell("sala", {"is": "Há"}),))
    found = difference(make(), make(dimensions=(VERD, new)))

    assert found.rows == Order(added=("laun",), removed=("timi",))
    assert found.changes == ()
    assert found.counts == Counts(rows_added=1, rows_removed=1)


def test_a_moved_row_is_moved_and_nothing_else():
    found = difference(make(), make(dimensions=(TIMI, VERD)))

    assert len(found.rows.moved) == 1
    assert found == Difference(rows=found.rows)


def test_a_row_can_be_moved_and_changed():
    changed = replace(TIMI, name={"is": "Tímar"})
    found = difference(make(dimensions=(VERD, TIMI, replace(VERD, key="a"))), make(dimensions=(TIMI, VERD)))
    both = difference(make(), make(dimensions=(changed, VERD)))

    assert found.rows.removed == ("a",)
    assert [change.path for change in both.changes] == ["row:timi:name"]
    assert both.rows.moved


def test_sides_and_similarities_come_go_and_move():
    leiga = Side("leiga", make_subject("leiga", name="Leiga"))
    before = make(similarities=(Similarity("a"), Similarity("b")))
    after = replace(before, sides=(*before.sides[::-1], leiga), similarities=(Similarity("b"), Similarity("c")))
    found = difference(before, after)

    assert found.sides.added == ("leiga",)
    assert len(found.sides.moved) == 1
    assert found.similarities == Order(added=("c",), removed=("a",))
    assert (found.counts.sides, found.counts.similarities) == (2, 2)


def test_a_column_that_went_with_its_side_is_no_change_of_cells():
    before = make()
    after = replace(before, sides=before.sides[:1], dimensions=(replace(VERD, cells=VERD.cells[:1]), TIMI))

    assert difference(before, after) == Difference(sides=Order(removed=("thjonusta",)))


def test_sources_and_drafts_that_went_with_a_side_are_no_exchanges():
    sourced = replace(VERD, cells=(VERD.cells[0], Cell("thjonusta", {"is": "Lágt"}, ("is",), "log")))
    before = make(dimensions=(sourced,), sources=(SOURCE,))
    after = replace(before, sides=before.sides[:1], dimensions=(replace(VERD, cells=VERD.cells[:1]),))

    assert difference(before, after) == Difference(sides=Order(removed=("thjonusta",)))


def test_another_author_other_tags_and_another_picture_are_told():
    before = make(author=Author("anna"), tags=(Tag("a"), Tag("b")))
    after = make(author=Author("berg"), tags=(Tag("b"), Tag("c")))
    found = difference(before, after)

    assert found.exchanges == (Exchange("author", "anna", "berg"),)
    assert (found.tags_added, found.tags_removed) == (("c",), ("a",))
    assert found.counts.values == 3


def test_another_picture_of_the_article_a_side_or_a_subject_is_an_exchange():
    before, picture = make(), Picture("0")
    side = replace(before.sides[0], picture=picture, subject=replace(before.sides[0].subject, picture=picture))
    after = replace(before, picture=picture, sides=(side, before.sides[1]))

    assert difference(before, after).exchanges == (
        Exchange("picture", None, picture),
        Exchange("side:sala:picture", None, picture),
        Exchange("subject:sala:picture", None, picture),
    )


def test_a_byline_that_says_more_of_itself_is_no_change_of_the_article():
    before, after = Author("anna", {"is": "Anna"}), Author("anna", {"is": "Anna"}, bio={"is": "<p>Ritstjóri.</p>"})

    assert not difference(make(author=before), make(author=after))


def test_a_side_that_compares_another_subject_is_an_exchange():
    before = make()
    side = replace(before.sides[0], subject=make_subject("kaup", name="Kaup"))
    found = difference(before, replace(before, sides=(side, before.sides[1])))

    assert found == Difference(exchanges=(Exchange("side:sala:subject", "sala", "kaup"),))


def test_other_forms_of_a_subject_are_an_exchange():
    before = make()
    side = replace(before.sides[0], subject=replace(before.sides[0].subject, forms={"is": Forms("sala")}))
    found = difference(before, replace(before, sides=(side, before.sides[1])))

    assert found.exchanges == (Exchange("subject:sala:forms", None, Forms("sala"), "is"),)


def test_another_source_of_a_cell_and_a_confirmed_draft_are_exchanges():
    draft = Dimension("verd", cells=(Cell("sala", {"is": "Hátt"}, ("is",)),))
    confirmed = Dimension("verd", cells=(Cell("sala", {"is": "Hátt"}, (), "log"),))
    found = difference(make(dimensions=(draft,), sources=(SOURCE,)), make(dimensions=(confirmed,), sources=(SOURCE,)))

    assert found.exchanges == (
        Exchange("cell:verd:sala:source", "", "log"),
        Exchange("cell:verd:sala:drafted", True, False, "is"),
    )


def test_a_draft_that_was_written_anew_is_a_changed_cell_only():
    draft = Dimension("verd", cells=(Cell("sala", {"is": "Hátt"}, ("is",)),))
    anew = Dimension("verd", cells=(Cell("sala", {"is": "Lágt"}),))
    found = difference(make(dimensions=(draft,)), make(dimensions=(anew,)))

    assert found.exchanges == ()
    assert len(found.cells) == 1


def test_sources_that_came_and_a_source_that_was_read_again():
    read = replace(SOURCE, read_on=date(2026, 11, 23))
    found = difference(make(sources=(SOURCE,)), make(sources=(Source("bok", "Bók"), read)))

    assert found.sources == Order(added=("bok",))
    assert found.exchanges == (Exchange("source:log:read_on", None, date(2026, 11, 23)),)


def test_in_one_language_a_row_is_there_where_it_says_something():
    english = replace(TIMI, name={"is": "Tími", "en": "Time"})
    found = difference(make(), make(dimensions=(VERD, english)), ["en"])

    assert found.rows == Order(added=("timi",))
    assert found.changes == ()
    assert not difference(make(dimensions=(VERD,)), make(), ["en"])


@given(small_manuscripts(), small_manuscripts())
@settings(deadline=None)
def test_what_is_different_one_way_is_different_the_other_way(before, after):
    there, back = difference(before, after), difference(after, before)

    assert (there.rows.added, there.sides.added) == (back.rows.removed, back.sides.removed)
    assert {(one.path, one.language, one.before) for one in there.changes} == {
        (one.path, one.language, one.after) for one in back.changes
    }
    assert len(there.rows.moved) == len(back.rows.moved)


@given(small_manuscripts(), small_manuscripts())
@settings(deadline=None)
def test_only_what_another_language_says_is_no_difference_in_this_one(before, after):
    one = difference(only(before, "is"), only(after, "is"), ["is"])

    assert difference(before, after, ["is"]).changes == one.changes
    assert difference(before, after, ["is"]).rows == one.rows


@given(small_manuscripts())
@settings(deadline=None)
def test_each_text_that_is_put_in_is_found(manuscript):
    paths = [unit.path for unit in units(manuscript)]
    after = written(manuscript, "is", dict.fromkeys(paths, "<p>Annað.</p>"))

    assert {change.path for change in difference(manuscript, after).changes} == set(paths)
