"""Which headwords an Icelandic word is understood as: all that people mean, and none that nobody does."""

import pytest

from articles.language.analysis import ALONE, analyse, is_known


def lemmas(word, before=""):
    return set(analyse(word, "is", before).lemmas)


@pytest.mark.parametrize(
    ("forms", "lemma"),
    [
        ("sala sölunni SÖLUNNI Sölunnar sölum", "sala"),
        ("maður mönnum menn manns", "maður"),
        ("keypti keypt kaupir keyptum", "kaupa"),
        ("betri best bestu góðri góðs betra", "góður"),
        ("settist setjast settust", "setja"),
        ("Guðrúnar guðrúnu Guðrún", "guðrún"),
        ("Reykjavíkur reykjavík", "reykjavík"),
        ("tölvupóstinum tölvu-póstur", "tölvupóstur"),
        ("samanburðartöflunnar", "samanburðartafla"),
        ("vélanámi vélanáminu vélanámið", "vélanám"),
        ("netflixáskriftina", "netflixáskrift"),
        ("Vestur-Þýskalandi", "vesturþýskaland"),
    ],
)
def test_every_form_leads_to_its_headword(forms, lemma):
    assert [form for form in forms.split() if lemma not in lemmas(form)] == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("sala", {"sala"}),  # no genitive of "salur" or "sal"
        ("bíla", {"bíll"}),  # no axe
        ("verð", {"verð"}),  # no order to defend, nothing worthy
        ("kerfi", {"kerfi"}),
        ("banki", {"banki"}),
        ("sel", {"sel", "selur"}),
        ("árum", {"ár"}),
        ("landa", {"land"}),
        ("menn", {"maður"}),
        ("tíma", {"tími"}),
        ("rússlandi", {"rússland"}),
        ("bjarnason", {"bjarnason"}),
    ],
)
def test_what_nobody_means_is_left_out(word, expected):
    assert lemmas(word) == expected


def test_what_may_be_meant_stays():
    assert lemmas("banka") == {"banki", "banka"}
    assert lemmas("borða") >= {"borð", "borða"}


def test_the_word_before_decides():
    assert lemmas("borða", "að") == {"borða"}
    assert lemmas("banka", "í") == {"banki"}
    assert lemmas("sölu", "að") == {"sala"}


def test_a_question_of_one_word_is_no_genitive_of_many():
    assert "borð" not in lemmas("borða", ALONE)
    assert lemmas("banka", ALONE) == {"banki", "banka"}


def test_headwords_that_are_one_to_people_are_found_by_each_other():
    assert lemmas("eyjarnar") == {"ey", "eyja"}
    assert "foreldri" in lemmas("foreldrum")


def test_an_unknown_word_stands_for_itself():
    assert lemmas("Netflix") == {"netflix"}
    assert lemmas("Googles") == {"googles", "google"}
    assert lemmas("DNA") == {"dna"}
    assert lemmas("日本") == {"日本"}


def test_a_word_with_a_hyphen_is_one_with_parts():
    assert analyse("COVID-19", "is").lemmas == ("covid19",)
    assert analyse("COVID-19", "is").parts == ("covid", "19")
    assert "skjal" in analyse("PDF-skjalinu", "is").parts


def test_real_words_are_known_and_slips_are_not():
    real = "sölunni kaffibolli rafmagnsbíll húsnæðislán snjallsími hugbúnaðargerð tölvu-póstur Guðrúnar 1.000"
    slips = "þjónsuta reiknigur tölfa lífeyrissjóðr hlutafélga seðlabnaki verðbógla fasteing solunni"

    assert [word for word in real.split() if not is_known(word, "is")] == []
    assert [word for word in slips.split() if is_known(word, "is")] == []
    assert not is_known("x" * 1000, "is")
