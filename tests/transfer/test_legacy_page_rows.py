"""Similarities and rows: what is the name of a row, what its discussion, and what is neither."""

import pytest

from articles.transfer.legacy_page import MISSING, UNPLACED, parse

from .legacy_pages import told


def rows(*lines):
    text = "\n\n".join(["Munurinn á sölu og þjónustu", "Mismunur á sölu og þjónustu", *lines])
    return {row.name["is"]: row.discussion.get("is", "") for row in parse(text).manuscript.dimensions}


def similarities(*lines):
    text = "\n\n".join(["Munurinn á sölu og þjónustu", "Líkindi", *lines])
    return [row.sentence["is"] for row in parse(text).manuscript.similarities]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Verð", "Verð"),
        ("verð og kjör", "Verð og kjör"),
        ("Verð:", "Verð"),
        ("1. Verð", "Verð"),
        ("iPhone", "iPhone"),
        ("Hvað kostar það?", "Hvað kostar það?"),
        (" ".join(["orð"] * 12), "Orð" + " orð" * 11),
    ],
)
def test_a_short_line_without_a_stop_is_a_rows_name(heading, name):
    assert rows(heading, "Sala er dýr.") == {name: "<p>Sala er dýr.</p>"}


@pytest.mark.parametrize(
    "line",
    [
        "Þetta er setning.",
        "Þetta er setning…",
        "Hann sagði „já.“",
        "Ein, tvær;",
        "• Verð",
        "Verð. Kjör",
        " ".join(["orð"] * 13),
        "o" * 101,
    ],
)
def test_any_other_line_belongs_to_the_row_above(line):
    found = rows("Kjör", "Sala er dýr.", line)

    assert list(found) == ["Kjör"]
    assert line.removeprefix("• ") in found["Kjör"]


def test_a_question_below_a_heading_or_at_the_end_is_of_the_discussion():
    assert rows("Verð", "Hvað kostar sala?", "Hún er dýr.", "Og þjónusta?") == {
        "Verð": "<p>Hvað kostar sala?</p><p>Hún er dýr.</p><p>Og þjónusta?</p>"
    }


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        ("• Verð: Sala er dýr.", "Verð", "Sala er dýr."),
        ("Verð – Sala er dýr.", "Verð", "Sala er dýr."),
        ("1. Verð og kjör : Sala er dýr.", "Verð og kjör", "Sala er dýr."),
        ("- Verð - Sala er dýr: mjög.", "Verð", "Sala er dýr: mjög."),
    ],
)
def test_where_no_heading_stands_alone_a_name_before_a_colon_or_a_dash_is_one(line, name, text):
    assert rows(line) == {name: f"<p>{text}</p>"}


def test_a_name_before_a_colon_has_five_words_at_most():
    assert list(rows("• eitt tvö þrjú fjögur fimm: Sala.")) == ["Eitt tvö þrjú fjögur fimm"]
    assert rows("• eitt tvö þrjú fjögur fimm sex: Sala.") == {}


def test_a_colon_is_only_a_colon_where_a_heading_stands_alone():
    assert rows("Verð", "Kjör: Sala er dýr.") == {"Verð": "<p>Kjör: Sala er dýr.</p>"}


def test_lists_in_a_discussion_keep_their_kind():
    assert rows("Verð", "1. Ein.", "2. Tvö.", "• Þrjú.", "Fjögur.") == {
        "Verð": "<ol><li>Ein.</li><li>Tvö.</li></ol><ul><li>Þrjú.</li></ul><p>Fjögur.</p>"
    }


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["• Ein.", "• Tvær."], ["Ein.", "Tvær."]),
        (["Ein.", "Tvær."], ["Ein.", "Tvær."]),
        (["Þetta er líkt:", "• Ein."], ["Ein."]),
        (["• Þetta er líkt:", "• Ein."], ["Þetta er líkt:", "Ein."]),
        (["• Ein.", "Og svo fleira."], ["Ein.", "Og svo fleira."]),
    ],
)
def test_each_line_is_a_similarity_but_one_that_only_announces(lines, found):
    assert similarities(*lines) == found


def test_what_stands_above_the_first_row_has_no_place_and_a_section_without_rows_is_told():
    text = "Munurinn á sölu og þjónustu\n\nMismunur\n\nMargt er ólíkt.\n\nAnnað ekki.\n"
    found = parse(text)

    assert told(found, UNPLACED) == ["“Margt er ólíkt.”", "“Annað ekki.”"]
    assert "There are no dimensions." in told(found, MISSING)


def test_rows_of_two_sections_of_differences_follow_each_other():
    sections = ["Munur", "Verð", "Sala er dýr.", "Líkindi", "• Ein.", "Mismunur", "Verð", "Ódýr."]
    text = "\n\n".join(["Munurinn á sölu og þjónustu", *sections])

    assert [row.key for row in parse(text).manuscript.dimensions] == ["verd", "verd-2"]
