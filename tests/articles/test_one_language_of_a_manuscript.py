"""A manuscript with the texts of one language alone, and a manuscript as plain values."""

import json
from dataclasses import replace
from datetime import date

import pytest

from articles.manuscript import (
    FORMAT,
    Author,
    Cell,
    Dimension,
    Forms,
    Manuscript,
    Source,
    from_json,
    from_text,
    only,
    to_json,
)
from tests.factories import make_manuscript

# JSON as text, by way of plain values and at once.
READERS = pytest.mark.parametrize("read", [lambda text: from_json(json.loads(text)), from_text], ids=["plain", "text"])
BOTH = ("is", "en")


def row_of(*cells):
    return replace(make_manuscript(sides=["Te", "Kaffi"]), dimensions=(Dimension("litur", cells=cells),))


def test_every_text_of_the_language_stays_and_no_other():
    content = make_manuscript(languages=BOTH, dimensions=2, similarities=1, sources=1, tags=["log"])

    assert only(content, "is") == make_manuscript(
        key=content.key, languages=("is",), dimensions=2, similarities=1, sources=1, tags=["log"]
    )


def test_rows_stay_even_when_nothing_is_left_in_them():
    content = make_manuscript(languages=("is",), dimensions=2, similarities=2, sources=1)

    english = only(content, "en")

    assert [row.key for row in english.dimensions] == ["atridi-1", "atridi-2"]
    assert [row.key for row in english.similarities] == ["eins-1", "eins-2"]
    assert [side.key for side in english.sides] == [side.key for side in content.sides]
    assert english.dimensions[0].name == english.similarities[0].sentence == english.lead == {}


def test_a_cell_that_is_left_with_neither_text_nor_source_is_none():
    content = row_of(Cell("te", {"is": "Grænt"}), Cell("kaffi", {"is": "Svart", "en": "Black"}))

    assert only(content, "en").dimensions[0].cells == (Cell("kaffi", {"en": "Black"}),)


def test_a_cell_with_a_source_stays_without_its_text():
    content = row_of(Cell("te", {"is": "Grænt"}, source="heimild-1"))

    assert only(content, "en").dimensions[0].cells == (Cell("te", source="heimild-1"),)


def test_a_cell_is_drafted_in_its_own_language_only():
    content = row_of(Cell("te", {"is": "Grænt", "en": "Green"}, drafted=("en",)))

    assert only(content, "is").dimensions[0].cells[0].drafted == ()
    assert only(content, "en").dimensions[0].cells[0].drafted == ("en",)


def test_what_has_no_language_is_left_alone():
    source = Source("log", "Lögin", "https://example.org/", date(2026, 11, 23))
    content = replace(make_manuscript(), sources=(source,))

    assert only(content, "en").sources == (source,)
    assert only(content, "en").author is None


def test_the_author_and_the_subjects_forms_are_of_the_language_too():
    author = Author("anna", {"is": "Anna", "en": "Ann"}, bio={"is": "<p>Skrifar.</p>"})
    content = replace(make_manuscript(languages=BOTH), author=author)

    assert only(content, "en").author == Author("anna", {"en": "Ann"})


def whole():
    """A manuscript with a text in each place that has texts, in both languages."""
    content = make_manuscript(
        languages=BOTH, dimensions=2, similarities=1, sources=1, tags=["log"], title={"is": "Titill", "en": "Title"}
    )
    author = Author("anna", {"is": "Anna", "en": "Ann"}, bio={"is": "<p>Skrifar.</p>", "en": "<p>Writes.</p>"})
    forms = {"is": Forms("te", "tei", "tes"), "en": Forms("tea")}
    side = replace(content.sides[0], subject=replace(content.sides[0].subject, forms=forms))
    return replace(content, author=author, sides=(side, content.sides[1]))


def test_taking_a_language_twice_is_taking_it_once():
    icelandic = only(whole(), "is")

    assert only(icelandic, "is") == icelandic != whole()


def test_nothing_of_a_language_is_left_where_another_was_taken():
    assert '"en": ' in json.dumps(to_json(whole()))
    assert '"en": ' not in json.dumps(to_json(only(whole(), "is")))


def test_json_is_of_plain_values_with_the_number_of_its_format():
    source = Source("log", "Lögin", "https://example.org/", date(2026, 11, 23))
    value = to_json(replace(make_manuscript(key="te-kaffi"), sources=(source,)))

    assert value["format"] == FORMAT
    assert value["key"] == "te-kaffi"
    assert json.loads(json.dumps(value))["sources"][0]["read_on"] == "2026-11-23"


@READERS
def test_json_through_text_and_back_is_the_same_manuscript(read):
    content = make_manuscript(languages=BOTH, dimensions=3, similarities=1, sources=2, tags=["log"])
    content = replace(content, author=Author("anna", {"is": "Anna"}))

    assert read(json.dumps(to_json(content))) == content


@READERS
def test_json_that_lacks_a_part_is_a_manuscript_without_it(read):
    assert read(json.dumps({"format": FORMAT, "key": "te-kaffi"})) == Manuscript("te-kaffi")


@READERS
@pytest.mark.parametrize("number", [0, FORMAT + 1, str(FORMAT), None])
def test_json_of_another_format_is_refused_by_its_number(read, number):
    with pytest.raises(ValueError, match=f"format {FORMAT}"):
        read(json.dumps({**to_json(make_manuscript()), "format": number}))


@READERS
@pytest.mark.parametrize(
    "part", [{"lead": "Texti"}, {"sides": [{"key": "te"}]}, {"sources": [{"key": "a", "read_on": "í gær"}]}]
)
def test_json_with_a_part_of_the_wrong_kind_is_refused_in_words(read, part):
    with pytest.raises(ValueError, match="This is not a manuscript: "):
        read(json.dumps({**to_json(make_manuscript()), **part}))
