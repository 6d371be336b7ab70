"""What is no saved page is refused with a sentence and its line."""

import time

import pytest

from articles.transfer.legacy_page import LegacyPageError, decode, parse

from .legacy_pages import SHORT


def refused(text, language="is"):
    with pytest.raises(LegacyPageError) as caught:
        parse(text, language)
    return caught.value


@pytest.mark.parametrize("text", ["", "\n\n \n", "\ufeff", "\u00a0\n"])
def test_an_empty_page_is_refused(text):
    assert str(refused(text)) == "line 1: The page is empty."


def test_a_page_without_a_title_is_refused():
    error = refused("\n\nGóðan dag.\n\nÞetta er bréf.\n")

    assert error.line == 3
    assert error.message.startswith("There is no title that names what is compared")


@pytest.mark.parametrize("title", ["Munurinn á sölu", "Munurinn á , sölu"])
def test_a_title_with_one_subject_is_refused(title):
    error = refused(f"\n{title}\n\nTexti.\n")

    assert str(error) == "line 2: The title names one subject only, “sölu”; a comparison has at least two."


def test_a_title_that_names_one_thing_twice_is_refused():
    assert refused("Munurinn á sölu og sölu\n").message == "The title names “sala” twice."


def test_a_title_with_too_many_subjects_is_refused():
    names = ", ".join(f"hlut{number}" for number in range(20))

    assert refused(f"Munurinn á {names}\n").message == "The title names 20 subjects; 12 is the most."


def test_a_nul_character_is_refused_with_its_line():
    error = refused("Munurinn á sölu og þjónustu\n\nTexti\0.\n")

    assert str(error) == "line 3: There is a NUL character here, so this is not a page saved as text."


def test_a_line_of_five_megabytes_is_refused_at_once():
    started = time.perf_counter()
    error = refused("Munurinn á sölu og þjónustu\n\n" + "a" * 5_000_000)

    assert str(error) == "line 3: This line has 5,000,000 characters; 100,000 is the most that a saved page may have."
    assert time.perf_counter() - started < 1


def test_a_page_of_too_many_characters_is_refused():
    assert "2,000,000 characters" in refused(SHORT + ("orð " * 20_000 + "\n\n") * 30).message


def test_a_page_of_too_many_paragraphs_is_refused():
    assert "5,000 paragraphs" in refused(SHORT + "a.\n\n" * 6_000).message


def test_a_row_with_a_name_that_is_too_long_keeps_to_its_limit():
    """Such a line is no heading, so nothing too long reaches a name."""
    found = parse(SHORT + "\n" + "orð " * 60 + "\n\nSala kostar sitt.\n")

    assert [row.name["is"] for row in found.manuscript.dimensions] == ["Verð"]


def test_a_similarity_that_is_too_long_is_refused_with_its_line():
    error = refused(SHORT.replace("Mismunur á", "Líkindi\n\n• " + "orð " * 300 + "\n\nMismunur á"))

    assert error.message == "This similarity has 1,199 characters; 1,000 is the most."
    assert error.line == 15


def test_a_comment_that_is_too_long_is_refused_with_its_line():
    error = refused(f"{SHORT}\n1 athugasemd\n\n  1. {'orð ' * 2000}\n")

    assert error.message == "This comment has 7,999 characters; 5,000 is the most."
    assert error.line == 21


def test_the_name_of_the_file_is_told_with_the_line():
    with pytest.raises(LegacyPageError, match="^sida.txt, line 1: The page is empty.$"):
        parse("", name="sida.txt")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf8_is_read_with_and_without_a_byte_order_mark(mark):
    assert decode(mark + "Þjónusta".encode()) == "Þjónusta"


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16"])
def test_another_encoding_is_refused_with_its_line(encoding):
    with pytest.raises(LegacyPageError, match="is not UTF-8") as caught:
        decode("Title\nÞjónusta".encode(encoding))

    assert caught.value.line == (2 if encoding == "iso-8859-1" else 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read(end):
    assert parse(SHORT.replace("\n", end)).manuscript == parse(SHORT).manuscript


def test_spaces_of_all_kinds_and_extra_lines_change_nothing():
    messy = "\n\n\n" + SHORT.replace(" ", "\u00a0").replace("\n", "  \n\n")

    assert parse(messy).manuscript == parse(SHORT).manuscript


def test_a_wrapped_paragraph_is_one_paragraph():
    long = "Sala og þjónusta eru hvort tveggja nauðsynleg hverju fyrirtæki sem\nætlar sér að lifa\naf samkeppnina."

    assert parse(SHORT.replace("Inngangur.", long)).manuscript.lead["is"].count("<p>") == 1


def test_hostile_pages_are_read_in_time():
    """Names in a row, commas in a row and half openings in a row take no more than linear time."""
    started = time.perf_counter()
    for text in ("sala og " * 12_000, ", " * 45_000, "Sala er, en þjónusta er " * 4_000, "- : " * 20_000):
        parse(f"{SHORT}\n\nAnnað\n\n{text}.\n")

    assert time.perf_counter() - started < 5
