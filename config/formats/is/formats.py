"""Dates and numbers as Icelandic writes them; Django's own are in American order."""

from articles.language.dates import PATTERNS
from articles.language.numbers import MARKS

DATE_FORMAT = PATTERNS["is"].day
TIME_FORMAT = PATTERNS["is"].clock
DATETIME_FORMAT = PATTERNS["is"].moment
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j. F"
SHORT_DATE_FORMAT = PATTERNS["is"].short_day
SHORT_DATETIME_FORMAT = PATTERNS["is"].short_moment
FIRST_DAY_OF_WEEK = 1

DATE_INPUT_FORMATS = ["%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d"]
TIME_INPUT_FORMATS = ["%H:%M", "%H.%M", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = ["%d.%m.%Y %H:%M", "%d.%m.%Y %H.%M", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"]

DECIMAL_SEPARATOR = MARKS["is"].decimal
THOUSAND_SEPARATOR = MARKS["is"].thousand
NUMBER_GROUPING = 3
