"""All forms of a headword that people may type."""

from articles.language.analysis import analyse, forms


def test_a_noun_has_all_its_forms():
    expected = "sala sölu sölur sölum salan söluna sölunni sölunnar sölurnar sölunum salanna"

    assert set(expected.split()) - forms("sala", "is") == set()


def test_an_adjective_and_a_verb_have_theirs():
    assert {"betri", "bestu", "góðum", "gott"} <= forms("góður", "is")
    assert {"keypti", "keypt", "kaupir", "keyptur"} <= forms("kaupa", "is")


def test_a_compound_bends_as_its_last_part():
    assert {"vélanámið", "vélanámi", "vélanáms"} <= forms("vélanám", "is")
    assert {"netflixáskriftina"} <= forms("netflixáskrift", "is")


def test_a_name_has_its_forms_in_small_letters():
    assert {"guðrúnar", "guðrúnu"} <= forms("guðrún", "is")


def test_every_form_leads_back():
    for lemma in "sala maður góður kaupa bíll þjónusta guðrún eyja vélanám".split():
        assert [form for form in forms(lemma, "is") if lemma not in analyse(form, "is").lemmas] == []


def test_an_unknown_word_has_none():
    assert forms("bitcoin", "is") == frozenset()
    assert forms("", "is") == frozenset()
