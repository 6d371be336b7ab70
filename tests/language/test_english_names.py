"""English names have no cases, but a capital, a number and an article that the words around them need."""

import pytest

from articles.language import grammar


def inside(phrase):
    return grammar.decline(phrase, "en").nominative


@pytest.mark.parametrize(
    "name",
    [
        "A virus",
        "The sun",
        "An apple",
        "Sales tax",
        "Private limited companies",
        "Web of lies",
        "Bread and butter",
        "A",
    ],
)
def test_a_common_name_begins_small_inside_a_sentence(name):
    assert inside(name) == name[0].lower() + name[1:]


@pytest.mark.parametrize(
    "name",
    [
        "Swedish krona",
        "French fries",
        "Roman law",
        "Icelander",
        "Easter",
        "Monday",
        "Mercury",
        "Judaism",
        "I",
    ],
)
def test_a_name_on_the_list_of_proper_names_keeps_its_capital(name):
    assert inside(name) == name


@pytest.mark.parametrize("name", ["Earth's crust", "Christmas-tree", "Iceland’s fisheries"])
def test_an_ending_or_a_hyphen_hides_no_proper_name(name):
    assert inside(name) == name


@pytest.mark.parametrize("name", ["T-shirt", "X-ray", "USB sticks", "COVID-19", "iOS", "McDonald's", "e-books"])
def test_a_name_of_a_shape_of_its_own_keeps_it(name):
    assert inside(name) == name


def test_a_word_before_a_hyphen_is_no_letter_of_its_own():
    assert inside("E-mail") == "e-mail"
    assert inside("Self-employment") == "self-employment"


def test_a_capital_further_on_makes_the_whole_a_name():
    assert inside("Bank of America") == "Bank of America"
    assert inside("Bank of the river") == "bank of the river"


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Cats", "plural"),
        ("Boxes", "plural"),
        ("Children", "plural"),
        ("Mice", "plural"),
        ("Media", "plural"),
        ("Criteria", "plural"),
        ("Terms and conditions", "plural"),
        ("Bread and butter", "plural"),
        ("Glass", "singular"),
        ("Bus", "singular"),
        ("Analysis", "singular"),
        ("Physics", "singular"),
        ("The news", "singular"),
        ("A virus", "singular"),
        ("Sales tax", "singular"),
    ],
)
def test_the_last_word_tells_the_number(name, number):
    assert grammar.decline(name, "en").number == number


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Sales of cars", "plural"),
        ("Sale of cars", "singular"),
        ("Rights of children", "plural"),
        ("Tax on loans", "singular"),
        ("Loans with interest", "plural"),
        ("Work from homes", "singular"),
        ("Kinds of tea", "plural"),
    ],
)
def test_what_stands_behind_a_preposition_does_not_count(name, number):
    assert grammar.decline(name, "en").number == number


@pytest.mark.parametrize("name", ["Sales", "A virus", "Iceland"])
def test_every_case_is_the_same_and_nothing_is_certain(name):
    declined = grammar.decline(name, "en")

    assert declined.nominative == declined.dative == declined.genitive
    assert not declined.certain
    assert declined.gender == ""


def test_inside_a_sentence_a_capital_is_kept():
    assert grammar.decline("Sales", "en", in_sentence=True).nominative == "Sales"


def test_what_the_caller_knows_goes_before_the_shape():
    declined = grammar.decline("Sheep", "en", number="plural", gender="neuter")

    assert (declined.number, declined.gender) == ("plural", "neuter")
