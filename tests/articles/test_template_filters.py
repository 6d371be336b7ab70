"""Dates as each language writes them, and long words that may break."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from django.template import Context, Template
from django.utils import timezone as django_timezone
from django.utils import translation

from articles.templatetags.munur import ago, day_and_time, long_date, short_date, soften

MOMENT = datetime(2026, 11, 23, 15, 5, tzinfo=UTC)
SOFT = "\u00ad"


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [("is", "23. nóvember 2026", "23. nóv. 2026"), ("en", "23 November 2026", "23 Nov 2026")],
)
def test_a_day_is_written_as_the_language_of_the_page_writes_it(language, long, short):
    with translation.override(language):
        assert (long_date(MOMENT), short_date(MOMENT)) == (long, short)
        assert (long_date(MOMENT.date()), short_date(MOMENT.date())) == (long, short)


@pytest.mark.parametrize(("language", "written"), [("is", "23. nóv. 2026 kl. 15.05"), ("en", "23 Nov 2026 at 15:05")])
def test_a_moment_is_a_day_and_a_time(language, written):
    with translation.override(language):
        assert day_and_time(MOMENT) == written


def test_a_short_month_is_not_shortened_further():
    assert short_date(date(2026, 5, 1)) == "1. maí 2026"


def test_no_day_is_no_text():
    assert (long_date(None), short_date(None)) == ("", "")


def test_the_day_is_the_sites_day_whatever_zone_the_moment_is_told_in():
    tokyo = timezone(timedelta(hours=9))

    assert long_date(datetime(2026, 11, 24, 3, 0, tzinfo=tokyo)) == "23. nóvember 2026"
    assert day_and_time(datetime(2026, 11, 24, 3, 0, tzinfo=tokyo)) == "23. nóv. 2026 kl. 18.00"


def test_a_day_without_a_time_is_not_moved_by_the_zone():
    assert long_date(date(2026, 1, 1)) == "1. janúar 2026"


def test_a_day_that_was_written_in_one_language_is_written_anew_in_the_other():
    assert long_date(MOMENT) == "23. nóvember 2026"
    with translation.override("en"):
        assert long_date(MOMENT) == "23 November 2026"
    assert long_date(MOMENT) == "23. nóvember 2026"


def test_a_long_word_may_break_and_a_short_one_may_not():
    softened = soften("Samanburðartafla um te")

    assert SOFT in softened
    assert softened.replace(SOFT, "") == "Samanburðartafla um te"
    assert softened.endswith(" um te")


def test_words_break_as_the_language_of_the_page_breaks_them():
    word = "internationalisation"
    icelandic = soften(word)

    with translation.override("en"):
        assert soften(word) != icelandic


@pytest.mark.parametrize("language", [None, "xx"])
def test_where_nobody_knows_how_words_break_the_text_stays(language):
    with translation.override(language):
        assert soften("Samanburðartafla") == "Samanburðartafla"


def test_what_is_softened_is_still_escaped():
    drawn = Template("{% load munur %}{{ text|soften }}").render(Context({"text": "<b>stjórnarskrárbreytingar</b>"}))

    assert drawn.replace(SOFT, "") == "&lt;b&gt;stjórnarskrárbreytingar&lt;/b&gt;"


@pytest.mark.parametrize(("language", "said"), [("is", "fyrir 3 vikum"), ("en", "3 weeks ago"), (None, "3 weeks ago")])
def test_how_long_ago_is_said_in_the_language_of_the_page(language, said):
    with translation.override(language):
        assert ago(django_timezone.now() - timedelta(days=22)) == said


def test_how_long_ago_nothing_was_is_not_said():
    assert ago(None) == ""
