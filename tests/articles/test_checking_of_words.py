import pytest

from articles.checking import Knows, findings
from articles.checking.corrections import correction
from articles.manuscript import Forms, Manuscript, Side, Subject

RULES = {"unknown_word", "guessed_word", "other_language", "quotes", "apostrophe", "dash", "date", "comma", "spaces"}


def odd(text: str, language="is", name="Sala", **forms) -> list:
    subject = Subject("sala", {language: name}, forms={language: Forms(**forms)})
    manuscript = Manuscript("x", lead={language: f"<p>{text}</p>"}, sides=(Side("sala", subject),))
    return [one for one in findings(manuscript, language, knows=Knows()) if one.rule in RULES]


def test_a_word_that_bin_does_not_know_is_named_with_its_place_and_what_may_be_meant():
    (one,) = odd("Á vörunni er <em>tveggja</em> ára ábirgð gegn göllum.")

    assert (one.rule, one.kind, one.path) == ("unknown_word", "warning", "lead")
    assert one.data == {"word": "ábirgð", "wanted": "ábyrgð", "start": 25, "end": 31}


def test_a_compound_that_was_put_together_on_the_way_is_a_guess():
    (one,) = odd("Hér er talað um próteinhjúp veirunnar.")

    assert (one.rule, one.kind, one.data["word"]) == ("guessed_word", "guess", "próteinhjúp")


def test_a_word_is_told_once_a_text():
    assert len(odd("Ábirgð er góð. Sú ábirgð er betri.")) == 1


def test_the_subjects_own_names_are_no_errors():
    text = "Hér er snúffið selt og snúffi fylgir ábyrgð."

    assert [one.data["word"] for one in odd(text)] == ["snúffið", "snúffi"]
    assert odd(text, name="Snúffið", nominative="snúffið", dative="snúffi") == []


def test_a_name_may_be_anything_at_all():
    assert odd("Hér er góð vara.", name='"The best thing that nobody ever made or sold"') == []


def test_english_marks_around_a_word_are_told_together():
    (one,) = odd('Þetta tryggir "sölu" og ánægju.')

    assert one.rule == "quotes"
    assert (one.data["found"], one.data["wanted"]) == ('"sölu"', "„sölu“")
    assert (one.data["start"], one.data["end"]) == (14, 20)


def test_two_last_marks_are_two():
    found = odd('Þetta er „sala" og þetta er „kaup" hér.')

    assert [(one.data["found"], one.data["wanted"]) for one in found] == [('"', "“"), ('"', "“")]


def test_marks_between_which_a_whole_text_stands_are_two():
    assert len(odd('Hann sagði: "' + "Þetta er allt í lagi. " * 5 + 'Gott."')) == 2


def test_an_english_date_is_told_in_icelandic_alone():
    (one,) = odd("Lögin tóku gildi November 23, 2026 hér á landi.")

    assert (one.rule, one.data["wanted"]) == ("date", "23. nóvember 2026")
    assert odd("The law took effect on November 23, 2026.", "en", "Sale") == []


def test_a_text_in_another_language_is_one_finding_and_not_one_a_word():
    english = "This is a whole sentence that nobody has translated yet, and so it stands here."

    assert [one.rule for one in odd(english)] == ["other_language"]
    assert odd(english, "en", "Sale") == []
    assert [one.rule for one in odd("Þetta er heil setning sem enginn hefur þýtt.", "en", "Sale")] == [
        "other_language"
    ]


def test_findings_of_a_text_come_in_its_order():
    found = odd('Þessi ábirgð er "góð" og hin ábirgðn  er verri.')

    assert [one.data["start"] for one in found] == [6, 16, 29, 36]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("ábirgð", "ábyrgð"),
        ("Ábirgð", "Ábyrgð"),
        ("skylja", "skilja"),
        ("þjonusta", "þjónusta"),
        ("sérstkalega", "sérstaklega"),
        ("verslunn", "verslun"),
        ("oolong", None),
        ("xqz", None),
        ("próteinhjúp", None),
    ],
)
def test_what_may_be_meant_is_one_slip_away(word, meant):
    assert correction(word) == meant


def test_what_sounds_otherwise_is_not_meant_by_a_compound():
    assert correction("óristaðar") == "ristaðar"
    assert correction("óristaðar", alike=True) is None
    assert correction("neitendur", alike=True) == "neytendur"
