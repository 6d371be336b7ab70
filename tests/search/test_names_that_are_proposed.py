from dataclasses import replace

import pytest

from articles import manuscript as values
from articles.language import grammar
from articles.manuscript import Forms
from articles.search import names
from tests.factories import make_manuscript


def make_side(name, language="is"):
    bent = grammar.decline(name, language)
    forms = Forms(bent.nominative, bent.dative, bent.genitive)
    return values.Side(name.lower(), values.Subject(name.lower(), {language: name}, forms={language: forms}))


def named(*subjects, language="is", title=""):
    content = replace(make_manuscript(), sides=tuple(make_side(name, language) for name in subjects))
    if title:
        content = replace(content, title={language: title})
    return names.names(content, language)


def test_a_subject_is_found_by_each_form_that_headings_need():
    assert named("Sala", "Þjónusta").subjects["sala"] == {"sala", "solu"}
    assert named("Sala", "Þjónusta").subjects["þjónusta"] == {"thjonusta", "thjonustu"}


def test_a_subject_is_found_from_each_of_its_words_on():
    keys = named("Rafrænn reikningur", "Sala").subjects["rafrænn reikningur"]

    assert {"rafraenn reikningur", "reikningur", "rafraenum reikningi", "reikningi"} <= keys


def test_a_comparison_is_found_whichever_of_its_sides_comes_first():
    assert named("Sala", "Þjónusta").edition == {
        "sala thjonusta",
        "thjonusta sala",
        "solu thjonustu",
        "thjonustu solu",
    }


def test_of_three_sides_any_two_make_a_beginning():
    keys = named("Kaffi", "Te", "Kakó").edition

    assert {"kaffi te kako", "te kako kaffi", "kako kaffi te", "kaffi kako", "tei kaffi"} <= keys


def test_a_comparison_is_found_from_a_later_word_of_a_side_on_and_from_the_words_of_a_title_of_its_own():
    keys = named("Rafrænn reikningur", "Sala", title="Hvort er betra, reikningur eða peningar?").edition

    assert "reikningur sala" in keys
    assert "betra reikningur peningar" in keys


def test_a_side_without_a_name_in_the_language_is_left_out():
    content = make_manuscript(sides=["Sala", "Þjónusta"])

    assert names.names(content, "en") == names.Names({}, frozenset())


def test_there_are_never_more_than_forty_keys_nor_long_ones():
    five = [f"{letter * 30} " * 6 + letter for letter in "abcde"]
    found = named(*five, title="orð " * 120)

    for keys in (found.edition, *found.subjects.values()):
        assert 0 < len(keys) <= 40
        assert max(map(len, keys)) <= 200


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("Sala", "is", "sala"),
        ("  SÖLU  og þj", "is", "solu thj"),
        ("munurinn á sölu", "is", "solu"),
        ("Hver er munurinn á sölu og þjónustu?", "is", "solu thjonustu"),
        ("munurinn a solu", "is", "solu"),
        ("mismunur milli kaffis", "is", "kaffis"),
        ("sala vs. þjónusta", "is", "sala thjonusta"),
        ("sala/þjónusta", "is", "sala thjonusta"),
        ("sala – þjónusta", "is", "sala thjonusta"),
        ("„sala“ & ‚þjónusta‘", "is", "sala thjonusta"),
        ("sala og", "is", "sala"),
        ("X-geislar", "is", "x geislar"),
        ("sam\u00adanburður", "is", "samanburdur"),
        ("A-vítamín", "is", "a vitamin"),
        ("kaup á húsnæði", "is", "kaup a husnaedi"),
        ("The difference between a lake and a pond", "en", "lake pond"),
        ("what’s the difference between vitamin a & vitamin c", "en", "vitamin a vitamin c"),
        ("court of appeal", "en", "court of appeal"),
        ("don't", "en", "don t"),
        ("ångström", "en", "angstrom"),
        ("½", "is", "1 2"),
    ],
)
def test_what_is_typed_becomes_the_beginning_of_a_key(text, language, key):
    assert names.key(text, language) == key


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "?!", "munurinn á", "hver er munurinn á", "og", "\u202e", "😀", "\ud800"]
)
def test_what_names_nothing_has_no_key(text):
    assert names.key(text, "is") in ("", "og")


@pytest.mark.parametrize(("text", "key"), [("á", "a"), ("The", "the"), ("munur", "munur")])
def test_a_word_alone_may_be_a_name(text, key):
    assert names.key(text, "en" if text == "The" else "is") == key


def test_accents_are_kept_where_they_are_asked_for():
    assert names.plain("Munurinn á Sölu og ÞJÓNUSTU", "is") == "sölu þjónustu"
    assert names.plain("so\u0308lu", "is") == "sölu"


@pytest.mark.parametrize(("word", "may"), [("o", True), ("og", False), ("ed", True), ("x", False), ("v", True)])
def test_a_letter_may_be_the_beginning_of_and(word, may):
    assert names.may_become_a_link(word, "is") is may
