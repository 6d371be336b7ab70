"""What of an edition can be found, and with which weight."""

import hashlib
import re
from dataclasses import replace

from hypothesis import given

from articles import reading
from articles.language import analysis
from articles.manuscript import Cell, Dimension, Manuscript, Side, Similarity, Source, Subject
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
    return document(reading.read(content, language), "0is", **others)


def test_each_word_has_the_best_weight_that_it_stands_with():
    tokens = made(tags=[(7, "Viðskipti")], author=(3, "Ritstjórn")).tokens

    assert {"s0is:sala", "s0is:arion·banki", "t0is:sala", "t0is:banki"} <= tokens
    assert {"d0is:samanburðartafla", "d0is:hópur", "d0is:verðlag", "d0is:viðskipti"} <= tokens
    assert {"c0is:köttur", "c0is:selja", "c0is:hár"} <= tokens
    assert {"p0is:bera", "p0is:cplusplus", "p0is:1000", "p0is:kaupa", "p0is:hagstofa", "p0is:ritstjórn"} <= tokens
    assert {"g0is:7", "a0is:3"} <= tokens
    assert "p0is:sala" not in tokens


def test_a_part_is_found_only_where_the_word_itself_is_not():
    tokens = made().tokens

    assert {"k0is:tafla", "k0is:póstur", "k0is:covid"} <= tokens
    assert "p0is:bíll" in tokens
    assert "k0is:bíll" not in tokens


def test_marks_within_a_word_do_not_divide_it_and_addresses_are_not_read():
    tokens = made().tokens

    assert not any(token.endswith((":una", ":amp", ":strong", "fela")) for token in tokens)


def test_the_spellings_that_were_met_go_along():
    words = made().words

    assert words["tölvupóstur"] == {"tölvupósta"}
    assert words["tafla"] == frozenset()
    assert words["cplusplus"] == {"c++"}


def test_another_language_leaves_no_word():
    nothing = made(replace(ARTICLE, sources=()), language="en")

    assert nothing.tokens == frozenset()
    assert nothing.words == {}


def test_a_name_is_without_its_function_words_unless_it_has_no_others():
    assert whole_names("Kaup á húsnæði", "is") == ("kaup·húsnæði",)
    assert whole_names("Til og frá", "is") == ("til·og·frá",)
    assert whole_names("…", "is") == ()


def test_the_analyser_has_a_new_version_where_tokens_change():
    tokens = "\n".join(sorted(made(tags=[(7, "Viðskipti")], author=(3, "Ritstjórn")).tokens))

    assert DIGESTS.get(analysis.VERSION) == hashlib.sha256(tokens.encode()).hexdigest()[:16]


@given(manuscripts.proses, manuscripts.lines)
def test_any_text_has_tokens_that_both_databases_read(long, short):
    content = replace(ARTICLE, lead={"is": long}, sides=(Side("a", Subject("a", {"is": short})),))

    for token in made(content).tokens:
        assert re.fullmatch(r"[stdcpkga]0is:[^\x00-\x2f\x3a-\x60\x7b-\x7f\s]{1,60}", token)
