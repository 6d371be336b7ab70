import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language import hyphens

SOFT = "\u00ad"


def shown(text, language="is"):
    return hyphens.soften(text, language).replace(SOFT, "|")


def test_a_long_word_may_break():
    assert shown("stjórnmálaflokkur") == "stjórn|mála|flokkur"
    assert shown("Samanburðartafla") == "Saman|burð|ar|tafla"


def test_short_words_stay_whole():
    assert shown("Munurinn á sölu og þjónustu") == "Munurinn á sölu og þjónustu"


def test_at_least_four_letters_stand_on_either_side():
    parts = shown("umhverfisráðuneyti heilbrigðisþjónusta markaðssetning").split()

    assert all(len(word.split("|")[0]) >= 4 and len(word.split("|")[-1]) >= 4 for word in parts)


def test_each_language_breaks_in_its_own_way():
    assert shown("internationalisation", "en") == "inter|na|tion|al|isa|tion"
    assert shown("internationalisation", "en-gb") != "internationalisation"


@pytest.mark.parametrize("language", ["", "xx", "tlh-latn"])
def test_a_language_that_nobody_knows_is_left_alone(language):
    assert hyphens.soften("stjórnmálaflokkur", language) == "stjórnmálaflokkur"


@pytest.mark.parametrize("text", ["https://stjornmalaflokkur.is/stjornmalaflokkur", "stjornmalaflokkur@example.is"])
def test_addresses_are_left_alone(text):
    assert hyphens.soften(text, "is") == text


@given(st.text(alphabet=st.sampled_from("abðeíjklmnorstuvþæö .-/@\u00ad"), max_size=60))
def test_only_soft_hyphens_are_added_and_only_once(text):
    once = hyphens.soften(text, "is")

    assert once.replace(SOFT, "") == text.replace(SOFT, "")
    assert hyphens.soften(once, "is") == once
    assert not re.search(SOFT * 3, once) or SOFT * 3 in text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2.110 m hár", "2.110\u00a0m hár"),
        ("103.000 km² land", "103.000\u00a0km² land"),
        ("4.990 kr. stykkið", "4.990\u00a0kr. stykkið"),
        ("um 85 mg í bolla", "um 85\u00a0mg í bolla"),
        ("5 menn og 3 litlir", "5 menn og 3 litlir"),
        ("gekk í EES 1994 með öðrum", "gekk í EES 1994 með öðrum"),
    ],
)
def test_a_number_and_its_unit_stay_on_one_line(text, kept):
    assert hyphens.bound(text) == kept
