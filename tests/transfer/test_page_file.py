"""Files of plain pages: what is read, and what is refused with its line."""

import pytest

from articles.manuscript import Page
from articles.transfer.article_file.errors import ArticleFileError
from articles.transfer.page_file import parse, read

FILE = """\
---
format: 1
page: um
language: is
title: Um vefinn
---

Vefur um *mun*.

- Eitt
- Tvennt
"""


def test_a_page_has_its_texts_in_the_files_language():
    assert parse(FILE) == Page(
        key="um",
        name={"is": "Um vefinn"},
        slug={"is": "um-vefinn"},
        body={"is": "<p>Vefur um <em>mun</em>.</p><ul><li>Eitt</li><li>Tvennt</li></ul>"},
    )


def test_a_page_may_say_its_own_address():
    assert parse(FILE.replace("title:", "slug: um-okkur\ntitle:")).slug == {"is": "um-okkur"}


def test_the_bytes_of_a_file_are_read_with_a_byte_order_mark_and_carriage_returns():
    assert read(("\ufeff" + FILE.replace("\n", "\r\n")).encode()) == parse(FILE)


@pytest.mark.parametrize(
    ("right", "wrong", "line", "words"),
    [
        ("---\nformat", "format", 1, "does not begin with front matter"),
        ("format: 1", "format: 2", 2, "Only format 1"),
        ("format: 1\n", "", 2, "lacks the key “format”"),
        ("page: um", "page: Um", 3, "key “Um”"),
        ("page: um\n", "", 2, "lacks the key “page”"),
        ("language: is\n", "", 2, "lacks the key “language”"),
        ("title: Um vefinn\n", "", 2, "lacks the key “title”"),
        ("title: Um vefinn", "name: Um vefinn", 5, "no key “name”. Its keys are format, page, language, slug, title"),
    ],
)
def test_a_mistake_is_named_with_the_file_and_its_line(right, wrong, line, words):
    with pytest.raises(ArticleFileError) as caught:
        read(FILE.replace(right, wrong, 1).encode(), "um.is.md")

    assert (caught.value.line, caught.value.name) == (line, "um.is.md")
    assert words in caught.value.message


def test_another_encoding_is_refused():
    with pytest.raises(ArticleFileError, match=r"^um\.md, line 5: The file is not in the encoding UTF-8"):
        read(FILE.replace("Um vefinn", "Þjónusta").encode("iso-8859-1"), "um.md")
