"""What a page is drawn from: each part where the manuscript has it in the language, and nothing where it does not."""

from dataclasses import replace
from datetime import date

import pytest

from articles import headings
from articles.manuscript import Cell, Dimension, Manuscript, Similarity, Source
from articles.reading import WORDS_A_MINUTE, read
from tests.factories import make_manuscript


def prose(words):
    return f"<p>{' '.join(['orð'] * words)}</p>"


def with_side(content, place=0, **changes):
    sides = list(content.sides)
    sides[place] = replace(sides[place], **changes)
    return replace(content, sides=tuple(sides))


def without_answers(content):
    return replace(content, sides=tuple(replace(side, answer={}) for side in content.sides))


def test_a_manuscript_that_says_nothing_has_no_parts_and_takes_a_minute():
    reading = read(Manuscript("tom"), "is")

    assert (reading.lead, reading.summary, reading.description) == ("", "", "")
    assert reading.sides == reading.similarities == reading.dimensions == reading.sources == ()
    assert reading.told == reading.answers == reading.discussed == reading.table.rows == ()
    assert reading.minutes == 1


def test_nothing_of_another_language_is_in_a_reading():
    content = make_manuscript(languages=("en",), similarities=1, dimensions=2, summary={"en": "<p>In short.</p>"})

    reading = read(content, "is")

    assert (reading.lead, reading.summary) == ("", "")
    assert reading.sides == reading.similarities == reading.dimensions == reading.table.rows == ()


@pytest.mark.parametrize("part", ["description", "example"])
def test_a_side_is_told_where_it_has_a_description_or_an_example(part):
    reading = read(with_side(make_manuscript(sides=["Sala", "Vara"]), **{part: {"is": prose(1)}}), "is")

    assert [side.key for side in reading.told] == ["sala"]


def test_a_side_that_is_told_in_another_language_only_is_not_told_in_this_one():
    content = with_side(make_manuscript(languages=("is", "en")), description={"en": prose(1)})

    assert read(content, "is").told == ()
    assert len(read(content, "en").told) == 1


def test_a_side_answers_with_its_own_sentence_before_the_subjects_definition():
    content = make_manuscript(sides=["Sala"])
    defined = replace(content.sides[0].subject, definition={"is": "Sala er skipti."})

    own = with_side(content, subject=defined, answer={"is": "Sala er það að selja."})
    borrowed = with_side(content, subject=defined, answer={"en": "Sales are selling."})

    assert read(own, "is").sides[0].answer == "Sala er það að selja."
    assert read(borrowed, "is").sides[0].answer == "Sala er skipti."


def test_a_side_with_neither_answer_nor_definition_gives_no_answer():
    content = with_side(make_manuscript(sides=["Sala", "Vara"]), answer={})

    assert [side.key for side in read(content, "is").answers] == ["vara"]


def test_sides_keep_their_order_and_are_inked_from_one_on():
    reading = read(make_manuscript(sides=["Te", "Kaffi", "Kakó"]), "is")

    assert [(side.ink, side.name, side.subject) for side in reading.sides] == [
        (1, "Te", "te"),
        (2, "Kaffi", "kaffi"),
        (3, "Kakó", "kako"),
    ]


def test_a_side_without_a_name_in_the_language_takes_no_ink():
    content = make_manuscript(sides=["Te", "Kaffi", "Kakó"])
    nameless = with_side(content, 1, subject=replace(content.sides[1].subject, name={"en": "Coffee"}))

    assert [(side.ink, side.key) for side in read(nameless, "is").sides] == [(1, "te"), (2, "kako")]


def test_the_heading_of_a_side_asks_what_it_is_in_its_own_ink():
    reading = read(make_manuscript(sides=["Te", "Kaffi"]), "is")

    heading = reading.sides[1].heading
    assert headings.text(heading) == "Hvað er Kaffi?"
    assert [part.ink for part in heading if part.text == "Kaffi"] == [2]


def test_a_similarity_without_a_sentence_in_the_language_is_left_out():
    rows = (Similarity("heitt", {"is": "Bæði eru heit."}), Similarity("bolli", {"en": "Both fill a cup."}))
    content = replace(make_manuscript(), similarities=rows)

    assert [(row.key, row.sentence) for row in read(content, "is").similarities] == [("heitt", "Bæði eru heit.")]


def test_a_row_without_a_name_in_the_language_is_left_out_with_its_discussion():
    row = Dimension("verd", {"en": "Price"}, {"is": prose(1000), "en": prose(1)})
    content = replace(make_manuscript(), dimensions=(row,))

    reading = read(content, "is")

    assert reading.dimensions == reading.discussed == ()
    assert reading.minutes == 1


