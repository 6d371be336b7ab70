"""A form and its headword are stored as what differs from the folded form, and read again as they were."""

import random

import pytest

from articles.search.spelling import folded, spelled, spelling

WORDS = [
    ("sölunni", "sala"),
    ("þjónustu", "þjónusta"),
    ("æði", "æður"),
    ("hestur", "hestur"),
    ("e-mail", "e-mails"),
    ("ÿþ", "x"),
    ("straße", "strasse"),
    ("á", "á"),
    ("ﬁn", "fin"),
    ("e\u0301a", "éa"),
    ("!á", "á!"),
    ("þ" * 32, "þ" * 64),
    ("o" * 63 + "ð", "o"),
    ("ἀθῆναι", "αθηνα"),
    ("東京", "東京都"),
]


@pytest.mark.parametrize(("form", "lemma"), WORDS)
def test_what_is_stored_is_read_again(form, lemma):
    assert spelled(folded(form), spelling(form, lemma)) == (form, lemma)


def test_any_letters_are_read_again():
    chance = random.Random(4)
    letters = [chr(number) for number in (*range(0x21, 0x250), *range(0x300, 0x400), *range(0x1E00, 0x2150))]
    for _ in range(5_000):
        form = "".join(letter.lower() for letter in chance.choices(letters, k=chance.randrange(1, 12)))
        lemma = form[: chance.randrange(9)] + "ur"
        assert spelled(folded(form), spelling(form, lemma)) == (form, lemma)


def test_only_what_differs_is_stored():
    assert spelling("hestur", "hestur") == " 6"
    assert spelling("sölunni", "sala") == "1ö 1ala"


def test_it_is_never_longer_than_there_is_room_for():
    assert max(len(spelling("þ" * 64, "ð" * 64)), len(spelling("ab" * 32, "ð" * 64))) <= 132
