"""What of an edition can be found, and with which weight."""

import hashlib
import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from articles import comparison, reading
from articles.language import analysis
from articles.manuscript import Cell, Dimension, Manuscript, Side, Similarity, Source, Subject
from articles.search import documents
from articles.search.documents import document, whole_names
from tests import manuscripts

# The tokens of `ARTICLE` by the analyser's version. When this fails, what is found has changed: give the analyser a
# new version, so that every site is asked to rebuild its index, and write the new digest here.
DIGESTS = {"1": "1ff8bb4e229f907d"}

ARTICLE = Manuscript(
    "sala-thjonusta",
    lead={"is": "<p>Við <em>berum</em> saman söl<strong>una</strong> &amp; C++ um 1.000 tölvupósta.</p>"},
    summary={"is": "<ul><li>Bílastæði</li><li>Reykjavíkur</li></ul>"},
    sides=(
        Side("sala", Subject("sala", {"is": "Sala"}), {"is": "<p>Keypti góðan bíl.</p>"}, answer={"is": "Að selja."}),
        Side("thj", Subject("thj", {"is": "Arion banki"}), example={"is": "<p>COVID-19 og netflixáskrift.</p>"}),
    ),
    similarities=(Similarity("likt", {"is": "Bæði kosta fé."}, {"is": "Verðlag"}, {"is": "Hátt"}),),
    dimensions=(
        Dimension(
            "tafla",
            {"is": "Samanburðartafla"},
            {"is": "<p>Umræðan.</p>"},
            {"is": "Hópar"},
            (Cell("sala", {"is": "Ketti"}),),
        ),
    ),
    sources=(Source("a", "Hagstofan", "https://hagstofa.is"), Source("b", "", "https://example.org/fela")),
)


def made(content=ARTICLE, language="is", **others):
    return document(content, language, **others)


def test_each_word_has_the_best_weight_that_it_stands_with():
    tokens = made(tags=[(7, "Viðskipti")], author=(3, "Ritstjórn")).tokens

    assert {"s:sala", "s:arion·banki", "t:sala", "t:banki"} <= tokens
    assert {"d:samanburðartafla", "d:hópur", "d:verðlag", "d:viðskipti"} <= tokens
    assert {"c:köttur", "c:selja", "c:hár"} <= tokens
    assert {"p:bera", "p:cplusplus", "p:1000", "p:kaupa", "p:hagstofa", "p:ritstjórn"} <= tokens
    assert {"g:7", "a:3"} <= tokens
    assert "p:sala" not in tokens


def test_a_part_is_found_only_where_the_word_itself_is_not():
    tokens = made().tokens

    assert {"k:tafla", "k:póstur", "k:covid"} <= tokens
    assert "p:bíll" in tokens
    assert "k:bíll" not in tokens


def test_marks_within_a_word_do_not_divide_it_and_addresses_are_not_read():
    tokens = made().tokens

    assert not any(token.endswith((":una", ":amp", ":strong", "fela")) for token in tokens)


def test_the_spellings_that_were_met_go_along():
    words = made().words

    assert {("tölvupósta", ""), ("C++", ""), ("selja", "að"), ("Samanburðartafla", "")} <= words


def test_another_language_leaves_no_word():
    nothing = made(replace(ARTICLE, sources=()), language="en")

    assert nothing.tokens == frozenset()
    assert nothing.words == frozenset()


def test_a_name_is_without_its_function_words_unless_it_has_no_others():
    assert whole_names("Kaup á húsnæði", "is") == ("kaup·húsnæði",)
    assert whole_names("Til og frá", "is") == ("til·og·frá",)
    assert whole_names("…", "is") == ()


def test_the_analyser_has_a_new_version_where_tokens_change():
    found = made(tags=[(7, "Viðskipti")], author=(3, "Ritstjórn")).tokens
    tokens = "\n".join(sorted(token.replace(":", "0is:", 1) for token in found))  # as they are searched

    assert DIGESTS.get(analysis.VERSION) == hashlib.sha256(tokens.encode()).hexdigest()[:16]


def texts_of_a_page(manuscript, language):
    """The texts by their weight as a reader meets them."""
    read = reading.read(manuscript, language)
    rows = read.table.rows
    yield [read.title, *(side.name for side in read.sides)]
    yield [*(row.name for row in rows), *(row.group for row in rows)]
    yield [*(value.text for row in rows for value in row.values), *(side.answer for side in read.sides)]
    long = [read.lead, read.summary, *(dimension.discussion for dimension in read.dimensions)]
    long += [text for side in read.sides for text in (side.description, side.example)]
    short = [source.title for source in read.sources if source.title != source.address]
    yield [*map(documents._plain, long), *(row.sentence for row in read.similarities), *short]


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(manuscripts.manuscripts(("is", "en")))
def test_what_is_indexed_is_what_a_page_says(manuscript):
    for language in ("is", "en"):
        sides = comparison.named(manuscript.sides, language)
        indexed = [texts for _weight, texts in documents._texts(manuscript, sides, language, (), None)]
        shown = texts_of_a_page(manuscript, language)
        for mine, theirs in zip(indexed, shown, strict=True):
            assert sorted(filter(None, mine)) == sorted(filter(None, theirs))


@given(manuscripts.proses, manuscripts.lines)
def test_any_text_has_tokens_that_both_databases_read(long, short):
    content = replace(ARTICLE, lead={"is": long}, sides=(Side("a", Subject("a", {"is": short})),))

    for token in made(content).tokens:
        assert re.fullmatch(r"[stdcpkga]:[^\x00-\x2f\x3a-\x60\x7b-\x7f\s]{1,60}", token)
