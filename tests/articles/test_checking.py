from dataclasses import replace

import pytest
from hypothesis import given, settings

from articles.checking import Finding, Knows, findings, stops
from articles.checking.finding import RULES
from articles.manuscript import Cell, Dimension, Manuscript, Picture, Side, Similarity
from articles.units import units
from tests.articles.small_manuscripts import small_manuscripts
from tests.manuscripts import make_manuscript, make_subject

WORDS = {"unknown_word", "guessed_word", "other_language", "quotes"}
VERD = Dimension(
    "verd",
    {"is": "Verð"},
    {"is": "<p>Um verð.</p>"},
    cells=(Cell("sala", {"is": "Hátt"}), Cell("thjonusta", {"is": "Lágt"})),
)


def make(**more) -> Manuscript:
    """An article in which there is nothing to find."""
    whole = make_manuscript(**{"dimensions": (VERD,), **more})
    sides = (replace(side, answer=side.answer or {"is": "er athöfn."}) for side in whole.sides)
    return replace(whole, sides=tuple(sides))


def row(**more) -> Manuscript:
    return make(dimensions=(replace(VERD, **more),))


def found(manuscript: Manuscript, language="is", **knows) -> list[tuple]:
    return [(one.rule, one.path) for one in findings(manuscript, language, knows=Knows(**knows))]


def test_a_whole_article_has_nothing_to_look_at():
    assert findings(make(), "is") == ()


def test_an_article_of_one_side_is_not_published():
    (sides, title) = findings(make(sides=("Sala",), dimensions=()), "is")

    assert sides == Finding("sides", "sides", "is", {"count": 1, "least": 2, "most": 5})
    assert (sides.kind, sides.data["count"]) == ("stop", 1)
    assert (title.rule, title.kind) == ("title", "stop")


def test_a_title_that_an_editor_wrote_is_a_title():
    assert found(make(sides=("Sala",), dimensions=(), title={"is": "Um sölu"})) == [("sides", "sides")]


@pytest.mark.parametrize(("count", "rules"), [(2, []), (5, []), (6, ["sides"])])
def test_at_most_five_sides_are_compared(count, rules):
    names = ["Sala", "Leiga", "Kaup", "Lán", "Gjöf", "Skipti"][:count]

    assert [one.rule for one in stops(make(sides=names, dimensions=()), "is")] == rules


def test_only_sides_with_a_name_in_the_language_count():
    assert [one.rule for one in stops(make(), "en")] == ["sides", "title"]
    assert ("name", "subject:sala:name") in found(make(), "en")


def test_a_side_needs_an_answer_or_its_subjects_definition():
    bare = make_manuscript(dimensions=(VERD,))
    defined = make_subject("sala", definition={"is": "Sala er athöfn."})
    with_definition = replace(bare, sides=(Side("sala", defined), bare.sides[1]))

    assert found(bare) == [("answer", "side:sala:answer"), ("answer", "side:thjonusta:answer")]
    assert found(with_definition) == [("answer", "side:thjonusta:answer")]
    assert [one.rule for one in stops(bare, "is")] == ["answer", "answer"]


def test_what_is_no_stop_does_not_keep_an_edition_back():
    drafty = row(discussion={}, cells=())

    assert findings(drafty, "is")
    assert stops(drafty, "is") == ()


def test_an_empty_cell_says_whether_another_language_fills_it():
    manuscript = row(cells=(Cell("sala", {"en": "High"}),))
    cells = [(one.path, one.data["elsewhere"]) for one in findings(manuscript, "is") if one.rule == "empty_cell"]

    assert cells == [("cell:verd:sala", True), ("cell:verd:thjonusta", False)]


def test_a_cell_has_at_most_twelve_words():
    twelve, thirteen = "já og nei " * 4, "já og nei " * 4 + "eða"
    (one,) = findings(row(cells=(Cell("sala", {"is": twelve.strip()}), Cell("thjonusta", {"is": thirteen}))), "is")

    assert (one.rule, one.path, one.data) == ("long_cell", "cell:verd:thjonusta", {"words": 13, "most": 12})


def test_a_row_in_which_all_say_the_same_shows_no_difference():
    same = row(cells=(Cell("sala", {"is": "Hátt"}), Cell("thjonusta", {"is": "hátt "})))

    assert found(same) == [("no_difference", "row:verd:name")]
    assert ("no_difference", "row:verd:name") not in found(row(cells=()))


def test_a_similarity_in_the_table_is_no_row_without_difference():
    alike = Similarity("verd", {"is": "Bæði kosta fé."}, {"is": "Kostar"}, {"is": "já"})

    assert findings(make(similarities=(alike,)), "is") == ()


def test_a_row_without_discussion_is_told():
    assert found(row(discussion={"en": "<p>On price.</p>"})) == [("no_discussion", "row:verd:discussion")]


