"""What is left of a clause when the words that the table says already are dropped."""

import pytest

from articles.transfer.drafting.mentions import STRONG, Finder
from articles.transfer.drafting.sentences import words_of
from articles.transfer.drafting.shortening import opens_with, shorten
from articles.transfer.drafting.wording import wording

from .drafting_subjects import BACTERIA, SALES, SERVICE, VIRUSES, subject


def named(text, subjects, language):
    return next((one for one in Finder(subjects, language).mentions(text) if one.weight == STRONG), None)


def short(text, *subjects, language="is", plural=False):
    mention = named(text, subjects or (SALES, SERVICE), language)
    return shorten(text, mention, plural, wording(language), language)


def english(text, *, plural=False):
    subjects = subject("sales", language="en", number="plural"), subject("service", language="en")
    return short(text, *subjects, language="en", plural=plural)


@pytest.mark.parametrize(
    "opening",
    [
        "Tilgangurinn með sölu er",
        "Helsta markmið sölu var",
        "Hlutverk sölu er fyrst og fremst",
        "Megináherslan í sölu er",
        "Sala miðar að því",
        "Sala stefnir hins vegar að því",
        "Sala gengur út á",
        "Sala gengur út á það",
        "Sala felst í",
        "Sala felst í því",
        "Sala snýst oftast um það",
    ],
)
def test_words_of_purpose_are_dropped(opening):
    assert short(f"{opening} að græða") == "Að græða"


@pytest.mark.parametrize(
    ("clause", "cell"),
    [
        ("Sala er þó dýr", "Dýr"),
        ("Sala er aðallega dýr", "Dýr"),
        ("Sala er, hins vegar, dýr", "Dýr"),
        ("Sala – dýr og löng", "Dýr og löng"),
        ("Hvað varðar sölu er verðið hátt", "Verðið hátt"),
        ("Í tilviki sölu er verðið hátt", "Verðið hátt"),
        ("Þegar um sölu er að ræða þá er það dýrt", "Dýrt"),
        ("Hjá sölu þarf leyfi", "Þarf leyfi"),
        ("Við sölu gilda reglur", "Gilda reglur"),
        ("Með sölu kemur fé", "Kemur fé"),
        ("Það er öðruvísi með sölu þar sem hún er dýr", "Hún er dýr"),
        ("Það er annað mál með sölu því hún er dýr", "Hún er dýr"),
    ],
)
def test_words_that_only_name_the_side_are_dropped(clause, cell):
    assert short(clause) == cell


@pytest.mark.parametrize(
    ("clause", "cell"),
    [
        ("Eins og allir vita kostar sala mikið", "Kostar mikið"),
        ("Eins og vitað er kostar sala fé", "Kostar fé"),
        ("Eins og þekkt er kostar sala fé", "Kostar fé"),
        ("Almennt er sala dýr", "Dýr"),
        ("Í stuttu máli er sala dýr", "Dýr"),
        ("Almennt eru reglur um sölu strangar", "Almennt eru reglur um sölu strangar"),
    ],
)
def test_an_introduction_is_dropped_where_the_subject_can_go_first(clause, cell):
    assert short(clause) == cell


@pytest.mark.parametrize(
    ("clause", "cell"),
    [
        ("Þó að sala sé dýr", "Dýr"),
        ("Þótt sala sé ekki ódýr", "Ekki ódýr"),
        ("Þó sala sé löng", "Löng"),
        ("Þótt verðið sé hátt", "Verðið er hátt"),
    ],
)
def test_a_clause_with_though_becomes_a_clause_of_its_own(clause, cell):
    assert short(clause) == cell


@pytest.mark.parametrize(
    "clause",
    [
        "þá er þetta öðruvísi með sölu",
        "það er annað mál með sölu",
        "þá er það ekki hjá sölu",
        "svo er ekki með sölu",
        "þannig er það hjá sölu",
    ],
)
def test_a_clause_that_says_only_that_it_differs_leaves_nothing(clause):
    assert short(clause) == ""


@pytest.mark.parametrize("verb", ["nýtur", "hefur", "skapar", "krefst", "kostar", "tapaði", "getur", "varð"])
def test_the_side_is_dropped_before_its_verb(verb):
    assert short(f"Sala {verb} miklu") == f"{verb.capitalize()} miklu"


@pytest.mark.parametrize("clause", ["Sala lyfja er leyfisskyld", "Sala bíla", "Góð sala er dýr", "Sala"])
def test_the_side_stays_where_no_verb_follows_it(clause):
    assert short(clause) == clause


