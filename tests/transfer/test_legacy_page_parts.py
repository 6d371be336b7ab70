"""What stands where in the article that a saved page becomes."""

import pytest

from articles import prose
from articles.transfer.legacy_page import FOUND, LEFT_OUT, MISSING, UNPLACED, parse

from .legacy_pages import PAGES, SHORT, page, told


def names(found, language="is"):
    return [row.name[language] for row in found.manuscript.dimensions]


def test_a_page_of_the_old_form_is_found_whole():
    found = page("munurinn-a-solu-og-thjonustu")
    content = found.manuscript

    assert content.key == "sala-thjonusta"
    assert [side.key for side in content.sides] == ["sala", "thjonusta"]
    assert all(side.description and side.example for side in content.sides)
    assert len(content.similarities) == 3
    assert len(content.dimensions) == 5
    assert content.lead["is"].startswith("<p>Sala og þjónusta fara saman")
    assert content.summary["is"] == "<p>Fyrirtæki sem vill dafna þarf á hvoru tveggja að halda.</p>"
    assert content.author.name == {"is": "Sigríður Jónsdóttir"}
    assert content.author.key == "sigridur-jonsdottir"
    assert [comment.text for comment in found.comments] == ["Þetta var skýrt, takk fyrir."]


def test_the_generated_title_is_not_kept_twice():
    assert page("munurinn-a-solu-og-thjonustu").manuscript.title == {}


def test_a_title_that_says_more_is_kept():
    found = parse(SHORT.replace("sölu og þjónustu\n\nInn", "sölu og þjónustu á Íslandi\n\nInn"))

    assert found.manuscript.title == {"is": "Munurinn á sölu og þjónustu á Íslandi"}
    assert [side.key for side in found.manuscript.sides] == ["sala", "thjonusta"]


def test_a_site_name_behind_the_title_is_left_out_and_told():
    assert "“Gamli vefurinn” behind the title." in told(page("veirur-og-bakteriur"), LEFT_OUT)


def test_the_example_begins_where_a_paragraph_says_so_and_goes_on():
    side = page("kaffi-te-og-kako").manuscript.sides[2]

    assert side.description == {"is": "<p>Kakó er drykkur úr baunum kakótrésins.</p>"}
    assert side.example == {"is": "<p>Til dæmis er heitt kakó drukkið á skíðum.</p><p>Svona er það víða.</p>"}


@pytest.mark.parametrize("label", ["Dæmi: ", "Dæmi\n\n"])
def test_the_word_example_over_an_example_is_its_heading(label):
    found = parse(SHORT.replace("Sala er viðskipti.", f"Sala er viðskipti.\n\n{label}bók er seld."))

    assert found.manuscript.sides[0].example == {
        "is": "<p>Bók er seld.</p>" if ":" in label else "<p>bók er seld.</p>"
    }


def test_the_first_sentence_is_the_definition_where_it_begins_with_the_name():
    first, second = page("rafraen-og-skrifleg-undirskrift").manuscript.sides

    assert first.subject.definition == {"is": "Rafræn undirskrift er staðfesting með rafrænum skilríkjum."}
    assert second.subject.definition == {}
    assert first.answer == second.answer == {}


@pytest.mark.parametrize("bullet", ["• ", "- ", "* ", "  ·  ", "1. ", ""])
def test_similarities_are_found_with_any_bullet_and_with_none(bullet):
    lines = "\n\n".join(f"{bullet}{text}" for text in ("Bæði kosta fé.", "Bæði taka tíma."))
    found = parse(SHORT.replace("Mismunur á", f"Líkindi milli sölu og þjónustu\n\n{lines}\n\nMismunur á"))

    assert [row.sentence["is"] for row in found.manuscript.similarities] == ["Bæði kosta fé.", "Bæði taka tíma."]


