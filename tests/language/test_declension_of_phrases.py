"""In a phrase the head bends, what describes it agrees, and what hangs on it stays."""

import pytest

from articles.language import grammar


def bent(phrase, **known):
    declined = grammar.decline(phrase, **known)
    return declined.dative, declined.genitive


@pytest.mark.parametrize(
    ("phrase", "dative", "genitive"),
    [
        ("gott ráð", "góðu ráði", "góðs ráðs"),
        ("mikill vindur", "miklum vindi", "mikils vinds"),
        ("blátt blóm", "bláu blómi", "blás blóms"),
        ("ný hús", "nýjum húsum", "nýrra húsa"),
        ("dagleg notkun", "daglegri notkun", "daglegrar notkunar"),
        ("íslenskt mál", "íslensku máli", "íslensks máls"),
        ("opið útboð", "opnu útboði", "opins útboðs"),
        ("jafnar greiðslur", "jöfnum greiðslum", "jafnra greiðslna"),
        ("almenn hegningarlög", "almennum hegningarlögum", "almennra hegningarlaga"),
        ("óverðtryggð lán", "óverðtryggðum lánum", "óverðtryggðra lána"),
    ],
)
def test_a_strong_adjective_agrees(phrase, dative, genitive):
    assert bent(phrase) == (dative, genitive)
    assert grammar.decline(phrase).certain


@pytest.mark.parametrize(
    ("phrase", "dative", "genitive"),
    [
        ("betri kostur", "betri kosti", "betri kostar"),
        ("besti kosturinn", "besta kostinum", "besta kostarins"),
        ("stærsti banki landsins", "stærsta banka landsins", "stærsta banka landsins"),
        ("fallegasta borgin", "fallegustu borginni", "fallegustu borgarinnar"),
        ("fyrsti dagur sumars", "fyrsta degi sumars", "fyrsta dags sumars"),
        ("hinn gullni meðalvegur", "hinum gullna meðalvegi", "hins gullna meðalvegar"),
    ],
)
def test_degrees_and_weak_adjectives_agree(phrase, dative, genitive):
    assert bent(phrase) == (dative, genitive)


@pytest.mark.parametrize(
    ("phrase", "dative", "genitive"),
    [
        ("lokað útboð", "lokuðu útboði", "lokaðs útboðs"),
        ("seldur bíll", "seldum bíl", "selds bíls"),
        ("tekjutengd afborgun", "tekjutengdri afborgun", "tekjutengdrar afborgunar"),
        ("lifandi tónlist", "lifandi tónlist", "lifandi tónlistar"),
    ],
)
def test_participles_agree_where_they_bend(phrase, dative, genitive):
    assert bent(phrase) == (dative, genitive)


@pytest.mark.parametrize(
    ("phrase", "dative", "genitive"),
    [
        ("þetta hús", "þessu húsi", "þessa húss"),
        ("þessir bílar", "þessum bílum", "þessara bíla"),
        ("annar kostur", "öðrum kosti", "annars kostar"),
        ("önnur leið", "annarri leið", "annarrar leiðar"),
        ("nokkrir menn", "nokkrum mönnum", "nokkurra manna"),
        ("allir menn", "öllum mönnum", "allra manna"),
        ("margar konur", "mörgum konum", "margra kvenna"),
    ],
)
def test_a_pronoun_before_the_head_agrees(phrase, dative, genitive):
    assert bent(phrase) == (dative, genitive)


@pytest.mark.parametrize(
    ("phrase", "dative", "genitive", "number"),
    [
        ("einn maður", "einum manni", "eins manns", "singular"),
        ("tveir menn", "tveimur mönnum", "tveggja manna", "plural"),
        ("þrjú börn", "þremur börnum", "þriggja barna", "plural"),
        ("fjórar leiðir", "fjórum leiðum", "fjögurra leiða", "plural"),
        ("sjö dagar", "sjö dögum", "sjö daga", "plural"),
        ("5 dagar", "5 dögum", "5 daga", "plural"),
        ("21 dagur", "21 degi", "21 dags", "singular"),
    ],
)
def test_a_number_up_to_four_bends_and_a_higher_one_stays(phrase, dative, genitive, number):
    assert bent(phrase) == (dative, genitive)
    assert grammar.decline(phrase).number == number


@pytest.mark.parametrize(
    ("head", "dative", "genitive", "rest"),
    [
        ("sala", "sölu", "sölu", "á netinu"),
        ("ferð", "ferð", "ferðar", "til Íslands"),
        ("ferð", "ferð", "ferðar", "um landið"),
        ("maður", "manni", "manns", "frá Noregi"),
        ("bréf", "bréfi", "bréfs", "til ömmu"),
        ("hús", "húsi", "húss", "við sjó"),
        ("vinna", "vinnu", "vinnu", "án launa"),
        ("samningur", "samningi", "samnings", "milli ríkja"),
        ("réttur", "rétti", "réttar", "til náms"),
        ("ótti", "ótta", "ótta", "við hæðir"),
        ("vernd", "vernd", "verndar", "gegn vindi"),
        ("starf", "starfi", "starfs", "hjá ríkinu"),
        ("mataræði", "mataræði", "mataræðis", "með fiski"),
        ("bók", "bók", "bókar", "eftir Halldór Laxness"),
        ("tónlist", "tónlist", "tónlistar", "sem róar"),
        ("laun", "launum", "launa", "samkvæmt samningi"),
        ("leiga", "leigu", "leigu", "(til eigin nota)"),
        ("bíll", "bíl", "bíls", "(rafmagn)"),
    ],
)
def test_what_hangs_on_the_head_stays(head, dative, genitive, rest):
    declined = grammar.decline(f"{head} {rest}")

    assert declined.nominative == f"{head} {rest}"
    assert declined.dative == f"{dative} {rest}"
    assert declined.genitive == f"{genitive} {rest}"


