import re
from dataclasses import asdict

import pytest

from articles.language import grammar


def filled(template, **forms):
    return template.format(**forms)


def test_an_icelandic_title_takes_the_dative():
    names = grammar.joined(["sölu", "þjónustu"], "is")

    assert filled(grammar.headings("is").title, dative=names) == "Munurinn á sölu og þjónustu"


def test_icelandic_similarities_take_the_genitive():
    assert filled(grammar.headings("is").similarities, genitive="sölu og vöru") == "Líkindi milli sölu og vöru"


def test_what_is_asked_in_the_subjects_number():
    headings = grammar.headings("is")

    assert filled(headings.question_singular, nominative="sala") == "Hvað er sala?"
    assert filled(headings.question_plural, nominative="vextir") == "Hvað eru vextir?"


def test_english_has_a_difference_between_two_and_differences_between_more():
    headings = grammar.headings("en")

    assert filled(headings.title, nominative="sales and service") == "The difference between sales and service"
    assert filled(headings.title_of_many, nominative="a, b and c") == "The differences between a, b and c"


def test_a_language_without_rules_takes_the_english_headings():
    assert grammar.headings("de") == grammar.headings("en")


@pytest.mark.parametrize("language", ["is", "en", "de"])
def test_every_heading_names_one_case(language):
    for template in asdict(grammar.headings(language)).values():
        assert re.findall(r"\{(\w+)\}", template)[0] in ("nominative", "dative", "genitive")
        assert template.count("{") == 1


@pytest.mark.parametrize(
    ("language", "names", "joined"),
    [
        ("is", [], ""),
        ("is", ["sala"], "sala"),
        ("is", ["sala", "þjónusta"], "sala og þjónusta"),
        ("is", ["kaffi", "te", "kakó"], "kaffi, te og kakó"),
        ("en", ["coffee", "tea", "cocoa"], "coffee, tea and cocoa"),
        ("de", ["Kaffee", "Tee"], "Kaffee and Tee"),
    ],
)
def test_names_are_joined_as_a_sentence_has_them(language, names, joined):
    assert grammar.joined(names, language) == joined


def test_a_heading_begins_with_a_capital_but_a_brand_keeps_its_own():
    assert grammar.capitalised("þjónusta eftir atriðum.") == "Þjónusta eftir atriðum."
    assert grammar.capitalised("iPhone og Android eftir atriðum.") == "iPhone og Android eftir atriðum."
    assert grammar.capitalised("e-bók") == "E-bók"
    assert grammar.capitalised("") == ""


@pytest.mark.parametrize(
    ("text", "language", "answer"),
    [
        ("Já", "is", "yes"),
        (" nei. ", "is", "no"),
        ("Yes", "en", "yes"),
        ("NO!", "en", "no"),
        ("Já, oftast", "is", ""),
        ("Yes", "is", ""),
        ("", "is", ""),
        ("Ja", "de", ""),
    ],
)
def test_yes_and_no_are_understood_where_they_are_all_that_is_said(text, language, answer):
    assert grammar.yes_no(text, language) == answer
