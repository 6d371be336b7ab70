"""Names and forms of subjects: what each heading contributes, and what an editor is asked to check."""

import pytest

from articles.manuscript import Forms
from articles.transfer.legacy_page import LEFT_OUT, MISSING, NOTED, LegacyPageError, parse

from .legacy_pages import SHORT, told


def compared(title, *sections, language="is"):
    return parse("\n\n".join([title, *sections]), language)


def forms(found, language="is"):
    return [side.subject.forms[language] for side in found.manuscript.sides]


def nominatives(found, language="is"):
    return [form.nominative for form in forms(found, language)]


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Munurinn á köttum og hundum", ["kettir", "hundar"]),
        ("Munurinn á opinberri stofnun og einkafyrirtæki", ["opinber stofnun", "einkafyrirtæki"]),
        ("Munurinn á Akureyri og Húsavík", ["Akureyri", "Húsavík"]),
        ("Munurinn á sölu bíla og leigu á bílum", ["sala bíla", "leiga á bílum"]),
        ("Munur á milli sölu og þjónustu", ["sala", "þjónusta"]),
        ("Munur milli kattar, hests og kýr", ["köttur", "hestur", "kýr"]),
        ("iPhone gegn Android", ["iPhone", "Android"]),
    ],
)
def test_the_title_alone_tells_the_names(title, names):
    assert nominatives(compared(title)) == names


@pytest.mark.parametrize(
    ("title", "keys", "key"),
    [
        ("Munurinn á köttum og hundum", ["kettir", "hundar"], "kettir-hundar"),
        ("Munurinn á C++ og C# og Java", ["c", "c-2", "java"], "c-c-2-java"),
    ],
)
def test_keys_come_from_the_names_and_are_unique(title, keys, key):
    found = compared(title)

    assert [side.key for side in found.manuscript.sides] == keys
    assert found.manuscript.key == key


@pytest.mark.parametrize(
    ("question", "number"),
    [("Hvað er skip?", "singular"), ("Hvað eru skip?", "plural"), ("Hvað merkir skip?", "singular")],
)
def test_the_verb_of_a_question_decides_the_number(question, number):
    found = compared("Skip vs bátur", question, "Skip sigla.", "Hvað er bátur?", "Bátur siglir.")

    assert forms(found)[0].number == number


def test_each_heading_gives_its_case_and_the_first_is_used():
    found = compared(
        "Munurinn á vini og fjanda",
        "Hvað er vinur?",
        "Vinur er góður.",
        "Hvað er fjandi?",
        "Fjandi er slæmur.",
        "Líkindi milli vinar og fjanda",
        "• Báðir lifa.",
        "Mismunur á vin og fjanda",
        "Verð",
    )

    assert forms(found)[0] == Forms("vinur", "vini", "vinar", "singular", "masculine")
    assert told(found, NOTED) == [
        "The dative of “vinur” is “vini” in one heading and “vin” here; the first is used.",
    ]


def test_a_form_that_no_heading_has_and_the_grammar_doubts_is_told():
    found = compared("Munurinn á hafís og jökli", "Hvað er hafís?", "Ís.", "Hvað er jökull?", "Ís.")

    assert any(text.startswith("No heading has the genitive of “hafís”") for text in told(found, NOTED))
    assert not any("“jökull”" in text for text in told(found, NOTED))


def test_a_heading_about_other_subjects_is_left_out_and_told():
    found = parse(SHORT.replace("Mismunur á sölu og þjónustu", "Mismunur á köttum og hundum"))

    assert "The heading “Mismunur á köttum og hundum”, which names other subjects than the title." in told(
        found, LEFT_OUT
    )
    assert [form.dative for form in forms(found)] == ["sölu", "þjónustu"]
    assert len(found.manuscript.dimensions) == 1


def test_a_subject_without_a_question_is_told_and_has_no_text():
    found = compared("Munurinn á sölu og þjónustu", "Hvað er sala?", "Sala er viðskipti.")

    assert "“Þjónusta” has no section that says what it is." in told(found, MISSING)
    assert found.manuscript.sides[1].description == {}


def test_a_question_that_fits_no_name_is_the_last_names_where_one_is_left():
    found = compared("Munurinn á sölu og servis", "Hvað er sala?", "Sala.", "Hvað er þjónusta?", "Aðstoð.")

    assert nominatives(found) == ["sala", "þjónusta"]
    assert forms(found)[1].dative == "servis"


def test_a_question_below_the_differences_is_a_row():
    found = compared(
        "Munurinn á sölu og þjónustu",
        "Mismunur á sölu og þjónustu",
        "Hvað er verðið?",
        "Sala er dýr en þjónusta er ódýr.",
    )

    assert [row.name["is"] for row in found.manuscript.dimensions] == ["Hvað er verðið?"]
    assert nominatives(found) == ["sala", "þjónusta"]


def test_the_questions_words_are_the_name_where_the_title_says_more():
    found = compared(
        "Munurinn á sölu og þjónustu á Íslandi", "Hvað er sala?", "Sala.", "Hvað er þjónusta?", "Þjónusta."
    )

    assert nominatives(found) == ["sala", "þjónusta"]
    assert found.manuscript.title == {"is": "Munurinn á sölu og þjónustu á Íslandi"}


@pytest.mark.parametrize(
    ("text", "definition"),
    [
        ("Sala er viðskipti. Hún er góð.", "Sala er viðskipti."),
        ("Sala, í víðum skilningi, er viðskipti.", "Sala, í víðum skilningi, er viðskipti."),
        ("Orðið sala merkir viðskipti.", None),
        ("Salan er viðskipti.", None),
        ("Sala er hvað?", None),
        ("Sala er viðskipti", None),
        ("• Sala er viðskipti.", None),
        ("Sala er " + "a" * 491 + ".", "Sala er " + "a" * 491 + "."),
        ("Sala er " + "a" * 492 + ".", None),
    ],
)
def test_the_first_sentence_is_the_definition_only_where_it_is_one(text, definition):
    subject = compared("Munurinn á sölu og þjónustu", "Hvað er sala?", text).manuscript.sides[0].subject

    assert subject.definition.get("is") == definition


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("Munurinn á sölu og sölu", "The title names “sala” twice."),
        ("Munurinn á sölu og Sölu", "The title names “sala” twice."),
        ("Munurinn á sölu og +", "“+” in the title is no name."),
        ("Munurinn á sölu og –", "“–” in the title is no name."),
    ],
)
def test_a_title_that_names_no_two_things_is_refused(title, message):
    with pytest.raises(LegacyPageError) as caught:
        compared(title)

    assert (caught.value.message, caught.value.line) == (message, 1)


@pytest.mark.parametrize(
    ("title", "lead", "names"),
    [
        ("Difference Between Sales and Service", "We mix up sales and service.", ["sales", "service"]),
        ("Difference Between sales and service", "", ["sales", "service"]),
        ("Difference Between a Cat and a Dog", "We love a cat and a dog.", ["a cat", "a dog"]),
        ("Difference Between Iceland and Norway", "We love Iceland and Norway.", ["Iceland", "Norway"]),
        ("Difference Between an iPhone and a PC", "", ["an iPhone", "a PC"]),
        ("Tea vs Coffee", "", ["tea", "coffee"]),
    ],
)
def test_an_english_name_has_the_capital_of_the_sentences_and_keeps_its_article(title, lead, names):
    assert nominatives(compared(title, lead or "Words.", language="en"), "en") == names


def test_an_english_subject_has_no_cases():
    found = forms(compared("Tea vs Coffee", language="en"), "en")

    assert found[0] == Forms("tea", number="singular")
