"""Paragraphs taken apart into sentences, sentences into words."""

import pytest

from articles.transfer.drafting.sentences import sentences, words_of


@pytest.mark.parametrize(
    "found",
    [
        ["Sala er dýr.", "Hún er góð."],
        ["Hvað?", "Nei!", "Jæja…", "Gott."],
        ["Jón sagði „já.“", "Hann fór."],
        ["Sala er dýr (mjög dýr.)", "Hún er góð."],
        ["Árið 2020.", "Þá kom veiran."],
        ["Það gerðist 17. júní 1944.", "Þá varð lýðveldi."],
        ["Hún er dýr o.s.frv.", "Þjónusta er ódýr."],
        ["Hún er dýr, löng o.fl.", "Þjónusta er ódýr."],
        ["Sjá 3. gr. laga nr. 138/1994.", "Lögin eru gömul."],
        ["J.S. Bach samdi.", "Hann lést."],
        ["Sala er t.d. dýr.", "Hún er það."],
        ["Hún er dýr.", "„Satt,“ sagði hann."],
        ["Salan endar.", "5 dögum síðar hefst þjónusta."],
        ["Þetta er ekki satt.", "Ósatt er það!"],
    ],
)
def test_icelandic_sentences_end_at_their_stops(found):
    assert sentences(" ".join(found), "is") == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Verð er 5 kr. Íslandi til góða.",
        "Dr. Jón kom.",
        "Sala er t.d. Dönum holl.",
        "Sbr. Njálu er það satt.",
        "Þann 1. Apríl er gabbað.",
        "ein setning. önnur setning.",
        "Er þetta (gott?) svar.",
        "Það er dýrt.Ekki gott.",
        "Kostar 1.5 milljón.",
    ],
)
def test_a_stop_may_end_no_icelandic_sentence(sentence):
    assert sentences(sentence, "is") == [sentence]


@pytest.mark.parametrize(
    "found",
    [
        ["Mr. Smith sells.", "Tea is hot."],
        ["It costs $5.", "Tea does not."],
        ["Tea, coffee, etc.", "Cocoa is not."],
        ["No. 5 is best.", "See fig. 3 below."],
        ["“Yes.”", "She left."],
        ["Founded by Apple Inc. in 1976."],
        ["He lives in the U.S. Tea is drunk there."],
        ["Tea vs. Coffee is a title."],
        ["Prof. Jones and Mrs. Jones of St. Andrews agree."],
    ],
)
def test_english_sentences_have_abbreviations_of_their_own(found):
    assert sentences(" ".join(found), "en") == found


def test_a_language_without_abbreviations_takes_the_english_ones():
    assert sentences("Mr. Schmidt kommt. Er bleibt.", "de") == ["Mr. Schmidt kommt.", "Er bleibt."]


def test_icelandic_abbreviations_end_an_english_sentence():
    assert sentences("This is bls. Five.", "en") == ["This is bls.", "Five."]


def test_spaces_around_sentences_are_dropped():
    assert sentences("  Ein.   Tvær.  ", "is") == ["Ein.", "Tvær."]
    assert sentences("   ", "is") == []


def test_words_keep_their_inner_marks():
    found = words_of("G8-fundur, X-ray og 1.5 – don't “O’Neill's” a_b 50% e-bók")

    assert [word.text for word in found] == [
        "G8-fundur",
        "X-ray",
        "og",
        "1.5",
        "don't",
        "O’Neill's",
        "a",
        "b",
        "50",
        "e-bók",
    ]


def test_words_know_their_places():
    text = "„Sala“ er (dýr)."

    assert [text[word.start : word.end] for word in words_of(text)] == ["Sala", "er", "dýr"]
