import pytest
from django.utils import translation
from hypothesis import given, settings

from articles.admin import wording
from articles.checking import Finding, findings
from articles.checking.finding import RULES
from articles.manuscript import Cell, Dimension, Manuscript, Side, Similarity, Source, Tag
from articles.units import units
from tests.articles.small_manuscripts import small_manuscripts
from tests.manuscripts import make_manuscript, make_subject

ARTICLE = make_manuscript(
    dimensions=(Dimension("abyrgd", {"is": "Ábyrgð"}, cells=(Cell("sala", {"is": "Já"}),)), Dimension("verd")),
    similarities=(Similarity("fe"), Similarity("folk")),
    sources=(Source("log", "Lög"),),
    tags=(Tag("vidskipti", {"is": "Viðskipti"}),),
)
DATA = {
    "count": 1, "least": 2, "most": 5, "length": 61, "words": 13, "title": "T", "elsewhere": True, "sides": ("sala",),
    "address": "/a/", "word": "orðð", "found": "fundið", "wanted": "rétt", "start": 1, "end": 5,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("title", "Title"),
        ("summary", "Summary"),
        ("sides", "Sides"),
        ("cell:abyrgd:sala", "Ábyrgð, Sala"),
        ("cell:abyrgd:sala:source", "Ábyrgð, Sala: source"),
        ("row:abyrgd", "Ábyrgð"),
        ("row:abyrgd:name", "Ábyrgð"),
        ("row:abyrgd:discussion", "Ábyrgð: discussion"),
        ("side:thjonusta:answer", "Þjónusta: answer in one sentence"),
        ("side:thjonusta:description", "Hvað er Þjónusta?"),
        ("side:thjonusta", "Þjónusta"),
        ("subject:sala:name", "Sala"),
        ("subject:sala:definition", "Sala: definition"),
        ("similarity:folk:sentence", "Similarity 2"),
        ("similarity:folk:name", "Similarity 2: name in the table"),
        ("similarity:folk:text", "Similarity 2: text in the table"),
        ("source:log:title", "Lög"),
        ("source:log:address", "Lög: address"),
        ("tag:vidskipti", "Viðskipti"),
        ("row:verd:name", "verd"),
        ("row:horfin:name", "horfin"),
        ("similarity:horfin:sentence", "horfin"),
        ("side:horfin:description", "horfin: description"),
        ("cell:horfin:horfin", "horfin, horfin"),
    ],
)
def test_a_place_is_said_in_an_editors_words(path, said):
    assert wording.place(path, "is", ARTICLE) == said


def test_what_has_no_name_in_the_language_is_called_by_another():
    both = make_manuscript(dimensions=(Dimension("abyrgd", {"is": "Ábyrgð", "en": "Warranty"}),))

    assert wording.place("cell:abyrgd:sala", "en", ARTICLE) == "Ábyrgð, Sala"
    assert wording.place("cell:abyrgd:sala", "en", both) == "Warranty, Sala"
    assert wording.place("side:sala:description", "en", ARTICLE) == "Sala: description"


def test_what_is_gone_is_called_as_it_was():
    assert wording.place("row:abyrgd:group", "is", Manuscript("x"), ARTICLE) == "Ábyrgð: group"
    assert wording.place("similarity:fe:sentence", "is", Manuscript("x"), ARTICLE) == "Similarity 1"


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("more", [{}, {"count": 21, "length": 162, "words": 21, "wanted": None, "elsewhere": False}])
def test_every_rule_is_said_in_a_whole_sentence(rule, more):
    said = wording.sentence(Finding(rule, "lead", "is", {**DATA, **more}))

    assert said[-1] in ".?"
    assert "%(" not in said


def test_a_sentence_has_its_measures():
    assert wording.sentence(Finding("long_cell", "", "is", DATA)) == "13 words in the cell, at most 5 are wanted."
    assert wording.sentence(Finding("drafted_cells", "", "is", {"count": 1})) == "1 draft is not confirmed."
    assert "Is “rétt” meant?" in wording.sentence(Finding("unknown_word", "", "is", DATA))


def test_a_percent_sign_in_a_text_is_a_percent_sign():
    name = {"is": "100 %s %(name)s"}
    article = make_manuscript(dimensions=(Dimension("a", name),))

    assert wording.place("cell:a:sala:source", "is", article) == "100 %s %(name)s, Sala: source"
    assert wording.sentence(Finding("covered", "", "is", {"title": "5 %d"})) == "“5 %d” compares the same already."


def test_a_finding_is_said_with_its_place_and_its_weight():
    (one, *_rest) = findings(make_manuscript(), "is")
    said = wording.worded(one, make_manuscript())

    assert (said.label, said.place) == ("Stops publishing", "Sala: answer in one sentence")
    assert said.sentence == "The answer in one sentence is missing."


@given(small_manuscripts())
@settings(deadline=None)
def test_every_text_of_an_article_has_a_place_that_can_be_said(manuscript):
    for unit in units(manuscript):
        assert wording.place(unit.path, "is", manuscript)
        assert wording.place(unit.path, "en", Manuscript("x"))


def test_a_side_is_asked_about_with_its_number():
    veirur = Side("veirur", make_subject("veirur", name="Veirur"))

    assert wording.place("side:veirur:description", "is", Manuscript("x", sides=(veirur,))) == "Hvað er Veirur?"