def test_a_line_that_only_announces_similarities_is_told_and_is_none():
    text = "Líkindi\n\nÞetta er líkt:\n\n• Bæði kosta fé.\n\nMismunur á"
    found = parse(SHORT.replace("Mismunur á", text))

    assert len(found.manuscript.similarities) == 1
    assert "“Þetta er líkt:”" in told(found, UNPLACED)


def test_rows_have_their_discussion_and_a_key():
    rows = page("munurinn-a-solu-og-thjonustu").manuscript.dimensions

    assert [row.key for row in rows][:3] == ["tilgangur", "skotmark", "nyir-vidskiptavinir"]
    assert rows[0].discussion["is"].startswith("<p>Aðalmarkmiðið með sölu er að afla tekna.")


def test_a_heading_may_be_a_question_and_a_question_may_be_no_heading():
    assert names(page("rafraen-og-skrifleg-undirskrift")) == ["Staður", "Hver er kostnaðurinn?"]
    assert (
        "Hvar er skrifað undir?" in page("rafraen-og-skrifleg-undirskrift").manuscript.dimensions[0].discussion["is"]
    )


def test_headings_need_no_empty_line_below_them():
    assert names(page("veirur-og-bakteriur")) == ["Stærð", "Fjölgun", "Hvað vinnur á þeim?"]


def test_rows_may_be_items_with_a_name_before_a_colon():
    assert names(page("lifeyrissjodur-og-sereignarsparnadur")) == ["Skylda", "Erfðir"]


def test_two_rows_of_one_name_have_two_keys():
    found = parse(SHORT + "\nVerð\n\nSala kostar sitt.\n")

    assert [row.key for row in found.manuscript.dimensions] == ["verd", "verd-2"]


@pytest.mark.parametrize(
    "heading",
    [
        "Munur á sölu og þjónustu",
        "Lykilmunur á sölu og þjónustu",
        "Helsti munurinn á sölu og þjónustu",
        "Hver er munurinn á sölu og þjónustu?",
        "Munurinn á milli sölu og þjónustu",
        "Mismunur",
    ],
)
def test_old_wordings_of_the_differences_are_known(heading):
    assert names(parse(SHORT.replace("Mismunur á sölu og þjónustu", heading))) == ["Verð"]


@pytest.mark.parametrize(
    "heading",
    ["Líkt með sölu og þjónustu", "Líkindi með sölu og þjónustu", "Líkindi á milli sölu og þjónustu", "Líkindi"],
)
def test_old_wordings_of_the_similarities_are_known(heading):
    found = parse(SHORT.replace("Mismunur á", f"{heading}\n\n• Bæði kosta fé.\n\nMismunur á"))

    assert len(found.manuscript.similarities) == 1


@pytest.mark.parametrize(
    "heading",
    ["Samantekt", "Samantekt á sölu gegn þjónustu", "Sala gegn þjónustu: Samantekt", "Niðurstaða", "Lokaorð"],
)
def test_old_wordings_of_the_summary_are_known(heading):
    assert parse(f"{SHORT}\n{heading}\n\nEndir.\n").manuscript.summary == {"is": "<p>Endir.</p>"}


@pytest.mark.parametrize(
    "heading", ["Sala vs þjónusta: Samanburðartafla", "Sala gegn þjónustu: tafla", "Samanburðartafla"]
)
def test_the_table_is_told_to_be_missing(heading):
    found = parse(f"{SHORT}\n{heading}\n\nSamantekt\n\nEndir.\n")

    assert any("table is not on the page" in text for text in told(found, MISSING))
    assert len(found.manuscript.dimensions) == 1


def test_a_list_in_a_description_stays_a_list():
    found = parse(SHORT.replace("Sala er viðskipti.", "Sala er viðskipti.\n\n• Ein.\n• Tvö.\n\nEndir."))

    assert found.manuscript.sides[0].description["is"] == (
        "<p>Sala er viðskipti.</p><ul><li>Ein.</li><li>Tvö.</li></ul><p>Endir.</p>"
    )


