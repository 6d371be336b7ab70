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
