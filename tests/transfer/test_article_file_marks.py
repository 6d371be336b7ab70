"""The small marks of an article file: escapes, keys in braces, cells between bars."""

import pytest

from articles.transfer.article_file.errors import ArticleFileError
from articles.transfer.article_file.headings import headings, translated
from articles.transfer.article_file.marks import braces, cells, checked_key, escaped, marked, unescaped


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"a \| b", "a | b"),
        (r"\*a\*", "*a*"),
        (r"a \\ b", r"a \ b"),
        (r"C:\nótt", r"C:\nótt"),
        ("a   b\t c ", "a b c"),
        ("\\", "\\"),
    ],
)
def test_a_backslash_before_a_mark_is_dropped(written, text):
    assert unescaped(written) == text


@pytest.mark.parametrize("text", ["a | b", r"a \ b", r"\|", "|", r"\\", "{drafted}", "**a**"])
def test_what_is_escaped_is_read_as_it_was(text):
    assert unescaped(escaped(text, r"[|{*]")) == text


@pytest.mark.parametrize(
    ("line", "text", "key", "attributes"),
    [
        ("Verð {#verd}", "Verð", "verd", {}),
        ("{#verd}", "", "verd", {}),
        ("Verð\t{#verd }", "Verð", "verd", {}),
        ("Verð {#verd group=a-b}", "Verð", "verd", {"group": "a-b"}),
        ('Verð {#verd group="Land og þjóð"}', "Verð", "verd", {"group": "Land og þjóð"}),
        (r'Verð {#verd group="a \"b\""}', "Verð", "verd", {"group": 'a "b"'}),
        ("Verð {#a} {#b}", "Verð {#a}", "b", {}),
        ("Verð{#verd}", "Verð{#verd}", "", {}),
        ("Verð {verd}", "Verð {verd}", "", {}),
        ("{#verd} Verð", "{#verd} Verð", "", {}),
    ],
)
def test_a_key_stands_in_braces_at_the_end_of_a_line(line, text, key, attributes):
    assert marked(line, 1, known=("group",)) == (text, key, attributes)


@pytest.mark.parametrize("attributes", [{}, {"group": "Land"}, {"group": 'með "gæsalöppum" og \\'}, {"group": "a-1"}])
def test_braces_are_read_as_they_were_written(attributes):
    assert marked(f"Verð {braces('verd', **attributes)}", 1, known=("group",)) == ("Verð", "verd", attributes)


def test_an_attribute_without_a_value_is_not_written():
    assert braces("verd", group="") == "{#verd}"


@pytest.mark.parametrize("key", ["a", "a-1", "1", "a" * 60])
def test_a_key_has_small_letters_digits_and_hyphens(key):
    assert checked_key(key, 1) == key


@pytest.mark.parametrize("key", ["", "A", "þ", "a--b", "-a", "a-", "a b", "a_b", "a" * 61])
def test_any_other_key_is_refused_with_its_line(key):
    with pytest.raises(ArticleFileError) as caught:
        checked_key(key, 7)

    assert caught.value.line == 7


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("| a | | b |", ["a", "", "b"]),
        ("|a|b|", ["a", "b"]),
        (r"| a \| b | c |", [r"a \| b", "c"]),
        (r"| a \\| b |", [r"a \\", "b"]),
        ("  | a |  ", ["a"]),
        ("|", []),
        ("", []),
    ],
)
def test_a_row_is_cut_at_bars_that_are_not_escaped(row, found):
    assert cells(row) == found


@pytest.mark.parametrize(
    ("heading", "language", "name"),
    [
        ("Sides", "is", "Hliðar"),
        ("Hliðar", "en", "Sides"),
        ("Summary", "is", "Samantekt"),
        ("Dæmi", "de", "Example"),
        ("Annað", "is", ""),
    ],
)
def test_a_heading_of_another_language_is_recognised(heading, language, name):
    assert translated(heading, language) == name


def test_a_language_without_headings_has_the_english_ones():
    assert headings("de") == headings("en")
    assert headings("is") != headings("en")
