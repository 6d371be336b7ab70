"""The discussion of a row shared out among the sides: where it turns, whom it speaks of, which clause is best."""

import pytest

from articles.transfer.drafting import Drafter

from .drafting_subjects import BACTERIA, COFFEE, FUNGI, SALES, SERVICE, TEA, VIRUSES, subject


def draft(*paragraphs, heading="Verð", subjects=(SALES, SERVICE), language="is"):
    return Drafter(subjects, language).draft(paragraphs, heading)


def cells(*paragraphs, **more):
    return draft(*paragraphs, **more).cells


def english(*paragraphs, heading="Taste"):
    return draft(*paragraphs, heading=heading, subjects=(TEA, COFFEE), language="en")


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("Sala er dýr – þjónusta er ódýr.", "Dýr", "Ódýr"),
        ("Sala kostar fé þar sem aftur á móti þjónusta kostar tíma.", "Kostar fé", "Kostar tíma"),
        ("Þjónusta er ódýr en sala er dýr.", "Dýr", "Ódýr"),
        ("Sala: dýr. Þjónusta: ódýr.", "Dýr", "Ódýr"),
        ("Á sölu er álag en á þjónustu er ekkert álag.", "Álag", "Ekkert álag"),
        ("Verðið á sölu er hátt en verðið á þjónustu er lágt.", "Verðið á sölu er hátt", "Verðið á þjónustu er lágt"),
        (
            "Það sem einkennir sölu er verð, en það sem einkennir þjónustu er alúð.",
            "Það sem einkennir sölu er verð",
            "Það sem einkennir þjónustu er alúð",
        ),
    ],
)
def test_a_discussion_turns_to_the_other_side(sentence, first, second):
    assert cells(sentence) == {0: first, 1: second}


@pytest.mark.parametrize(
    ("sentence", "cell"),
    [
        ("Sala er dýrari en þjónusta er.", "Dýrari en þjónusta er"),
        ("Sala kemur fyrr en þjónusta.", "Kemur fyrr en þjónusta"),
        ("Sala er jafn dýr og þjónusta er.", "Jafn dýr og þjónusta er"),
        ("Sala er eins og þjónusta er.", "Eins og þjónusta er"),
        ("Sala er oft hluti af þjónustu.", "Oft hluti af þjónustu"),
        ("Sala er dýr, en hún er skemmtileg.", "Dýr, en hún er skemmtileg"),
    ],
)
def test_a_comparison_is_no_turn(sentence, cell):
    assert cells(sentence) == {0: cell}


@pytest.mark.parametrize(
    "sentence",
    [
        "Sala eða þjónusta er dýr.",
        "Sala, þjónusta og vara eru dýrar.",
        "Hvorki sala né þjónusta er dýr.",
        "Samspil sölu og þjónustu er mikið.",
        "Beggja er þörf.",
        "Hvort tveggja kostar fé.",
        "sala " + "x" * 800 + ".",
    ],
)
def test_a_sentence_that_can_be_given_to_no_side_is_undecided(sentence):
    found = draft(sentence)

    assert (found.cells, found.undecided) == ({}, (sentence,))


@pytest.mark.parametrize("sentence", ["Hún er dýr.", "Margt er dýrt.", "Það fer eftir veðri.", ""])
def test_a_sentence_that_names_no_side_is_neither_a_cell_nor_undecided(sentence):
    found = draft(sentence)

    assert (found.cells, found.undecided) == ({}, ())


@pytest.mark.parametrize(
    "discussion",
    ["Sala er dýr. Hún er löng.", "Sala er dýr. Margt er dýrt. Hún er líka löng.", "Sala er dýr. Sala er góð."],
)
def test_the_first_of_equal_clauses_is_the_cell(discussion):
    assert cells(discussion) == {0: "Dýr"}


def test_a_sentence_that_goes_on_about_a_side_is_its_cell_where_it_speaks_of_the_row():
    assert cells("Sölumaður er þreyttur. Hann fær laun.", heading="Laun") == {0: "Hann fær laun"}


def test_a_side_may_be_told_of_in_a_later_paragraph():
    assert cells("Sala er dýr.", "Þjónusta er ódýr.") == {0: "Dýr", 1: "Ódýr"}


def test_a_pronoun_in_the_next_paragraph_goes_on_about_nothing():
    assert cells("Þjónusta er ódýr.", "Laun: Hún fær laun.", heading="Laun") == {1: "Ódýr"}


def test_the_side_itself_goes_before_a_compound_of_it():
    assert cells("Sölumenn eru dýrir.", "Sala er löng.", heading="Lengd") == {0: "Löng"}


def test_a_clause_with_the_rows_words_goes_before_one_without():
    assert cells("Sala er dýr.", "Sala er með verði sem er hátt.") == {0: "Með verði sem er hátt"}


def test_nothing_is_drafted_from_nothing():
    assert draft() == draft("")
    assert draft().cells == {}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Veirur eru smáar, bakteríur eru stærri og sveppir eru stærstir.",
            {0: "Smáar", 1: "Stærri", 2: "Stærstir"},
        ),
        ("Sveppir valda kláða.", {2: "Valda kláða"}),
        ("Bakteríur eru stærri en veirur.", {1: "Stærri en veirur"}),
        ("Veirur, bakteríur og sveppir eru smá.", {}),
        ("Allir þrír sýkja.", {}),
    ],
)
def test_three_sides_share_a_discussion(sentence, found):
    assert cells(sentence, heading="Stærð", subjects=(VIRUSES, BACTERIA, FUNGI)) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Tea is mild but coffee is strong.",
        "Tea is mild, and coffee is strong.",
        "Tea is mild although coffee is strong.",
        "Tea is mild; coffee is strong.",
        "Tea is mild yet coffee is strong.",
        "Tea is mild, whereas coffee is strong.",
        "Tea is mild, coffee is strong.",
        "While tea is mild, coffee is strong.",
        "Tea is mild. However, coffee is strong.",
        "Tea is mild. Coffee, on the other hand, is strong.",
        "Coffee is strong. By contrast, tea is mild.",
    ],
)
def test_an_english_sentence_turns_to_the_other_side(sentence):
    assert english(sentence).cells == {0: "Mild", 1: "Strong"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Tea and coffee are hot.",
        "Both tea and coffee are hot.",
        "Neither tea nor coffee is cold.",
        "All two are hot.",
        "Unlike tea, coffee is strong.",
    ],
)
def test_an_english_sentence_about_both_is_undecided(sentence):
    found = english(sentence)

    assert (found.cells, found.undecided) == ({}, (sentence,))


def test_an_english_comparison_is_of_the_side_that_it_begins_with():
    assert english("Tea is milder than coffee.").cells == {0: "Milder than coffee"}


def test_a_language_without_words_of_its_own_is_shared_out_by_names_alone():
    subjects = subject("Umsatz", language="de"), subject("Gewinn", language="de")

    found = draft("Umsatz ist hoch. Gewinn ist klein.", heading="Höhe", subjects=subjects, language="de")

    assert found.cells == {0: "Umsatz ist hoch", 1: "Gewinn ist klein"}
