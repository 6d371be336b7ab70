"""A subject's name begins with a capital. Inside a sentence it keeps it only if it is a proper name."""

import pytest

from articles.language import grammar


def nominative(phrase, language="is", **known):
    return grammar.decline(phrase, language, **known).nominative


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Sala", "sala"),
        ("Rafrænn reikningur", "rafrænn reikningur"),
        ("Vélanám", "vélanám"),
        ("Kaup á húsnæði", "kaup á húsnæði"),
        ("Vextir", "vextir"),
        ("Forseti Íslands", "forseti Íslands"),
        ("Dagur", "dagur"),
        ("Rétt og rangt", "rétt og rangt"),
    ],
)
def test_a_common_noun_gets_a_small_letter(name, inside):
    assert nominative(name) == inside


@pytest.mark.parametrize(
    "name",
    [
        "Ísland",
        "Hæstiréttur",
        "Landsréttur",
        "Alþingi",
        "Akureyri",
        "Esja",
        "Guðrún",
        "Björn Jónsson",
        "Auður djúpúðga",
        "Háskóli Íslands",
        "Hótel Saga",
        "Njáls saga",
        "Sameinuðu þjóðirnar",
        "Toyota",
        "Netflix",
        "Android sími",
    ],
)
def test_a_proper_name_keeps_its_capital(name):
    assert nominative(name) == name


def test_a_bear_or_a_man():
    assert grammar.decline("Björn").dative == "birni"
    assert grammar.decline("Björn", in_sentence=True).dative == "Birni"
    assert not grammar.decline("Björn").certain


@pytest.mark.parametrize("name", ["iPhone", "PDF", "macOS", "COVID-19", "ESB", "5G"])
def test_abbreviations_and_brands_stay_as_they_are_in_every_case(name):
    declined = grammar.decline(name)

    assert {declined.nominative, declined.dative, declined.genitive} == {name}


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Sales", "sales"),
        ("Sea ice", "sea ice"),
        ("Iceland", "Iceland"),
        ("Icelandic horses", "Icelandic horses"),
        ("New York", "New York"),
        ("DNA", "DNA"),
        ("X-rays", "X-rays"),
        ("iPhone", "iPhone"),
        ("The Supreme Court", "The Supreme Court"),
        ("", ""),
    ],
)
def test_an_english_name_gets_a_small_letter_unless_it_is_proper(name, inside):
    assert nominative(name, "en") == inside


@pytest.mark.parametrize(
    ("name", "number"),
    [("Viruses", "plural"), ("Bacteria", "plural"), ("Climate", "singular"), ("Economics", "singular")],
)
def test_an_english_number_is_guessed_from_the_shape(name, number):
    assert grammar.decline(name, "en").number == number


def test_the_number_that_the_caller_knows_is_kept():
    assert grammar.decline("Sales", "en", number="singular").number == "singular"


def test_a_language_without_rules_returns_the_phrase_itself():
    declined = grammar.decline("Umsatz", "de", number="singular", gender="masculine")

    assert (declined.nominative, declined.dative, declined.genitive) == ("Umsatz",) * 3
    assert (declined.number, declined.gender, declined.certain) == ("singular", "masculine", False)