def test_what_looks_like_markup_is_text():
    found = parse(SHORT.replace("Inngangur.", "Verð < 5 & <b>ekki</b> meira."))

    assert prose.plain(found.manuscript.lead["is"]) == "Verð < 5 & <b>ekki</b> meira."


def test_tags_are_those_that_have_a_name():
    assert [tag.key for tag in page("veirur-og-bakteriur").manuscript.tags] == ["heilsa", "nattura"]


def test_a_line_for_tags_without_a_tag_is_left_out_and_told():
    found = page("munurinn-a-solu-og-thjonustu")

    assert found.manuscript.tags == ()
    assert "The line for tags, which names none: “Sjá meira um: ,”." in told(found, LEFT_OUT)


def test_other_posts_of_the_author_are_left_out_and_told():
    assert [text for text in told(page("veirur-og-bakteriur"), LEFT_OUT) if "Another post" in text] == [
        "Another post of the author: “Munurinn á kvefi og flensu”.",
        "Another post of the author: “Munurinn á hita og sótt”.",
    ]


def test_what_is_missing_is_told_and_nothing_is_made_up():
    found = page("island-og-noregur")

    assert found.manuscript.author is None
    assert found.manuscript.summary == {}
    for text in ("There is no summary.", "There is no author.", "There are no similarities.", "There are no tags."):
        assert text in told(found, MISSING)


def test_what_cannot_be_placed_is_told_word_by_word():
    assert told(page("lifeyrissjodur-og-sereignarsparnadur"), UNPLACED) == [
        "“Heim » Fjármál”",
        "“Vefur um lífeyrismál”",
    ]


def test_text_above_the_first_row_is_told():
    found = parse(SHORT.replace("Verð\n", "Margt er ólíkt með sölu og þjónustu.\n\nVerð\n"))

    assert "“Margt er ólíkt með sölu og þjónustu.”" in told(found, UNPLACED)


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.txt")), ids=lambda path: path.stem)
def test_no_word_of_a_page_is_lost(path):
    """Each line of the page stands in the article, in a comment or in a finding, or is a heading that is made anew."""
    language = "en" if path.stem.endswith(".en") else "is"
    found = page(path.stem, language)
    kept = str(found.manuscript) + str(found.comments) + " ".join(finding.text for finding in found.findings)
    made_anew = (
        "Hvað er",
        "What is",
        "Líkindi",
        "Líkt",
        "Mismunur",
        "Similarities",
        "Key Diff",
        "Samantekt",
        "Summary",
    )

    for line in path.read_text(encoding="utf-8").replace("\u00a0", " ").splitlines():
        text = line.strip(" •*-\ufeff").split(" (")[0]
        if text and not text.startswith(made_anew) and " vs" not in text and "gegn" not in text:
            assert any(
                part in kept for part in (text, text.split(". ", 1)[-1], text.split(": ", 1)[-1])
            ) or is_heading(text)


def is_heading(text):
    starts = ("Dæmi", "Heimildir", "Munurinn", "Difference", "Lykilmunur", "Hvað eru", "Nýjustu", "Latest", "See more")
    counts = ("athugasemd", "comments", "Engar", "Sjá meira", "skrifar:")
    return text.startswith(starts) or any(count in text for count in counts)


def test_the_report_names_every_part_that_was_found():
    text = " ".join(told(page("munurinn-a-solu-og-thjonustu"), FOUND))

    for part in ("2 sides", "3 similarities", "5 dimensions", "A lead", "A summary", "The author", "1 comment"):
        assert part in text


def test_an_english_page_is_read_too():
    found = page("weather-and-climate.en", "en")
    content = found.manuscript

    assert content.key == "weather-climate"
    assert [side.subject.name for side in content.sides] == [{"en": "Weather"}, {"en": "Climate"}]
    assert content.sides[0].example["en"].startswith("<p>For example,")
    assert names(found, "en") == ["Time", "Study"]
    assert content.author.key == "jane-doe"
    assert [tag.key for tag in content.tags] == ["nature", "science"]
    assert content.title == {}
