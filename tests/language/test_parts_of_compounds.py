"""What an Icelandic compound is found by beside itself, and what only looks like a part."""

import pytest

from articles.language.analysis import analyse


def parts(word):
    return set(analyse(word, "is").parts)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("samanburðartöflunni", "tafla samanburður"),
        ("Landsbankinn", "banki land"),
        ("bílastæðin", "bíll"),
        ("bílskúrnum", "bíll skúr"),
        ("einkahlutafélagi", "hlutafélag félag"),
        ("lífeyrissjóðurinn", "sjóður lífeyrir"),
        ("virðisaukaskattur", "skattur"),
        ("fjarvinnu", "vinna"),
        ("rafbílar", "bíll"),
        ("háskólanum", "skóli"),
        ("langömmu", "amma"),
        ("vélanámi", "nám vél"),
        ("umhverfisvænn", "umhverfi"),
        ("fasteigna-sala", "fasteign sala"),
    ],
)
def test_a_compound_has_its_parts(word, expected):
    assert set(expected.split()) - parts(word) == set()


@pytest.mark.parametrize(
    "word",
    "salerni ananas kartöflur kettlingur hugmynd fyrirtæki sjúkdómur forseti peningar tilkynna stundað rannsókn"
    " Garðabæ Reykjavík Guðrún Ragnheiður sala hús appelsína banani Þorsteinsson".split(),
)
def test_what_is_no_compound_has_none(word):
    assert parts(word) == set()


def test_a_modifier_is_not_taken_for_another_word():
    assert parts("skólapeysa") == {"skóli", "peysa"}
    assert "heimur" not in parts("heimasíða")
    assert "andi" not in parts("starfandi")
    assert "lan" not in parts("langamma")
