"""How long ago something was: „fyrir“ takes the dative of what is over, „eftir“ the accusative of what is to come."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.language.moments import ago

NOW = datetime(2026, 11, 23, 15, 5, tzinfo=UTC)


def before(**passed):
    return NOW - timedelta(**passed)


def after(**passed):
    return NOW + timedelta(**passed)


@pytest.mark.parametrize(
    ("then", "icelandic", "english"),
    [
        (NOW, "rétt í þessu", "just now"),
        (before(seconds=59), "rétt í þessu", "just now"),
        (before(minutes=1), "fyrir 1 mínútu", "1 minute ago"),
        (before(minutes=2), "fyrir 2 mínútum", "2 minutes ago"),
        (before(minutes=11), "fyrir 11 mínútum", "11 minutes ago"),
        (before(minutes=21), "fyrir 21 mínútu", "21 minutes ago"),
        (before(minutes=59, seconds=59), "fyrir 59 mínútum", "59 minutes ago"),
        (before(hours=1), "fyrir 1 klukkustund", "1 hour ago"),
        (before(hours=11), "fyrir 11 klukkustundum", "11 hours ago"),
        (before(hours=15), "fyrir 15 klukkustundum", "15 hours ago"),
        (before(hours=16), "í gær", "yesterday"),
        (before(days=1, hours=15), "í gær", "yesterday"),
        (before(days=1, hours=16), "fyrir 2 dögum", "2 days ago"),
        (before(days=6), "fyrir 6 dögum", "6 days ago"),
        (before(days=7), "fyrir 1 viku", "1 week ago"),
        (before(days=21), "fyrir 3 vikum", "3 weeks ago"),
        (before(days=30), "fyrir 4 vikum", "4 weeks ago"),
        (before(days=31), "fyrir 1 mánuði", "1 month ago"),
        (before(days=92), "fyrir 3 mánuðum", "3 months ago"),
        (before(days=365), "fyrir 1 ári", "1 year ago"),
        (before(days=21 * 365 + 6), "fyrir 21 ári", "21 years ago"),
        (before(days=11 * 365 + 4), "fyrir 11 árum", "11 years ago"),
        (before(days=1200 * 365 + 300), "fyrir 1.200 árum", "1,200 years ago"),
    ],
)
def test_what_is_over_is_told_in_the_dative(then, icelandic, english):
    assert (ago(then, NOW, "is"), ago(then, NOW, "en")) == (icelandic, english)


@pytest.mark.parametrize(
    ("then", "icelandic", "english"),
    [
        (after(seconds=1), "eftir augnablik", "in a moment"),
        (after(minutes=1), "eftir 1 mínútu", "in 1 minute"),
        (after(minutes=5), "eftir 5 mínútur", "in 5 minutes"),
        (after(hours=2), "eftir 2 klukkustundir", "in 2 hours"),
        (after(hours=11), "eftir 11 klukkustundir", "in 11 hours"),
        (after(hours=12), "á morgun", "tomorrow"),
        (after(days=2), "eftir 2 daga", "in 2 days"),
        (after(days=8), "eftir 1 viku", "in 1 week"),
        (after(days=15), "eftir 2 vikur", "in 2 weeks"),
        (after(days=30), "eftir 1 mánuð", "in 1 month"),
        (after(days=62), "eftir 2 mánuði", "in 2 months"),
        (after(days=800), "eftir 2 ár", "in 2 years"),
    ],
)
def test_what_is_to_come_is_told_in_the_accusative(then, icelandic, english):
    assert (ago(then, NOW, "is"), ago(then, NOW, "en")) == (icelandic, english)


def test_yesterday_is_the_calendars_where_the_reader_is():
    late, early = datetime(2026, 11, 22, 2, 0, tzinfo=UTC), datetime(2026, 11, 23, 2, 0, tzinfo=UTC)

    assert ago(late, early, "is") == "í gær"
    assert ago(late, early.astimezone(ZoneInfo("America/New_York")), "is") == "í gær"
    assert ago(early.replace(hour=0), early, "is") == "fyrir 2 klukkustundum"


def test_an_hour_that_clocks_were_put_back_is_an_hour():
    copenhagen = ZoneInfo("Europe/Copenhagen")
    first = datetime(2026, 10, 25, 2, 30, tzinfo=copenhagen)

    assert ago(first, first.replace(fold=1), "en") == "1 hour ago"


def test_moments_without_a_zone_are_compared_as_they_stand():
    assert ago(datetime(2026, 11, 20), datetime(2026, 11, 23), "is") == "fyrir 3 dögum"


def test_a_month_is_whole_when_its_day_has_come():
    last = datetime(2026, 11, 30, 12, tzinfo=UTC)

    assert ago(datetime(2026, 10, 31, 12, tzinfo=UTC), last, "en") == "4 weeks ago"
    assert ago(datetime(2026, 10, 30, 12, tzinfo=UTC), last, "en") == "1 month ago"


def test_a_language_without_rules_is_as_english():
    assert ago(before(days=3), NOW, "de") == "3 days ago"


@given(st.datetimes(), st.datetimes(), st.sampled_from(["is", "en", "xx"]))
def test_any_two_moments_have_words(then, now, language):
    said = ago(then, now, language)

    assert said
    assert "{" not in said
    assert " 0 " not in f" {said} "