@pytest.mark.parametrize(
    ("phrase", "dative", "genitive", "gender"),
    [
        ("menn og konur", "mönnum og konum", "manna og kvenna", "neuter"),
        ("feður og synir", "feðrum og sonum", "feðra og sona", "masculine"),
        ("mæður og dætur", "mæðrum og dætrum", "mæðra og dætra", "feminine"),
        ("kennari og nemandi", "kennara og nemanda", "kennara og nemanda", "masculine"),
        ("dagur eða nótt", "degi eða nótt", "dags eða nætur", "neuter"),
        ("sól, máni og stjörnur", "sól, mána og stjörnum", "sólar, mána og stjarna", "neuter"),
        ("bæði karlar og konur", "bæði körlum og konum", "bæði karla og kvenna", "neuter"),
        ("hiti/kuldi", "hita/kulda", "hita/kulda", "masculine"),
        ("Ísland og Noregur", "Íslandi og Noregi", "Íslands og Noregs", "neuter"),
        ("Jón og Guðrún", "Jóni og Guðrúnu", "Jóns og Guðrúnar", "neuter"),
        ("sala bíla og leiga húsa", "sölu bíla og leigu húsa", "sölu bíla og leigu húsa", "feminine"),
    ],
)
def test_several_heads_all_bend_and_are_plural_and_neuter_if_they_differ(phrase, dative, genitive, gender):
    declined = grammar.decline(phrase)

    assert (declined.dative, declined.genitive) == (dative, genitive)
    assert (declined.number, declined.gender) == ("plural", gender)


def test_what_stands_behind_the_last_head_stays_for_all():
    assert bent("lög og reglur um persónuvernd") == (
        "lögum og reglum um persónuvernd",
        "laga og reglna um persónuvernd",
    )


@pytest.mark.parametrize("phrase", ["tekju- og eignarskattur", "inn- og útflutningur"])
def test_half_a_word_before_and_stays_and_there_is_one_head(phrase):
    declined = grammar.decline(phrase)
    half = phrase.split()[0]

    assert declined.dative.startswith(f"{half} og ")
    assert declined.number == "singular"
    assert declined.certain


@pytest.mark.parametrize(
    ("phrase", "dative", "genitive"),
    [
        ("hið góða", "hinu góða", "hins góða"),
        ("gott", "góðu", "góðs"),
        ("gamlir", "gömlum", "gamalla"),
        ("fátækir", "fátækum", "fátækra"),
        ("atvinnulausir", "atvinnulausum", "atvinnulausra"),
        ("látnir", "látnum", "látinna"),
        ("sumir", "sumum", "sumra"),
        ("rautt og hvítt", "rauðu og hvítu", "rauðs og hvíts"),
        ("hvítur og svartur", "hvítum og svörtum", "hvíts og svarts"),
    ],
)
def test_adjectives_without_a_noun_bend_but_are_not_certain(phrase, dative, genitive):
    assert bent(phrase) == (dative, genitive)
    assert not grammar.decline(phrase).certain


@pytest.mark.parametrize(
    ("pronoun", "dative", "genitive"),
    [
        ("ég", "mér", "mín"),
        ("þú", "þér", "þín"),
        ("hann", "honum", "hans"),
        ("hún", "henni", "hennar"),
        ("við", "okkur", "okkar"),
        ("þið", "ykkur", "ykkar"),
        ("ég og þú", "mér og þér", "mín og þín"),
    ],
)
def test_personal_pronouns_have_forms_of_their_own(pronoun, dative, genitive):
    assert bent(pronoun) == (dative, genitive)


@pytest.mark.parametrize(
    ("phrase", "known", "dative"),
    [
        ("lán", {"number": "singular"}, "láni"),
        ("lán", {"number": "plural"}, "lánum"),
        ("mál", {"number": "plural"}, "málum"),
        ("ár", {"gender": "neuter", "number": "singular"}, "ári"),
        ("ár", {"gender": "feminine"}, "ár"),
        ("lítil börn", {"number": "plural"}, "litlum börnum"),
    ],
)
def test_what_the_caller_knows_decides_between_readings(phrase, known, dative):
    assert grammar.decline(phrase, **known).dative == dative


@pytest.mark.parametrize("phrase", ["skýrsla", "land"])
def test_a_number_and_gender_that_the_word_cannot_have_are_doubted(phrase):
    assert grammar.decline(phrase).certain
    assert not grammar.decline(phrase, number="plural", gender="masculine").certain
