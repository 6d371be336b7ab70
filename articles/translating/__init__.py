"""Translations of articles in the database: what is known of each text, how far each language has come, and saving."""

from .counting import count, count_outdated, count_subject, kept, outdated, published
from .known import known_of, memories, note, sheet, source_language
from .saving import Entry, Outcome, begin, refusal_of, save

__all__ = [
    "Entry",
    "Outcome",
    "begin",
    "count",
    "count_outdated",
    "count_subject",
    "kept",
    "known_of",
    "memories",
    "note",
    "outdated",
    "published",
    "refusal_of",
    "save",
    "sheet",
    "source_language",
]
