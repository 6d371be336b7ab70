"""A language is one module: headings with named cases, its "and". One without rules takes the nominative."""

from types import SimpleNamespace

import pytest

from articles import headings
from articles.language import grammar
from articles.language.declension import Headings
from articles.manuscript import Forms, Side, Subject

NOVIAL = SimpleNamespace(
    AND="e",
    YES_NO={},
    HEADINGS=Headings(
        title="Li diferentie inter {genitive}",
        title_of_many="Li diferenties inter {dative}",
        question_singular="Quo es {nominative}?",
        question_plural="Quo esa {nominative}?",
        similarities="Simileso de {genitive}",
        differences="Diferos in {dative}",
        table="Table: {nominative}",
        caption="{nominative} comparat.",
    ),
)


def side(name, language="qq", number="singular"):
    forms = Forms(name.lower(), f"{name.lower()}-dat", f"{name.lower()}-gen", number)
    return Side(name.lower(), Subject(name.lower(), {language: name}, forms={language: forms}))


def drawn(heading, names, language="qq"):
    return headings.text(heading([side(name, language) for name in names], language))


@pytest.fixture
def novial(monkeypatch):
    monkeypatch.setitem(grammar._RULES, "qq", NOVIAL)


def test_each_heading_takes_the_case_that_its_template_names(novial):
    assert drawn(headings.title, ["Vendo", "Servo"]) == "Li diferentie inter vendo-gen e servo-gen"
    assert drawn(headings.similarities, ["Vendo", "Servo"]) == "Simileso de vendo-gen e servo-gen"
    assert drawn(headings.differences, ["Vendo", "Servo"]) == "Diferos in vendo-dat e servo-dat"
    assert drawn(headings.caption, ["Vendo", "Servo"]) == "Vendo e servo comparat."


def test_three_and_more_have_commas_and_the_title_of_many(novial):
    assert drawn(headings.title, ["A", "B", "C"]) == "Li diferenties inter a-dat, b-dat e c-dat"
    assert drawn(headings.table, ["A", "B", "C", "D", "E"]) == "Table: a, b, c, d e e"


def test_a_question_follows_the_number(novial):
    assert headings.text(headings.question(side("Vendo"), 1, "qq")) == "Quo es vendo?"
    assert headings.text(headings.question(side("Vendos", number="plural"), 1, "qq")) == "Quo esa vendos?"


@pytest.mark.parametrize("heading", [headings.title, headings.similarities, headings.differences, headings.table])
def test_without_rules_every_heading_has_the_nominative_even_where_other_forms_are_stored(heading):
    text = drawn(heading, ["Salg", "Service", "Vare"], "da")

    assert "salg, service and vare" in text.lower()
    assert "-dat" not in text
    assert "-gen" not in text


def test_without_rules_a_name_without_forms_stands_as_it_is():
    assert grammar.decline("Salg", "da").genitive == "Salg"


@pytest.mark.parametrize(
    ("count", "title"),
    [
        (2, "Munurinn á a-dat og b-dat"),
        (3, "Munurinn á a-dat, b-dat og c-dat"),
        (5, "Munurinn á a-dat, b-dat, c-dat, d-dat og e-dat"),
    ],
)
def test_icelandic_joins_many_with_commas_and_og(count, title):
    assert drawn(headings.title, list("ABCDE")[:count], "is") == title


@pytest.mark.parametrize(
    ("names", "title", "question"),
    [
        (["Virus", "Bacterium"], "The difference between a virus and a bacterium", "What is a virus?"),
        (["Viruses", "Bacteria"], "The difference between viruses and bacteria", "What are viruses?"),
        (["Sales", "Service"], "The difference between sales and service", "What are sales?"),
        (["Antibiotics", "Vaccine"], "The difference between antibiotics and a vaccine", "What are antibiotics?"),
        (["Hour", "University"], "The difference between hour and a university", "What is hour?"),
    ],
)
def test_english_headings_as_the_grammar_fills_them_in(names, title, question):
    sides = []
    for name in names:
        declined = grammar.decline(name, "en")
        forms = Forms(declined.nominative, number=declined.number)
        sides.append(Side(name.lower(), Subject(name.lower(), {"en": name}, forms={"en": forms})))

    assert headings.text(headings.title(sides, "en")) == title
    assert headings.text(headings.question(sides[0], 1, "en")) == question


def test_what_the_editor_asks_in_english_wins():
    sale = Side("sale", Subject("sale", {"en": "Sale"}, forms={"en": Forms("sale", question="What is a sale?")}))

    assert headings.text(headings.question(sale, 1, "en")) == "What is a sale?"
