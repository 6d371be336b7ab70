"""The lines below an article that name its author and its tags."""

import pytest

from articles.transfer.legacy_page import FOUND, LEFT_OUT, MISSING, UNPLACED, parse

from .legacy_pages import SHORT, told


def with_end(*lines):
    return parse("\n\n".join([SHORT, *lines]))


@pytest.mark.parametrize(
    "line",
    [
        "Nýjustu færslur eftir Jón Ólafsson (sjá allt)",
        "Nýjustu færslur eftir Jón Ólafsson ( sjá allar )",
        "Nýlegar færslur eftir Jón Ólafsson",
        "Höfundur: Jón Ólafsson",
        "Höfundur Jón Ólafsson",
        "höfundur : Jón Ólafsson,",
    ],
)
def test_the_author_is_found_in_every_wording(line):
    author = with_end(line).manuscript.author

    assert (author.key, author.name) == ("jon-olafsson", {"is": "Jón Ólafsson"})


def test_an_author_without_a_letter_is_none():
    found = with_end("Höfundur: –")

    assert found.manuscript.author is None
    assert "There is no author." in told(found, MISSING)


def test_the_first_of_two_authors_is_used_and_the_other_told():
    found = with_end("Höfundur: Jón", "1 athugasemd", "1. Gott.", "Nýjustu færslur eftir Ara")

    assert found.manuscript.author.key == "jon"
    assert "A second author: “Ara”." in told(found, UNPLACED)


def test_an_author_who_is_named_twice_is_one():
    found = with_end("Höfundur: Jón", "1 athugasemd", "1. Gott.", "Nýjustu færslur eftir Jón")

    assert found.manuscript.author.key == "jon"
    assert not any("second author" in text for text in told(found, UNPLACED))


def test_an_empty_list_of_posts_is_told():
    assert "The list of the author's other posts, which is empty." in told(
        with_end("Nýjustu færslur eftir Jón"), LEFT_OUT
    )
    assert not any("empty" in text for text in told(with_end("Höfundur: Jón"), LEFT_OUT))


def test_a_line_too_long_for_a_name_is_ordinary_text():
    found = with_end("Höfundur: " + "a" * 200)

    assert found.manuscript.author is None
    assert "a" * 200 in str(found.manuscript)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Sjá meira um: heilsa, Náttúra", ["Heilsa", "Náttúra"]),
        ("Sjá nánar um: heilsa", ["Heilsa"]),
        ("Merki: lög, Lög , LÖG", ["Lög"]),
        ("Efnisorð: þróun, fé og frami", ["Fé og frami", "Þróun"]),
        ("Efnisorð: iOS, e-bók", ["E-bók", "iOS"]),
        ("Efnisorð: lög., , – , !", ["Lög"]),
    ],
)
def test_tags_are_between_commas_each_once_and_sorted_by_key(line, names):
    assert [tag.name["is"] for tag in with_end(line).manuscript.tags] == names


def test_tags_may_stand_in_lines_of_their_own():
    tags = with_end("Merki:", "fé, lög", "þing").manuscript.tags

    assert [tag.key for tag in tags] == ["fe", "log", "thing"]


@pytest.mark.parametrize(("line", "text"), [("Merki: fé", "1 tag: Fé."), ("Merki: fé, lög", "2 tags: Fé, Lög.")])
def test_the_report_counts_the_tags(line, text):
    assert text in told(with_end(line), FOUND)


def test_without_a_line_for_tags_there_are_none():
    assert "There are no tags." in told(with_end(), MISSING)
    assert "The line for tags, which names none: “Merki: ,”." in told(with_end("Merki: ,"), LEFT_OUT)
