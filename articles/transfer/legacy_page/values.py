"""What a page of the old site is read into."""

from dataclasses import dataclass

from articles.manuscript import Manuscript

MAX_CHARACTERS = 2_000_000
MAX_LINE = 100_000
MAX_SUBJECTS = 12
MAX_NAME = 200  # of a subject, a row, an author, a tag
MAX_SENTENCE = 500  # a definition
MAX_SIMILARITY = 1000
MAX_COMMENT = 5000
MAX_BLOCKS = 5_000

FOUND, DRAFTED, MISSING, LEFT_OUT, UNPLACED, NOTED = "found", "drafted", "missing", "left out", "unplaced", "noted"


class LegacyPageError(ValueError):
    """The page cannot be read. `message` is a sentence, `line` counts from 1."""

    def __init__(self, message: str, line: int = 1, name: str = ""):
        super().__init__(message, line, name)
        self.message, self.line, self.name = message, line, name

    def __str__(self) -> str:
        place = f"line {self.line}: {self.message}"
        return f"{self.name}, {place}" if self.name else place


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the person who imports the page should know, as a sentence."""

    kind: str  # FOUND, DRAFTED, MISSING, LEFT_OUT, UNPLACED or NOTED
    text: str
    line: int = 0  # where on the page; 0 where it is about the page as a whole


@dataclass(frozen=True, slots=True)
class LegacyComment:
    author: str  # "" where the page names nobody
    text: str


@dataclass(frozen=True, slots=True)
class LegacyPage:
    manuscript: Manuscript
    comments: tuple[LegacyComment, ...] = ()
    findings: tuple[Finding, ...] = ()
