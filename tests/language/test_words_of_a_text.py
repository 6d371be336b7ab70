"""A text taken apart into words."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.language import analysis
from articles.language.analysis import words

TEXTS = st.text(max_size=40) | st.lists(
    st.sampled_from(
        "C++ # 1.000 2,5 t.d. e\u0301 \u00ad orð-orð - ’ ' · a.B 5G سلام 日本 😀 \u200d \x00 & ß İ ǅ".split()
    ),
    max_size=8,
).map("".join)


def texts_of(text):
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sala og þjónusta.", ["Sala", "og", "þjónusta"]),
        ("Í C++, C# og 5G-neti.", ["Í", "C++", "C#", "og", "5G-neti"]),
        ("Um 1.000 manns, 2,5% og 3,4.", ["Um", "1.000", "manns", "2,5", "og", "3,4"]),
        ("Árin 1999, 2000.", ["Árin", "1999", "2000"]),
        ("T.d. ehf. á munur.is.", ["T.d", "ehf", "á", "munur.is"]),
        ("Fyrst orð.Svo orð,orð", ["Fyrst", "orð", "Svo", "orð", "orð"]),
        ("sölu- og þjónustu „tölvu-póstur“", ["sölu", "og", "þjónustu", "tölvu-póstur"]),
        ("Sala/leiga (kaup)—lán", ["Sala", "leiga", "kaup", "lán"]),
        ("jon@example.is", ["jon", "example.is"]),
        ("It’s O'Brien's", ["It’s", "O'Brien's"]),
        ("… „“ & – \x00", []),
    ],
)
def test_words_are_what_people_take_for_one(text, expected):
    assert texts_of(text) == expected


def test_a_word_says_where_it_stands():
    text = "Hús og bíll"

    assert [text[start:end] for _, start, end in words(text)] == ["Hús", "og", "bíll"]


def test_soft_hyphens_and_accents_that_stand_alone_are_not_seen():
    assert texts_of("saman\u00adburður e\u0301g") == ["samanburður", "ég"]


@given(TEXTS)
def test_every_word_stands_where_it_says(text):
    for word, start, end in words(text):
        assert unicodedata.normalize("NFC", text[start:end].replace("\u00ad", "").replace("\u200d", "")) == word
        assert word


@settings(deadline=None)  # the first word of a language reads its dictionary
@given(TEXTS, st.sampled_from(["is", "en", "xx", "pt-br"]))
def test_every_word_has_something_it_can_be_found_by(text, language):
    for word in texts_of(text):
        found = analysis.analyse(word, language)
        assert found.lemmas
        assert all(found.lemmas)
        assert not set(found.lemmas) & set(found.parts)


def test_a_long_text_without_spaces_is_read_at_once():
    assert len(texts_of("a" * 100_000)) == 1
    assert len(texts_of("a-" * 50_000)) == 1
    assert analysis.analyse("a" * 100_000, "is").lemmas == ("a" * 60,)


def test_what_the_word_before_says_goes_along():
    placed = list(analysis.placed("Að borða í banka.", "is"))

    assert [word for word, _ in placed] == ["Að", "borða", "í", "banka"]
    assert analysis.analyse(*_asked(placed[1])).lemmas == ("borða",)
    assert analysis.analyse(*_asked(placed[3])).lemmas == ("banki",)
    assert {before for _, before in analysis.placed("To buy in a shop", "en")} == {""}


def _asked(placed):
    word, before = placed
    return word, "is", before


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("1.000", "is", "1000"),
        ("1.000.000,5", "is", "1000000·5"),
        ("2,5", "is", "2·5"),
        ("2.5", "is", "2·5"),
        ("1,000", "en", "1000"),
        ("2.5", "en", "2·5"),
        ("23.11.2026", "is", "23·11·2026"),
        ("C++", "is", "cplusplus"),
        ("C#", "is", "csharp"),
        ("c", "is", "c"),
        ("munur.is", "is", "munur·is"),
    ],
)
def test_numbers_and_signs_are_words_of_their_own(word, language, expected):
    assert analysis.analyse(word, language).lemmas == (expected,)
    assert analysis.is_known(word, language) or word == "c"


def test_a_piece_of_an_address_is_a_part():
    assert analysis.analyse("www.hagstofa.is", "is").parts == ("www", "hagstofa")


def test_function_words_stand_for_themselves():
    assert analysis.analyse("Við", "is").lemmas == ("við",)
    assert analysis.is_function_word("og", "is")
    assert analysis.is_function_word("THE", "en")
    assert not analysis.is_function_word("og", "en")
    assert not analysis.is_function_word("the", "xx")
    assert analysis.forms("og", "is") == frozenset()
