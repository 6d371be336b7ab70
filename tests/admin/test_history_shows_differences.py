"""Differences in words, between any two revisions: texts, cells, rows that came, went and moved."""

from dataclasses import replace

import pytest

from articles import publishing, rows
from articles.manuscript import Cell, Dimension, Similarity, Source, Tag
from tests.admin.revising import history_page, make_saved_article, put, save
from tests.factories import make_author

pytestmark = pytest.mark.django_db


def shown(client, article, **query):
    """The comparison, and the page as text."""
    response = client.get(history_page(article), query)
    assert response.status_code == 200
    return response.context["comparison"], response.content.decode()


def drawn(pieces) -> str:
    marks = {"del": "[-{}-]", "ins": "[+{}+]", "same": "{}"}
    return "".join(marks[piece.kind].format(piece.text) for piece in pieces)


def texts(comparison) -> dict[str, str]:
    return {entry.name: drawn(entry.pieces) for section in comparison.sections for entry in section.entries}


def counts(comparison) -> list[str]:
    return [label.word for label in comparison.counts]


def table(comparison) -> dict[str, tuple[list[str], list[str]]]:
    """Rows by name: their labels, and their cells."""
    found = (row for section in comparison.sections for row in section.table.rows)
    return {
        drawn(row.name): ([label.word for label in row.labels], [drawn(cell) for _column, cell in row.cells])
        for row in found
    }


def others(comparison) -> dict[str, tuple[str, list[str]]]:
    return {entry.name: (drawn(entry.pieces), [label.word for label in entry.labels]) for entry in comparison.others}


def test_the_working_draft_is_compared_with_what_readers_have(desk):
    article = make_saved_article(lead={"is": "<p>Sala er ein grein.</p>"})
    save(article, lead="<p>Sala er önnur grein.</p>")

    comparison, page = shown(desk, article)

    assert "Frá gerð 1 til 2" in page
    assert texts(comparison) == {"Inngangur": "Sala er [-ein-][+önnur+] grein."}
    assert "<del>ein</del><ins>önnur</ins>" in page
    assert counts(comparison) == ["1 texti"]
    assert "birtur texti og vinnudrög" in page


def test_any_two_are_compared_in_either_direction(desk):
    article = make_saved_article(lead={"is": "<p>Einn.</p>"})
    first = article.revisions.get()
    second = save(article, lead="<p>Tveir.</p>")
    save(article, lead="<p>Þrír.</p>")

    forward, page = shown(desk, article, **{"from": first.pk, "to": second.pk})
    backward, _page = shown(desk, article, **{"from": second.pk, "to": first.pk})

    assert "Frá gerð 1 til 2" in page
    assert texts(forward) == {"Inngangur": "[-Einn-][+Tveir+]."}
    assert texts(backward) == {"Inngangur": "[-Tveir-][+Einn+]."}


def test_the_chosen_two_are_marked_in_the_list(desk):
    article = make_saved_article()
    second = save(article, lead="<p>Tveir.</p>")
    third = save(article, lead="<p>Þrír.</p>")

    _comparison, page = shown(desk, article, **{"from": second.pk, "to": "rows"})

    assert f'name="from" value="{second.pk}" aria-label="Bera saman frá gerð 2" checked' in page
    assert f'name="to" value="{third.pk}" aria-label="Bera saman við gerð 3" checked' in page


def test_a_changed_cell_stands_in_its_row(desk):
    article = make_saved_article()
    content = rows.read(article)
    first = content.dimensions[0]
    cells = (first.cells[0], replace(first.cells[1], text={"is": "Reitur tvö"}))
    put(article, replace(content, dimensions=(replace(first, cells=cells), *content.dimensions[1:])))

    comparison, page = shown(desk, article)

    assert table(comparison) == {"Atriði 1": (["breytt"], ["Reitur 1 sala", "Reitur [-1 thjonusta-][+tvö+]"])}
    assert counts(comparison) == ["1 reitur"]
    assert "2 línur óbreyttar." in page


