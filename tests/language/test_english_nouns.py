"""English plurals and articles, by rule and by lists of what breaks the rules."""

import pytest

from articles.language import english, english_nouns


@pytest.mark.parametrize(
    "phrase",
    "hour|honest man|heir|apple|MRI scan|SMS|X-ray|HTML page|8|11|18|80|18,000|umbrella|uncle|EFTA|update".split("|"),
)
def test_before_a_vowels_sound_stands_an(phrase):
    assert english_nouns.a_or_an(phrase) == "an"


@pytest.mark.parametrize(
    "phrase",
    "house|university|unit|union|European|one-sided|user|utopia|USB stick|UFO|NATO base|1|100|110|1100|ewe".split("|"),
)
def test_before_any_other_stands_a(phrase):
    assert english_nouns.a_or_an(phrase) == "a"


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Virus", "a virus"),
        ("Private limited company", "a private limited company"),
        ("Icelandic horse", "an Icelandic horse"),
        ("University", "a university"),
        ("USB printer", "a USB printer"),
        # These may want none.
        ("Service", "service"),
        ("Sale", "sale"),
        ("Sheep", "sheep"),
        ("Company law", "company law"),
        ("Viruses", "viruses"),
        ("A virus", "a virus"),
        ("The bank", "the bank"),
        ("Bank of the river", "bank of the river"),
        ("Iceland's bank", "Iceland's bank"),
        ("Supreme Court", "Supreme Court"),
        ("Bus and train", "bus and train"),
    ],
)
def test_only_what_is_surely_counted_gets_an_article(name, inside):
    assert english.decline(name).nominative == inside


@pytest.mark.parametrize("noun", "antibiotics menus taxis topics businessmen fungi police T-shirts".split())
def test_a_plural_is_seen_whatever_it_ends_in(noun):
    assert english_nouns.is_plural(noun)


@pytest.mark.parametrize("noun", "physics lens gas species specimen virus basis glass Christmas news sheep".split())
def test_a_singular_is_seen_whatever_it_ends_in(noun):
    assert not english_nouns.is_plural(noun)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Virus", "viruses"),
        ("a house", "Houses"),
        ("City", "cities"),
        ("Movie", "movies"),
        ("Wolf", "wolves"),
        ("Knife", "the knives"),
        ("Analysis", "analyses"),
        ("Bacterium", "bacteria"),
        ("Woman", "women"),
        ("Businessman", "businessmen"),
        ("Potato", "potatoes"),
        ("Box", "boxes"),
        ("Sale of cars", "sales of cars"),
        ("District court", "the district courts"),
        ("Sales", "sales"),
    ],
)
def test_a_name_is_the_same_of_one_and_of_many(one, other):
    assert english.is_same_name(one, other)
    assert english.is_same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bus", "bush"),
        ("Physics", "physic"),
        ("Glass", "glas"),
        ("Cat", "category"),
        ("Car", "car tax"),
        ("Lens", "len"),
    ],
)
def test_another_name_is_another(one, other):
    assert not english.is_same_name(one, other)
    assert not english.is_same_name(other, one)
