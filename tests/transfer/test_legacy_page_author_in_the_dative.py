"""„Skrifað af Jóni Ólafssyni“ names the author in the dative; an article names them in the nominative."""

import pytest

from articles.transfer.legacy_page import parse

from .legacy_pages import SHORT


def author_of(line):
    return parse(f"{SHORT}\n\n{line}").manuscript.author.name["is"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Skrifað af Jóni Ólafssyni", "Jón Ólafsson"),
        ("skrifað af: Önnu Maríu Jónsdóttur", "Anna María Jónsdóttir"),
        ("Skrifað af Birni", "Björn"),
        ("Skrifað af Sigurði Helga Jónssyni", "Sigurður Helgi Jónsson"),
        ("Skrifað af Guðna Th. Jóhannessyni", "Guðni Th. Jóhannesson"),
    ],
)
def test_an_author_in_the_dative_is_put_back_into_the_nominative(line, name):
    assert author_of(line) == name


@pytest.mark.parametrize("name", ["Jón Ólafsson", "Jane Smith", "Anna"])
def test_an_author_who_stands_in_the_nominative_already_stays(name):
    assert author_of(f"Skrifað af: {name}") == name


def test_another_line_names_the_author_in_the_nominative():
    assert author_of("Höfundur: Helga Jónsdóttir") == "Helga Jónsdóttir"