def test_a_row_without_a_discussion_stands_in_the_table_alone():
    rows = (Dimension("verd", {"is": "Verð"}), Dimension("litur", {"is": "Litur"}, {"is": prose(1)}))
    reading = read(replace(make_manuscript(), dimensions=rows), "is")

    assert [row.key for row in reading.dimensions] == [row.key for row in reading.table.rows] == ["verd", "litur"]
    assert [row.key for row in reading.discussed] == ["litur"]


def test_sources_are_numbered_in_their_order_in_every_language():
    day = date(2026, 11, 23)
    sources = (Source("log", "Lögin", "https://example.org/", day), Source("vefur", "", "https://example.org/2"))
    content = replace(make_manuscript(languages=("is", "en")), sources=sources)

    icelandic, english = read(content, "is"), read(content, "en")

    assert [(source.number, source.key, source.read_on) for source in icelandic.sources] == [
        (1, "log", day),
        (2, "vefur", None),
    ]
    assert english.sources == icelandic.sources


def test_a_source_without_a_title_is_called_by_its_address():
    sources = (Source("vefur", "", "https://example.org/2"),)

    assert read(replace(make_manuscript(), sources=sources), "is").sources[0].title == "https://example.org/2"


def test_the_description_is_the_lead_as_one_plain_line():
    content = make_manuscript(lead={"is": "<p>Fyrri <strong>hluti</strong> &amp; meira.</p><p>Síðari.</p>"})

    assert read(content, "is").description == "Fyrri hluti & meira. Síðari."


def test_without_a_lead_the_description_is_the_answers_after_each_other():
    content = make_manuscript(sides=["Sala", "Vara"], lead={"en": "<p>In English.</p>"})

    assert read(content, "is").description == "Sala er eitt af þessu. Vara er eitt af þessu."


def test_without_lead_and_answers_there_is_no_description():
    assert read(without_answers(make_manuscript(lead={})), "is").description == ""


LONG = {"is": prose(3 * WORDS_A_MINUTE)}


@pytest.mark.parametrize(
    "content",
    [
        make_manuscript(lead=LONG),
        make_manuscript(summary=LONG),
        with_side(make_manuscript(), description=LONG),
        with_side(make_manuscript(), example=LONG),
        replace(make_manuscript(), dimensions=(Dimension("verd", {"is": "Verð"}, LONG),)),
    ],
    ids=["lead", "summary", "description", "example", "discussion"],
)
def test_the_time_it_takes_counts_every_longer_text(content):
    assert read(content, "is").minutes == 3


def test_the_time_it_takes_is_rounded_to_the_nearest_minute():
    def minutes(words):
        return read(Manuscript("grein", lead={"is": prose(words)}), "is").minutes

    assert [minutes(words) for words in (1, 299, 301, 499, 501)] == [1, 1, 2, 2, 3]


def test_the_time_it_takes_is_of_this_language_alone():
    content = make_manuscript(languages=("is", "en"), summary={"en": prose(5 * WORDS_A_MINUTE)})

    assert read(content, "is").minutes == 1
    assert read(content, "en").minutes == 5


def test_the_title_is_the_editors_own_where_there_is_one_with_the_names_in_ink():
    reading = read(make_manuscript(sides=["Te", "Kaffi"], title={"is": "Hvort er betra, kaffi eða te?"}), "is")

    assert reading.title == "Hvort er betra, kaffi eða te?"
    assert [(part.text, part.ink) for part in reading.headings.title if part.ink] == [("kaffi", 2), ("te", 1)]


def test_a_title_in_another_language_does_not_replace_the_generated_one():
    content = make_manuscript(sides=["Te", "Kaffi"], title={"en": "Tea or coffee?"}, languages=("is", "en"))

    assert read(content, "is").title == "Munurinn á Te og Kaffi"
    assert read(content, "en").title == "Tea or coffee?"


def test_choosing_sides_changes_the_table_and_nothing_else():
    content = make_manuscript(sides=["Te", "Kaffi", "Kakó"], dimensions=2)

    whole, chosen = read(content, "is"), read(content, "is", chosen=["te", "kako"])

    assert [column.key for column in chosen.table.columns] == ["te", "kako"]
    assert replace(chosen, table=whole.table) == whole


def test_a_cell_is_borrowed_from_another_language_only_where_that_is_allowed():
    cells = (Cell("te", {"en": "Green"}), Cell("kaffi", {"is": "Svart"}))
    row = Dimension("litur", {"is": "Litur"}, cells=cells)
    content = replace(make_manuscript(sides=["Te", "Kaffi"]), dimensions=(row,))

    assert [value.text for value in read(content, "is").table.rows[0].values] == ["", "Svart"]
    assert [value.text for value in read(content, "is", others=["en"]).table.rows[0].values] == ["Green", "Svart"]
