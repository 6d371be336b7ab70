"""English as an Icelandic site writes it: the day before the month, a week that starts on Monday."""

from articles.language.dates import PATTERNS
from articles.language.numbers import MARKS

DATE_FORMAT = PATTERNS["en"].day
TIME_FORMAT = PATTERNS["en"].clock
DATETIME_FORMAT = PATTERNS["en"].moment
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
SHORT_DATE_FORMAT = PATTERNS["en"].short_day
SHORT_DATETIME_FORMAT = PATTERNS["en"].short_moment
FIRST_DAY_OF_WEEK = 1

DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d/%m/%Y"]
TIME_INPUT_FORMATS = ["%H:%M", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M"]

DECIMAL_SEPARATOR = MARKS["en"].decimal
THOUSAND_SEPARATOR = MARKS["en"].thousand
NUMBER_GROUPING = 3
