"""The text of a saved page as blocks: what one is, where it begins, and which line goes on in the next."""

import pytest

from articles.transfer.legacy_page import LegacyPageError, decode
from articles.transfer.legacy_page.lines import Block, blocks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n\nb", [("a", 1), ("b", 3)]),
        ("a\r\rb\r\nc", [("a", 1), ("b c", 3)]),
        ("\ta \u00a0 b\u202fc ", [("a b c", 1)]),
        ("Titill\nmeira", [("Titill meira", 1)]),
        ("Titill\nMeira", [("Titill", 1), ("Meira", 2)]),
        ("a:\nb", [("a:", 1), ("b", 2)]),
        ("Sagði „já.“\ner", [("Sagði „já.“", 1), ("er", 2)]),
        ("Endir. \nog meira", [("Endir.", 1), ("og meira", 2)]),
        ("ein\ntvær\nþrjár\n\nfjórar", [("ein tvær þrjár", 1), ("fjórar", 5)]),
        ("\n\n \nsíðust", [("síðust", 4)]),
    ],
)
def test_a_block_has_its_text_and_its_first_line(text, found):
    assert [(block.text, block.line) for block in blocks(text)] == found


@pytest.mark.parametrize(("length", "count"), [(50, 2), (51, 1)])
def test_a_line_of_more_than_fifty_characters_goes_on_even_with_a_capital(length, count):
    assert len(blocks("x" * length + "\nYfir")) == count


@pytest.mark.parametrize("bullet", list("•·◦▪‣○●*–—-"))
def test_every_kind_of_bullet_makes_an_item(bullet):
    assert blocks(f"{bullet} Texti") == [Block("Texti", 1, bullet=True)]


@pytest.mark.parametrize("text", ["-a", "*b", "1.a", "2020. ár", "1000) x", "-", "5 atriði"])
def test_what_only_looks_like_an_item_is_none(text):
    assert not blocks(text)[0].is_item


def test_a_number_with_a_stop_or_a_bracket_makes_a_numbered_item():
    assert blocks("1. a\n2) b\n12. júní") == [
        Block("a", 1, number=1),
        Block("b", 2, number=2),
        Block("júní", 3, number=12),
    ]


def test_an_item_is_shown_with_its_number_and_without_its_bullet():
    assert [block.as_written for block in blocks("3) a\n- b\nc")] == ["3. a", "b c"]


def test_an_item_ends_a_paragraph_and_goes_on_in_the_next_line():
    assert [block.text for block in blocks("a\n- b\n  sem er löng\n- c")] == ["a", "b sem er löng", "c"]


@pytest.mark.parametrize(
    ("data", "line", "byte"), [(b"a\nb\xff", 2, "0xff"), (b"a\r\n\r\xe1", 3, "0xe1"), (b"\xf0", 1, "0xf0")]
)
def test_a_byte_that_is_not_utf8_is_named_with_its_line(data, line, byte):
    with pytest.raises(LegacyPageError) as caught:
        decode(data, "sida.txt")

    assert (caught.value.line, caught.value.name) == (line, "sida.txt")
    assert byte in caught.value.message
