"""What people write by hand in an article file is read."""

from datetime import UTC, datetime

import pytest

from articles.transfer.article_file import parse, read

FRONT = """\
---
format: 1
article: sala-thjonusta
language: {language}
subjects:
  - {{key: sala, name: {first}}}
  - {{key: thjonusta, name: {second}}}
{more}---
"""
SIDES = {
    "is": "## Hliðar\n### Sala {#sala}\n### Þjónusta {#thjonusta}\n",
    "en": "## Sides\n### Sales {#sala}\n### Service {#thjonusta}\n",
}


def make_file(body="", *, more="", language="is", sides=None):
    first, second = ("Sala", "Þjónusta") if language == "is" else ("Sales", "Service")
    front = FRONT.format(language=language, first=first, second=second, more=more)
    return front + (SIDES[language if language == "is" else "en"] if sides is None else sides) + body


def manuscript(*arguments, **more):
    return parse(make_file(*arguments, **more)).manuscript


def test_two_sides_are_enough():
    article = parse(make_file())

    assert [side.subject.name["is"] for side in article.manuscript.sides] == ["Sala", "Þjónusta"]
    assert (article.imprint.state, article.imprint.origin) == ("draft", "written")


def test_a_byte_order_mark_and_carriage_returns_are_accepted():
    text = make_file("## Samantekt\n\nOrð.\n")

    assert read(("\ufeff" + text.replace("\n", "\r\n")).encode()) == parse(text)


@pytest.mark.parametrize("language", ["en", "de", "pt-br"])
def test_a_language_without_headings_of_its_own_has_the_english_ones(language):
    assert manuscript("## Summary\n\nWords.\n", language=language).summary == {language: "<p>Words.</p>"}


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-10-14", datetime(2026, 10, 14, tzinfo=UTC)),
        ("2026-10-14 09:00", datetime(2026, 10, 14, 9, tzinfo=UTC)),
        ("'2026-10-14T09:00:00Z'", datetime(2026, 10, 14, 9, tzinfo=UTC)),
        ("2026-10-14T09:00:00+02:00", datetime(2026, 10, 14, 7, tzinfo=UTC)),
        ("", None),
    ],
)
def test_a_time_without_an_offset_is_utc(written, moment):
    assert parse(make_file(more=f"published: {written}\n")).imprint.published_at == moment


def test_words_that_yaml_takes_for_something_else_stay_words():
    tags = manuscript(more="tags:\n  - {key: no, name: No}\n  - {key: '1', name: 1.0}\ntitle: yes\n")

    assert [tag.name["is"] for tag in tags.tags] == ["1.0", "No"]
    assert tags.title == {"is": "yes"}


def test_a_part_that_exists_already_is_its_key_alone():
    article = manuscript(more="author: ritstjorn\ntags: [log]\n")

    assert (article.author.key, article.author.name, article.author.slug) == ("ritstjorn", {}, {})
    assert (article.tags[0].key, article.tags[0].name) == ("log", {})


def test_a_slug_is_made_of_the_name_unless_the_file_says_another():
    tags = manuscript(
        more="tags:\n  - {key: a, name: Lög og réttur}\n  - {key: b, name: Þ, slug: x}\n  - {key: c, name: 日}\n"
    ).tags

    assert [tag.slug["is"] for tag in tags] == ["log-og-rettur", "x", "c"]


def test_an_answer_may_take_several_lines():
    sides = "## Hliðar\n### Sala {#sala}\n\n> Sala er\n> skipti.\nLýsing.\n\n### Þjónusta {#thjonusta}\n"
    side = manuscript(sides=sides).sides[0]

    assert side.answer == {"is": "Sala er skipti."}
    assert side.description == {"is": "<p>Lýsing.</p>"}


def test_a_similarity_may_go_on_in_the_next_line():
    article = manuscript("## Líkindi\n\n* Ein setning\n  sem er löng. {#ein}\n\n* **Nafn**: Önnur. {#tvo}\n")

    assert [item.sentence["is"] for item in article.similarities] == ["Ein setning sem er löng.", "Önnur."]
    assert article.similarities[1].name == {"is": "Nafn"}


def test_a_sentence_that_speaks_in_parentheses_later_is_a_sentence():
    article = manuscript("## Líkindi\n- Orð (styður): **Meira** (x): y. {#ein}\n")

    assert article.similarities[0].sentence == {"is": "Orð (styður): **Meira** (x): y."}


ROW = "## Mismunur\n### Verð {#verd}\n"


def test_the_columns_of_the_table_may_stand_in_another_order():
    dimension = manuscript(ROW + "## Tafla\n|  | Þjónusta | Sala |\n| :-- | --- | --- |\n|Verð|b|a|\n").dimensions[0]

    assert [(cell.side, cell.text["is"]) for cell in dimension.cells] == [("sala", "a"), ("thjonusta", "b")]


def test_an_empty_cell_is_unknown():
    dimension = manuscript(ROW + "## Tafla\n| | Sala | Þjónusta |\n|---|---|---|\n| Verð | | b |\n").dimensions[0]

    assert [cell.side for cell in dimension.cells] == ["thjonusta"]


def test_rows_of_one_name_are_told_apart_by_their_keys():
    rows = "## Mismunur\n### Verð {#verd}\n### Verð {#verd-2}\n"
    table = "## Tafla\n| | Sala | Þjónusta |\n|---|---|---|\n| Verð {#verd-2} | b | |\n| {#verd} | a | |\n"
    dimensions = manuscript(rows + table).dimensions

    assert [dimension.cells[0].text["is"] for dimension in dimensions] == ["a", "b"]


def test_marks_of_a_cell_may_stand_in_either_order():
    table = "## Tafla\n| | Sala | Þjónusta |\n|---|---|---|\n| Verð | a {drafted} [^log] | \\{drafted} |\n"
    cells = manuscript(ROW + table, more="sources:\n  - {key: log, title: Lög}\n").dimensions[0].cells

    assert (cells[0].text, cells[0].drafted, cells[0].source) == ({"is": "a"}, ("is",), "log")
    assert (cells[1].text, cells[1].drafted) == ({"is": "{drafted}"}, ())


def test_longer_texts_are_markdown():
    summary = manuscript("## Samantekt\n\nOrð *og* [tengill](/um/)\nmeira.\n\n1. eitt\n").summary["is"]

    assert summary == '<p>Orð <em>og</em> <a href="/um/">tengill</a> meira.</p><ol><li>eitt</li></ol>'
