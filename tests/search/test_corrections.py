import pytest

from articles.models import Edition
from articles.search import results
from tests.search.finding import forms_on_site, ids, make_found

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def edition():
    return make_found(sides=["Sala", "Þjónusta"], lead="Tölvur og jöklar eru ekki í fyrirtækjum.")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("slöu", "sölu"),  # two letters have changed places
        ("þjónusa", "þjónusta"),  # one is missing
        ("þjónustta", "þjónusta"),  # one too many
        ("þjónysta", "þjónusta"),  # another
        ("þjonuzta", "þjónusta"),  # another, and an accent is missing
        ("bjónusta", "þjónusta"),  # "b" for "þ"
        ("jökkull", "jökull"),
        ("firirtæki", "fyrirtæki"),
        ("fýrirtækjjum", "fyrirtækjum"),
    ],
)
def test_one_slip_is_corrected_and_said_so(edition, typed, meant):
    found = results.search(typed, "is")

    assert found.corrected == meant
    assert [hit.edition for hit in found.hits] == [edition]


def test_a_word_among_others_is_corrected_in_its_place(edition):
    found = results.search("Hver er munurinn á  slöu og þjónustu?", "is")

    assert found.corrected == "Hver er munurinn á sölu og þjónustu?"
    assert found.question.pair == ("sölu", "þjónustu")
    assert [hit.edition for hit in found.hits] == [edition]


def test_two_words_with_a_slip_each_are_corrected():
    assert results.search("slöu eða þjónysta", "is").corrected == "sölu eða þjónusta"


def test_an_english_word_is_corrected():
    make_found(language="en", sides=["Inflation", "Interest rates"])

    assert results.search("inflaton", "en").corrected == "inflation"


def test_a_page_of_a_corrected_question_is_followed_by_its_next():
    make_found(sides=["Sala", "Leiga"])
    first = results.search("slöu", "is", size=1)

    assert len({*ids("slöu", size=1), *ids("slöu", size=1, after=first.next_key)}) == 2


def test_what_finds_something_is_not_corrected():
    assert results.search("sölu", "is").corrected == ""
    assert results.search("solu", "is").corrected == ""


def test_a_real_word_is_not_corrected_but_others_are_proposed():
    make_found(sides=["Lestur", "Skrift"])
    found = results.search("hestur", "is")

    assert (found.corrected, found.count) == ("", 0)
    assert "lestur" in found.suggestions


def test_short_words_numbers_and_words_with_two_slips_are_left_alone():
    for typed in ("sal", "2025", "þjunista"):
        found = results.search(typed, "is")
        assert (found.corrected, found.suggestions) == ("", ()), typed


def test_what_more_editions_have_is_likelier():
    make_found(sides=["Ball", "Leiga"])
    make_found(sides=["Bíll", "Kaup"])
    make_found(sides=["Bíll", "Dvöl"])

    assert results.search("bxll", "is").corrected == "bíll"


def test_what_begins_alike_is_likelier():
    make_found(sides=["Kostur", "Leiga"])
    make_found(sides=["Hestur", "Kaup"])
    make_found(sides=["Hestur", "Dvöl"])

    assert results.search("kestur", "is").corrected == "kostur"


def test_a_word_that_finds_nothing_live_is_not_proposed():
    Edition.objects.update(state=Edition.State.ARCHIVED)
    found = results.search("þjónysta", "is")

    assert ("þjónusta", "þjónusta") in forms_on_site()
    assert (found.corrected, found.suggestions, found.nearest) == ("", (), ())


def test_a_question_of_many_wrong_words_costs_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(60):
        results.search("slöu þjónysta talvva", "is")
    with django_assert_max_num_queries(10):
        results.search("slöu þjónysta talvva jökkull fyrirtækki vxrur", "is")
