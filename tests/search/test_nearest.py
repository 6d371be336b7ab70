from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search import nearest, results
from tests.search.finding import make_found

pytestmark = pytest.mark.django_db


def near(text, language="is") -> list[str]:
    found = results.search(text, language)
    assert found.hits == ()
    return [subject.name for subject in found.nearest]


def test_a_subject_that_shares_a_word_is_near():
    make_found(sides=["Sala", "Þjónusta"])
    make_found(sides=["Hestur", "Hundur"])

    assert near("sala og skúffur")[0] == "Sala"
    assert "Hestur" not in near("sala og skúffur")


def test_a_subject_that_is_part_of_a_compound_is_near():
    make_found(sides=["Sala", "Þjónusta"])

    assert near("fasteignasala") == ["Sala"]


def test_a_compound_of_what_is_asked_for_is_near():
    make_found(sides=["Rafbíll", "Hestvagn"])

    assert near("bílar skúffur")[0] == "Rafbíll"


def test_a_subject_that_begins_alike_is_near():
    make_found(sides=["Verðbólga", "Vextir"])

    assert "Verðbólga" in near("verðbólguskot")


def test_a_subject_that_is_spelled_nearly_so_is_near():
    make_found(sides=["Þjónusta", "Vara"])

    assert near("þjónnustta") == ["Þjónusta"]


def test_what_is_not_alike_is_not_near():
    make_found(sides=["Hestur", "Hundur"])

    assert near("tölvupóstur") == []


def test_no_more_than_six_are_named_in_few_queries(django_assert_max_num_queries):
    for number in range(8):
        make_found(sides=[f"Sala {number}", f"Leiga {number}"])

    with django_assert_max_num_queries(12):
        assert len(near("sala og skúffur")) == 6


@given(st.text("abcdð", min_size=1, max_size=9), st.text("abcdð", min_size=1, max_size=9))
def test_words_that_are_not_compared_are_not_alike(one, other):
    """The quick looks that spare the comparison leave out nothing that it would find."""
    alike = SequenceMatcher(None, one, other).ratio()

    assert (nearest._likeness(one, other) >= nearest.ALIKE) or alike < nearest.ALIKE