def test_rows_that_came_went_and_moved_say_so(desk):
    article = make_saved_article(dimensions=4)
    content = rows.read(article)
    one, two, three, four = content.dimensions
    new = Dimension("abyrgd", {"is": "Ábyrgð"}, cells=(Cell("thjonusta", {"is": "Trygging"}),))
    put(article, replace(content, dimensions=(four, one, three, new)))

    comparison, page = shown(desk, article)

    found = table(comparison)
    assert found["Atriði 4"][0] == ["úr 4 í 1"]
    assert found["Ábyrgð"] == (["+ ný"], ["", "Trygging"])
    assert found["Atriði 2"] == (["− felld"], ["Reitur 2 sala", "Reitur 2 thjonusta"])
    assert counts(comparison) == ["+ 1 lína", "− 1 lína", "1 lína færð"]
    assert "tómur reitur" in page
    assert texts(comparison)["Atriði 2: umfjöllun"] == "[-Umfjöllun um atriði 2.-]"


def test_unchanged_rows_are_shown_by_a_link(desk):
    article = make_saved_article(dimensions=3)
    content = rows.read(article)
    put(article, replace(content, dimensions=content.dimensions[1:]))

    folded, page = shown(desk, article)
    whole, all_of_it = shown(desk, article, rows="all")

    assert list(table(folded)) == ["Atriði 1"]
    assert list(table(whole)) == ["Atriði 2", "Atriði 3", "Atriði 1"]
    assert 'href="?rows=all"' in page
    assert "Sýna þær líka" not in all_of_it


def test_a_change_of_formatting_alone_is_said(desk):
    article = make_saved_article(lead={"is": "<p>Sala er grein.</p>"})
    save(article, lead="<p>Sala er <em>grein</em>.</p>")

    comparison, page = shown(desk, article)

    assert texts(comparison) == {"Inngangur": "Sala er grein."}
    assert "aðeins snið eða tenglar" in page


def test_no_difference_is_a_sentence(desk):
    article = make_saved_article()

    comparison, page = shown(desk, article, **{"from": "live-is", "to": "rows"})

    assert not comparison
    assert "Enginn munur á þessu tungumáli." in page


def test_one_language_is_looked_at_or_all(desk):
    article = make_saved_article(languages=("is", "en"))
    content = rows.read(article)
    put(article, replace(content, lead={"is": "<p>Nýr.</p>", "en": "<p>New.</p>"}))
    both = {"from": article.revisions.last().pk, "to": "rows"}

    english, _page = shown(desk, article, language="en", **both)
    every, page = shown(desk, article, **both)

    assert [section.language for section in english.sections] == ["en"]
    assert [section.language for section in every.sections] == ["is", "en"]
    assert '<h3 class="desk-difference-language" lang="en">English</h3>' in page


def test_a_language_alone_is_compared_with_its_own_readers_text(desk):
    article = make_saved_article(languages=("is", "en"))
    content = rows.read(article)
    put(article, replace(content, lead={"is": "<p>Nýr.</p>", "en": "<p>New.</p>"}))
    publishing.publish(article.editions.get(language="is"))

    comparison, page = shown(desk, article, language="en")

    assert "Frá gerð 1 til 2" in page
    assert list(texts(comparison)) == ["Inngangur"]
    assert shown(desk, article, language="is")[0].sections == ()


def test_the_language_whose_readers_wait_is_looked_at_first(desk):
    article = make_saved_article(languages=("is", "en"))
    content = rows.read(article)
    put(article, replace(content, lead={**content.lead, "en": "<p>New.</p>"}))

    assert desk.get(history_page(article)).context["chosen"].language == "en"


