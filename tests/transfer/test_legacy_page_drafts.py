"""Cells drafted from the discussion of a row: whose a sentence is, and what is left of it."""

import pytest

from articles.transfer.legacy_page import MISSING, NOTED, parse

from .legacy_pages import cells, differences, page, told


def drafted(discussion, heading="Verð", **page):
    return cells(parse(differences(discussion, heading=heading, **page)))[heading]


def english(discussion):
    text = f"Difference Between Sales and Service\n\nDifferences\n\nCost\n\n{discussion}\n"
    return cells(parse(text, "en"), "en")["Cost"]


def test_every_row_of_a_page_of_the_old_form_has_a_drafted_cell_a_side():
    found = page("munurinn-a-solu-og-thjonustu")

    assert cells(found) == {
        "Tilgangur": {
            "sala": "Að afla tekna",
            "thjonusta": "Að leysa vanda þeirra sem hafa keypt vöruna og vilja halda áfram að nota hana næstu árin",
        },
        "Skotmark": {
            "sala": "Alltaf er gengið út frá söluáætlun hjá sölumönnum",
            "thjonusta": "Hefur sjaldan sölumarkmið",
        },
        "Nýir viðskiptavinir": {
            "sala": "Sölumenn munu leita að nýjum viðskiptavinum",
            "thjonusta": "Getur dregið að nýja viðskiptavini með góðu orðspori",
        },
        "Ánægja viðskiptavina": {
            "sala": "Miðar ekki endilega að því að gleðja fólk",
            "thjonusta": "Að halda fólki ánægðu og svara spurningum, ef einhverjar eru",
        },
        "Samskipti við viðskiptavin": {
            "sala": "Þarf að ræða við viðskiptavin áður en sala fer fram",
            "thjonusta": "Samtalið er eftir sölu",
        },
    }
    drafts = [cell.drafted for row in found.manuscript.dimensions for cell in row.cells]
    assert set(drafts) == {("is",)}


@pytest.mark.parametrize(
    ("sentence", "cell"),
    [
        ("Tilgangur sölu er að afla tekna.", "Að afla tekna"),
        ("Sala snýst hins vegar um að afla tekna.", "Að afla tekna"),
        ("Sala felst í því að semja.", "Að semja"),
        ("Sala er dýr.", "Dýr"),
        ("Sala er ekki ókeypis.", "Ekki ókeypis"),
        ("Salan kostar mikið.", "Kostar mikið"),
        ("Í sölu er mikið undir.", "Mikið undir"),
        ("Sala: há þóknun.", "Há þóknun"),
        ("Þegar kemur að sölu, er þóknunin há.", "Þóknunin há"),
        ("Sala lyfja er háð leyfi.", "Sala lyfja er háð leyfi"),
        ("Kostnaður af sölu er mikill.", "Kostnaður af sölu er mikill"),
    ],
)
def test_openings_are_dropped_where_a_whole_clause_is_left(sentence, cell):
    assert drafted(sentence) == {"sala": cell}


@pytest.mark.parametrize(
    "sentence",
    [
        "Sala er dýr en þjónusta er ódýr.",
        "Sala er dýr, en þjónusta er ódýr.",
        "Sala er dýr á meðan þjónusta er ódýr.",
        "Sala er dýr; þjónusta er ódýr.",
        "Sala er dýr, þjónusta er ódýr.",
        "Sala er dýr og þjónusta er ódýr.",
        "Sala er dýr. Þjónusta er hins vegar ódýr.",
    ],
)
def test_a_sentence_is_split_where_it_turns_to_the_other_side(sentence):
    assert drafted(sentence) == {"sala": "Dýr", "thjonusta": "Ódýr"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Sala og þjónusta eru dýrar.",
        "Verð á sölu og þjónustu er hátt.",
        "Bæði sala og þjónusta kosta sitt.",
        "Báðar eru dýrar.",
    ],
)
def test_what_is_said_of_both_is_said_of_neither_and_told(sentence):
    found = parse(differences(sentence))

    assert cells(found) == {"Verð": {}}
    assert any(sentence in text for text in told(found, NOTED))
    assert "No cell could be drafted for “Verð” – “Sala”." in told(found, MISSING)


def test_a_pause_is_a_turn_only_where_the_other_side_is_named_at_once():
    assert drafted("Sala gengur kaupum og sölum milli manna, á meðan þjónusta er ekki til á lager.") == {
        "sala": "Gengur kaupum og sölum milli manna",
        "thjonusta": "Ekki til á lager",
    }


