"""Each way in which Icelandic nouns bend, shown by nouns that are not in the list of pairs."""

import pytest

from articles.language import grammar
from articles.language.declension import Declension


def bent(phrase, **known):
    declined = grammar.decline(phrase, **known)
    return declined.dative, declined.genitive


@pytest.mark.parametrize(
    ("noun", "dative", "genitive"),
    [
        ("hundur", "hundi", "hunds"),
        ("garður", "garði", "garðs"),
        ("gestur", "gesti", "gests"),
        ("drengur", "dreng", "drengs"),
        ("söngur", "söng", "söngs"),
        ("steinn", "steini", "steins"),
        ("stóll", "stól", "stóls"),
        ("engill", "engli", "engils"),
        ("ketill", "katli", "ketils"),
        ("akur", "akri", "akurs"),
        ("sigur", "sigri", "sigurs"),
        ("hellir", "helli", "hellis"),
    ],
)
def test_a_strong_masculine_bends_in_its_stem_and_its_ending(noun, dative, genitive):
    assert grammar.decline(noun) == Declension(noun, dative, genitive, "singular", "masculine", False, True)


@pytest.mark.parametrize(
    ("noun", "dative", "genitive"),
    [
        ("gjöf", "gjöf", "gjafar"),
        ("vík", "vík", "víkur"),
        ("ey", "ey", "eyjar"),
        ("á", "á", "ár"),
        ("kerling", "kerlingu", "kerlingar"),
        ("spurning", "spurningu", "spurningar"),
        ("áætlun", "áætlun", "áætlunar"),
        ("skoðun", "skoðun", "skoðunar"),
        ("ferð", "ferð", "ferðar"),
        ("auðlind", "auðlind", "auðlindar"),
    ],
)
def test_a_strong_feminine_bends_in_its_genitive(noun, dative, genitive):
    assert grammar.decline(noun) == Declension(noun, dative, genitive, "singular", "feminine", False, True)


@pytest.mark.parametrize(
    ("noun", "dative", "genitive"),
    [
        ("land", "landi", "lands"),
        ("nafn", "nafni", "nafns"),
        ("fjall", "fjalli", "fjalls"),
        ("gras", "grasi", "grass"),
        ("blað", "blaði", "blaðs"),
        ("skjal", "skjali", "skjals"),
    ],
)
def test_a_strong_neuter_bends_and_its_vowel_shows_that_it_is_one(noun, dative, genitive):
    assert grammar.decline(noun) == Declension(noun, dative, genitive, "singular", "neuter", False, True)


@pytest.mark.parametrize(
    ("noun", "oblique", "gender"),
    [
        ("tími", "tíma", "masculine"),
        ("skóli", "skóla", "masculine"),
        ("fjandi", "fjanda", "masculine"),
        ("gata", "götu", "feminine"),
        ("amma", "ömmu", "feminine"),
        ("staða", "stöðu", "feminine"),
        ("króna", "krónu", "feminine"),
        ("lunga", "lunga", "neuter"),
        ("nýra", "nýra", "neuter"),
    ],
)
def test_a_weak_noun_has_one_form_in_the_other_cases(noun, oblique, gender):
    assert grammar.decline(noun) == Declension(noun, oblique, oblique, "singular", gender, False, True)


@pytest.mark.parametrize(
    ("noun", "oblique"), [("bróðir", "bróður"), ("dóttir", "dóttur"), ("faðir", "föður"), ("systir", "systur")]
)
def test_kin_in_ir_have_one_form_in_the_other_cases(noun, oblique):
    assert bent(noun) == (oblique, oblique)


@pytest.mark.parametrize("noun", ["borð", "skip", "blóm", "próf", "kerfi", "verkefni", "kvæði", "tré", "hné", "epli"])
def test_a_neuter_that_might_be_a_plural_is_not_certain(noun):
    singular, plural = grammar.decline(noun, number="singular"), grammar.decline(noun, number="plural")

    assert not grammar.decline(noun).certain
    assert singular.certain
    assert plural.certain
    assert singular.dative != plural.dative


