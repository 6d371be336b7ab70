from datetime import UTC, date, datetime, time

import pytest
from django.utils import formats, translation
from hypothesis import given
from hypothesis import strategies as st

from articles.language import dates

MOMENT = datetime(2026, 11, 23, 15, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "long", "short", "clock", "at"),
    [
        ("is", "23. nóvember 2026", "23. nóv. 2026", "15.05", "kl. 15.05"),
        ("en", "23 November 2026", "23 Nov 2026", "15:05", "at 15:05"),
        ("de", "2026-11-23", "2026-11-23", "15:05", "15:05"),
    ],
)
def test_a_moment_is_written_as_its_language_writes_it(language, long, short, clock, at):
    assert dates.long_day(MOMENT, language) == dates.long_day(MOMENT.date(), language) == long
    assert dates.short_day(MOMENT, language) == short
    assert dates.clock(MOMENT, language) == clock
    assert dates.at_clock(MOMENT, language) == at
    assert dates.long_moment(MOMENT, language) == f"{long} {at}"
    assert dates.short_moment(MOMENT, language) == f"{short} {at}"


def test_an_icelandic_hour_has_no_nought_before_it_and_a_minute_has():
    assert dates.at_clock(time(9, 5)) == "kl. 9.05"
    assert dates.clock(time(9, 5), "en") == "09:05"


def test_short_months_are_not_shortened():
    assert [dates.short_day(date(2026, month, 1)).split()[1] for month in range(3, 9)] == [
        "mars",
        "apríl",
        "maí",
        "júní",
        "júlí",
        "ág.",
    ]


@given(st.datetimes(), st.sampled_from(["is", "en"]))
def test_templates_write_the_same_days_and_times(moment, language):
    with translation.override(language):
        assert formats.date_format(moment, "DATE_FORMAT") == dates.long_day(moment, language)
        assert formats.date_format(moment, "SHORT_DATE_FORMAT") == dates.short_day(moment, language)
        assert formats.time_format(moment, "TIME_FORMAT") == dates.clock(moment, language)
        assert formats.date_format(moment, "DATETIME_FORMAT") == dates.long_moment(moment, language)
        assert formats.date_format(moment, "SHORT_DATETIME_FORMAT") == dates.short_moment(moment, language)
