"""Pages of the old site, saved as text, read into manuscripts.

Such a page has a title ("Munurinn á sölu og þjónustu"), a lead, a section "Hvað er …?" for each side, similarities,
differences under a heading each, a summary, an author and comments. Its table is missing, so the cells are drafted
from the discussions. No text is dropped silently: what has no place is among the findings.
"""

from .lines import decode
from .parse import parse
from .values import (
    DRAFTED,
    FOUND,
    LEFT_OUT,
    MISSING,
    NOTED,
    UNPLACED,
    Finding,
    LegacyComment,
    LegacyPage,
    LegacyPageError,
)

__all__ = [
    "DRAFTED",
    "FOUND",
    "LEFT_OUT",
    "MISSING",
    "NOTED",
    "UNPLACED",
    "Finding",
    "LegacyComment",
    "LegacyPage",
    "LegacyPageError",
    "decode",
    "parse",
]
