"""An article whole, in memory: plain frozen values, no Django.

Everything that does not need tables speaks manuscripts: files and legacy pages are parsed into one, the page is
drawn from one, a revision is one kept as JSON, differences and exports are taken from one.

Texts are dictionaries from a language code to a text that is not empty: a missing language is a missing key.
One-line texts are plain; `lead`, `description`, `example`, `discussion`, `summary` and `bio` are HTML in the
canonical subset of `articles.prose`.
"""

from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, datetime
from typing import Any

import msgspec

FORMAT = 1

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Forms:
    """How a subject's name bends in one language. `nominative` is the name as it stands inside a sentence."""

    nominative: str = ""
    dative: str = ""
    genitive: str = ""
    number: str = ""  # "singular", "plural" or "" where it is not known
    gender: str = ""  # "masculine", "feminine", "neuter" or ""
    question: str = ""  # the editor's own wording of "What is X?"


@dataclass(frozen=True, slots=True)
class Named:
    """What has an address of its own."""

    key: str
    name: Texts = field(default_factory=dict)
    slug: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the library. Its files are found by the digest; which sizes there are, no manuscript knows."""

    digest: str  # SHA-256 of the file, in hex
    width: int = 0
    height: int = 0
    alt: Texts = field(default_factory=dict)
    credit: Texts = field(default_factory=dict)
    licence: str = ""
    source: str = ""  # the address that it is from
    focal: tuple[int, int] = (50, 50)  # what is to be seen when it is cut, in percent from the left and from the top


@dataclass(frozen=True, slots=True)
class Subject(Named):
    forms: dict[str, Forms] = field(default_factory=dict)
    definition: Texts = field(default_factory=dict)
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Author(Named):
    bio: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tag(Named):
    pass


@dataclass(frozen=True, slots=True)
class Side:
    key: str
    subject: Subject
    description: Texts = field(default_factory=dict)
    example: Texts = field(default_factory=dict)
    answer: Texts = field(default_factory=dict)
    picture: Picture | None = None  # none: the subject's


@dataclass(frozen=True, slots=True)
class Similarity:
    key: str
    sentence: Texts = field(default_factory=dict)
    name: Texts = field(default_factory=dict)
    text: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    side: str  # the side's key
    text: Texts = field(default_factory=dict)
    drafted: tuple[str, ...] = ()  # languages whose text no editor has confirmed, sorted
    source: str = ""  # the source's key


@dataclass(frozen=True, slots=True)
class Dimension:
    key: str
    name: Texts = field(default_factory=dict)
    discussion: Texts = field(default_factory=dict)
    group: Texts = field(default_factory=dict)  # heading over a run of rows in a long table
    cells: tuple[Cell, ...] = ()  # in the order of the sides; a side with nothing to say has none


@dataclass(frozen=True, slots=True)
class Source:
    key: str
    title: str = ""
    address: str = ""
    read_on: date | None = None


@dataclass(frozen=True, slots=True)
class Manuscript:
    key: str
    title: Texts = field(default_factory=dict)  # only where the generated title will not do
    lead: Texts = field(default_factory=dict)
    summary: Texts = field(default_factory=dict)
    author: Author | None = None
    tags: tuple[Tag, ...] = ()  # sorted by key
    sides: tuple[Side, ...] = ()
    similarities: tuple[Similarity, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    sources: tuple[Source, ...] = ()
    picture: Picture | None = None


class _Formatted(msgspec.Struct):
    format: Any = None


@dataclass(frozen=True, slots=True)
class Page(Named):
    """A plain page that editors write: about, privacy, contact."""

    body: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a file says of one edition, beside the texts."""

    language: str
    slug: str = ""
    state: str = "draft"  # draft, review, published, archived
    origin: str = "written"  # written, translated, machine, reviewed
    published_at: datetime | None = None
    expires_at: datetime | None = None


def to_json(manuscript: Manuscript) -> dict:
    """The manuscript as plain values for a JSON column, with its format number."""
    return {"format": FORMAT, **msgspec.to_builtins(manuscript)}


def from_json(value: dict) -> Manuscript:
    """The manuscript that `to_json` kept. Raises ValueError when the value is not one or is of a newer format."""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise ValueError(f"This is not a manuscript of format {FORMAT}.")
    try:
        return msgspec.convert(value, Manuscript)
    except msgspec.ValidationError as error:
        raise ValueError(f"This is not a manuscript: {error}.") from error


def pictures(manuscript: Manuscript) -> tuple[Picture, ...]:
    """The pictures that the manuscript names, each once: the article's, then those of sides and their subjects."""
    named = [manuscript.picture]
    named += [picture for side in manuscript.sides for picture in (side.picture, side.subject.picture)]
    return tuple({picture.digest: picture for picture in named if picture}.values())


def from_text(text: str) -> Manuscript:
    """What `from_json` gives of JSON that is still text, in half the time. Raises ValueError as it does."""
    try:
        if msgspec.json.decode(text, type=_Formatted).format != FORMAT:
            raise ValueError(f"This is not a manuscript of format {FORMAT}.")
        return msgspec.json.decode(text, type=Manuscript)
    except msgspec.DecodeError as error:
        raise ValueError(f"This is not a manuscript: {error}.") from error


def only(value, language: str):
    """The manuscript, or any part of it, with the texts of one language alone.

    Rows stay, even when emptied; a cell that is left with neither text nor source is none.
    """
    if isinstance(value, tuple):
        parts = tuple(only(item, language) for item in value)
        return tuple(part for part in parts if not isinstance(part, Cell) or part.text or part.source)
    if isinstance(value, dict):
        return {language: value[language]} if language in value else {}
    if isinstance(value, Cell):
        drafted = tuple(code for code in value.drafted if code == language)
        return replace(value, text=only(value.text, language), drafted=drafted)
    if is_dataclass(value):
        return replace(value, **{f.name: only(getattr(value, f.name), language) for f in fields(value)})
    return value
