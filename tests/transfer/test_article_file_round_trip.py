"""What is printed as an article file is read back as it was."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from articles.manuscript import Author, Cell, Dimension, Forms, Imprint, Similarity, Source, Tag, only
from articles.transfer.article_file import ArticleFile, parse, read, render
from tests.manuscripts import imprints, make_manuscript, make_subject, manuscripts

SAMPLES = sorted((Path(__file__).parents[2] / "articles" / "samples").glob("*.md"))
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@given(manuscripts(), imprints())
@SLOW
def test_a_printed_article_is_read_as_it_was(manuscript, imprint):
    assert parse(render(manuscript, imprint)) == ArticleFile(manuscript, imprint)


@given(manuscripts(languages=("en", "is")), imprints("en"))
@SLOW
def test_a_file_has_the_texts_of_its_language_alone(manuscript, imprint):
    assert parse(render(manuscript, imprint)) == ArticleFile(only(manuscript, "en"), imprint)


@given(manuscripts(), imprints())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_file_is_printed_the_same_way_each_time(manuscript, imprint):
    printed = render(manuscript, imprint)

    assert render(*_both(parse(printed))) == printed


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_read_as_it_was_after_it_is_printed(path):
    article = read(path.read_bytes())

    assert parse(render(*_both(article))) == article


def _both(article):
    return article.manuscript, article.imprint


FILE = """\
---
format: 1
article: sala-thjonusta
language: is
slug: munurinn
author: {key: ritstjorn, name: "Ritstjórn Munar", bio: "Skrifar *allt*."}
tags:
  - {key: vidskipti, name: Viðskipti}
subjects:
  - key: sala
    name: Sala
    forms: {nominative: sala, dative: sölu, number: singular}
    definition: Sala er skipti.
  - thjonusta
state: published
published: 2026-10-14T09:00:00+00:00
origin: written
sources:
  - {key: log, title: "Lög nr. 50/2000", address: "https://www.althingi.is/", read: 2026-11-23}
---

Inngangur.

## Hliðar

### Sala {#salan subject=sala}

> Svar í einni setningu.

Lýsing.

#### Dæmi

- Eitt

### {#thjonusta}

## Líkindi

- Setning. {#ein}
- **Rekstur** (styður báða): Önnur setning. {#rekstur}

## Mismunur

### Tilgangur {#tilgangur group="Land og þjóð"}

Umræða.

### {#nafnlaus}

## Tafla

| | Sala | {#thjonusta} |
|---|---|---|
| Tilgangur | Að selja [^log] {drafted} | a \\| b |
| {#nafnlaus} | | |

## Samantekt

Samantekt.
"""


def _manuscript():
    sala = make_subject(
        forms={"is": Forms(nominative="sala", dative="sölu", number="singular")},
        definition={"is": "Sala er skipti."},
    )
    plain = make_manuscript()
    side = replace(
        plain.sides[0],
        key="salan",
        subject=sala,
        answer={"is": "Svar í einni setningu."},
        description={"is": "<p>Lýsing.</p>"},
        example={"is": "<ul><li>Eitt</li></ul>"},
    )
    other = replace(plain.sides[1], subject=replace(plain.sides[1].subject, name={}, slug={}))
    cells = (Cell("salan", {"is": "Að selja"}, ("is",), "log"), Cell("thjonusta", {"is": "a | b"}))
    return replace(
        plain,
        lead={"is": "<p>Inngangur.</p>"},
        summary={"is": "<p>Samantekt.</p>"},
        author=Author(
            "ritstjorn", {"is": "Ritstjórn Munar"}, {"is": "ritstjorn-munar"}, {"is": "<p>Skrifar <em>allt</em>.</p>"}
        ),
        tags=(Tag("vidskipti", {"is": "Viðskipti"}, {"is": "vidskipti"}),),
        sides=(side, other),
        similarities=(
            Similarity("ein", {"is": "Setning."}),
            Similarity("rekstur", {"is": "Önnur setning."}, {"is": "Rekstur"}, {"is": "styður báða"}),
        ),
        dimensions=(
            Dimension("tilgangur", {"is": "Tilgangur"}, {"is": "<p>Umræða.</p>"}, {"is": "Land og þjóð"}, cells),
            Dimension("nafnlaus"),
        ),
        sources=(Source("log", "Lög nr. 50/2000", "https://www.althingi.is/", date(2026, 11, 23)),),
    )


def test_a_file_looks_as_people_write_it():
    imprint = Imprint("is", "munurinn", "published", "written", datetime(2026, 10, 14, 9, tzinfo=UTC))

    assert render(_manuscript(), imprint) == FILE
    assert parse(FILE) == ArticleFile(_manuscript(), imprint)


@pytest.mark.parametrize(
    "text", ["{drafted}", "a {drafted}", "[^log]", "a [^log] b [^log]", "a | b \\", "\\| {#a}", "|"]
)
def test_a_cell_may_have_words_that_look_like_marks(text):
    row = Dimension("verd", {"is": text}, cells=(Cell("sala", {"is": text}), Cell("thjonusta", {"is": text}, ("is",))))
    manuscript = make_manuscript(dimensions=(row,))

    assert parse(render(manuscript, Imprint("is"))).manuscript == manuscript


@pytest.mark.parametrize("text", ["**a** (b): c", "(a): b", "a) b: c", "* a", "- a", "{#a}", "a\\", "\\*"])
def test_a_similarity_may_have_words_that_look_like_marks(text):
    plain, named = Similarity("a", {"is": text}), Similarity("b", {"is": text}, {"is": text}, {"is": text})
    manuscript = make_manuscript(similarities=(plain, named, Similarity("c", text={"is": text})))

    assert parse(render(manuscript, Imprint("is"))).manuscript == manuscript
