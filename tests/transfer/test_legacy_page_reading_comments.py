"""Comments of both languages: who speaks, what is counted, and what beside them is no comment."""

import pytest

from articles.transfer.legacy_page import LEFT_OUT, NOTED, LegacyComment, parse

from .legacy_pages import SHORT, told

ENGLISH = "Difference Between Tea and Coffee\n"


def icelandic(heading, *lines):
    return parse("\n\n".join([SHORT, heading, *lines]))


def english(heading, *lines):
    return parse("\n\n".join([ENGLISH, heading, *lines]), "en")


@pytest.mark.parametrize(
    ("line", "author", "text"),
    [
        ("Anna segir: Gott.", "Anna", "Gott."),
        ("Anna skrifar: Gott.", "Anna", "Gott."),
        ("Anna skrifaði: Gott.", "Anna", "Gott."),
        ("Anna sagði : Gott.", "Anna", "Gott."),
        ("Anna Björk segir: Gott.", "Anna Björk", "Gott."),
        ("Anna segir: Jón segir: Gott.", "Anna", "Jón segir: Gott."),
        ("Anna segir Gott.", "", "Anna segir Gott."),
        ("segir: Gott.", "", "segir: Gott."),
        (f"{'A' * 80} segir: Gott.", "A" * 80, "Gott."),
        (f"{'A' * 81} segir: Gott.", "", f"{'A' * 81} segir: Gott."),
    ],
)
def test_the_name_over_an_icelandic_comment_is_its_author(line, author, text):
    assert icelandic("1 athugasemd", f"1. {line}").comments == (LegacyComment(author, text),)


@pytest.mark.parametrize("verb", ["says", "said", "wrote", "writes", "SAYS"])
def test_the_name_over_an_english_comment_is_its_author(verb):
    assert english("One Comment", f"1. Ann {verb}: Fine.").comments == (LegacyComment("Ann", "Fine."),)


def test_a_comment_that_is_a_name_alone_is_none():
    assert icelandic("1 athugasemd", "1. Anna segir:").comments == ()


@pytest.mark.parametrize(
    "line",
    ["Svara", "3. mars 2021", "3. mars, 2021", "3. mars 2021 kl. 12:30", "Senda", "Birta athugasemd"],
)
def test_icelandic_furniture_beside_a_comment_is_left_out_and_told(line):
    found = icelandic("1 athugasemd", "1. Gott.", line)

    assert found.comments == (LegacyComment("", "Gott."),)
    assert f"“{line}” beside a comment." in told(found, LEFT_OUT)


@pytest.mark.parametrize(
    "line",
    ["Reply", "May 3, 2021 at 10:15", "3 May 2021", "Your email address will not be published.", "Post comment"],
)
def test_english_furniture_beside_a_comment_is_left_out_and_told(line):
    found = english("1 Comment", "1. Fine.", line)

    assert [comment.text for comment in found.comments] == ["Fine."]
    assert len([text for text in told(found, LEFT_OUT) if line in text]) == 1


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("Ein athugasemd", 1),
        ("Tvær athugasemdir", 2),
        ("Þrjár athugasemdir", 3),
        ("Fjórar athugasemdir", 4),
        ("12 athugasemdir", 12),
        ("Engin athugasemd", 0),
        ("Athugasemdir (7)", 7),
    ],
)
def test_a_count_in_words_or_digits_is_held_against_the_page(heading, count):
    found = icelandic(heading, "1. Ein.", "2. Önnur.")
    disagrees = f"The heading “{heading}” counts {count}, but the page has 2."

    assert told(found, NOTED).count(disagrees) == (0 if count == 2 else 1)


@pytest.mark.parametrize(
    ("heading", "count"), [("No Comments", 0), ("One Comment", 1), ("Three comments", 3), ("Comments (4)", 4)]
)
def test_an_english_count_is_held_against_the_page(heading, count):
    found = english(heading, "1. A first.", "2. A second.")

    assert f"The heading “{heading}” counts {count}, but the page has 2." in told(found, NOTED)


def test_a_heading_without_a_count_is_never_wrong():
    assert not any("counts" in text for text in told(icelandic("Athugasemdir", "1. Ein.", "2. Önnur."), NOTED))


def test_numbers_that_do_not_count_up_begin_no_comment():
    found = icelandic("2 athugasemdir", "1. Ein.", "4. liður", "2. Önnur.", "2. liður")

    assert [comment.text for comment in found.comments] == ["Ein.\n4. liður", "Önnur.\n2. liður"]


def test_a_sentence_that_begins_like_a_button_is_a_comment():
    found = icelandic("1 athugasemd", "1. Gott.", "Svaraðu mér þá!")

    assert found.comments == (LegacyComment("", "Gott.\nSvaraðu mér þá!"),)
