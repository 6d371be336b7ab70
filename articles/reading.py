"""An article as a reader of one language meets it: everything a page needs, drawn from the manuscript alone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from articles import comparison, headings, prose
from articles.headings import Parts
from articles.manuscript import Manuscript

WORDS_A_MINUTE = 200


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
        return prose.line(prose.plain(self.lead)) or " ".join(side.answer for side in self.answers)


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
        **parts,
    )


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
    )


def _sources(manuscript) -> tuple[SourceReading, ...]:
    return tuple(
        SourceReading(number, source.key, source.title or source.address, source.address, source.read_on)
        for number, source in enumerate(manuscript.sources, start=1)
    )


def _minutes(parts) -> int:
    texts = [parts["lead"], parts["summary"]]
    texts += [text for side in parts["sides"] for text in (side.description, side.example)]
    texts += [row.discussion for row in parts["dimensions"]]
    return max(1, round(sum(prose.words(text) for text in texts) / WORDS_A_MINUTE))
