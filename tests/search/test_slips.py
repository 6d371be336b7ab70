import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language import words
from articles.search.slips import COMMON, OTHER, slips


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("slöu", "sölu"),  # two have changed places
        ("sla", "sala"),  # one is missing
        ("salla", "sala"),  # one too many
        ("þjónysta", "þjónusta"),  # another
        ("bjónusta", "þjónusta"),  # another, which is two when folded
        ("þjónutsa", "þjónusta"),
        ("þjónusa", "þjónusta"),
        ("jökkull", "jökull"),
        ("jökul", "jökull"),
        ("hlutafjelag", "hlutafélag"),
        ("aeska", "æskan"),
    ],
)
def test_a_word_one_letter_away_is_among_the_slips(typed, meant):
    assert words.fold(meant) in slips(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lífa", "lyfa"),
        ("jökkull", "jökull"),
        ("jökul", "jökull"),
        ("slöu", "sölu"),
        ("talva", "tölva"),
        ("eiða", "eyða"),
    ],
)
def test_what_sounds_alike_is_a_common_slip(typed, meant):
    assert slips(typed)[words.fold(meant)] == COMMON


def test_any_other_letter_is_a_slip_that_is_less_common():
    assert slips("sala")["sata"] == OTHER


def test_a_word_two_letters_away_is_not_among_the_slips():
    assert words.fold("þjónusta") not in slips("þjónist")


def test_the_word_itself_is_not_among_its_slips():
    assert "sala" not in slips("sála")


@given(st.text(max_size=40))
def test_any_text_has_slips_in_bounded_number(text):
    assert len(slips(text)) <= (28 + len(text)) * 2 * (len(text) + 1) + 2 * len(text)
