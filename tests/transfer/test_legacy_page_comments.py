"""Comments below a saved page."""

import pytest

from articles.transfer.legacy_page import LEFT_OUT, MISSING, NOTED, LegacyComment, parse

from .legacy_pages import SHORT, page, told


def comments(text, language="is"):
    return parse(f"{SHORT}\n{text}\n", language).comments


def test_a_numbered_comment_has_all_its_lines():
    assert page("veirur-og-bakteriur").comments == (
        LegacyComment("Anna Björk", "Nú skil ég þetta loksins.\nTakk."),
        LegacyComment("", "Hvað með sveppi?\nÞeir eru stærri."),
        LegacyComment("Pétur", "Gott yfirlit."),
    )


def test_a_list_inside_a_comment_begins_no_comment():
    found = comments("2 athugasemdir\n\n  1. Tvennt:\n\n  1. eitt\n\n  3. þrennt\n\n  2. Sammála.")

    assert [comment.text for comment in found] == ["Tvennt:\n1. eitt\n3. þrennt", "Sammála."]


def test_comments_without_numbers_are_one_a_paragraph():
    assert [comment.text for comment in comments("2 athugasemdir\n\nGott.\n\nVont.")] == ["Gott.", "Vont."]


def test_one_comment_without_a_number_may_have_paragraphs():
    assert [comment.text for comment in comments("1 athugasemd\n\nGott.\n\nVont.")] == ["Gott.\nVont."]


@pytest.mark.parametrize("heading", ["Engar athugasemdir", "0 athugasemdir"])
def test_no_comments_is_none(heading):
    found = parse(f"{SHORT}\n{heading}\n")

    assert found.comments == ()
    assert "There are no comments." in told(found, MISSING)
    assert not any("counts" in text for text in told(found, NOTED))


@pytest.mark.parametrize(
    "heading",
    ["21 athugasemd", "Ein athugasemd", "2 athugasemdir við „Munurinn á sölu og þjónustu“", "Athugasemdir (1)"],
)
def test_old_wordings_of_the_heading_are_known(heading):
    assert [comment.text for comment in comments(f"{heading}\n\n  1. Gott.")] == ["Gott."]


def test_a_count_that_is_not_right_is_told():
    found = parse(f"{SHORT}\n3 athugasemdir\n\n  1. Gott.\n")

    assert "The heading “3 athugasemdir” counts 3, but the page has 1." in told(found, NOTED)


def test_dates_and_buttons_beside_a_comment_are_left_out_and_told():
    found = parse(f"{SHORT}\n1 athugasemd\n\n  1. Jón segir:\n     3. mars 2021 kl. 12:30\n     Gott.\n     Svara\n")

    assert found.comments == (LegacyComment("Jón", "Gott."),)
    assert "“Svara” beside a comment." in told(found, LEFT_OUT)


def test_what_a_reader_writes_is_no_heading():
    found = parse(f"{SHORT}\n2 athugasemdir\n\n  1. Hvað er sala?\n\n  2. Samantekt\n\nSjá meira um: fé\n")

    assert [comment.text for comment in found.comments] == ["Hvað er sala?", "Samantekt"]
    assert [tag.key for tag in found.manuscript.tags] == ["fe"]


def test_the_form_below_is_left_out_and_told():
    found = parse(f"{SHORT}\n1 athugasemd\n\n  1. Gott.\n\nSkildu eftir svar\n\nNafn\n")

    assert [comment.text for comment in found.comments] == ["Gott."]
    assert "The form for comments: “Nafn”." in told(found, LEFT_OUT)


def test_english_comments_are_known():
    text = "Difference Between Tea and Coffee\n\n2 Comments\n\n  1. Jane says:\n     Good.\n\n  2. Fine.\n"

    assert parse(text, "en").comments == (LegacyComment("Jane", "Good."), LegacyComment("", "Fine."))
