"""An article as a reader of one language meets it: everything a page needs, drawn from the manuscript alone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from articles import comparison, headings, prose
from articles.headings import Parts
from articles.manuscript import Manuscript, Picture, Texts

WORDS_A_MINUTE = 200


@dataclass(frozen=True, slots=True)
class PictureReading:
    """A picture in words. Who made it is always said, in another language (`credit_language`) where it must be."""

    digest: str
    width: int
    height: int
    alt: str  # "" where this language has none: those who do not see it are told nothing in a foreign one
    credit: str
    credit_language: str
    licence: str
    source: str
    across: int  # the focal point, in quarters of a hundred: 0, 25, 50, 75 or 100
    down: int


@dataclass(frozen=True, slots=True)
class SideReading:
    key: str
    ink: int
    subject: str  # the subject's key
    name: str
    heading: Parts
    answer: str
    description: str
    example: str
    picture: PictureReading | None = None

    @property
    def told(self) -> bool:
        return bool(self.description or self.example)


@dataclass(frozen=True, slots=True)
class SimilarityReading:
    key: str
    sentence: str


@dataclass(frozen=True, slots=True)
class DimensionReading:
    key: str
    name: str
    discussion: str


@dataclass(frozen=True, slots=True)
class SourceReading:
    number: int
    key: str
    title: str
    address: str
    read_on: date | None


@dataclass(frozen=True, slots=True)
class Headings:
    title: Parts
    similarities: Parts
    differences: Parts
    table: Parts
    caption: Parts


@dataclass(frozen=True, slots=True)
class Reading:
    """Lists are empty and texts "" where the article has nothing: the page leaves the part out with its heading."""

    language: str
    title: str
    lead: str
    summary: str
    headings: Headings
    sides: tuple[SideReading, ...]
    similarities: tuple[SimilarityReading, ...]
    dimensions: tuple[DimensionReading, ...]
    sources: tuple[SourceReading, ...]
    table: comparison.Table
    minutes: int
    picture: PictureReading | None = None

    @property
    def pictures(self) -> tuple[PictureReading, ...]:
        """All that the page shows."""
        return tuple(one for one in (self.picture, *(side.picture for side in self.told)) if one)

    @property
    def told(self) -> tuple[SideReading, ...]:
        """The sides that get a section "What is X?"."""
        return tuple(side for side in self.sides if side.told)

    @property
    def answers(self) -> tuple[SideReading, ...]:
        return tuple(side for side in self.sides if side.answer)

    @property
    def discussed(self) -> tuple[DimensionReading, ...]:
        return tuple(dimension for dimension in self.dimensions if dimension.discussion)

    @property
    def description(self) -> str:
        """One line for search engines and feeds."""
        return _line(self.lead) or " ".join(side.answer for side in self.answers)


def read(manuscript: Manuscript, language: str, chosen: Collection[str] = (), others: Collection[str] = ()) -> Reading:
    """The manuscript in one language. `chosen` and `others` as for `comparison.table`."""
    sides = comparison.named(manuscript.sides, language)
    drawn = _headings(manuscript, sides, language)
    parts = {
        "lead": manuscript.lead.get(language, ""),
        "summary": manuscript.summary.get(language, ""),
        "sides": tuple(_side(side, ink, language) for ink, side in enumerate(sides, start=1)),
        "similarities": tuple(
            SimilarityReading(row.key, row.sentence[language])
            for row in manuscript.similarities
            if row.sentence.get(language)
        ),
        "dimensions": tuple(
            DimensionReading(row.key, row.name[language], row.discussion.get(language, ""))
            for row in manuscript.dimensions
            if row.name.get(language)
        ),
    }
    return Reading(
        language=language,
        title=headings.text(drawn.title),
        headings=drawn,
        sources=_sources(manuscript),
        table=comparison.table(manuscript, language, chosen, others),
        minutes=_minutes(parts),
        picture=picture(manuscript.picture, language),
        **parts,
    )


def picture(value: Picture | None, language: str) -> PictureReading | None:
    """The picture in one language."""
    if value is None:
        return None
    across, down = (round(part / 25) * 25 for part in value.focal)
    spoken = _spoken(value.credit, language)
    return PictureReading(
        digest=value.digest,
        width=value.width,
        height=value.height,
        alt=value.alt.get(language, ""),
        credit=value.credit.get(spoken, ""),
        credit_language=spoken if spoken != language else "",
        licence=value.licence,
        source=value.source,
        across=across,
        down=down,
    )


def _spoken(texts: Texts, language: str) -> str:
    """The language that a text is to be said in: this one, or the first that has it."""
    return language if language in texts else min(texts, default=language)


def _headings(manuscript, sides, language) -> Headings:
    own = manuscript.title.get(language)
    return Headings(
        title=headings.inked(own, sides, language) if own else headings.title(sides, language),
        similarities=headings.similarities(sides, language),
        differences=headings.differences(sides, language),
        table=headings.table(sides, language),
        caption=headings.caption(sides, language),
    )


def _side(side, ink, language) -> SideReading:
    return SideReading(
        key=side.key,
        ink=ink,
        subject=side.subject.key,
        name=side.subject.name[language],
        heading=headings.question(side, ink, language),
        answer=side.answer.get(language) or side.subject.definition.get(language, ""),
        description=side.description.get(language, ""),
        example=side.example.get(language, ""),
        picture=picture(side.picture or side.subject.picture, language),
    )


def _sources(manuscript) -> tuple[SourceReading, ...]:
    return tuple(
        SourceReading(number, source.key, source.title or source.address, source.address, source.read_on)
        for number, source in enumerate(manuscript.sources, start=1)
    )


@lru_cache(maxsize=200)
def _line(text: str) -> str:
    return prose.line(prose.plain(text))


def _minutes(parts) -> int:
    texts = [parts["lead"], parts["summary"]]
    texts += [text for side in parts["sides"] for text in (side.description, side.example)]
    texts += [row.discussion for row in parts["dimensions"]]
    return max(1, round(sum(prose.words(text) for text in texts) / WORDS_A_MINUTE))
