"""What the dictionary of inflection answers, as far as the rules above it rest on that."""

import pytest

from articles.language import dictionary, lexicon, readings
from articles.language.dictionary import Mark


def entry(word, word_class, mark):
    return next(one for one in dictionary.entries(word) if (one.ofl, one.mark) == (word_class, mark))


@pytest.mark.parametrize(
    ("word", "word_class", "written", "mark"),
    [
        ("hestur", "kk", "NFET", Mark("NF", "ET", "kk", False, "", "")),
        ("sölunni", "kvk", "ÞGFETgr", Mark("ÞGF", "ET", "kvk", True, "", "")),
        ("góður", "lo", "FSB-KK-NFET", Mark("NF", "ET", "kk", False, "FSB", "")),
        ("betri", "lo", "MST-KK-NFET", Mark("NF", "ET", "kk", False, "MST", "")),
        ("þrjár", "to", "KVK-NFFT", Mark("NF", "FT", "kvk", False, "", "")),
    ],
)
def test_a_mark_is_taken_apart(word, word_class, written, mark):
    found = {(one.ofl, dictionary.read_mark(one)) for one in dictionary.entries(word)}

    assert (word_class, mark) in found, written


def test_a_verb_has_no_case():
    assert dictionary.read_mark(entry("hlaupa", "so", "GM-NH")) is None


def test_a_word_too_long_to_be_one_is_not_looked_up():
    assert dictionary.entries("a" * 81) == ()
    assert dictionary.listed("a" * 81) == []


def test_a_compound_made_up_on_the_way_is_known_but_not_listed():
    assert dictionary.entries("einkahlutafélagafrumvarp")
    assert dictionary.listed("einkahlutafélagafrumvarp") == []


def test_several_forms_in_use_are_told_the_best_first():
    assert lexicon.noun_forms(lexicon.nouns("sjór")[0], "genitive") == ("sjávar", "sjóar", "sjós")
    assert lexicon.noun_forms(lexicon.nouns("hafís")[0], "dative") == ("hafís", "hafísi")


@pytest.mark.parametrize(
    ("form", "case", "nominatives"),
    [
        ("sölu", "dative", ("sala",)),
        ("föður", "genitive", ("faðir",)),
        ("Noregi", "dative", ("Noregur",)),
        ("xyz", "dative", ()),
    ],
)
def test_a_form_has_the_nominatives_of_its_number(form, case, nominatives):
    assert lexicon.nominatives(form, case) == nominatives


def test_only_the_nominative_of_a_pronoun_is_bent():
    assert lexicon.pronoun_forms("ég", "dative") == ("mér",)
    assert lexicon.pronoun_forms("mér", "dative") == ()
    assert lexicon.pronoun_forms("hestur", "dative") == ()


@pytest.mark.parametrize(
    ("ask", "yes", "no"),
    [
        (lexicon.is_known, "einkahlutafélagafrumvarp", "xyzqw"),
        (lexicon.is_common, "Sala", "Guðrún"),
        (lexicon.is_unbending, "oft", "hestur"),
        (lexicon.is_numeral, "tveir", "hestur"),
        (readings.bends, "USB-lykill", "USB-LYKILL"),
        (readings.bends, "e-bók", "iPhone"),
        (readings.bends, "x", "félags-"),
    ],
)
def test_a_word_is_judged(ask, yes, no):
    assert ask(yes)
    assert not ask(no)


def test_a_capital_decides_between_a_man_and_a_bear():
    assert [noun.form for noun in readings.nouns("Björn", capital_is_own=True)] == ["Björn"]
    assert [noun.form for noun in readings.nouns("Björn", capital_is_own=False)] == ["björn", "Björn"]
