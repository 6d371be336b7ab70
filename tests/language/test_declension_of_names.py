"""Names of people, places and bodies: every part that bends bends, and a foreign name is not tampered with."""

import pytest

from articles.language import grammar


@pytest.mark.parametrize(
    ("name", "dative", "genitive"),
    [
        ("Kristín", "Kristínu", "Kristínar"),
        ("Ásta", "Ástu", "Ástu"),
        ("Gunnar", "Gunnari", "Gunnars"),
        ("Pétur", "Pétri", "Péturs"),
        ("Hörður", "Herði", "Harðar"),
        ("Þorgerður", "Þorgerði", "Þorgerðar"),
        ("Sólveig", "Sólveigu", "Sólveigar"),
        ("Jóhannes", "Jóhannesi", "Jóhannesar"),
        ("Árni", "Árna", "Árna"),
    ],
)
def test_a_first_name_bends(name, dative, genitive):
    declined = grammar.decline(name)

    assert (declined.nominative, declined.dative, declined.genitive) == (name, dative, genitive)
    assert declined.certain


@pytest.mark.parametrize(
    ("name", "dative", "genitive"),
    [
        ("Páll Jónsson", "Páli Jónssyni", "Páls Jónssonar"),
        ("Hallgrímur Pétursson", "Hallgrími Péturssyni", "Hallgríms Péturssonar"),
        ("Anna Björk Jónsdóttir", "Önnu Björk Jónsdóttur", "Önnu Bjarkar Jónsdóttur"),
        ("Jón Arason biskup", "Jóni Arasyni biskupi", "Jóns Arasonar biskups"),
        ("Jón forseti", "Jóni forseta", "Jóns forseta"),
        ("Ólafur helgi", "Ólafi helga", "Ólafs helga"),
        ("Guðmundur góði", "Guðmundi góða", "Guðmundar góða"),
        ("Haraldur hárfagri", "Haraldi hárfagra", "Haralds hárfagra"),
    ],
)
def test_every_part_of_a_persons_name_bends(name, dative, genitive):
    declined = grammar.decline(name)

    assert (declined.nominative, declined.dative, declined.genitive) == (name, dative, genitive)


@pytest.mark.parametrize(
    ("name", "dative", "genitive"),
    [
        ("herra Sigurbjörn", "herra Sigurbirni", "herra Sigurbjörns"),
        ("frú Guðrún", "frú Guðrúnu", "frú Guðrúnar"),
        ("dr. Gunnar", "dr. Gunnari", "dr. Gunnars"),
        ("prófessor Sigurður", "prófessor Sigurði", "prófessor Sigurðar"),
    ],
)
def test_a_title_before_a_name_stays(name, dative, genitive):
    declined = grammar.decline(name)

    assert (declined.dative, declined.genitive) == (dative, genitive)


@pytest.mark.parametrize("name", ["Barack Obama", "J.K. Rowling", "EFTA og ESB", "PDF og HTML"])
def test_a_name_that_nobody_can_bend_stays(name):
    declined = grammar.decline(name)

    assert {declined.nominative, declined.dative, declined.genitive} == {name}
    assert not declined.certain


def test_a_foreign_family_name_stays_behind_a_name_that_bends():
    assert grammar.decline("Albert Einstein").genitive == "Alberts Einstein"
    assert not grammar.decline("Albert Einstein").certain


@pytest.mark.parametrize(
    ("name", "dative", "genitive"),
    [
        ("Þýskaland", "Þýskalandi", "Þýskalands"),
        ("Austurríki", "Austurríki", "Austurríkis"),
        ("Evrópa", "Evrópu", "Evrópu"),
        ("Suður-Afríka", "Suður-Afríku", "Suður-Afríku"),
        ("Nýja-Sjáland", "Nýja-Sjálandi", "Nýja-Sjálands"),
        ("París", "París", "Parísar"),
        ("Ísafjörður", "Ísafirði", "Ísafjarðar"),
        ("Selfoss", "Selfossi", "Selfoss"),
        ("Húsavík", "Húsavík", "Húsavíkur"),
        ("Hveragerði", "Hveragerði", "Hveragerðis"),
        ("Mosfellsbær", "Mosfellsbæ", "Mosfellsbæjar"),
        ("Borgarnes", "Borgarnesi", "Borgarness"),
        ("Snæfellsjökull", "Snæfellsjökli", "Snæfellsjökuls"),
        ("Þingvallavatn", "Þingvallavatni", "Þingvallavatns"),
        ("Himalajafjöll", "Himalajafjöllum", "Himalajafjalla"),
        ("Júpíter", "Júpíter", "Júpíters"),
    ],
)
def test_a_place_bends_and_keeps_its_capital(name, dative, genitive):
    declined = grammar.decline(name)

    assert (declined.nominative, declined.dative, declined.genitive) == (name, dative, genitive)
    assert declined.certain


@pytest.mark.parametrize(
    ("name", "dative", "genitive"),
    [
        ("Rauði krossinn", "Rauða krossinum", "Rauða krossins"),
        ("Þjóðleikhúsið", "Þjóðleikhúsinu", "Þjóðleikhússins"),
        ("Evrópusambandið", "Evrópusambandinu", "Evrópusambandsins"),
        ("Landspítali", "Landspítala", "Landspítala"),
        ("Hæstiréttur Íslands", "Hæstarétti Íslands", "Hæstaréttar Íslands"),
        ("Seðlabanki Íslands", "Seðlabanka Íslands", "Seðlabanka Íslands"),
        ("Hótel Borg", "Hóteli Borg", "Hótels Borgar"),
    ],
)
def test_a_body_bends_and_keeps_its_capital(name, dative, genitive):
    declined = grammar.decline(name)

    assert (declined.nominative, declined.dative, declined.genitive) == (name, dative, genitive)


@pytest.mark.parametrize("name", ["Landsbanki Íslands", "Seðlabanki Íslands", "Háskóli Íslands", "Hótel Borg"])
def test_a_name_made_of_a_common_noun_is_not_certain(name):
    assert not grammar.decline(name).certain


@pytest.mark.parametrize(
    ("name", "alone", "inside"),
    [
        ("Steinn", "steini", "Steini"),
        ("Haukur", "hauki", "Hauki"),
        ("Örn", "erni", "Erni"),
        ("Síminn", "símanum", "Símanum"),
    ],
)
def test_a_capital_is_the_words_own_only_inside_a_sentence(name, alone, inside):
    assert grammar.decline(name).dative == alone
    assert grammar.decline(name, in_sentence=True).dative == inside
    assert not grammar.decline(name).certain
