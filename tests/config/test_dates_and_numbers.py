import datetime
import re

import pytest
from django.conf import settings
from django.utils import formats, translation

MOMENT = datetime.datetime(2026, 11, 23, 15, 5)


@pytest.mark.parametrize(
    ("language", "name", "written"),
    [
        ("is", "DATE_FORMAT", "23. nóvember 2026"),
        ("is", "SHORT_DATE_FORMAT", "23. nóv. 2026"),
        ("is", "DATETIME_FORMAT", "23. nóvember 2026 kl. 15.05"),
        ("is", "SHORT_DATETIME_FORMAT", "23. nóv. 2026 kl. 15.05"),
        ("is", "MONTH_DAY_FORMAT", "23. nóvember"),
        ("en", "DATE_FORMAT", "23 November 2026"),
        ("en", "SHORT_DATE_FORMAT", "23 Nov 2026"),
        ("en", "DATETIME_FORMAT", "23 November 2026 at 15:05"),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(language, name, written):
    with translation.override(language):
        assert formats.date_format(MOMENT, name) == written


@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_lower_case_and_short_ones_are_marked_as_shortened(month):
    with translation.override("is"):
        short = formats.date_format(datetime.date(2026, month, 1), "SHORT_DATE_FORMAT").split()[1]
        long = formats.date_format(datetime.date(2026, month, 1), "DATE_FORMAT").split()[1]

    assert short == short.lower()
    assert long.startswith(short.rstrip("."))
    assert short.endswith(".") or short == long


def test_a_number_has_a_comma_and_points():
    with translation.override("is"):
        assert formats.number_format(1234.5, use_l10n=True, force_grouping=True) == "1.234,5"
    with translation.override("en"):
        assert formats.number_format(1234.5, use_l10n=True, force_grouping=True) == "1,234.5"


@pytest.mark.parametrize("language", ["is", "en"])
def test_the_week_begins_on_monday(language):
    with translation.override(language):
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 1


@pytest.mark.parametrize("typed", ["23.11.2026", "2026-11-23"])
def test_an_editor_may_type_a_date_in_either_way(typed):
    with translation.override("is"):
        read = [format for format in formats.get_format("DATE_INPUT_FORMATS") if _parses(typed, format)]

    assert len(read) == 1


def _parses(typed: str, format: str) -> bool:
    try:
        return datetime.datetime.strptime(typed, format).date() == MOMENT.date()
    except ValueError:
        return False


def test_no_template_tells_time_by_djangos_units_which_have_no_icelandic():
    told = re.compile(r"\|\s*(?:timesince|timeuntil|naturaltime|naturalday)\b")
    templates = [file for folder in settings.TEMPLATES[0]["DIRS"] for file in folder.rglob("*.*")]

    assert templates
    assert [str(file) for file in templates if told.search(file.read_text(encoding="utf-8"))] == []
