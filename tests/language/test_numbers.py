from decimal import Decimal

import pytest
from django.utils import formats, translation
from hypothesis import given
from hypothesis import strategies as st

from articles.language import numbers

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("value", "icelandic", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (4990, "4.990", "4,990"),
        (1234.5, "1.234,5", "1,234.5"),
        (-1234.5, "-1.234,5", "-1,234.5"),
        (Decimal("1234567.50"), "1.234.567,5", "1,234,567.5"),
        (12.0, "12", "12"),
        (0.125, "0,125", "0.125"),
        (1e22, "10.000.000.000.000.000.000.000", "10,000,000,000,000,000,000,000"),
    ],
)
def test_a_number_has_the_marks_of_its_language(value, icelandic, english):
    assert numbers.number(value, "is") == icelandic
    assert numbers.number(value, "en") == numbers.number(value, "de") == english


def test_decimals_may_be_asked_for():
    assert numbers.number(2, "is", decimals=2) == "2,00"
    assert numbers.number(2.345, "en", decimals=1) == "2.3"
    assert numbers.number(1999.9, "is", decimals=0) == "2.000"


def test_what_is_counted_stays_on_one_line_with_its_unit():
    assert numbers.per_cent(12.5) == "12,5%"
    assert numbers.per_cent(12.5, "en") == "12.5%"
    assert numbers.measured(2110, "m") == f"2.110{SPACE}m"
    assert numbers.kronur(4990) == f"4.990{SPACE}kr."
    assert numbers.kronur(4990, "en") == f"ISK{SPACE}4,990"


@pytest.mark.parametrize("count", [0, 2, 11, 12, 20, 25, 111, 211, 1011])
def test_these_take_the_plural_in_icelandic(count):
    assert numbers.plural(count, "is")


@pytest.mark.parametrize("count", [1, 21, 31, 101, 121, 1001])
def test_these_take_the_singular_in_icelandic_and_only_one_does_in_english(count):
    assert not numbers.plural(count, "is")
    assert numbers.plural(count, "en") == (count != 1)


@given(st.integers(0, 10**7))
def test_the_catalogue_has_the_same_plural(count):
    with translation.override("is"):
        assert (translation.ngettext("entry", "entries", count) == "færslur") == numbers.plural(count, "is")


@given(st.integers(-(10**12), 10**12), st.sampled_from(["is", "en"]))
def test_templates_write_the_same_numbers(value, language):
    with translation.override(language):
        assert formats.number_format(value, use_l10n=True, force_grouping=True) == numbers.number(value, language)
