import pytest

from articles.language import forms


@pytest.mark.parametrize(
    ("dative", "nominative"),
    [
        ("sölu", "sala"),
        ("þjónustu", "þjónusta"),
        ("lífeyrissjóði", "lífeyrissjóður"),
        ("einkahlutafélagi", "einkahlutafélag"),
        ("vélanámi", "vélanám"),
        ("vöxtum", "vextir"),
        ("fyrirtækjum", "fyrirtæki"),
        ("Íslandi", "Ísland"),
        ("Bandaríkjunum", "Bandaríkin"),
        ("Jóni Sigurðssyni", "Jón Sigurðsson"),
        ("rafrænum reikningi", "rafrænn reikningur"),
        ("opnum hugbúnaði", "opinn hugbúnaður"),
        ("litlum fyrirtækjum", "lítil fyrirtæki"),
        ("kaupum á húsnæði", "kaup á húsnæði"),
        ("sölu og þjónustu", "sala og þjónusta"),
    ],
)
def test_a_dative_is_led_back(dative, nominative):
    assert forms.nominative_of(dative, "dative") == nominative


@pytest.mark.parametrize(
    ("genitive", "nominative"),
    [
        ("þjónustu", "þjónusta"),
        ("lífeyrissjóðs", "lífeyrissjóður"),
        ("kvenna", "konur"),
        ("Danmerkur", "Danmörk"),
        ("rafræns reiknings", "rafrænn reikningur"),
        ("sögu mannkyns", "saga mannkyns"),
        ("forseta Íslands", "forseti Íslands"),
    ],
)
def test_a_genitive_is_led_back_and_one_that_hangs_on_it_stays(genitive, nominative):
    assert forms.nominative_of(genitive, "genitive") == nominative


@pytest.mark.parametrize("phrase", ["Netflix", "PDF", "xyzqw", "", "sales and service"])
def test_what_nobody_knows_is_returned_as_it_is(phrase):
    assert forms.nominative_of(phrase, "dative") == phrase


def test_a_nominative_and_other_languages_are_returned_as_they_are():
    assert forms.nominative_of("sala", "nominative") == "sala"
    assert forms.nominative_of("sölu", "dative", "en") == "sölu"


def test_a_form_agrees_with_its_nominative():
    assert forms.agrees("sölu", "Sala", "dative")
    assert forms.agrees("Rafrænum reikningi", "rafrænn reikningur", "dative")
    assert forms.agrees("fyrirtækis", "fyrirtæki", "genitive")


def test_a_form_agrees_in_either_number_and_where_usage_is_divided():
    assert forms.agrees("húsum", "hús", "dative")
    assert forms.agrees("húsi", "hús", "dative")
    assert forms.agrees("hafísi", "hafís", "dative")
    assert forms.agrees("hafís", "hafís", "dative")


def test_another_words_form_does_not_agree():
    assert not forms.agrees("sölum", "sala", "dative")
    assert not forms.agrees("vöru", "sala", "dative")
    assert not forms.agrees("sala", "sala", "dative")


def test_in_other_languages_every_case_is_the_nominative():
    assert forms.agrees("Umsatz", "Umsatz", "dative", "de")
    assert not forms.agrees("Umsatzes", "Umsatz", "genitive", "de")
