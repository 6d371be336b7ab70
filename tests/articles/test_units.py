import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import prose, units
from articles.manuscript import Cell, Dimension, Manuscript, Side, Similarity, Source
from tests.articles.small_manuscripts import small_manuscripts
from tests.manuscripts import make_manuscript, make_subject, proses

ROW = Dimension("verd", {"is": "Verð"}, cells=(Cell("sala", {"is": "Hátt", "en": "High"}, ("en", "is")),))


def make(**more) -> Manuscript:
    return make_manuscript(**more)


def test_the_texts_come_in_the_order_of_the_page():
    paths = [unit.path for unit in units.units(make(similarities=(Similarity("fe"),), dimensions=(ROW,)))]

    assert paths[:3] == ["title", "lead", "subject:sala:name"]
    assert paths.index("side:sala:answer") < paths.index("side:thjonusta:answer") < paths.index("similarity:fe:name")
    assert paths[-3:] == ["cell:verd:sala", "cell:verd:thjonusta", "summary"]


def test_a_place_without_any_text_is_a_unit_too():
    texts = {unit.path: unit.texts for unit in units.units(make(dimensions=(ROW,)))}

    assert texts["cell:verd:thjonusta"] == {}
    assert texts["side:sala:example"] == {}


def test_a_unit_knows_what_it_is():
    kinds = {unit.path: unit for unit in units.units(make(dimensions=(ROW,)))}

    assert kinds["cell:verd:sala"].field == "text"
    assert kinds["row:verd:discussion"].is_prose
    assert not kinds["side:sala:answer"].is_prose
    assert kinds["subject:sala:name"].is_shared
    assert not kinds["lead"].is_shared


def test_of_one_language_come_the_texts_that_are_there():
    texts = units.in_language(make(lead={"en": "<p>Sales.</p>", "is": ""}, dimensions=(ROW,)), "en")

    assert texts == {"lead": "<p>Sales.</p>", "cell:verd:sala": "High"}


def test_a_text_is_put_in_its_place_in_one_language():
    after = units.written(make(lead={"is": "<p>Inngangur.</p>"}), "en", {"lead": "<p>Lead.</p>"})

    assert after.lead == {"is": "<p>Inngangur.</p>", "en": "<p>Lead.</p>"}


def test_nothing_takes_a_text_away():
    after = units.written(make(lead={"is": "<p>Inngangur.</p>", "en": "<p>Lead.</p>"}), "is", {"lead": ""})

    assert after.lead == {"en": "<p>Lead.</p>"}


def test_texts_of_sides_subjects_and_similarities_are_written_too():
    changes = {"side:sala:answer": "er sala", "subject:sala:definition": "Skipti.", "similarity:fe:sentence": "Fé."}
    after = units.written(make(similarities=(Similarity("fe"),)), "is", changes)

    assert after.sides[0].answer == {"is": "er sala"}
    assert after.sides[0].subject.definition == {"is": "Skipti."}
    assert after.similarities[0].sentence == {"is": "Fé."}


def test_a_cell_that_gets_another_text_is_no_draft_any_more():
    after = units.written(make(dimensions=(ROW,)), "is", {"cell:verd:sala": "Lágt"})

    assert after.dimensions[0].cells == (Cell("sala", {"is": "Lágt", "en": "High"}, ("en",)),)


def test_a_cell_that_gets_the_text_it_has_stays_a_draft():
    assert units.written(make(dimensions=(ROW,)), "is", {"cell:verd:sala": "Hátt"}) == make(dimensions=(ROW,))


def test_a_cell_that_says_something_for_the_first_time_stands_in_the_order_of_the_sides():
    row = Dimension("verd", cells=(Cell("thjonusta", {"is": "Lágt"}),))
    after = units.written(make(dimensions=(row,)), "is", {"cell:verd:sala": "Hátt"})

    assert [cell.side for cell in after.dimensions[0].cells] == ["sala", "thjonusta"]


def test_a_cell_that_is_left_with_nothing_is_none_but_keeps_its_source():
    one = Dimension("verd", cells=(Cell("sala", {"is": "Hátt"}),))
    sourced = Dimension("timi", cells=(Cell("sala", {"is": "Ár"}, ("is",), "log"),))
    before = make(dimensions=(one, sourced), sources=(Source("log", "Lög"),))

    after = units.written(before, "is", {"cell:verd:sala": "", "cell:timi:sala": ""})

    assert after.dimensions[0].cells == ()
    assert after.dimensions[1].cells == (Cell("sala", source="log"),)


def test_a_row_in_which_nothing_changes_is_left_as_it_is():
    odd = Dimension("timi", cells=(Cell("thjonusta", {"is": "Ár"}), Cell("sala", {"is": "Dagur"})))
    after = units.written(make(dimensions=(ROW, odd)), "is", {"cell:verd:sala": "Lágt"})

    assert after.dimensions[1] == odd


def test_places_that_the_article_does_not_have_are_named():
    with pytest.raises(ValueError, match=r"The article has no cell:verd:leiga, row:x:name\."):
        units.written(make(dimensions=(ROW,)), "is", {"row:x:name": "", "cell:verd:leiga": "Já", "lead": ""})


@given(small_manuscripts(), st.sampled_from(["is", "en", "da"]))
@settings(deadline=None)
def test_writing_what_is_there_changes_nothing(manuscript, language):
    assert units.written(manuscript, language, units.in_language(manuscript, language)) == manuscript


@given(small_manuscripts(), small_manuscripts())
@settings(deadline=None)
def test_what_was_written_is_what_is_read_and_other_languages_stay(manuscript, other):
    changes = {unit.path: unit.texts.get("en", "") for unit in units.units(manuscript)}
    changes |= {path: text for path, text in units.in_language(other, "is").items() if path in changes}
    after = units.written(manuscript, "is", changes)

    assert units.in_language(after, "is") == {path: text for path, text in changes.items() if text}
    assert units.in_language(after, "en") == units.in_language(manuscript, "en")


@given(small_manuscripts())
@settings(deadline=None)
def test_no_two_texts_have_the_same_path(manuscript):
    paths = [unit.path for unit in units.units(manuscript)]

    assert len(paths) == len(set(paths))


@given(proses)
def test_prose_is_read_as_plain_text_as_prose_itself_reads_it(html):
    assert units.plain(html) == prose.plain(html)


def test_lists_paragraphs_and_marks_become_plain_text():
    html = (
        '<p>a <a href="/x?a&gt;b"><em>b</em></a> &amp; c</p><ul><li>d</li><li>e</li></ul><ol><li>f</li></ol><p>g</p>'
    )

    assert units.plain(html) == "a b & c\n\nd\ne\n\nf\n\ng"
    assert units.plain("laus <b>texti</b>") == "laus texti"


def test_a_path_stays_when_things_are_moved():
    sides = (Side("a", make_subject("a")), Side("b", make_subject("b")))
    one, other = Manuscript("x", sides=sides), Manuscript("x", sides=sides[::-1])

    assert {unit.path for unit in units.units(one)} == {unit.path for unit in units.units(other)}
