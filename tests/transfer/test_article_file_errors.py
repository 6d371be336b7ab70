"""A file that cannot be read says what is wrong, in which file and line, in a whole sentence."""

import contextlib
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.transfer.article_file import ArticleFileError, parse, read

FILE = """\
---
format: 1
article: sala-thjonusta
language: is
slug: munurinn
subjects:
  - {key: sala, name: Sala}
  - {key: thjonusta, name: Þjónusta}
sources:
  - {key: log, title: Lög, address: "https://althingi.is/", read: 2026-11-23}
---

Inngangur.

## Hliðar

### Sala {#sala}

### Þjónusta {#thjonusta}

## Líkindi

- Setning. {#ein}

## Mismunur

### Verð {#verd}

### Tími {#timi}

## Tafla

| | Sala | Þjónusta |
|---|---|---|
| Verð | a [^log] | b |
| Tími | c | d |

## Samantekt

Orð.
"""


def error_of(text, name=""):
    with pytest.raises(ArticleFileError) as raised:
        read(text, name) if isinstance(text, bytes) else parse(text, name)
    return raised.value


def test_the_file_is_right_before_it_is_made_wrong():
    assert parse(FILE).manuscript.key == "sala-thjonusta"


def test_an_error_says_the_file_and_the_line():
    error = error_of(FILE.replace("{#timi}", ""), "sala.is.md")

    assert str(error) == "sala.is.md, line 29: “Tími” has no key. Write one after it in braces, such as {#verd}."
    assert isinstance(error, ValueError)


@pytest.mark.parametrize(
    ("right", "wrong", "line", "words"),
    [
        ("---\nformat", "format", 1, "does not begin with front matter"),
        ("---\n\nInn", "\nInn", 1, "front matter does not end"),
        ("slug: munurinn", "slug: [munurinn", 6, "not YAML"),
        ("slug: munurinn", "slug: *munurinn", 5, "refers to another value"),
        ("slug: munurinn", "slug: a\nslug: b", 6, "“slug” twice"),
        ("slug: munurinn", "slug: Það", 5, "slug “Það”"),
        ("slug: munurinn", "sulg: munurinn", 5, "no key “sulg”. Its keys are format, article"),
        ("slug: munurinn", "slug: {a: b}", 5, "slug must be a text"),
        ("format: 1", "format: 2", 2, "Only format 1"),
        ("format: 1\n", "", 2, "lacks the key “format”"),
        ("article: sala-thjonusta\n", "", 2, "lacks the key “article”"),
        ("article: sala-thjonusta", "article: Sala", 3, "key “Sala”"),
        ("language: is\n", "", 2, "lacks the key “language”"),
        ("language: is", "language: íslenska", 4, "language “íslenska”"),
        ("slug: munurinn", "state: live", 5, "not one of draft, review, published, archived"),
        ("slug: munurinn", "origin: stolen", 5, "not one of written"),
        ("slug: munurinn", "published: á morgun", 5, "published “á morgun”"),
        ("slug: munurinn", "expires: 0001-01-01T00:00:00+10:00", 5, "expires"),
        ("slug: munurinn", "tags: log", 5, "tags must be a list"),
        ("slug: munurinn", "tags: [log, log]", 5, "“log” is twice among the tags"),
        ("slug: munurinn", "author: {name: Jón}", 5, "author lacks the key “key”"),
        (
            "name: Sala}",
            "nafn: Sala}",
            7,
            "subjects has no key “nafn”. Its keys are key, name, slug, forms, definition",
        ),
        ("name: Sala}", "forms: {number: one}}", 7, "number “one”"),
        ("read: 2026-11-23", "read: 23.11.2026", 10, "read “23.11.2026” is not a day"),
        ('"https://althingi.is/"', '"javascript:alert(1)"', 10, "does not begin with http"),
        ('"https://althingi.is/"', "/um/", 10, "does not begin with http"),
        ("{key: log,", "{key: 'Lög',", 10, "key “Lög”"),
        ("Inngangur.", "# Munurinn", 13, "begins with ##"),
        ("Inngangur.", "### Sala", 13, "heading may not stand here"),
        ("Inngangur.", "> Tilvitnun", 13, "quotation"),
        ("Inngangur.", "| a |", 13, "table may only stand"),
        ("## Hliðar", "## Sides", 15, "In a file in the language “is” it is “Hliðar”"),
        ("## Líkindi", "## Annað", 21, "no section “Annað”. The sections are Hliðar, Líkindi"),
        ("## Líkindi", "## Hliðar", 21, "here twice"),
        ("## Samantekt", "## Líkindi", 38, "here twice"),
        ("## Líkindi\n\n- Setning. {#ein}\n\n## Mismunur", "## Mismunur\n\n## Líkindi", 23, "The order is Hliðar"),
        ("### Sala {#sala}\n\n### Þjónusta {#thjonusta}\n", "", 15, "has no sides under “Hliðar”, so it has no title"),
        ("### Þjónusta {#thjonusta}\n", "", 15, "one side only. An article compares at least two"),
        ("### Sala {#sala}", "### Sala {#sala}\n\n### Sala {#sala}", 19, "already the key of another side"),
        ("### Sala {#sala}", "### Sala {#sala}\n\n### Sala {#x subject=sala}", 19, "compared with itself"),
        ("### Sala {#sala}", "### Kaup {#sala}", 17, "“Kaup” here and “Sala” in the front matter"),
        ("### Sala {#sala}", "### Sala {#kaup}", 17, "no subject of that key"),
        ("### Sala {#sala}", "### Sala {#Sala}", 17, "key “Sala” may only have"),
        ("### Sala {#sala}", "### Sala {#sala group=a}", 17, "“group”, which means nothing here"),
        ("### Sala {#sala}", "### Sala {#" + "a" * 61 + "}", 17, "longer than 60"),
        ("### Sala {#sala}", "Orð.\n\n### Sala {#sala}", 17, "every text stands under a heading"),
        ("### Sala {#sala}", "### Sala {#sala}\n#### Saga", 18, "“#### Dæmi”"),
        ("### Sala {#sala}", "### Sala {#sala}\nLýsing.\n> Svar", 19, "quotation"),
        ("  - {key: sala, name: Sala}", "  - {key: sala, name: Sala}\n  - kaup", 16, "“kaup”, which is not a side"),
        ("- Setning. {#ein}", "Setning.", 23, "begins with a hyphen"),
        ("- Setning. {#ein}", "- Setning.", 23, "“Setning.” has no key"),
        ("- Setning. {#ein}", "- Setning. {#ein}\n- Önnur. {#ein}", 24, "another similarity"),
        ("### Tími {#timi}", "### Tími {#verd}", 29, "another row"),
        ("| | Sala | Þjónusta |", "| | Sala | Kaup |", 33, "column “Kaup”, which is not a side"),
        ("| | Sala | Þjónusta |", "| | Sala | Sala |", 33, "two columns"),
        ("| | Sala | Þjónusta |", "| | Sala | Þjónusta | Kaup |", 33, "a column too many"),
        ("|---|---|---|\n", "", 34, "second line"),
        ("| Verð | a [^log] | b |", "| Verð | a | b | c |", 35, "a column too many"),
        ("| Verð | a [^log] | b |", "| Verð | a |", 35, "a column too few"),
        ("| Verð | a [^log] | b |", "| Verð |", 35, "too few columns"),
        ("| Verð | a [^log] | b |", "| Vægi | a | b |", 35, "row “Vægi”"),
        ("| Verð | a [^log] | b |", "| | a | b |", 35, "row “”"),
        ("| Tími |", "| Verð |", 36, "in the table twice"),
        ("| Tími | c | d |", "Tími", 36, "begins with |"),
        ("[^log]", "[^lag]", 35, "source “lag” is not among the sources"),
        ("[^log]", "[^log] [^log]", 35, "one source at most"),
        ("Orð.", "Orð.\0", 40, "NUL"),
        ("Orð.", "o" * 100_001, 40, "longer than 100,000"),
    ],
)
def test_a_mistake_is_named_with_its_line(right, wrong, line, words):
    assert right in FILE
    error = error_of(FILE.replace(right, wrong, 1))

    assert words in error.message
    assert error.line == line
    assert re.fullmatch(r"Line \d+: [A-Z“].*[.}]", str(error), re.DOTALL)