def test_sides_similarities_sources_tags_and_author_are_told(desk):
    article = make_saved_article(similarities=2, sources=1, tags=("log",))
    content = rows.read(article)
    author = make_author(name="Ritstjórn")
    article.author = author
    article.save()
    read = rows.read(article)
    source = replace(content.sources[0], title="Önnur heimild")
    put(
        article,
        replace(
            read,
            sides=tuple(reversed(content.sides)),
            similarities=(*content.similarities[1:], Similarity("ny", {"is": "Þetta er nýtt."})),
            sources=(source, Source("vefur", "Vefur", "https://example.org/vefur")),
            tags=(Tag("saga", {"is": "Saga"}),),
        ),
    )

    found = others(shown(desk, article)[0])

    assert found["Höfundur"] == ("[+Ritstjórn+]", [])
    assert found["Efnisorð"] == ("[-Log-], [+Saga+]", [])
    assert ["úr 2 í 1"] in [labels for _drawn, labels in found.values()]
    assert found["Vefur"] == ("", ["+ ný heimild"])
    assert ["+ ný líkindi"] in [labels for _drawn, labels in found.values()]
    assert ["− líkindi felld"] in [labels for _drawn, labels in found.values()]
    assert any(drawn == "[-Heimild 1-][+Önnur heimild+]" for drawn, _labels in found.values())


def test_a_side_that_went_keeps_its_column(desk):
    article = make_saved_article(sides=["Kaffi", "Te", "Kakó"], dimensions=1)
    content = rows.read(article)
    row = replace(content.dimensions[0], cells=content.dimensions[0].cells[:2])
    put(article, replace(content, sides=content.sides[:2], dimensions=(row,)))

    comparison, _page = shown(desk, article)

    assert [column.name for column in comparison.sections[0].table.columns] == ["Kaffi", "Te", "Kakó"]
    assert table(comparison)["Atriði 1"][1][2] == "[-Reitur 1 kako-]"
    assert others(comparison)["Kakó"] == ("", ["− hlið felld"])


def test_a_confirmed_draft_is_told(desk):
    article = make_saved_article(dimensions=1)
    content = rows.read(article)
    row = content.dimensions[0]
    drafted = replace(row, cells=tuple(replace(cell, drafted=("is",)) for cell in row.cells))
    put(article, replace(content, dimensions=(drafted,)))
    put(article, content)
    latest = list(article.revisions.values_list("pk", flat=True))

    found = others(shown(desk, article, **{"from": latest[1], "to": latest[0]})[0])

    assert [labels for _drawn, labels in found.values()] == [["Íslenska", "uppkast staðfest"]] * 2


def test_what_an_editor_typed_is_text_not_markup(desk):
    hostile = "<script>alert(1)</script>\"'&"
    article = make_saved_article(dimensions=1)
    content = rows.read(article)
    row = replace(content.dimensions[0], name={"is": hostile}, cells=(Cell("sala", {"is": hostile}),))
    put(article, replace(content, dimensions=(row,)), note=hostile)

    _comparison, page = shown(desk, article)

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_long_text_is_cut_to_what_stands_around_the_change(desk):
    words = " ".join(f"orð{number}" for number in range(2000))
    article = make_saved_article(lead={"is": f"<p>{words} gamalt {words}</p>"})
    save(article, lead=f"<p>{words} nýtt {words}</p>")

    text = texts(shown(desk, article)[0])["Inngangur"]

    assert "[-gamalt-][+nýtt+]" in text
    assert text.startswith(" … ")
    assert text.endswith(" … ")
    assert len(text) < 1000


def test_a_very_big_change_is_bounded(desk):
    article = make_saved_article(dimensions=0)
    content = rows.read(article)
    many = tuple(Dimension(f"a{number}", {"is": f"Atriði {number}"}, {"is": "<p>Orð.</p>"}) for number in range(130))
    put(article, replace(content, dimensions=many))

    comparison, page = shown(desk, article)

    assert (len(table(comparison)), len(texts(comparison))) == (100, 100)
    assert "30 línur í viðbót eru ekki sýndar." in page
    assert "30 textar í viðbót eru breyttir." in page


@pytest.mark.parametrize("wanted", ["999999", "bull", "live-", "9" * 5000, "-1", "½"])
def test_a_revision_that_is_not_of_the_article_is_not_found(desk, wanted):
    article = make_saved_article()

    assert desk.get(history_page(article), {"to": wanted}).status_code == 404


def test_a_revision_of_another_article_is_not_found(desk):
    article, other = make_saved_article(), make_saved_article(sides=["Kaffi", "Te"])

    assert desk.get(history_page(article), {"from": other.revisions.get().pk}).status_code == 404
