"""Where a text names a side: by its own forms, by a compound, or not at all."""

import pytest

from articles.transfer.drafting.mentions import STRONG, WEAK, Finder

from .drafting_subjects import COFFEE, ELECTRONIC, SALES, SERVICE, TEA, VIRUSES, WRITTEN, subject


def mentions(text, *subjects, language="is"):
    found = Finder(subjects, language).mentions(text)
    return [(mention.side, text[mention.start : mention.end], mention.weight) for mention in found]


@pytest.mark.parametrize(
    "form", ["Sala", "sölu", "Salan", "sölunni", "sölunnar", "SALA", "sölur", "sölum", "sölurnar"]
)
def test_every_form_of_a_subject_names_it(form):
    assert mentions(f"Nú er {form} hér.", SALES, SERVICE) == [(0, form, STRONG)]


def test_mentions_stand_in_the_order_of_the_text():
    assert mentions("Þjónustan fylgir sölunni.", SALES, SERVICE) == [(1, "Þjónustan", STRONG), (0, "sölunni", STRONG)]


@pytest.mark.parametrize("word", ["Söluverð", "sölumaður", "sölu-maður", "Söluþjónusta", "sölunefndin"])
def test_a_compound_with_a_subject_counts_less(word):
    assert mentions(f"Nú er {word} hér.", SALES, SERVICE) == [(0, word, WEAK)]


@pytest.mark.parametrize("word", ["Salur", "salnum", "selja", "útsala", "Sölux", "söl", "saltfiskur"])
def test_another_word_that_looks_like_it_does_not_count(word):
    assert mentions(f"Nú er {word} hér.", SALES, SERVICE) == []


def test_a_compound_belongs_to_the_side_whose_name_it_begins_with():
    assert mentions("þjónustusala", SALES, SERVICE) == [(1, "þjónustusala", WEAK)]


def test_of_two_names_that_a_compound_begins_with_the_longer_counts():
    tax, wealth_tax = subject("eign", "eign", "eignar"), subject("eignarskattur", "eignarskatti", "eignarskatts")

    assert mentions("eignarskattsstofn", tax, wealth_tax) == [(1, "eignarskattsstofn", WEAK)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rafræn undirskrift er fljótleg.", [(0, "Rafræn undirskrift")]),
        ("Rafrænar undirskriftir eru fljótlegar.", [(0, "Rafrænar undirskriftir")]),
        ("Hin rafræna er betri.", [(0, "rafræna")]),
        (
            "Skriflegrar undirskriftar er krafist, ekki rafrænnar.",
            [(1, "Skriflegrar undirskriftar"), (0, "rafrænnar")],
        ),
        ("Undirskrift er gild.", []),
    ],
)
def test_a_word_that_two_names_share_tells_nothing_alone(text, found):
    assert mentions(text, ELECTRONIC, WRITTEN) == [(side, name, STRONG) for side, name in found]


def test_a_longer_name_is_not_taken_for_the_shorter_within_it():
    shared, limited = subject("hlutafélag", "hlutafélagi"), subject("einkahlutafélag", "einkahlutafélagi")

    assert mentions("Einkahlutafélag er ekki hlutafélag.", shared, limited) == [
        (1, "Einkahlutafélag", STRONG),
        (0, "hlutafélag", STRONG),
    ]


def test_a_name_within_a_phrase_is_not_taken_out_of_it():
    club, closed_club = subject("klúbbur", "klúbbi", "klúbbs"), subject("lokaður klúbbur", "lokuðum klúbbi")

    assert mentions("Lokaður klúbbur er klúbbur.", club, closed_club) == [
        (1, "Lokaður klúbbur", STRONG),
        (0, "klúbbur", STRONG),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sales are high.", [(0, "Sales")]),
        ("A sale is made.", [(0, "sale")]),
        ("The virus's shell is thin.", [(1, "virus's")]),
        ("The virus’s shell is thin.", [(1, "virus’s")]),
        ("Viruses spread.", [(1, "Viruses")]),
        ("Our customer service is open.", [(2, "customer service")]),
        ("Customers call.", [(2, "Customers")]),
        ("Salesmen call.", []),
    ],
)
def test_english_names_are_found_by_their_endings(text, found):
    subjects = [subject(name, language="en") for name in ("sales", "a virus", "customer service")]

    assert mentions(text, *subjects, language="en") == [(side, name, STRONG) for side, name in found]


def test_an_article_is_no_part_of_an_english_name():
    assert mentions("A dog and the sun.", subject("a cat", language="en"), language="en") == []


def test_a_name_that_is_not_known_is_found_as_it_is_written():
    assert mentions("Netflix er dýrt, netflix já.", subject("Netflix"), SALES) == [
        (0, "Netflix", STRONG),
        (0, "netflix", STRONG),
    ]


@pytest.mark.parametrize(
    ("text", "heading", "share"),
    [
        ("Sala kostar fé.", "Verð", 0.0),
        ("Verðið er hátt.", "Verð", 1.0),
        ("Laun sölumanna eru há.", "Laun og hlunnindi", 0.5),
        ("Launin og hlunnindin eru góð.", "Laun og hlunnindi", 1.0),
        ("Hún er á og í.", "og á í", 0.0),
        ("", "Verð", 0.0),
    ],
)
def test_a_clause_has_a_share_of_the_headings_words(text, heading, share):
    assert Finder([SALES, SERVICE], "is").relevant(text, heading) == share


def test_little_words_of_an_english_heading_do_not_count():
    assert Finder([TEA, COFFEE], "en").relevant("The price of it.", "The Price of Beans") == 0.5


def test_no_subject_is_named_by_nothing():
    assert mentions("", SALES, VIRUSES) == []
