"""How far an article's translation has come: each text beside its source, and what is to be done about it. Pure.

What is known of a text is the source that it was translated from. Where the source says something else by now the
text is stale; where the text is a machine's and nobody has approved it, it is unreviewed. A text of which nothing is
known was written, not translated, and is nobody's to doubt.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from articles import units
from articles.manuscript import Manuscript

STALE, MISSING, UNREVIEWED, OK = "stale", "missing", "unreviewed", "ok"
STATES = (STALE, MISSING, UNREVIEWED, OK)  # in the order of the work
OPTIONAL = frozenset({"title"})  # made from the names where nobody writes it, so that it is never missing


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one translated text."""

    source: str  # what it was translated from
    text: str = ""  # the translation as it was then
    draft: str = ""  # a machine's words that nobody has approved
    at: datetime | None = None  # when


@dataclass(frozen=True, slots=True)
class Text:
    """One text in two languages. `before`: the source that the translation was made from, where it is known."""

    path: str
    source: str
    target: str
    state: str
    before: str | None = None
    is_prose: bool = False
    is_shared: bool = False
    at: datetime | None = None  # when it was translated


@dataclass(frozen=True, slots=True)
class Counts:
    """How many texts there are, and how many of them are in each state."""

    total: int = 0
    ok: int = 0
    stale: int = 0
    missing: int = 0
    unreviewed: int = 0

    @property
    def percent(self) -> int:
        """Of texts in order, rounded down: what is not whole is not 100."""
        return self.share(self.ok)

    def share(self, count: int) -> int:
        return count * 100 // self.total if self.total else 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article's translation from one language into another, text by text in the order of the page."""

    source_language: str
    language: str
    texts: tuple[Text, ...]

    @property
    def counts(self) -> Counts:
        states = Counter(text.state for text in self.texts)
        return Counts(len(self.texts), *(states[state] for state in (OK, STALE, MISSING, UNREVIEWED)))

    def in_state(self, state: str) -> tuple[Text, ...]:
        return tuple(text for text in self.texts if text.state == state)


def sheet(manuscript: Manuscript, source_language: str, language: str, known: Mapping[str, Known]) -> Sheet:
    """What the manuscript says in both languages. Places where neither says anything are left out."""
    pairs = (
        (unit, unit.texts.get(source_language, ""), unit.texts.get(language, "")) for unit in units.units(manuscript)
    )
    texts = (_text(unit, source, target, known.get(unit.path)) for unit, source, target in pairs if source or target)
    # A subject that stands on two sides is told once.
    return Sheet(source_language, language, tuple({text.path: text for text in texts}.values()))


def source_language(manuscript: Manuscript, written: Iterable[str], languages: Iterable[str]) -> str:
    """The language that the article was written in: the first whose edition was; else the one that says most."""
    languages, written = tuple(languages), set(written)
    sizes = {code: len(units.in_language(manuscript, code)) for code in languages}
    known = [code for code in languages if code in written and sizes[code]]
    return known[0] if known else max(languages, key=lambda code: sizes[code])


def has_unreviewed(texts: Mapping[str, str], drafts: Mapping[str, str]) -> bool:
    """Whether one of these texts, by path, is a machine's draft."""
    return any(draft and texts.get(path) == draft for path, draft in drafts.items())


def fingerprint(text: str) -> str:
    """A short name of a text: equal texts have equal ones."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _text(unit: units.Unit, source: str, target: str, known: Known | None) -> Text:
    state = _state(unit.path, source, target, known)
    before, at = (known.source, known.at) if known else (None, None)
    return Text(unit.path, source, target, state, before, unit.is_prose, unit.is_shared, at)


def _state(path: str, source: str, target: str, known: Known | None) -> str:
    if not target:
        return OK if path in OPTIONAL else MISSING
    if known is None:
        return OK
    if known.source != source:
        return STALE
    return UNREVIEWED if known.draft == target else OK
