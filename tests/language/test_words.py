import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language import words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Þjónusta", "thjonusta"),
        ("veður", "vedur"),
        ("ÆÐI", "aedi"),
        ("Öræfi", "oraefi"),
        ("Søren Weiß", "soren weiss"),
        ("áéíóúý", "aeiouy"),
        ("Łódź", "lodz"),
        ("", ""),
    ],
)
def test_folding_takes_off_what_people_leave_out_when_they_type(text, folded):
    assert words.fold(text) == folded


def test_accents_written_as_marks_of_their_own_fold_alike():
    assert words.fold("o\u0301") == words.fold("ó") == "o"


@given(st.text())
def test_a_text_folds_as_unicode_takes_it_apart(text):
    apart = unicodedata.normalize("NFKD", text.lower().translate(words._OWN_LETTERS))

    assert words.fold(text) == "".join(letter for letter in apart if not unicodedata.combining(letter)).lower()


def test_letters_that_are_remembered_are_bounded(monkeypatch):
    monkeypatch.setattr(words, "_folding", words._Folding())
    monkeypatch.setattr(words._Folding, "MOST", 2)

    assert words.fold("áéíóúÁ") == "aeioua"
    assert len(words._folding) == 2


def test_a_slug_is_the_text_in_ascii_with_hyphens():
    assert words.slugify("Munurinn á sölu og þjónustu") == "munurinn-a-solu-og-thjonustu"
    assert words.slugify("  – Hvað er „veira“? – ") == "hvad-er-veira"
    assert words.slugify("日本") == ""


@given(st.text())
def test_a_slug_is_its_own_slug(text):
    slug = words.slugify(text)

    assert words.slugify(slug) == slug
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug)


def test_a_key_is_a_short_slug_cut_at_a_hyphen():
    assert words.key_for("Sala") == "sala"
    assert words.key_for("Samþykki viðskiptavinar og skilmálar þjónustu") == "samthykki-vidskiptavinar-og-skilmalar"
    assert words.key_for("x" * 60) == "x" * 40


def test_the_second_of_a_name_gets_a_number():
    assert words.key_for("Sala", {"sala"}) == "sala-2"
    assert words.key_for("Sala", {"sala", "sala-2"}) == "sala-3"


def test_a_name_without_letters_is_called_a_row():
    assert words.key_for("–") == "rod"
    assert words.key_for("!", {"rod"}) == "rod-2"


@given(st.text(), st.sets(st.text()))
def test_a_key_is_never_empty_nor_long_nor_taken(name, taken):
    taken |= {words.key_for(name)}
    key = words.key_for(name, taken)

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)
    assert len(key) <= 40
    assert key not in taken


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("sölunni", "sala"),
        ("Þjónustu", "þjónusta"),
        ("Íslandi", "ísland"),
        ("guðrúnar", "guðrún"),
        ("veirum", "veira"),
        ("vélanámsins", "vélanám"),
        ("selur", "selja"),
        ("SÖLU", "sala"),
    ],
)
def test_the_headword_of_an_inflected_form_is_found(form, lemma):
    assert lemma in words.lemmas(form)


def test_an_unknown_word_has_no_headword():
    assert words.lemmas("xyzqw") == frozenset()
    assert words.lemmas("") == frozenset()


def test_only_icelandic_words_have_headwords():
    assert words.lemmas("sölu", "en") == frozenset()


def test_a_sign_that_stands_for_letters_is_folded_to_small_ones():
    assert words.fold("№ 5") == "no 5"