def test_drafts_of_a_row_are_counted_together_and_lead_to_the_first():
    cells = (Cell("sala", {"is": "Hátt"}, ("is",)), Cell("thjonusta", {"is": "Lágt"}, ("en", "is")))
    (one,) = findings(row(cells=cells), "is")

    assert (one.rule, one.path) == ("drafted_cells", "cell:verd:sala")
    assert one.data == {"count": 2, "sides": ("sala", "thjonusta")}


def test_a_draft_in_another_language_is_not_of_this_one():
    cells = (Cell("sala", {"is": "Hátt", "en": "High"}, ("en",)), VERD.cells[1])

    assert findings(row(cells=cells), "is") == ()


def test_a_row_without_a_name_is_told_where_it_says_something():
    assert found(row(name={})) == [("row_name", "row:verd:name")]
    assert found(make(dimensions=(Dimension("verd", {"en": "Price"}),))) == []


def test_a_title_is_no_longer_than_search_engines_show():
    assert found(make(title={"is": "sölu " * 11 + "sölur"})) == []
    (one,) = findings(make(title={"is": "sölu " * 11 + "sölum "}), "is")

    assert (one.path, one.data) == ("title", {"length": 61, "most": 60})


def test_a_title_that_is_drawn_from_the_names_is_measured_too():
    names = ("Framkvæmdarvald ríkisins", "Dómsvald og löggjafarvald þess")

    assert ("long_title", "title") in found(make(sides=names, dimensions=()))


def test_another_article_on_the_same_subjects_is_named():
    asked = []

    def covered(subjects):
        asked.append(subjects)
        return "Munurinn á þjónustu og sölu"

    (one,) = findings(make(), "is", knows=Knows(covered=covered))

    assert asked == [frozenset({"sala", "thjonusta"})]
    assert (one.rule, one.data) == ("covered", {"title": "Munurinn á þjónustu og sölu"})


def test_a_link_that_leads_to_no_page_is_told_once_a_text():
    text = '<p><a href="/er-til/">a</a> <a href="/tynd/?a=1&amp;b=2">b</a> <a href="/tynd/?a=1&amp;b=2">c</a></p>'
    asked = []

    def page(address):
        asked.append(address)
        return address == "/er-til/"

    missing = [
        one for one in findings(make(lead={"is": text}), "is", knows=Knows(page=page)) if one.rule == "broken_link"
    ]

    assert [(one.path, one.data) for one in missing] == [("lead", {"address": "/tynd/?a=1&b=2"})]
    assert asked == ["/er-til/", "/tynd/?a=1&b=2"]


def test_links_to_other_sites_and_to_the_page_itself_are_not_asked_about():
    text = '<p><a href="https://example.org/">a</a> <a href="#verd">b</a> <a href="mailto:a@b.is">c</a></p>'
    rules = {one.rule for one in findings(make(lead={"is": text}), "is", knows=Knows(page=lambda address: False))}

    assert "broken_link" not in rules


def illustrated(article, side, subject):
    whole = make()
    first = whole.sides[0]
    first = replace(first, picture=side, subject=replace(first.subject, picture=subject))
    return replace(whole, picture=article, sides=(first, whole.sides[1]))


def without_alt(whole):
    return [one.path for one in findings(whole, "is") if one.rule == "alt"]


@pytest.mark.parametrize(("alt", "told"), [({}, True), ({"en": "A till"}, True), ({"is": "Búðarkassi"}, False)])
def test_a_picture_has_a_text_in_the_language(alt, told):
    pictures = [Picture(digit * 64, alt=alt) for digit in "012"]

    places = ["picture", "side:sala:picture", "subject:sala:picture"]
    assert without_alt(illustrated(*pictures)) == (places if told else [])


def test_a_picture_in_several_places_is_told_of_once():
    picture = Picture("0" * 64)

    assert without_alt(illustrated(None, picture, picture)) == ["side:sala:picture"]


def test_stops_come_first_then_warnings_in_the_order_of_the_page():
    bare = make_manuscript(dimensions=(replace(VERD, discussion={}, cells=()),), title={"is": "a" * 61})
    kinds = [(one.kind, one.path) for one in findings(bare, "is") if one.rule not in WORDS]

    assert kinds == [
        ("stop", "side:sala:answer"),
        ("stop", "side:thjonusta:answer"),
        ("warning", "title"),
        ("warning", "row:verd:discussion"),
        ("warning", "cell:verd:sala"),
        ("warning", "cell:verd:thjonusta"),
    ]


@given(small_manuscripts())
@settings(deadline=None)
def test_each_finding_has_a_rule_and_a_place_in_the_article(manuscript):
    paths = {unit.path for unit in units(manuscript)} | {"sides"}

    for one in (*findings(manuscript, "is"), *findings(manuscript, "en")):
        assert one.rule in RULES
        assert one.path in paths


@given(small_manuscripts())
@settings(deadline=None)
def test_the_stops_are_those_of_all_findings(manuscript):
    assert {one for one in findings(manuscript, "en") if one.kind == "stop"} == set(stops(manuscript, "en"))


def test_an_article_without_anything_can_be_checked():
    assert found(Manuscript("x")) == [("sides", "sides"), ("title", "title")]
