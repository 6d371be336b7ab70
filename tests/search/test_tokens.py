"""Tokens hold nothing that a database would take for a mark of its own."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search import tokens


def test_a_token_has_its_weight_and_scope():
    assert tokens.token(tokens.TITLE, "0is", "Sala") == "t0is:sala"
    assert tokens.token(tokens.TAG, "1en", "12") == "g1en:12"


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [("tölvu-póstur", "tölvupóstur"), ("o'brien", "obrien"), ("2·5", "2·5"), ("a b:c", "abc"), ("e\u0301g", "ég")],
)
def test_a_token_has_no_other_marks(lemma, expected):
    assert tokens.clean(lemma) == expected


def test_a_word_without_letter_and_digit_has_no_token():
    with pytest.raises(ValueError, match="neither a letter"):
        tokens.token(tokens.PROSE, "0is", "-'")


@given(st.text(max_size=200))
def test_a_token_is_always_one_word_for_both_databases(text):
    word = tokens.clean(text)

    assert len(word) <= tokens.LONGEST
    assert not re.search(r"[\x00-\x2f\x3a-\x60\x7b-\x7f\s]", word)
    assert tokens.clean(word) == word


def test_a_name_is_joined_in_all_its_readings_up_to_eight():
    assert tokens.names([("arion",), ("banki", "banka")]) == ("arion·banki", "arion·banka")
    assert len(tokens.names([("a", "b", "c")] * 3)) == 8
    assert tokens.names([]) == ()
