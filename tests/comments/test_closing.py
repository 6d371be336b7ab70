"""When a thread closes: pure."""

from datetime import UTC, datetime, timedelta

import pytest

from comments.closing import closes_at, is_closed
from comments.models import Discussion

DAY = timedelta(days=1)
FIRST = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def test_it_closes_so_many_days_after_the_first_publication():
    assert closes_at("rules", None, 30, FIRST) == FIRST + 30 * DAY


def test_the_articles_own_days_go_before_those_of_the_rules():
    assert closes_at("rules", 7, 30, FIRST) == FIRST + 7 * DAY
    assert closes_at("rules", 7, None, FIRST) == FIRST + 7 * DAY


def test_without_days_or_publication_it_never_closes():
    assert closes_at("rules", None, None, FIRST) is None
    assert closes_at("rules", 7, 30, None) is None
    assert not is_closed("rules", None, None, FIRST, FIRST + 9999 * DAY)


def test_an_editors_word_goes_before_every_number_of_days():
    assert closes_at("open", 7, 30, FIRST) is closes_at("closed", 7, 30, FIRST) is None
    assert not is_closed("open", 7, 30, FIRST, FIRST + 9999 * DAY)
    assert is_closed("closed", None, None, None, FIRST)


@pytest.mark.parametrize(("moment", "closed"), [(-timedelta.resolution, False), (timedelta(0), True), (DAY, True)])
def test_it_is_closed_from_that_very_moment_on(moment, closed):
    assert is_closed("rules", None, 30, FIRST, FIRST + 30 * DAY + moment) is closed


def test_every_word_of_an_editor_is_known():
    assert {mode: is_closed(mode, 1, 1, FIRST, FIRST) for mode in Discussion.Mode.values} == {
        "rules": False, "open": False, "closed": True,
    }  # fmt: skip
