from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import publishing
from articles.manuscript import Cell, Similarity
from tests.factories import make_article, make_author, make_comment, make_edition, make_manuscript

pytestmark = pytest.mark.django_db


def page(client, edition):
    response = client.get(edition.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def queries(client, article):
    address = article.editions.get().get_absolute_url()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_a_longer_page_costs_no_more_queries_and_at_most_eight(client):
    author = make_author()
    lists = {"author": None, "tags": ["log"]}
    short = make_article(sides=2, dimensions=1, comments=0, **lists)
    long = make_article(sides=5, dimensions=20, similarities=4, sources=3, comments=50, **lists)
    for article in (short, long):
        article.author = author
        article.save()

    publishing.publish_all(short)
    publishing.publish_all(long)

    assert queries(client, short) == queries(client, long) <= 8


def test_the_parts_stand_in_their_order(client):
    content = make_manuscript(
        sides=["Sala", "Þjónusta"], dimensions=2, similarities=1, sources=1, summary={"is": "<p>Samantektin.</p>"}
    )
    text = page(client, make_edition(content=content))

    marks = [
        "<h1", "Inngangur um", "er eitt af þessu", 'id="likindi"', 'id="mismunur"', 'id="tafla"', 'id="samantekt"',
        'id="heimildir"', 'id="athugasemdir"',
    ]  # fmt: skip
    places = [text.index(mark, text.index("<body")) for mark in marks]
    assert places == sorted(places)


def test_the_title_bends_the_subjects_by_itself(client):
    text = page(client, make_edition(sides=["Sala", "Þjónusta"]))

    assert "<title>Munurinn á sölu og þjónustu" in text


def test_empty_parts_vanish_with_their_heading(client):
    content = make_manuscript(dimensions=0)
    content = replace(content, lead={})
    text = page(client, make_edition(content=content))

    for part in ("likindi", "mismunur", "tafla", "samantekt", "heimildir"):
        assert f'id="{part}"' not in text
    assert "Sjá meira um" not in text


def test_an_unknown_cell_says_so(client):
    content = make_manuscript(dimensions=1)
    half = replace(content.dimensions[0], cells=content.dimensions[0].cells[:1])

    assert "Ekki vitað" in page(client, make_edition(content=replace(content, dimensions=(half,))))


def test_an_equal_row_is_drawn_once(client):
    likeness = Similarity("heitt", {"is": "Bæði eru heit."}, {"is": "Hitastig"}, {"is": "Sjóðandi"})
    content = replace(make_manuscript(dimensions=1), similarities=(likeness,))

    assert page(client, make_edition(content=content)).count("Sjóðandi") == 1


def test_picking_two_of_three_sides_recomputes_the_table(client):
    content = make_manuscript(sides=["Kaffi", "Te", "Kakó"], dimensions=1)
    cells = (Cell("kaffi", {"is": "Rjúkandi"}), Cell("te", {"is": "Rjúkandi"}), Cell("kako", {"is": "Ískalt"}))
    edition = make_edition(content=replace(content, dimensions=(replace(content.dimensions[0], cells=cells),)))

    assert page(client, edition).count("Rjúkandi") == 2
    picked = client.get(edition.get_absolute_url(), {"syna": ["kaffi", "te"]}).content.decode()
    assert picked.count("Rjúkandi") == 1
    assert "Ískalt" not in picked
    assert "noindex" in picked


def test_what_an_editor_typed_is_text_not_markup(client):
    hostile = "<script>alert(1)</script>\"'&"
    content = make_manuscript(dimensions=1)
    cells = (Cell(content.sides[0].key, {"is": hostile}),)
    content = replace(content, dimensions=(replace(content.dimensions[0], name={"is": hostile}, cells=cells),))
    text = page(client, make_edition(content=content))

    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text.replace("\u00ad", "")


def test_comments_are_counted_in_the_icelandic_plural(client):
    for count, words in ((1, "1 athugasemd<"), (2, "2 athugasemdir"), (11, "11 athugasemdir"), (21, "21 athugasemd<")):
        text = page(client, make_edition(comments=count))

        assert words in text.replace("</", "<")


def test_only_live_comments_are_on_the_page(client):
    edition = make_edition()
    for state in ("held", "spam", "removed"):
        make_comment(edition=edition, state=state, text=f"Ósýnilegt {state}", name="Hulinn")

    text = page(client, edition)

    assert "Ósýnilegt" not in text
    assert "Hulinn" not in text


def test_a_page_is_the_same_for_everyone(client, admin_client):
    edition = make_edition(comments=1)
    answer = client.get(edition.get_absolute_url())

    assert answer.content == admin_client.get(edition.get_absolute_url()).content
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_only_reading_is_allowed(client):
    assert client.post(make_edition().get_absolute_url()).status_code == 405
