import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.marks import Marker, pieces
from tests.search.finding import marked


def shown(text, *asked, language="is") -> str:
    """The text with marks for words, each given as typed and its lemmas."""
    return marked(pieces(text, Marker(asked, language).marks(text)))


SALA, ÞJÓNUSTA = ("sala", ("sala",)), ("þjónusta", ("þjónusta",))


def test_a_word_is_marked_as_it_stands():
    assert shown("Sala, sölur og sölunnar; salan.", SALA) == "[Sala], [sölur] og [sölunnar]; [salan]."


def test_only_the_part_of_a_compound_is_marked():
    assert shown("Smásölu sinna sölumenn.", SALA) == "Smá[sölu] sinna [sölu]menn."


def test_what_only_looks_alike_is_not_marked():
    assert shown("Salatið var í salnum.", SALA) == "Salatið var í salnum."


def test_several_words_are_marked():
    assert shown("Sala og þjónusta.", SALA, ÞJÓNUSTA) == "[Sala] og [þjónusta]."


def test_which_word_of_the_question_a_mark_is_for_is_known():
    assert [mark.asked for mark in Marker([SALA, ÞJÓNUSTA], "is").marks("Þjónusta og sala.")] == [1, 0]


def test_a_word_that_no_dictionary_has_is_marked_where_it_stands():
    assert shown("Zyxa er til.", ("zyxa", ("zyxa",))) == "[Zyxa] er til."


def test_a_soft_hyphen_in_the_text_does_not_move_a_mark():
    assert shown("Góð sa\u00adla í dag.", SALA) == "Góð [sa\u00adla] í dag."
    assert shown("Smá\u00adsölu er lokið.", SALA) == "[Smá\u00adsölu] er lokið."


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Cities and a city.", "[Cities] and a [city]."), ("Capacity, citing.", "Capacity, citing.")],
)
def test_english_words_are_marked_in_all_their_forms(text, expected):
    assert shown(text, ("city", ("city",)), language="en") == expected


def test_a_question_without_known_words_marks_nothing():
    assert shown("Sala.", ("xyzzy", ())) == "Sala."


@given(st.text())
def test_pieces_are_the_text_whatever_it_is(text):
    marks = Marker([SALA, ("is", ("is",))], "is").marks(text)

    assert "".join(piece.text for piece in pieces(text, marks)) == text
    assert all(one.end <= other.start for one, other in zip(marks, marks[1:], strict=False))


@pytest.mark.parametrize("between", [" ", "\n", "\t ", "\u2028", "\u00a0", " – ", "; ", "/"])
def test_what_stands_between_words_hides_none(between):
    said = between.join(["Sala", "verð", "smásölu", "og", "þjónustan"])

    assert shown(said, SALA, ÞJÓNUSTA) == between.join(["[Sala]", "verð", "smá[sölu]", "og", "[þjónustan]"])


@given(
    st.lists(st.sampled_from(["sala", "Sölu-", "sölumenn", "þjónusta", "sa\u00adla", "og", "iPhone", "İ"]), max_size=9)
)
def test_a_word_is_marked_alike_wherever_it_stands(words):
    marker = Marker([SALA, ÞJÓNUSTA, ("iphone", ("iphone",))], "is")
    alone = [marked(pieces(word, marker.marks(word))) for word in words]

    assert marked(pieces(" ".join(words), marker.marks(" ".join(words)))) == " ".join(alone)
