import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.search import questions
from articles.search.scopes import scope
from tests.search.finding import make_form, make_found

pytestmark = pytest.mark.django_db


def asked(text, language="is") -> dict[str, tuple[str, ...]]:
    return {word.typed: word.lemmas for word in questions.ask(text, language, 0).words}


def learn(*rows, language="is"):
    for form, lemma in rows:
        make_form(form, lemma, scope(language, 0))


def test_a_form_is_understood_as_its_headword():
    make_found(sides=["Sala", "Leiga"])

    assert asked("Sölunni") == {"sölunni": ("sala",)}


def test_accents_may_be_left_out():
    make_found(sides=["Sala", "Þjónusta"])

    assert asked("solu thjonustu") == {"solu": ("sala",), "thjonustu": ("þjónusta",)}


def test_what_is_spelled_as_typed_is_meant_where_another_word_has_accents():
    learn(("rúm", "rúm"), ("rum", "rum"))

    assert asked("rum") == {"rum": ("rum",)}
    assert asked("rúm") == {"rúm": ("rúm",)}


def test_a_word_that_is_not_on_the_site_has_no_headword():
    make_found(sides=["Sala", "Leiga"])

    assert asked("hestur") == {"hestur": ()}


def test_english_words_are_understood_in_forms_that_no_text_has():
    make_found(language="en", sides=["City", "Village"])

    assert asked("cities", "en") == {"cities": ("city",)}


def test_words_of_another_language_and_generation_are_not_of_this_site():
    make_form("sala", "sala", scope("en", 0))
    make_form("sala", "sala", scope("is", 1))

    assert asked("sala") == {"sala": ()}


def test_function_words_do_not_count_unless_there_are_no_others():
    assert list(asked("hvað er sala?")) == ["sala"]
    assert list(asked("What is the sale", "en")) == ["sale"]
    assert list(asked("og eða")) == ["og", "eða"]


def test_words_for_a_difference_do_not_count_in_a_comparison_only():
    assert list(asked("hver er munurinn á sölu og þjónustu")) == ["sölu", "þjónustu"]
    assert list(asked("munurinn")) == ["munurinn"]
    assert list(asked("munurinn á sölu")) == ["munurinn", "sölu"]
    assert list(asked("difference between sales and service", "en")) == ["sales", "service"]


def test_the_things_that_are_compared_are_known_by_name():
    question = questions.ask("hver er munurinn á rafrænum reikningi og pappírsreikningi?", "is", 0)

    assert question.pair == ("rafrænum reikningi", "pappírsreikningi")
    assert questions.ask("sala", "is", 0).pair == ()


def test_where_the_words_stand_is_kept():
    question = questions.ask("  Hvað  er  Sala? ", "is", 0)

    assert [question.typed[start:end] for start, end in question.places] == ["Sala"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", questions.EMPTY),
        (" \n\t ", questions.EMPTY),
        ("\0", questions.EMPTY),
        ("?! … „“", questions.WORDLESS),
        ("🙂", questions.WORDLESS),
        ("x" * 201, questions.TOO_LONG),
        ("x" * 10_000, questions.TOO_LONG),
        ("sala " * 500, questions.TOO_LONG),
        (" ".join(f"orð{number}" for number in range(13)), questions.TOO_LONG),
        ("x" * 200, ""),
        (" ".join(f"orð{number}" for number in range(12)), ""),
        ("what is the difference between a joint-stock company and a private limited company?", ""),
    ],
)
def test_a_question_that_cannot_be_asked_has_a_fault(text, fault):
    assert questions.ask(text, "en", 0).fault == fault


def test_the_words_of_a_question_are_asked_for_in_one_query():
    with CaptureQueriesContext(
        connection,
    ) as short:
        questions.ask("sala", "is", 0)
    with CaptureQueriesContext(connection) as long:
        questions.ask("sala þjónusta kaffi te kakó vara leiga hestur hundur köttur", "is", 0)

    assert len(short) == len(long) == 1


def test_a_question_that_cannot_be_asked_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        questions.ask("x" * 10_000, "is", 0)
        questions.ask("?", "is", 0)


def test_a_word_alone_that_may_be_a_verb_is_the_verb_and_not_a_rare_form_of_a_noun():
    make_found(lead="Borð og stólar fylgja með. Við borðuðum fisk.")

    assert asked("borða") == {"borða": ("borða",)}


def test_a_word_that_nobody_knows_may_stand_without_accents_though_it_is_on_the_site_as_it_is():
    learn(("thjonusta", "thjonusta"), ("þjónusta", "þjónusta"))

    assert asked("thjonusta") == {"thjonusta": ("thjonusta", "þjónusta")}
