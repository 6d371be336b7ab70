import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language import collation


def in_order(names, language="is"):
    return sorted(names, key=lambda name: collation.sort_key(name, language))


def test_the_icelandic_alphabet_is_kept():
    alphabet = list("aábcdðeéfghiíjklmnoópqrstuúvwxyýzþæö")

    assert in_order(reversed(alphabet)) == alphabet


def test_accented_letters_come_after_their_plain_ones():
    assert in_order(["ás", "az", "as", "ál", "aldur"]) == ["aldur", "as", "az", "ál", "ás"]
    assert in_order(["Eða", "edik", "Eden"]) == ["Eden", "edik", "Eða"]


def test_thorn_ae_and_o_close_the_list():
    assert in_order(["Öl", "Ær", "Þjónusta", "Ýsa", "Zen"]) == ["Ýsa", "Zen", "Þjónusta", "Ær", "Öl"]


def test_digits_come_first():
    assert in_order(["Afl", "5G", "Öl", "4G"]) == ["4G", "5G", "Afl", "Öl"]


def test_capitals_do_not_matter_but_for_a_tie():
    assert in_order(["Sala", "sala", "RÁS", "sími"]) == ["RÁS", "sala", "Sala", "sími"]


def test_a_shorter_name_comes_before_a_longer_one():
    assert in_order(["sala bíla", "salat", "sala"]) == ["sala", "sala bíla", "salat"]


def test_letters_of_our_neighbours_have_a_place():
    assert in_order(["Årsta", "Ørsted", "Öl", "Ä", "Ær"])[:2] == ["Ä", "Ær"]
    assert in_order(["Zen", "Ørsted"]) == ["Zen", "Ørsted"]


def test_accents_typed_apart_sort_alike():
    assert collation.sort_key("o\u0301s")[0] == collation.sort_key("ós")[0]


def test_other_languages_do_not_part_accented_letters():
    assert in_order(["éclair", "eclipse", "Edam", "dog"], "en") == ["dog", "éclair", "eclipse", "Edam"]


@given(st.lists(st.text()))
def test_anything_can_be_sorted(names):
    assert in_order(in_order(names)) == in_order(names)
    assert in_order(in_order(names, "en"), "en") == in_order(names, "en")


def test_a_german_a_is_an_icelandic_ae_and_an_a_elsewhere():
    assert in_order(["Äpfel", "Aal", "Zen", "Æð"]) == ["Aal", "Zen", "Æð", "Äpfel"]
    assert in_order(["Zen", "Äpfel", "Apfel", "Aal"], "de") == ["Aal", "Apfel", "Äpfel", "Zen"]
    assert in_order(["Zen", "Ørsted", "Æther", "odd", "after"], "en") == ["Æther", "after", "odd", "Ørsted", "Zen"]


def test_a_letter_of_its_own_goes_before_an_accent_and_an_accent_before_a_capital():
    assert in_order(["Álfur", "Älfur", "alfur", "Alfur"]) == ["alfur", "Alfur", "Álfur", "Älfur"]
    assert in_order(["Çelik", "celik", "Celik", "çelik"]) == ["celik", "Celik", "çelik", "Çelik"]


def test_a_mark_on_an_icelandic_letter_is_an_accent():
    assert in_order(["Ǽ", "Öl", "Æa", "Æ"]) == ["Æ", "Ǽ", "Æa", "Öl"]


def test_soft_hyphens_and_joiners_count_for_nothing():
    assert in_order(["sölu\u00admenn", "sölumaður", "sölum\u200dat"]) == [
        "sölumaður",
        "sölum\u200dat",
        "sölu\u00admenn",
    ]


def test_signs_then_money_then_digits_then_letters():
    assert in_order(["a", "1", "€", "%", "–", " "]) == [" ", "–", "%", "€", "1", "a"]


def test_a_comparison_says_before_with_or_after():
    assert [collation.compare(*pair) for pair in (("að", "áð"), ("áð", "að"), ("áð", "áð"))] == [-1, 1, 0]
    assert collation.compare("é", "ez", "en") == -1
    assert collation.compare("é", "ez", "is") == 1


@given(st.text(), st.text())
def test_only_the_same_text_is_no_different(one, other):
    assert (collation.compare(one, other) == 0) == (one == other)


@pytest.mark.parametrize(
    ("name", "language", "letter"),
    [
        ("ál", "is", "Á"),
        ("Ál", "en", "A"),
        ("éclair", "en", "E"),
        ("Ærið", "is", "Æ"),
        ("Ærið", "en", "A"),
        ("Ørsted", "is", "Ö"),
        ("Ørsted", "en", "O"),
        ("Über", "is", "U"),
        ("Þing", "en", "Þ"),
        ("Язык", "is", "Я"),
        ("o\u0301s", "is", "Ó"),
        ("5G", "is", ""),
        ("„Sala“", "is", ""),
        ("", "is", ""),
    ],
)
def test_a_name_stands_under_a_letter_of_the_lists_alphabet(name, language, letter):
    assert collation.initial(name, language) == letter
