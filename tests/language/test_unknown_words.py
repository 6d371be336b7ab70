import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language import spelling

ICELANDIC = "Munurinn á sölu og þjónustu er sá að sala endar en þjónustan heldur áfram þótt kaupin séu gengin í garð."
DANISH = "Danmark er et land i Skandinavien. Landet ligger mellem Østersøen og Nordsøen, og det består af mange øer."
NORWEGIAN = "Det er forskjell på salg og tjenester, men de fleste som arbeider med det ene gjør også det andre."
ENGLISH = "Sales brings a deal about, and service makes sure that the customer is glad of it afterwards."


def odd(text, language="is"):
    return [(word.word, word.kind) for word in spelling.unknown_words(text, language)]


def test_a_typing_error_is_unknown_and_said_where_it_stands():
    text = "Þetta er þanig að salan gengur."

    (word,) = spelling.unknown_words(text)

    assert (word.word, word.kind) == ("þanig", "unknown")
    assert text[word.start : word.end] == "þanig"


def test_a_compound_whose_parts_are_known_is_guessed():
    assert odd("Þetta er vélanámsgreining.") == [("vélanámsgreining", "guessed")]


def test_a_spelling_that_is_given_up_is_unknown():
    assert odd("Þar er verzlun.") == [("verzlun", "unknown")]


@pytest.mark.parametrize(
    "text",
    [
        ICELANDIC,
        "Hann heitir Njogu og hún Xyzqwa.",
        "Roxane Njogu skrifar þetta. Þá kom Roxane aftur.",
        "Sjá t.d. 5. gr. laga nr. 2/1995, sbr. 3. mgr., o.s.frv. hjá Hafinu ehf.",
        "Hér er 5g net, 85 mg, 12 km, 100 km² og 3x.",
        "Sjá https://xyzq.is/abcq, jonq@xyzq.is, #xyzq, @xyzq og skra_xyzq.",
        "iPhone, PDF, EES-samningurinn, COVID-19 og NATO.",
        "félags- og húsnæðismál",
        "Язык er orð og 日本 líka.",
        "",
    ],
)
def test_names_abbreviations_numbers_addresses_and_other_scripts_are_let_be(text):
    assert odd(text) == []


def test_a_capital_at_the_start_of_a_sentence_hides_no_error():
    assert odd("Þanig er það. Þanig var það.\nÞanig verður það.") == [("Þanig", "unknown")] * 3
    assert odd("„Þanig er það.“") == [("Þanig", "unknown")]
    assert odd("- Þanig er það.") == [("Þanig", "unknown")]


def test_only_icelandic_is_checked():
    assert odd("Xyzqw is unknown", "en") == []


@pytest.mark.parametrize(("text", "least"), [(DANISH, 0.5), (NORWEGIAN, 0.5), (ENGLISH, 0.8)])
def test_other_languages_are_mostly_unknown(text, least):
    assert spelling.share_unknown(text) >= least
    assert not spelling.looks_like(text, "is")
    assert spelling.looks_like(text, "en")


def test_icelandic_is_known_and_does_not_look_english():
    assert spelling.share_unknown(ICELANDIC) == 0
    assert spelling.looks_like(ICELANDIC, "is")
    assert not spelling.looks_like(ICELANDIC, "en")


def test_of_a_few_words_nobody_can_tell():
    assert spelling.looks_like("Sales and service", "is")
    assert spelling.looks_like("Sala og þjónusta", "en")
    assert spelling.share_unknown("") == 0


@given(st.text())
def test_any_text_has_an_answer(text):
    assert all(text[word.start : word.end] == word.word for word in spelling.unknown_words(text))
    assert 0 <= spelling.share_unknown(text) <= 1
