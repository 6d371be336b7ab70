"""Names and forms of the subjects, from the page's own headings and else from the grammar."""

import pytest

from articles.manuscript import Forms
from articles.transfer.legacy_page import NOTED, parse

from .legacy_pages import SHORT, page, told


def forms(found, language="is"):
    return {side.key: side.subject.forms[language] for side in found.manuscript.sides}


def test_forms_come_from_the_headings():
    found = forms(page("munurinn-a-solu-og-thjonustu"))

    assert found["sala"] == Forms("sala", "sölu", "sölu", "singular", "feminine")
    assert found["thjonusta"] == Forms("þjónusta", "þjónustu", "þjónustu", "singular", "feminine")


def test_the_genitive_comes_from_the_similarities():
    text = SHORT.replace("Mismunur á", "Líkindi milli sölunnar og þjónustunnar\n\n• Bæði kosta fé.\n\nMismunur á")

    assert [form.genitive for form in forms(parse(text)).values()] == ["sölunnar", "þjónustunnar"]


def test_what_no_heading_has_comes_from_the_grammar():
    found = forms(page("island-og-noregur"))

    assert [form.genitive for form in found.values()] == ["Íslands", "Noregs"]


def test_a_proper_name_keeps_its_capital():
    found = page("island-og-noregur")

    assert [side.subject.name["is"] for side in found.manuscript.sides] == ["Ísland", "Noregur"]
    assert [form.nominative for form in forms(found).values()] == ["Ísland", "Noregur"]
    assert [form.dative for form in forms(found).values()] == ["Íslandi", "Noregi"]


def test_a_name_is_capitalised_only_where_it_stands_alone():
    sides = page("munurinn-a-solu-og-thjonustu").manuscript.sides

    assert [side.subject.name["is"] for side in sides] == ["Sala", "Þjónusta"]


def test_capitals_in_all_headings_do_not_make_a_common_noun_a_name():
    text = SHORT.replace("sölu", "Sölu").replace("þjónustu", "Þjónustu").replace("er sala?", "er Sala?")

    assert forms(parse(text))["sala"] == Forms("sala", "sölu", "sölu", "singular", "feminine")


def test_the_verb_of_the_question_tells_the_number():
    found = forms(page("veirur-og-bakteriur"))

    assert {form.number for form in found.values()} == {"plural"}
    assert [form.dative for form in found.values()] == ["veirum", "bakteríum"]
    assert list(found) == ["veirur", "bakteriur"]


def test_without_questions_the_names_are_the_nominatives_of_the_title():
    found = page("lifeyrissjodur-og-sereignarsparnadur")

    assert [side.subject.name["is"] for side in found.manuscript.sides] == ["Lífeyrissjóður", "Séreignarsparnaður"]


def test_three_subjects_are_three_sides():
    found = page("kaffi-te-og-kako")

    assert found.manuscript.key == "kaffi-te-kako"
    assert [form.genitive for form in forms(found).values()] == ["kaffis", "tes", "kakós"]


def test_a_phrase_is_one_subject():
    found = page("rafraen-og-skrifleg-undirskrift")

    assert [side.key for side in found.manuscript.sides] == ["rafraen-undirskrift", "skrifleg-undirskrift"]
    assert forms(found)["rafraen-undirskrift"].genitive == "rafrænnar undirskriftar"


def test_a_name_may_have_an_and_within():
    text = (
        "Munurinn á sölu og kaupum og leigu\n\nHvað er sala og kaup?\n\nSala og kaup er eitt.\n\n"
        "Hvað er leiga?\n\nLeiga er annað.\n"
    )

    assert [side.subject.name["is"] for side in parse(text).manuscript.sides] == ["Sala og kaup", "Leiga"]


def test_a_form_that_the_grammar_does_not_know_is_used_and_told():
    found = page("kaffi-te-og-kako")

    assert forms(found)["te"].dative == "te"
    assert any("“te” is the dative of “te”" in text for text in told(found, NOTED))


def test_headings_that_disagree_are_told():
    found = parse(SHORT.replace("Mismunur á sölu og", "Mismunur á sölunni og"))

    assert forms(found)["sala"].dative == "sölu"
    assert any("“sölu” in one heading and “sölunni” here" in text for text in told(found, NOTED))


def test_a_question_about_something_else_is_ordinary_text():
    found = parse(SHORT.replace("Sala er viðskipti.", "Sala er viðskipti.\n\nHvað er hagnaður?\n\nAfgangur."))

    assert len(found.manuscript.sides) == 2
    assert "<p>Hvað er hagnaður?</p><p>Afgangur.</p>" in found.manuscript.sides[0].description["is"]


@pytest.mark.parametrize(
    "title",
    ["Munur á sölu og þjónustu", "Munurinn á milli sölu og þjónustu", "Sala vs þjónusta", "Sala gegn þjónusta"],
)
def test_old_wordings_of_the_title_are_known(title):
    found = parse(SHORT.replace("Munurinn á sölu og þjónustu", title, 1))

    assert [form.dative for form in forms(found).values()] == ["sölu", "þjónustu"]
    assert found.manuscript.title == {}


def test_the_questions_may_stand_in_another_order():
    text = (
        SHORT.replace("Hvað er sala?", "#")
        .replace("Hvað er þjónusta?", "Hvað er sala?")
        .replace("#", "Hvað er þjónusta?")
    )
    found = parse(text)

    assert [side.key for side in found.manuscript.sides] == ["sala", "thjonusta"]
    assert found.manuscript.sides[0].description == {"is": "<p>Þjónusta er aðstoð.</p>"}


def test_an_english_name_is_written_as_in_the_sentences():
    text = (
        "Difference Between a Virus and Iceland\n\nNobody mixes up a virus and Iceland.\n\n"
        "What is a Virus?\n\nTiny.\n\nWhat is Iceland?\n\nBig.\n"
    )
    found = parse(text, "en")

    assert forms(found, "en")["virus"].nominative == "a virus"
    assert forms(found, "en")["iceland"].nominative == "Iceland"
    assert [side.subject.name["en"] for side in found.manuscript.sides] == ["Virus", "Iceland"]


def test_a_name_that_is_made_of_common_words_keeps_the_capital_of_the_sentences():
    text = (
        "Munurinn á Háskóla Íslands og Háskólanum í Reykjavík\n\n"
        "Annar er gamall, en Háskólinn í Reykjavík er ungur.\n\n"
        "Hvað er Háskóli Íslands?\n\nGamall.\n\nHvað er Háskólinn í Reykjavík?\n\nUngur.\n"
    )

    assert forms(parse(text))["haskolinn-i-reykjavik"].nominative == "Háskólinn í Reykjavík"
