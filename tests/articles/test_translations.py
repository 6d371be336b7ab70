"""How far a translation has come, from what is known of it: no database."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import translations, units
from articles.translations import MISSING, OK, STALE, UNREVIEWED, Counts, Known, sheet
from tests.manuscripts import make_manuscript, manuscripts

some = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def state(known=None, **lead):
    """The state of the lead, with what is known of it."""
    found = sheet(make_manuscript(lead=lead), "is", "en", {"lead": known} if known else {})
    return next(text.state for text in found.texts if text.path == "lead")


def test_each_text_is_in_one_state():
    assert state(**{"is": "Já"}) == MISSING
    assert state(**{"is": "Já", "en": "Yes"}) == OK
    assert state(Known("Já", "Yes"), **{"is": "Já", "en": "Yes"}) == OK
    assert state(Known("Jú", "Yes"), **{"is": "Já", "en": "Yes"}) == STALE
    assert state(Known("Já", "Yes", draft="Yes"), **{"is": "Já", "en": "Yes"}) == UNREVIEWED
    assert state(Known("Já", "Yeah", draft="Yeah"), **{"is": "Já", "en": "Yes"}) == OK


def test_a_text_whose_source_is_gone_is_stale_and_one_that_never_had_any_is_in_order():
    assert state(Known("Já", "Yes"), en="Yes") == STALE
    assert state(en="Yes") == OK


def test_a_draft_of_a_source_that_changed_is_stale_before_it_is_unreviewed():
    assert state(Known("Jú", "Yes", draft="Yes"), **{"is": "Já", "en": "Yes"}) == STALE


def test_a_title_is_never_missing():
    found = sheet(make_manuscript(title={"is": "Já"}), "is", "en", {})

    assert {text.path: text.state for text in found.texts}["title"] == OK


@some
@given(manuscripts(languages=("is", "en")))
def test_every_text_is_told_once_and_counted_once(manuscript):
    found = sheet(manuscript, "is", "en", {})
    counts = found.counts
    said = units.in_language(manuscript, "is").keys() | units.in_language(manuscript, "en").keys()

    assert [text.path for text in found.texts] == list(dict.fromkeys(text.path for text in found.texts))
    assert {text.path for text in found.texts} == said
    assert counts.total == counts.ok + counts.stale + counts.missing + counts.unreviewed == len(said)


@some
@given(manuscripts(languages=("is", "en")), st.sampled_from(["is", "en"]))
def test_what_was_translated_from_what_is_said_now_is_never_stale(manuscript, language):
    known = {path: Known(text) for path, text in units.in_language(manuscript, language).items()}
    other = "en" if language == "is" else "is"

    assert not sheet(manuscript, language, other, known).in_state(STALE)


@pytest.mark.parametrize(
    ("counts", "percent"), [(Counts(), 100), (Counts(3, 2), 66), (Counts(200, 199), 99), (Counts(1, 0), 0)]
)
def test_what_is_not_whole_is_not_a_hundred_percent(counts, percent):
    assert counts.percent == percent


def test_the_source_is_the_language_that_was_written_in_else_the_one_that_says_most():
    both = make_manuscript(lead={"is": "Já", "en": "Yes"}, summary={"en": "Yes"})

    assert translations.source_language(both, ["is", "en"], ("is", "en")) == "is"
    assert translations.source_language(both, ["en"], ("is", "en")) == "en"
    assert translations.source_language(make_manuscript(), ["en"], ("is", "en")) == "is"
    assert translations.source_language(make_manuscript(language="en"), [], ("is", "en")) == "en"