@pytest.mark.parametrize(
    ("clause", "cell"),
    [
        ("Veirur eru smáar", "Smáar"),
        ("Veirur valda kvefi", "Valda kvefi"),
        ("Veirur þrífast í frumum", "Þrífast í frumum"),
        ("Veirur miða að því að fjölga sér", "Að fjölga sér"),
        ("Veirur snúast um að lifa", "Að lifa"),
        ("Þó að veirur séu smáar", "Smáar"),
    ],
)
def test_a_plural_side_has_plural_verbs(clause, cell):
    assert short(clause, VIRUSES, BACTERIA, plural=True) == cell


@pytest.mark.parametrize(
    ("clause", "cell"),
    [
        ("The main goal of service is to help", "To help"),
        ("The purpose of the service was to help", "To help"),
        ("Service aims to help", "To help"),
        ("Service, however, tries to help", "To help"),
        ("Service is mostly cheap", "Cheap"),
        ("The service is cheap", "Cheap"),
        ("Service: cheap", "Cheap"),
        ("When it comes to service, help is near", "Help is near"),
        ("As for service, it is cheap", "It is cheap"),
        ("In the case of the service, help is near", "Help is near"),
        ("It is different with service because it is free", "It is free"),
    ],
)
def test_english_openings_are_dropped(clause, cell):
    assert english(clause) == cell


@pytest.mark.parametrize(
    "introduction",
    [
        "However,",
        "In contrast,",
        "On the other hand,",
        "As is generally known,",
        "As everyone knows,",
        "Generally speaking,",
        "Although",
        "While",
    ],
)
def test_english_introductions_are_dropped(introduction):
    assert english(f"{introduction} service is cheap") == "Cheap"


@pytest.mark.parametrize("clause", ["This is another matter with service", "It is not true of service"])
def test_an_english_clause_that_says_only_that_it_differs_leaves_nothing(clause):
    assert english(clause) == ""


@pytest.mark.parametrize(
    ("clause", "plural", "cell"),
    [
        ("Service costs little", False, "Costs little"),
        ("Service focuses on people", False, "Focuses on people"),
        ("Service less is bad", False, "Service less is bad"),
        ("Service bus is late", False, "Service bus is late"),
        ("Sales need work", True, "Need work"),
        ("Sales drive growth", True, "Sales drive growth"),
    ],
)
def test_the_english_side_is_dropped_before_a_verb_that_looks_like_one(clause, plural, cell):
    assert english(clause, plural=plural) == cell


def test_the_sign_that_marks_the_side_may_stand_in_the_text():
    assert short("Sala er §dýr§ og löng") == "Dýr og löng"


def test_a_clause_that_names_no_side_is_kept_whole():
    assert short("  – allt kostar sitt;") == "Allt kostar sitt"


@pytest.mark.parametrize(
    ("number", "kept"),
    [(11, 12), (16, 17), (17, 18), (18, 0)],
)
def test_more_than_eighteen_words_with_no_place_to_cut_leave_nothing(number, kept):
    assert len(words_of(short("Sala er " + "orð " * number + "dýr"))) == kept


@pytest.mark.parametrize(
    ("rest", "cell"),
    [
        (
            "langt og strangt ferli margra manna sem hefst á kynningu og lýkur með samningi",
            "Langt og strangt ferli margra manna",
        ),
        ("það sem fólk gerir þegar það vill fá peninga fyrir vörur sínar og þjónustu", "Það sem fólk gerir"),
        ("löng og flókin vegna þess að margir koma að henni og allir vilja vera með", "Löng og flókin"),
        (
            "oftast í höndum fólks (sölumanna) og þeir fá laun fyrir það í hverjum mánuði ársins",
            "Í höndum fólks",
        ),
    ],
)
def test_a_long_clause_is_cut_at_its_last_seam_within_twelve_words(rest, cell):
    assert short(f"Sala er {rest}") == cell


def test_a_cut_leaves_no_word_that_points_at_what_was_cut():
    rest = "gott verk þeirra manna, þeirra sem hafa vöru í höndunum og vilja fá fyrir hana fé í dag"

    assert short(f"Sala er {rest}") == "Gott verk þeirra manna"


def test_a_cut_leaves_at_least_three_words():
    rest = "dýr, sem kemur illa við alla menn á öllum aldri í öllum löndum heims á okkar tímum"

    assert short(f"Sala er {rest}") == rest.capitalize()


@pytest.mark.parametrize(("length", "kept"), [(300, 300), (301, 0)])
def test_a_cell_has_at_most_three_hundred_characters(length, kept):
    assert len(short("Sala er " + "a" * length)) == kept


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Sala er dýr", True),
        ("Hlutverk sölu er að græða", True),
        ("Sala lyfja er dýr", False),
        ("Verðið á sölu er hátt", False),
    ],
)
def test_an_opening_is_known_where_it_stands(text, opens):
    assert opens_with(text, named(text, (SALES, SERVICE), "is"), wording("is")) is opens


def test_a_language_without_words_of_its_own_has_the_english_ones():
    assert wording("de") is wording("en")
    assert wording("is") is not wording("en")
