"""English by simplemma, and languages that nobody here knows by their words as they stand."""

import subprocess
import sys

import pytest

from articles.language.analysis import analyse, forms, is_known


def lemmas(word, language="en"):
    return set(analyse(word, language).lemmas)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("children", {"child"}),
        ("companies", {"company"}),
        ("Bought", {"buy"}),
        ("mice", {"mouse"}),
        ("Iceland’s", {"iceland"}),
        ("USA", {"usa"}),
        ("news", {"news"}),
        ("physics", {"physics"}),
    ],
)
def test_english_words_lead_to_their_headwords(word, expected):
    assert lemmas(word) == expected


def test_what_simplemma_takes_for_one_word_is_found_by_both():
    assert lemmas("sales") == {"sales", "sale"}
    assert lemmas("found") == {"find", "found"}
    assert lemmas("meeting") & lemmas("meetings")


def test_an_english_word_with_a_hyphen_is_one_with_parts():
    assert analyse("e-mail", "en").lemmas == ("email",)
    assert analyse("e-mail", "en").parts == ("mail",)
    assert "know" in analyse("well-known", "en").parts


def test_other_languages_of_simplemma_are_read_too():
    assert lemmas("Häuser", "de") == {"haus"}
    assert lemmas("bilerne", "da") == {"bil"}


def test_a_language_that_nobody_knows_has_its_words_without_accents():
    assert lemmas("Føroyar", "fo") == {"foroyar"}
    assert not is_known("Føroyar", "fo")


def test_english_words_are_known():
    assert is_known("children", "en")
    assert not is_known("childern", "en")
    assert forms("child", "en") == frozenset()


def test_no_dictionary_is_read_before_its_language_is_asked_for():
    code = (
        "import sys; from articles.language import analysis; analysis.analyse('sala', 'is');"
        "print('simplemma' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "False"