@pytest.mark.parametrize(
    ("noun", "dative", "genitive"),
    [
        ("feður", "feðrum", "feðra"),
        ("bræður", "bræðrum", "bræðra"),
        ("dætur", "dætrum", "dætra"),
        ("synir", "sonum", "sona"),
        ("hendur", "höndum", "handa"),
        ("fætur", "fótum", "fóta"),
        ("tennur", "tönnum", "tanna"),
        ("mýs", "músum", "músa"),
        ("hjörtu", "hjörtum", "hjartna"),
        ("augu", "augum", "augna"),
        ("eyru", "eyrum", "eyrna"),
        ("lönd", "löndum", "landa"),
        ("nemendur", "nemendum", "nemenda"),
        ("frændur", "frændum", "frænda"),
        ("kennarar", "kennurum", "kennara"),
        ("firðir", "fjörðum", "fjarða"),
        ("vellir", "völlum", "valla"),
        ("sögur", "sögum", "sagna"),
        ("tölur", "tölum", "talna"),
        ("stofur", "stofum", "stofa"),
        ("vörur", "vörum", "vara"),
        ("áætlanir", "áætlunum", "áætlana"),
        ("buxur", "buxum", "buxna"),
        ("dyr", "dyrum", "dyra"),
    ],
)
def test_a_plural_is_known_by_its_form(noun, dative, genitive):
    declined = grammar.decline(noun)

    assert (declined.dative, declined.genitive) == (dative, genitive)
    assert (declined.number, declined.certain) == ("plural", True)


@pytest.mark.parametrize(
    ("noun", "dative", "genitive"),
    [
        ("fjörðurinn", "firðinum", "fjarðarins"),
        ("kötturinn", "kettinum", "kattarins"),
        ("læknirinn", "lækninum", "læknisins"),
        ("nemandinn", "nemandanum", "nemandans"),
        ("skógurinn", "skóginum", "skógarins"),
        ("salan", "sölunni", "sölunnar"),
        ("höndin", "hendinni", "handarinnar"),
        ("höfnin", "höfninni", "hafnarinnar"),
        ("nóttin", "nóttinni", "næturinnar"),
        ("hjartað", "hjartanu", "hjartans"),
        ("ríkið", "ríkinu", "ríkisins"),
        ("konurnar", "konunum", "kvennanna"),
        ("nemendurnir", "nemendunum", "nemendanna"),
        ("vötnin", "vötnunum", "vatnanna"),
        ("vextirnir", "vöxtunum", "vaxtanna"),
    ],
)
def test_the_article_bends_with_its_noun(noun, dative, genitive):
    declined = grammar.decline(noun)

    assert (declined.dative, declined.genitive) == (dative, genitive)
    assert declined.definite
    assert declined.certain


@pytest.mark.parametrize(
    ("noun", "dative", "genitive"),
    [
        ("streymari", "streymara", "streymara"),
        ("minimalisti", "minimalista", "minimalista"),
        ("robotvæðing", "robotvæðingu", "robotvæðingar"),
        ("smartleiki", "smartleika", "smartleika"),
        ("zoomfundur", "zoomfundi", "zoomfundar"),
        ("crossfitæfing", "crossfitæfingu", "crossfitæfingar"),
        ("tiktokmyndband", "tiktokmyndbandi", "tiktokmyndbands"),
        ("spotifyáskrift", "spotifyáskrift", "spotifyáskriftar"),
        ("blockchainbanki", "blockchainbanka", "blockchainbanka"),
    ],
)
def test_a_new_word_bends_as_its_last_part_but_is_not_certain(noun, dative, genitive):
    declined = grammar.decline(noun)

    assert (declined.dative, declined.genitive) == (dative, genitive)
    assert (declined.number, declined.certain) == ("singular", False)
