"""What a moderator should see before readers do: a verdict about a comment, with every rule that fired. Pure.

A listed word is found as a whole word or phrase, whatever its case and accents ("Spilavíti" finds "spilaviti"); with
an asterisk at its end it finds everything that begins so ("spilavít*": "spilavítum", "spilavítaleikir"). Headwords
are not looked up: an editor sees at once what a word of the list will find.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.language import words
from comments import text as texts

EVERYTHING, FIRST, NOBODY = "everything", "first", "nobody"  # the values of Rules.Hold
LIVE, HELD, SPAM = "live", "held", "spam"  # of Comment.State

# In this order a verdict names them, and moderators read them.
RULES = (
    "everything", "first", "links", "word", "again", "fast", "trap", "network", "reported", "unconfirmed", "lookup"
)  # fmt: skip
MACHINES = {"fast", "trap"}  # what no person does
LEAST_TO_REPEAT = 20  # letters and digits: "Takk fyrir!" from two readers is no repetition

_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = re.compile(r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a comment when it is judged."""

    text: str
    name: str = ""
    staff: bool = False  # written by somebody who is signed in at the desk
    known: bool = False  # its address is confirmed and has a live comment already
    unconfirmed: bool = False  # an address was given that nobody has confirmed
    again: int = 0  # how often the same was said lately, anywhere
    seconds: int | None = None  # of writing; None where nobody measured
    trap: bool = False  # the field that people do not see was filled
    network: int = 0  # comments from its network in ten minutes, itself included
    reports: int = 0  # networks from which it was reported, where no moderator has answered
    lookup: bool | None = None  # what an outside service says: True spam, None nothing


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The rules as they are edited at the desk. What is more than `most` or less than `least` is held."""

    hold: str = FIRST
    most_links: int = 1
    words: tuple[str, ...] = ()
    least_seconds: int = 4
    most_from_network: int = 5
    reports_to_hold: int = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    state: str
    reasons: tuple[dict, ...] = ()  # {"rule": …, "measure": …, "limit": …}, in the order of RULES


def verdict(facts: Facts, thresholds: Thresholds) -> Verdict:
    """The state that a comment gets, and every rule that fired. Who is signed in at the desk is never held."""
    if facts.staff:
        return Verdict(LIVE)
    found = {rule: (measure, limit) for rule, measure, limit in _fired(facts, thresholds)}
    reasons = tuple(
        {"rule": rule, "measure": found[rule][0], "limit": found[rule][1]} for rule in RULES if rule in found
    )
    if MACHINES & found.keys():
        return Verdict(SPAM, reasons)
    return Verdict(HELD if found else LIVE, reasons)


def listed(text: str, entries: tuple[str, ...]) -> list[str]:
    """The entries of a list of words and phrases that the text has, as they stand in the list."""
    said = _spoken(text)
    return [entry for entry in entries if (wanted := _wanted(entry)) and wanted in said]


def is_long_enough_to_repeat(text: str) -> bool:
    """Whether two people would hardly write the same by chance."""
    return len(texts.folded(text)) >= LEAST_TO_REPEAT


def _fired(facts, thresholds) -> Iterator[tuple[str, int | str | None, int | None]]:
    """Rule, measure and limit of each that fired."""
    if thresholds.hold == EVERYTHING:
        yield "everything", None, None
    if thresholds.hold != NOBODY and not facts.known:
        yield "first", None, None
    written = f"{facts.name}\n{facts.text}"
    if (links := len(texts.links(written))) > thresholds.most_links:
        yield "links", links, thresholds.most_links
    if found := listed(written, thresholds.words):
        yield "word", ", ".join(found), None
    if facts.again:
        yield "again", facts.again, 0
    if facts.seconds is not None and facts.seconds < thresholds.least_seconds:
        yield "fast", facts.seconds, thresholds.least_seconds
    if facts.trap:
        yield "trap", None, None
    if facts.network > thresholds.most_from_network:
        yield "network", facts.network, thresholds.most_from_network
    if facts.reports >= thresholds.reports_to_hold:
        yield "reported", facts.reports, thresholds.reports_to_hold
    yield from _of_the_address(facts)


def _of_the_address(facts) -> Iterator[tuple[str, None, None]]:
    if facts.unconfirmed:
        yield "unconfirmed", None, None
    if facts.lookup:
        yield "lookup", None, None


def _wanted(entry: str) -> str:
    """The entry as it must stand in what is said; "" for an empty one."""
    spoken = _spoken(entry.rstrip("* \t"))
    if not spoken.strip():
        return ""
    return spoken.rstrip() if entry.rstrip().endswith("*") else spoken


def _spoken(text: str) -> str:
    """The folded words, one space around each: " spilaviti a netinu "."""
    found = _WORD.findall(words.fold(_INVISIBLE.sub("", text)))
    return f" {' '.join(found)} "