def test_a_comparison_is_of_the_side_that_it_begins_with():
    assert drafted("Sala er dýrari en þjónusta.") == {"sala": "Dýrari en þjónusta"}


def test_a_compound_counts_less_than_the_side_itself():
    assert drafted("Söluverð er hátt. Sala er dýr.") == {"sala": "Dýr"}
    assert drafted("Sölumenn eru dýrir.") == {"sala": "Sölumenn eru dýrir"}


def test_a_clause_with_the_words_of_the_heading_is_preferred():
    assert drafted("Sala er gömul. Sölumenn fá laun.", heading="Laun") == {"sala": "Sölumenn fá laun"}


def test_a_pronoun_goes_on_about_the_side_before():
    assert drafted("Er sala og þjónusta dýr? Sölumenn: nei. Hún er ódýr.") == {"sala": "Sölumenn: nei"}
    assert "thjonusta" not in drafted("Sala er dýr. Hún er líka tímafrek.")


def test_a_sentence_that_names_no_side_is_no_cell():
    assert drafted("Margt er dýrt. Peningar eru peningar.") == {}


def test_a_clause_that_says_only_that_it_differs_is_no_cell():
    assert drafted("Sala er dýr, þá er það annað mál með þjónustu.") == {"sala": "Dýr"}


def test_a_long_clause_is_cut_where_a_clause_begins():
    text = (
        "Sala er langt og strangt ferli margra manna sem hefst á kynningu, "
        "heldur áfram með tilboði og lýkur með samningi."
    )

    assert drafted(text) == {"sala": "Langt og strangt ferli margra manna sem hefst á kynningu"}


def test_a_long_clause_with_no_place_to_cut_is_no_cell():
    text = "Sala er " + "mjög " * 25 + "dýr."

    assert drafted(text) == {}


def test_abbreviations_end_no_sentence():
    assert drafted("Sala er dýr, t.d. Kolaportið nr. 1 á sunnudögum.") == {
        "sala": "Dýr, t.d. Kolaportið nr. 1 á sunnudögum"
    }


def test_three_sides_get_a_cell_each():
    assert cells(page("kaffi-te-og-kako")) == {
        "Uppruni": {"kaffi": "Kemur frá Eþíópíu", "te": "Kemur frá Kína", "kako": "Kemur frá Ameríku"},
        "Örvun": {"kaffi": "Mest örvandi", "te": "Mildara", "kako": "Hefur lítil áhrif"},
        "Blandað": {},
    }


def test_plural_sides_get_cells():
    found = cells(page("veirur-og-bakteriur"))

    assert found["Fjölgun"] == {
        "veirur": "Fjölga sér aðeins inni í frumum annarra lífvera",
        "bakteriur": "Skipta sér sjálfar",
    }


def test_phrases_with_a_word_in_common_are_told_apart():
    assert cells(page("rafraen-og-skrifleg-undirskrift"))["Staður"] == {
        "rafraen-undirskrift": "Fer fram hvar sem er",
        "skrifleg-undirskrift": "Krefst þess að fólk hittist",
    }


def test_proper_names_are_found_in_every_case():
    assert cells(page("island-og-noregur"))["Fjöldi íbúa"] == {
        "island": "Búa tæplega 400 þúsund manns",
        "noregur": "Búa rúmlega fimm milljónir",
    }


def test_one_subject_within_the_name_of_another_is_told_apart():
    title = "Munurinn á hlutafélagi og einkahlutafélagi"

    assert drafted("Hlutafélag er stórt. Einkahlutafélag er smátt.", title=title) == {
        "hlutafelag": "Stórt",
        "einkahlutafelag": "Smátt",
    }


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The main goal of sales is to earn, whereas service aims to help.",
            {"sales": "To earn", "service": "To help"},
        ),
        ("Sales are dear, while service is cheap.", {"sales": "Dear", "service": "Cheap"}),
        ("Service, on the other hand, is cheap.", {"service": "Cheap"}),
        ("Service costs little.", {"service": "Costs little"}),
        ("Sales and service are dear.", {}),
        ("Both sales and service are dear.", {}),
    ],
)
def test_english_sentences_are_shared_out_too(sentence, found):
    assert english(sentence) == found
