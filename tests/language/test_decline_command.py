"""`manage.py decline`: a line for each phrase, tabs between what is known of it."""

import io

import pytest
from django.core.management import CommandError, call_command


def lines(*phrases, **options):
    out = io.StringIO()
    call_command("decline", *phrases, stdout=out, **options)
    return [line.split("\t") for line in out.getvalue().splitlines()]


def test_a_phrase_is_one_line_with_all_that_is_known():
    assert lines("sala") == [["sala", "ET", "kvk", "sala", "sölu", "sölu", "certain"]]


def test_each_phrase_has_a_line_in_the_order_asked():
    assert [line[0] for line in lines("hestar", "rafrænn reikningur", "kaup á húsnæði")] == [
        "hestar",
        "rafrænn reikningur",
        "kaup á húsnæði",
    ]


def test_the_first_letter_stays_as_it_is_written():
    assert lines("Björn", "björn", "Rafrænn reikningur") == [
        ["Björn", "ET", "kk", "Björn", "Birni", "Björns", "uncertain"],
        ["björn", "ET", "kk", "björn", "birni", "bjarnar", "certain"],
        ["Rafrænn reikningur", "ET", "kk", "Rafrænn reikningur", "Rafrænum reikningi", "Rafræns reiknings", "certain"],
    ]


@pytest.mark.parametrize(("number", "dative"), [("ET", "húsi"), ("FT", "húsum"), ("ft", "húsum")])
def test_the_number_decides_between_readings(number, dative):
    assert lines("hús", number=number)[0][4] == dative


@pytest.mark.parametrize(("gender", "genitive"), [("hk", "eggs"), ("kvk", "eggjar")])
def test_the_gender_decides_between_readings(gender, genitive):
    assert lines("egg", number="ET", gender=gender)[0][1:3] == ["ET", gender]
    assert lines("egg", number="ET", gender=gender)[0][5] == genitive


def test_what_does_not_bend_is_the_same_in_all_cases_and_its_gender_is_unknown():
    assert lines("iPhone") == [["iPhone", "-", "-", "iPhone", "iPhone", "iPhone", "uncertain"]]


def test_a_doubtful_phrase_says_so():
    assert lines("hús")[0][-1] == "uncertain"


@pytest.mark.parametrize("phrase", ["", "  "])
def test_no_phrase_at_all_is_unknown(phrase):
    assert lines(phrase) == [["-"] * 6 + ["uncertain"]]


def test_tabs_and_line_ends_in_a_phrase_do_not_break_the_columns():
    assert lines("rafrænn\t\nreikningur")[0][0] == "rafrænn reikningur"


def test_phrases_are_read_from_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("sala\n\nþjónusta\r\n"))

    assert [line[4] for line in lines("-")] == ["sölu", "þjónustu"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"number": "XX"}, "“XX” cannot be the value of --number; it is one of ET, FT."),
        ({"gender": "kvenkyn"}, "“kvenkyn” cannot be the value of --gender; it is one of kk, kvk, hk."),
    ],
)
def test_an_option_that_cannot_be_is_refused_with_a_sentence(options, sentence):
    with pytest.raises(CommandError) as refused:
        lines("sala", **options)

    assert str(refused.value) == sentence


def test_nothing_asked_is_refused_with_a_sentence():
    with pytest.raises(CommandError, match="Name at least one phrase"):
        lines()