def test_more_than_twelve_sides_are_too_many():
    subjects = "".join(f"  - s{number}\n" for number in range(13))
    sides = "".join(f"### {{#s{number}}}\n" for number in range(13))
    text = f"---\nformat: 1\narticle: a\nlanguage: is\nsubjects:\n{subjects}---\n## Hliðar\n{sides}"

    assert "has 13 sides. It may have at most 12" in error_of(text).message


def test_rows_of_one_name_want_a_key_in_the_table():
    error = error_of(FILE.replace("### Tími", "### Verð"))

    assert (error.line, "any of verd, timi" in error.message) == (35, True)


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16"])
def test_another_encoding_is_refused_with_the_first_line_that_shows_it(encoding):
    error = error_of(FILE.encode(encoding), "sala.md")

    assert str(error).startswith(f"sala.md, line {8 if encoding == 'iso-8859-1' else 1}: The file is not in the enc")


def test_an_empty_file_is_refused():
    assert "front matter" in error_of("").message
    assert "front matter is empty" in error_of("---\n---\n").message


@pytest.mark.parametrize(
    "text",
    [
        "a" * 5_000_000,
        FILE + "a" * 1_900_000,
        FILE.replace("Sala}", "[" * 50_000),
        FILE.replace("slug: munurinn", "slug: " + "{a: " * 50),
        FILE.replace("slug: munurinn", "x: &x [a]\ny: [*x, *x]"),
        FILE.replace("slug: munurinn", "slug: a\n" * 30_000),
        FILE.replace("{#sala}", "{#" * 45_000),
        FILE.replace("{#sala}", '{#a b="' * 14_000),
        FILE.replace("{#ein}", "(" * 90_000),
        FILE.replace("- Setning. {#ein}", "- **" + "a (" * 30_000),
        FILE.replace("| Tími |", "|" * 99_000),
        FILE.replace("| Tími |", "\\" * 99_000),
        FILE.replace("| c | d |", "| " + "[^" * 45_000 + " | d | e |"),
        FILE.replace("slug: munurinn", "slug: \x01"),
    ],
    ids=lambda text: str(len(text)),
)
def test_hostile_files_are_refused_quickly(text):
    began = time.perf_counter()

    assert error_of(text).line >= 1
    assert time.perf_counter() - began < 5


def test_a_large_file_is_refused():
    with pytest.raises(ArticleFileError, match=r"large\.md, line 1: The file is larger than 2 MB"):
        read(b"a" * 2_000_001, "large.md")


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_any_damage_is_an_error_of_the_file_or_none(data):
    start = data.draw(st.integers(0, len(FILE)))
    end = data.draw(st.integers(start, min(len(FILE), start + 20)))
    junk = data.draw(
        st.text(max_size=5) | st.sampled_from(["\n", "---", "## ", "{#", "| ", ": ", "- ", "&a ", "!!python/x "])
    )
    with contextlib.suppress(ArticleFileError):
        parse(FILE[:start] + junk + FILE[end:])
