"""Lists of names in headings, taken apart and matched with the names in other headings."""

import pytest

from articles.transfer.legacy_page.names import (
    best_partition,
    head,
    is_known_form,
    paired,
    partitions,
    pieces,
    same_name,
    without_article,
)
from articles.transfer.legacy_page.wording import wording

ICELANDIC, ENGLISH = wording("is"), wording("en")


@pytest.mark.parametrize(
    "text",
    [
        "sölu og leigu",
        "sölu eða leigu",
        "sölu & leigu",
        "sölu / leigu",
        "sölu, leigu",
        "sölu, og leigu",
        "sölu vs leigu",
        "sölu vs. leigu",
        "sölu versus leigu",
        "sölu gegn leigu",
        "sölu á móti leigu",
        "sölu OG leigu",
    ],
)
def test_icelandic_names_are_parted_by_any_word_for_and(text):
    assert pieces(text, ICELANDIC) == ["sölu", "leigu"]


@pytest.mark.parametrize(
    "text",
    ["tea and milk", "tea or milk", "tea & milk", "tea, milk", "tea, and milk", "tea vs. milk", "tea versus milk"],
)
def test_english_names_are_parted_by_any_word_for_and(text):
    assert pieces(text, ENGLISH) == ["tea", "milk"]


@pytest.mark.parametrize("text", ["A/B próf", "Kókosolía", "og sala", "séreignarsparnaður"])
def test_a_name_is_not_parted_inside_its_words(text):
    assert pieces(text, ICELANDIC) == [text]
    assert list(partitions(text, ICELANDIC)) == []


def test_every_way_to_read_a_list_is_tried_the_most_names_first():
    assert list(partitions("a og b og c", ICELANDIC)) == [["a", "b", "c"], ["a", "b og c"], ["a og b", "c"]]


def test_a_long_list_is_read_in_one_way():
    names = list("abcdefghij")

    assert list(partitions(" og ".join(names), ICELANDIC)) == [names]


@pytest.mark.parametrize(
    ("text", "others", "names"),
    [
        ("sölu og kaupum og leigu", ["leiga", "sala og kaup"], ["sölu og kaupum", "leigu"]),
        ("sölu og kaupum og leigu", ["sala", "kaup", "leiga"], ["sölu", "kaupum", "leigu"]),
        ("sölu og kaupum og leigu", ["sala", "kaup og leiga"], ["sölu", "kaupum og leigu"]),
        ("sölu og leigu", [], ["sölu", "leigu"]),
        ("te og kaffi", ["Hestur", "kaffi"], ["te", "kaffi"]),
    ],
)
def test_the_reading_is_chosen_that_the_other_headings_know(text, others, names):
    assert best_partition(text, others, ICELANDIC, "is") == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sölu", "sala"),
        ("Sölu", "sala"),
        ("rafrænni undirskrift", "rafræn undirskrift"),
        ("veirum", "veirur"),
        ("Íslandi", "ísland"),
        ("xyzzum", "xyzza"),
        ("THJONUSTU", "þjónustu"),
    ],
)
def test_two_forms_are_one_icelandic_name(one, other):
    assert same_name(one, other, "is")
    assert same_name(other, one, "is")


@pytest.mark.parametrize(
    ("one", "other"),
    [("sölu", "salur"), ("kaffi", "te"), ("undirskrift", "rafræn undirskrift"), ("xyzzum", "xyabc"), ("", "sala")],
)
def test_two_forms_are_two_icelandic_names(one, other):
    assert not same_name(one, other, "is")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Virus", "a virus"), ("the sun", "Sun"), ("boxes", "a box"), ("Cars", "the car"), ("Tea", "tea")],
)
def test_english_names_are_one_with_an_article_and_in_the_plural(one, other):
    assert same_name(one, other, "en")


def test_english_names_that_differ_are_two():
    assert not same_name("cat", "dog", "en")
    assert not same_name("cat", "category", "en")


@pytest.mark.parametrize(
    ("names", "others", "found"),
    [
        (["sölu", "þjónustu"], ["þjónusta", "sala"], {0: 1, 1: 0}),
        (["sölu", "sölu"], ["sala"], {0: 0}),
        (["te"], ["kaffi"], {}),
        ([], ["kaffi"], {}),
    ],
)
def test_each_name_is_paired_once(names, others, found):
    assert paired(names, others, "is") == found


def test_the_beginning_of_a_name_is_taken_where_the_question_asks_for_no_more():
    assert head("þjónustu á Íslandi", "þjónusta", "is") == "þjónustu"
    assert head("sales in Iceland", "sales", "en") == "sales"
    assert head("sölu", "þjónusta", "is") == "sölu"


def test_the_grammar_knows_a_form_or_does_not():
    assert is_known_form("sölu", "sala", "dative")
    assert is_known_form("hvað sem er", "sala", "nominative")
    assert not is_known_form("sala", "sala", "dative")


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("a virus", "virus"),
        ("An apple", "apple"),
        ("the sun", "sun"),
        ("Theory", "Theory"),
        ("A", "A"),
        ("anthem", "anthem"),
    ],
)
def test_an_article_is_taken_off_a_name(name, bare):
    assert without_article(name) == bare
