"""How phrases are taken apart. Whether the forms are right on the whole is in test_declension_is_right."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.language import grammar
from articles.language.declension import Declension


def test_a_declension_says_all_that_headings_need():
    assert grammar.decline("Sala") == Declension("sala", "sölu", "sölu", "singular", "feminine", False, True)
    assert grammar.decline("börnin").definite


def test_number_narrows_the_reading():
    assert grammar.decline("fyrirtæki", number="singular").dative == "fyrirtæki"
    assert grammar.decline("fyrirtæki", number="plural").dative == "fyrirtækjum"


def test_gender_narrows_the_reading():
    assert grammar.decline("egg", gender="neuter", number="singular").genitive == "eggs"
    assert grammar.decline("egg", gender="feminine").genitive == "eggjar"


def test_what_is_known_makes_an_ambiguous_word_certain():
    assert not grammar.decline("hús").certain
    assert grammar.decline("hús", number="plural").certain


def test_a_wish_that_no_reading_meets_is_not_certain():
    declined = grammar.decline("sala", number="plural", gender="neuter")

    assert (declined.dative, declined.certain) == ("sölu", False)


def test_an_adjective_decides_the_number():
    assert grammar.decline("lítil fyrirtæki").number == "plural"
    assert grammar.decline("lítið fyrirtæki").number == "singular"


def test_what_a_preposition_governs_stays():
    assert grammar.decline("kaup á húsnæði og bílum").dative == "kaupum á húsnæði og bílum"


def test_a_second_head_after_a_preposition_bends():
    assert grammar.decline("kaup á bíl og leiga").dative == "kaupum á bíl og leigu"
    assert grammar.decline("leiga á húsi og sala á húsi").genitive == "leigu á húsi og sölu á húsi"


def test_a_genitive_after_the_head_stays():
    assert grammar.decline("félag leigjenda").dative == "félagi leigjenda"


def test_brackets_and_what_follows_a_slash_are_understood():
    assert grammar.decline("sala (á netinu)").dative == "sölu (á netinu)"
    assert grammar.decline("karl/kona").dative == "karli/konu"


def test_an_adjective_alone_bends_but_is_not_certain():
    declined = grammar.decline("fatlaðir")

    assert (declined.dative, declined.genitive, declined.certain) == ("fötluðum", "fatlaðra", False)


def test_an_infinitive_stays():
    assert grammar.decline("að selja").dative == "að selja"


def test_a_personal_pronoun_bends():
    assert grammar.decline("ég").dative == "mér"


def test_divided_usage_is_not_certain():
    assert not grammar.decline("hafís").certain


def test_the_prevailing_form_goes_before_the_first_listed():
    assert grammar.decline("íþróttaleikvangur").dative == "íþróttaleikvangi"


def test_a_spelling_that_the_dictionary_would_change_is_kept():
    assert grammar.decline("jazz").nominative == "jazz"


def test_spaces_do_not_matter():
    assert grammar.decline("  rafrænn \n reikningur ") == grammar.decline("rafrænn reikningur")


@pytest.mark.parametrize("phrase", ["", " ", "–", "()", "og", "á", ",", "((", "sala (", "x\0y", "🦠", "og og og", "-"])
def test_odd_phrases_are_answered(phrase):
    declined = grammar.decline(phrase)

    assert declined.nominative.split() == phrase.split()


WORDS = "sala Sala húsnæði á og stór stórt Jón , ( ) / fimm séra íslenska að þú PDF kaup- inn- 10 xyz".split()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=7))
def test_any_row_of_words_keeps_its_length(words):
    declined = grammar.decline(" ".join(words))

    for form in (declined.nominative, declined.dative, declined.genitive):
        assert len(form.split()) == len(words)


@pytest.mark.parametrize("phrase", ["stór " * 5_000 + "bíll", "o" * 100_000, "sala, " * 5_000, "(" * 100_000])
def test_what_is_too_long_to_name_anything_is_left_as_it_is_at_once(phrase):
    begun = time.perf_counter()
    declined = grammar.decline(phrase)

    assert time.perf_counter() - begun < 2
    assert declined.dative == declined.nominative == phrase.strip()


def test_the_longest_phrase_that_is_bent_takes_no_time():
    begun = time.perf_counter()

    assert grammar.decline("stór og lítill " * 5 + "bíll").dative.endswith("litlum bíl")
    assert time.perf_counter() - begun < 1


def test_importing_the_language_does_not_open_the_dictionary():
    check = (
        "from articles.language import grammar, words, hyphens, collation, forms, dictionary\n"
        "assert not dictionary._opened\n"
        "grammar.decline('sala')\n"
        "assert len(dictionary._opened) == 1\n"
    )

    subprocess.run([sys.executable, "-c", check], check=True)


def test_many_threads_share_one_dictionary():
    phrases = [f"{adjective} {noun}" for adjective in ("gamall", "ungur", "lítill") for noun in ("maður", "hestur")]

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(grammar.decline, phrases * 20))

    assert found == [grammar.decline(phrase) for phrase in phrases] * 20
