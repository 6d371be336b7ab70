from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import prose, reading
from articles.manuscript import Cell, Dimension, Similarity, Source
from articles.search import passages
from articles.search.marks import Marker
from articles.search.passages import LONGEST, Passage
from tests.factories import make_manuscript
from tests.search.finding import marked

SALA, ÞJÓNUSTA = ("sala", ("sala",)), ("þjónusta", ("þjónusta",))


def passage(*asked, language="is", **texts) -> Passage:
    content = make_manuscript(sides=["Kaup", "Leiga"], dimensions=0)
    content = replace(content, lead={"is": "<p>Inngangur.</p>"}, **texts)
    return passages.passage(content, language, Marker(asked or (SALA,), language))


def make_row(key="verd", name="Verð", *texts, **fields):
    cells = tuple(Cell(side, {"is": text}) for side, text in zip(("kaup", "leiga"), texts, strict=False))
    return Dimension(key, {"is": name}, cells=cells, **fields)


def test_a_word_in_a_section_is_shown_with_its_heading_and_anchor():
    found = passage(dimensions=(make_row(discussion={"is": "<p>Sölunni lauk í gær.</p>"}),))

    assert marked(found.pieces) == "[Sölunni] lauk í gær."
    assert (found.place.kind, found.place.heading, found.place.anchor) == ("section", "Verð", "a-verd")


def test_a_word_in_a_cell_is_shown_with_the_row_of_the_table():
    found = passage(dimensions=(make_row("verd", "Verð", "Hátt við sölu", "Lágt"),))

    assert marked(found.pieces) == "Hátt við [sölu]; Lágt"
    assert (found.place.kind, found.place.heading, found.place.anchor) == ("table", "Verð", "rod-verd")


def test_a_row_of_that_name_comes_before_all_else():
    rows = (make_row("a", "Verð", "Sala"), make_row("b", "Sala", "Hröð", "Hæg"))

    found = passage(dimensions=rows, summary={"is": "<p>Sala.</p>"})

    assert (found.place.anchor, marked(found.pieces)) == ("rod-b", "Hröð; Hæg")


def test_a_similarity_is_under_the_heading_of_similarities():
    found = passage(similarities=(Similarity("eins", {"is": "Bæði tengjast sölu."}),))

    assert (found.place.kind, found.place.heading) == ("section", "Líkindi milli Kaup og Leiga")
    assert found.place.anchor == "likindi"


@pytest.mark.parametrize(
    ("texts", "kind", "anchor"),
    [
        ({"summary": {"is": "<p>Sala.</p>"}}, passages.SUMMARY, "samantekt"),
        ({"sources": (Source("h", "Saga sölu"),)}, passages.SOURCES, "heimild-1"),
        ({"lead": {"is": "<p>Sala.</p>"}}, passages.TITLE, ""),
    ],
)
def test_other_places_have_their_anchors(texts, kind, anchor):
    content = {"lead": {"is": "<p>Inngangur.</p>"}} | texts
    drawn = replace(make_manuscript(sides=["Kaup", "Leiga"], dimensions=0), **content)

    found = passages.passage(drawn, "is", Marker([SALA], "is"))

    assert (found.place.kind, found.place.anchor) == (kind, anchor)
    assert "[" in marked(found.pieces)


def test_an_answer_is_in_the_nutshell():
    found = passages.passage(make_manuscript(sides=["Sala", "Leiga"], dimensions=0), "is", Marker([SALA], "is"))

    assert (found.place.kind, found.place.anchor) == (passages.NUTSHELL, "hnot")


def test_the_passage_with_most_of_the_words_is_shown():
    rows = (make_row("a", "Verð", "Sala"), make_row("b", "Tími", discussion={"is": "<p>Sala og þjónusta.</p>"}))

    assert passage(SALA, ÞJÓNUSTA, dimensions=rows).place.anchor == "a-b"


def test_where_only_the_title_has_the_word_the_lead_is_shown():
    found = passage(dimensions=(make_row("a", "Verð", "Hátt"),))

    assert (found.place.kind, marked(found.pieces)) == (passages.TITLE, "Inngangur.")


def test_without_a_lead_an_answer_is_shown():
    content = make_manuscript(sides=["Kaup", "Leiga"], dimensions=0, lead={})

    found = passages.passage(content, "is", Marker([SALA], "is"))

    assert marked(found.pieces) == "Kaup er eitt af þessu."


def test_texts_of_other_languages_are_not_shown():
    row = Dimension("verd", {"is": "Verð", "en": "Price"}, cells=(Cell("kaup", {"en": "Sala is a sale"}),))

    assert passage(dimensions=(row,)).place.kind == passages.TITLE


def test_a_long_text_is_cut_between_words_around_the_word():
    long = "Fyrst er sagt frá ýmsu. " * 30 + "Þá hefst sala á vörum. " + "Síðan er sagt frá öðru. " * 30
    found = passage(summary={"is": prose.clean(f"<p>{long}</p>")})
    text = "".join(piece.text for piece in found.pieces)

    assert text.startswith("… Þá hefst sala á vörum.")
    assert text.endswith(" …")
    assert len(text) <= LONGEST
    assert "[sala]" in marked(found.pieces)


def test_in_a_long_sentence_the_passage_begins_a_little_before_the_word():
    found = passage(summary={"is": f"<p>{'orð ' * 200}sala {'orð ' * 200}</p>"})
    text = marked(found.pieces)

    assert text.startswith("… orð orð")
    assert "[sala]" in text


def test_prose_is_read_as_plain_text():
    html = prose.clean(
        "<p>A &amp; B &lt;b&gt; <em>sér</em><strong>staða</strong></p><ul><li>eitt</li><li>tvö</li></ul>"
    )

    assert passages.plain(html) == prose.line(prose.plain(html)) == "A & B <b> sérstaða eitt tvö"


@given(st.lists(st.sampled_from(["sala", "þjónusta", "orð", "x" * 150, "Löng. ", "—", "\u00ad"]), max_size=120))
def test_a_passage_is_short_and_keeps_a_word_whatever_the_text(texts):
    found = passage(summary={"is": prose.clean(f"<p>{' '.join(texts)}</p>")})
    text = marked(found.pieces)

    assert sum(len(piece.text) for piece in found.pieces) <= LONGEST
    assert ("[" in text) == ("sala" in texts)


def test_every_anchor_is_on_the_page():
    content = make_manuscript(sides=["Sala", "Leiga"], dimensions=2, similarities=2, sources=1)
    content = replace(content, similarities=(Similarity("eins", {"is": "Bæði."}, {"is": "Hvað"}, {"is": "já"}),))
    drawn = reading.read(content, "is")
    anchors = {f"h-{side.key}" for side in drawn.sides} | {f"rod-{row.key}" for row in drawn.table.rows}
    anchors |= {f"a-{row.key}" for row in drawn.dimensions} | {f"heimild-{row.number}" for row in drawn.sources}
    headings = {row.key: row.name for row in drawn.table.rows}

    sections = list(passages._sections(content, "is", Marker([SALA], "is")))

    assert {section.anchor for section in sections} - {"", "hnot", "likindi", "samantekt"} == anchors
    assert all(
        section.place().heading == headings[section.anchor.removeprefix("rod-")]
        for section in sections
        if section.kind == passages.TABLE
    )
