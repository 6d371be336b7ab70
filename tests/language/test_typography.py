"""What an editor is told about marks, dates, numbers and times that are another language's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language import typography
from articles.language.typography import corrected, faults


def told(text, language="is"):
    return [(fault.kind, fault.found, fault.wanted) for fault in faults(text, language)]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('Hann sagði "já" og fór.', "Hann sagði „já“ og fór."),
        ("Hann sagði “já” og fór.", "Hann sagði „já“ og fór."),
        ("Hann sagði ”já” og fór.", "Hann sagði „já“ og fór."),
        ("Hann sagði «já» og fór.", "Hann sagði „já“ og fór."),
        ('„Hún sagði "já" við mig,“ sagði hann.', "„Hún sagði ‚já‘ við mig,“ sagði hann."),
        ("„Hún sagði ‘já’ við mig,“ sagði hann.", "„Hún sagði ‚já‘ við mig,“ sagði hann."),
        ('("svo") "Hann er \'góður\' maður."', "(„svo“) „Hann er ‚góður‘ maður.“"),
        ('"Já," sagði hún. "Nei"', "„Já,“ sagði hún. „Nei“"),
        ("rock'n'roll", "rock’n’roll"),
        ("Salan - sem gekk vel - hófst.", "Salan – sem gekk vel – hófst."),
        ("Salan—sem gekk vel — hófst.", "Salan – sem gekk vel – hófst."),
        ("November 23, 2026", "23. nóvember 2026"),
        ("Nov. 23rd, 2026", "23. nóvember 2026"),
        ("23rd of November 2026", "23. nóvember 2026"),
        ("23. November 2026", "23. nóvember 2026"),
        ("23. Nóvember 2026", "23. nóvember 2026"),
        ("23 nóvember 2026", "23. nóvember 2026"),
        ("þann 5 maí", "þann 5. maí"),
        ("á 23rd degi", "á 23. degi"),
        ("11/23/2026", "23. nóvember 2026"),
        ("23/11/2026", "23. nóvember 2026"),
        ("5/5/2026", "5. maí 2026"),
        ("1,234.5", "1.234,5"),
        ("1,234,567", "1.234.567"),
        ("12,000 manns", "12.000 manns"),
        ("12.5% og 3.5 milljónir", "12,5% og 3,5 milljónir"),
        ("opnað 5:30 pm", "opnað kl. 17.30"),
        ("kl. 12 a.m. og 12 pm", "kl. 0 og kl. 12"),
        ("kl. 15:05", "kl. 15.05"),
        ("tvö  bil", "tvö bil"),
        ("bil , komma ; já ! Nei", "bil, komma; já! Nei"),
    ],
)
def test_what_is_english_in_an_icelandic_text_is_put_right(text, right):
    assert corrected(text, "is") == right
    assert faults(right, "is") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("He said „yes“ there.", "He said “yes” there."),
        ("He said ‚yes‘ there.", "He said ‘yes’ there."),
        ("on 23. nóvember 2026", "on 23 November 2026"),
        ("on 5 maí", "on 5 May"),
        ("on 23. November 2026", "on 23 November 2026"),
        ("1.234,5 and 1.234.567", "1,234.5 and 1,234,567"),
        ("12,5% and 3,5 million", "12.5% and 3.5 million"),
        ("at kl. 9.05", "at 09:05"),
        ("sales - and service", "sales – and service"),
        ("one , two", "one, two"),
    ],
)
def test_what_is_icelandic_in_an_english_text_is_put_right(text, right):
    assert corrected(text, "en") == right
    assert faults(right, "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "„Rétt“ og „hér er ‚líka‘ rétt“ – svona, 23. nóvember 2026 kl. 15.05, 1.234,5 og 12,5%.",
        "23. nóv. 2026 og 1. maí, 4.990\u00a0kr.",
        "6' hár maður með 21\" skjá",
        '„Skjárinn er 21" breiður“',
        "O’Brien og '68-kynslóðin",
        "kafli 1.5, útgáfa 2.1.3 og 0,125 og 1,234",
        "staðan 15:05 og hlutfallið 10:15",
        "t.d. 2 a.m.k. … ... :)",
        "EES-samningur, félags- og húsnæðismál, 1262–1264, 555-1234",
        "5 - 3",
        "- einn\n- tveir",
        'https://example.is/"x"?d=11/23/2026 og jon@example.is og skjal.pdf',
        'print("halló") og `a = "b"` og <a href="x">',
        "„On November 23, 2026 we paid 1,234.5 - at 5 pm“ stóð þar.",
        "",
    ],
)
def test_of_what_is_right_or_may_be_nothing_is_said(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It's “fine”, isn’t it? \"Straight\" workers' 'own' words.",
        "On November 23, 2026, 1,234.5 people came at 5 pm.",
        "a — b, 12.5%, 23 November 2026 at 15:05",
    ],
)
def test_english_is_let_be_where_it_is_english(text):
    assert told(text, "en") == []


def test_a_day_that_may_be_read_in_two_ways_is_left_to_the_writer():
    assert told("11/12/2026") == [("date", "11/12/2026", None)]
    assert corrected("11/12/2026", "is") == "11/12/2026"


def test_inside_quotation_marks_only_marks_and_spaces_are_judged():
    assert told("„On November 23,  2026“") == [("spaces", "  ", " ")]


def test_a_quotation_that_is_not_closed_ends_with_its_line():
    assert told('„Opið\n"Lokað"') == [("quotes", '"', "„"), ("quotes", '"', "“")]


def test_other_languages_are_told_of_double_spaces_alone():
    assert told("«Oui»  dit-il , 1,234.5", "fr") == [("spaces", "  ", " ")]


@given(st.text(alphabet=st.sampled_from("aábJ „“”\"‚‘’'«».,-–—123/:%\n`(")), st.sampled_from(["is", "en", "xx"]))
def test_each_fault_says_what_stands_in_its_place_and_none_lie_over_each_other(text, language):
    found = faults(text, language)

    assert all(text[fault.start : fault.end] == fault.found for fault in found)
    assert all(fault.kind in typography.KINDS and fault.wanted != fault.found for fault in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))


@pytest.mark.parametrize("piece", ["a", "a.", "a@", '"', "„", "'a ", "1,", "1.111", "(", "`", "http://", "þ", "a-"])
def test_a_long_line_of_anything_is_read(piece):
    assert isinstance(faults(piece * 3000, "is"), list)
