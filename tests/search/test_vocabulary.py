"""The forms of every word of the site are kept, each once, and asked for no more often than need be."""

import pytest

from articles.language import analysis
from articles.models import SearchForm
from articles.search import vocabulary
from articles.search.spelling import spelled
from articles.search.vocabulary import keep, learn
from tests.search.finding import forms_on_site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_remembered():
    vocabulary._memories.clear()
    yield
    vocabulary._memories.clear()


def forms(lemma, of_scope="0is") -> set[str]:
    return {form for form, its in forms_on_site(of_scope) if its == lemma}


def forget(lemma):
    for row in SearchForm.objects.all():
        if spelled(row.folded, row.spelling)[1] == lemma:
            row.delete()


def texts(*said: str, language="is"):
    return [analysis.placed(text, language) for text in said]


def test_the_whole_paradigm_of_a_word_is_kept():
    learn(texts("um Söluna"), "is", 0)

    assert {"sala", "sölu", "söluna", "sölunni", "sölur"} <= forms("sala")
    assert SearchForm.objects.filter(folded="solunni").exists()


def test_of_a_compound_the_parts_are_kept_too():
    learn(texts("tölvupósti"), "is", 0)

    assert "tölvupóstinum" in forms("tölvupóstur")
    assert "póstinum" in forms("póstur")


def test_a_form_that_no_paradigm_has_is_kept_too():
    keep({("sölu", "sala"), ("sala", "sala")}, "is", 0)
    keep({("salahh", "sala"), ("sala", "sala")}, "is", 0)

    assert {"salahh", "sölunni"} <= forms("sala")


def test_of_an_unknown_word_its_own_forms_are_kept():
    keep({("zbrwq", "zbrwq"), ("zbrwqs", "zbrwq")}, "is", 0)

    assert forms("zbrwq") == {"zbrwq", "zbrwqs"}


def test_several_texts_are_learnt_together():
    learn(texts("sölu", "hesti"), "is", 0)

    assert forms("sala")
    assert forms("hestur")


def test_each_generation_and_language_has_its_own():
    learn(texts("sala"), "is", 1)
    learn(texts("sales", language="en"), "en", 0)

    assert not forms("sala")
    assert forms("sala", "1is")
    assert forms("sale", "0en") == {"sale", "sales"}


def test_what_is_too_long_or_nothing_is_left_out():
    keep({("a" * 65, "a" * 65), ("-", "-"), ("þ" * 40, "þ" * 40)}, "is", 0)

    assert not SearchForm.objects.exists()


def test_what_was_learnt_is_not_asked_for_again(django_capture_on_commit_callbacks, django_assert_num_queries):
    with django_capture_on_commit_callbacks(execute=True):
        learn(texts("Um sölu"), "is", 0)

    with django_assert_num_queries(1):  # whether it is still there
        learn(texts("Um sölu"), "is", 0)


def test_what_was_undone_is_not_taken_for_learnt():
    learn(texts("sala"), "is", 0)  # and then the transaction fails
    SearchForm.objects.all().delete()
    learn(texts("sala"), "is", 0)

    assert forms("sala")


def test_a_table_that_was_emptied_is_noticed(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        learn(texts("hestur sala"), "is", 0)
    SearchForm.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        learn(texts("hestur"), "is", 0)
    learn(texts("sala"), "is", 0)

    assert forms("sala")


def test_a_table_that_is_an_older_copy_is_noticed(django_capture_on_commit_callbacks):
    for word in ("hestur", "sala"):
        with django_capture_on_commit_callbacks(execute=True):
            learn(texts(word), "is", 0)
    forget("sala")
    learn(texts("sala"), "is", 0)

    assert forms("sala")


def test_another_generation_of_the_same_scope_is_not_taken_for_this_one(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        learn(texts("sala hestur"), "is", 0)
    forget("hestur")
    learn(texts("hestur"), "is", 2)

    assert forms("hestur")


def test_the_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(vocabulary.Memory, "MOST", 10)
    memory = vocabulary.Memory()
    for number in range(100):
        memory.add({(f"{number}", "")}, ("x", "x"))

    assert len(memory._hashes) <= 11
