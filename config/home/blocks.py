"""What the desk's home is made of: blocks of things that wait, each with the button beside it."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.text import Truncator

SHOWN = 3  # of each block; the rest stands behind its link
QUOTED = 90  # characters of what somebody wrote
MOST = 1000  # more than this need not be counted


@dataclass(frozen=True, slots=True)
class Mark:
    """A label: `tone` is "plain", "line", "good", "warn" or "bad", and the words say the same."""

    words: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Way:
    """A link, or a button that posts `fields`."""

    label: str
    address: str
    posts: bool = False
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that waits: named by subjects, quoted in a language, or called by a title."""

    names: tuple[str, ...] = ()
    quote: str = ""
    language: str = ""
    title: str = ""
    edition: str = ""  # the language that it is about
    facts: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    ways: tuple[Way, ...] = ()

    @property
    def named(self) -> str:
        """What it is, for those who hear a button without seeing what stands beside it."""
        return " – ".join(self.names) or self.title or self.quote

    @property
    def edition_name(self) -> str:
        return dict(settings.LANGUAGES).get(self.edition, self.edition)


@dataclass(frozen=True, slots=True)
class Block:
    """Things of one kind. `count` is all of them, `items` the first."""

    name: str
    count: int
    title: str
    items: tuple[Item, ...]
    more: str = ""
    rest: Way | None = None

    @property
    def number(self) -> str:
        return told(self.count)


@dataclass(frozen=True, slots=True)
class Home:
    """The whole page."""

    blocks: tuple[Block, ...]
    agenda: tuple = ()
    charts: tuple = ()
    coverage: tuple = ()


def shortened(text: str) -> str:
    """What somebody wrote, on one line."""
    return Truncator(" ".join(text.split())).chars(QUOTED, truncate=" …")


def told(count: int) -> str:
    return f"{MOST - 1}+" if count >= MOST else str(count)
