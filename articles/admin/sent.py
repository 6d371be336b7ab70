"""The fields of the article's page as they were sent, read into a manuscript."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from articles import manuscript as values
from articles import rows
from articles.language import words
from articles.manuscript import Cell, Manuscript
from articles.models import (
    Article,
    Author,
    ComparisonDimension,
    Picture,
    Side,
    Similarity,
    Source,
    Subject,
    Tag,
    translated,
)
from articles.models import Cell as CellRow

MOST_ROWS = 1000  # of a kind, as Django has it
HEAD = ("title", "lead", "summary")


@dataclass(frozen=True)
class Row:
    """One row of a formset as it was sent."""

    start: str  # what the names of its fields begin with
    before: object  # the manuscript's value that it was, None for a new one
    number: int
    place: float


class Sent:
    """The fields as they came, and the manuscript that they make."""

    def __init__(self, data: MultiValueDict, base: Manuscript):
        self.data, self.base = data, base
        self.errors: list[str] = []
        self.columns: dict[str, str] = {}  # what cells of sides that are new on the page are called there
        self.starts: dict[str, str] = {}  # what the names of a row's fields begin with: "row:verd" → "dimensions-3-"
        kinds = (base.sides, base.similarities, base.dimensions, base.sources)
        self.taken = {value.key for kind in kinds for value in kind}

    def manuscript(self) -> Manuscript:
        sources = self.kind("sources", self.base.sources, self.source)
        sides = self.kind("sides", self.base.sides, self.side)
        return replace(
            self.base,
            **self.texts("", Article, HEAD, self.base),
            author=self.author(),
            tags=self.tags(),
            picture=self.picture("picture", self.base.picture),
            sides=sides,
            similarities=self.kind("similarities", self.base.similarities, self.similarity),
            dimensions=self.kind(
                "dimensions",
                self.base.dimensions,
                lambda row: self.dimension(row, sides, {one.key for one in sources}),
            ),
            sources=sources,
        )

    # Rows

    def kind(self, prefix: str, before: tuple, read) -> tuple:
        """The rows of one formset in the order of the page. Those that are not on it stay where they were."""
        if not self.has(f"{prefix}-TOTAL_FORMS"):
            return before
        posted = list(self.posted(prefix, before))
        sent = {row.before.key for row in posted if row.before} | self.removed(prefix)
        found = [(row.place, row.number, value) for row in posted if (value := read(row))]
        found += [(place, -1, value) for place, value in enumerate(before) if value.key not in sent]
        return tuple(value for _place, _number, value in sorted(found, key=lambda one: one[:2]))

    def in_order(self, prefix: str, before: tuple) -> list[Row]:
        """The rows of one formset in the order of the page, with those that are to be removed."""
        posted = list(self.posted(prefix, before, removed=True))
        sent = {row.before.key for row in posted if row.before}
        posted += [Row("", value, -1, place) for place, value in enumerate(before) if value.key not in sent]
        return sorted(posted, key=lambda row: (row.place, row.number))

    def posted(self, prefix: str, before: tuple, *, removed: bool = False) -> Iterator[Row]:
        known = {value.key: (place, value) for place, value in enumerate(before)}
        for number in self.numbers(prefix):
            start = f"{prefix}-{number}-"
            if self.is_removed(start) and not removed:
                continue
            place, value = known.pop(self.text(f"{start}key"), (math.inf, None))
            yield Row(start, value, number, self.place(f"{start}place", place))

    def numbers(self, prefix: str) -> range:
        total = self.text(f"{prefix}-TOTAL_FORMS")
        return range(min(int(total), MOST_ROWS)) if total.isdecimal() and len(total) < 10 else range(0)

    def is_removed(self, start: str) -> bool:
        return self.has(f"{start}DELETE")

    def removed(self, prefix: str) -> set[str]:
        starts = (f"{prefix}-{number}-" for number in self.numbers(prefix))
        return {self.text(f"{start}key") for start in starts if self.is_removed(start)}

    def place(self, name: str, otherwise: float) -> float:
        text = self.text(name)
        return int(text) if text.isdecimal() and len(text) < 10 else otherwise

    def key(self, row: Row, *names: str) -> str:
        """The row's own, or a new one made from the first thing that it says."""
        if row.before:
            return row.before.key
        key = words.key_for(next(filter(None, names), ""), self.taken)
        self.taken.add(key)
        return key

    def side(self, row: Row) -> values.Side | None:
        subject = self.subjects.get(self.text(f"{row.start}subject")) or (row.before and row.before.subject)
        if subject is None:
            return None
        before = row.before or values.Side("", subject)
        texts = self.texts(row.start, Side, rows.TRANSLATED[Side], before)
        picture = self.picture(f"{row.start}picture", before.picture)
        key = self.key(row, subject.key)
        if not row.before:
            self.columns[key] = new_column(row.number)
        self.starts[f"side:{key}"] = self.starts[f"subject:{subject.key}"] = row.start
        return replace(before, key=key, subject=subject, picture=picture, **texts)

    def similarity(self, row: Row) -> values.Similarity | None:
        before = row.before or values.Similarity("")
        texts = self.texts(row.start, Similarity, rows.TRANSLATED[Similarity], before)
        if not row.before and not any(texts.values()):
            return None
        key = self.key(row, *_said(texts, "name", "sentence", "text"))
        self.starts[f"similarity:{key}"] = row.start
        return replace(before, key=key, **texts)

    def dimension(self, row: Row, sides, sources: set[str]) -> values.Dimension | None:
        before = row.before or values.Dimension("")
        texts = self.texts(row.start, ComparisonDimension, rows.TRANSLATED[ComparisonDimension], before)
        cells = tuple(cell for side in sides if (cell := self.cell(row, before, side, sources)))
        if not row.before and not any(texts.values()) and not cells:
            return None
        key = self.key(row, *_said(texts, "name", "group"))
        self.starts[f"row:{key}"] = row.start
        return replace(before, key=key, cells=cells, **texts)

    def cell(self, row: Row, before: values.Dimension, side: values.Side, sources: set[str]) -> Cell | None:
        """What the side says. A drafted text is confirmed by its box, and by whoever writes another."""
        was = next((cell for cell in before.cells if cell.side == side.key), Cell(side.key))
        name = self.columns.get(side.key, side.key)
        texts, drafted = {}, []
        for code in translated.languages():
            text = self.line(f"{row.start}cell-{name}-{code}", was.text.get(code, ""), CellRow, "text")
            if text:
                texts[code] = text
            confirmed = self.has(f"{row.start}confirm-{name}-{code}")
            if code in was.drafted and text == was.text.get(code) and not confirmed:
                drafted.append(code)
        source = self.text(f"{row.start}source-{name}", was.source)
        cell = Cell(side.key, texts, tuple(sorted(drafted)), source if source in sources else "")
        return cell if cell.text or cell.source else None

    def source(self, row: Row) -> values.Source | None:
        before = row.before or values.Source("")
        title = self.line(f"{row.start}title", before.title, Source, "title")
        address = self.address(f"{row.start}address", before.address)
        read_on = self.day(f"{row.start}read_on", before.read_on)
        if not row.before and not (title or address or read_on):
            return None
        return replace(before, key=self.key(row, title, address), title=title, address=address, read_on=read_on)

    # Where it stands in the form

    def field_of(self, path: str, language: str) -> str:
        """The name of the field of a text, of a row that has no key on the page too; "" where it is in no row."""
        kind, key, *rest = f"{path}::".split(":")[:3]
        start = self.starts.get(f"row:{key}" if kind == "cell" else f"{kind}:{key}", "")
        if not start:
            return ""
        if kind == "cell":
            return f"{start}cell-{self.columns.get(rest[0], rest[0])}-{language}"
        if kind == "subject" or rest[0] == "picture":
            return f"{start}{'picture' if rest[0] == 'picture' else 'subject'}"
        return f"{start}{translated.column(rest[0], language)}"

    # Shared things, which other articles have too

    @cached_property
    def subjects(self) -> dict[str, values.Subject]:
        asked = [self.text(f"sides-{number}-subject") for number in self.numbers("sides")]
        found = Subject.objects.select_related("picture").filter(pk__in=_numbers(asked))
        return {str(row.pk): rows.subject(row) for row in found}

    def author(self) -> values.Author | None:
        if not self.has("author"):
            return self.base.author
        row = Author.objects.filter(pk__in=_numbers([self.text("author")])).first()
        return _shared(values.Author, row) if row else None

    def tags(self) -> tuple[values.Tag, ...]:
        # A browser sends nothing of an empty choice of many; the author beside it says that it was on the page.
        if not self.has("author"):
            return self.base.tags
        found = Tag.objects.filter(pk__in=_numbers(self.data.getlist("tags"))).order_by("key")
        return tuple(_shared(values.Tag, row) for row in found)

    def picture(self, name: str, before: values.Picture | None) -> values.Picture | None:
        if not self.has(name):
            return before
        return rows.picture(Picture.objects.filter(pk__in=_numbers([self.text(name)])).first())

    # Texts

    def has(self, name: str) -> bool:
        return name in self.data

    def text(self, name: str, otherwise: str = "") -> str:
        return self.data.get(name, otherwise).replace("\x00", "").strip()

    def texts(self, start: str, model, names: Iterable[str], before) -> dict[str, values.Texts]:
        """The translated fields, each in all its languages."""
        return {name: self.of_field(start, model, name, getattr(before, name)) for name in names}

    def of_field(self, start: str, model, name: str, before: values.Texts) -> values.Texts:
        columns = {code: translated.column(name, code) for code in translated.languages()}
        said = {code: self.line(f"{start}{at}", before.get(code, ""), model, at) for code, at in columns.items()}
        return {code: text for code, text in said.items() if text}

    def line(self, name: str, before: str, model, column: str) -> str:
        """A text as the column would store it."""
        if not self.has(name):
            return before
        field = model._meta.get_field(column)
        text = field.get_prep_value(self.text(name))
        if field.max_length and len(text) > field.max_length:
            words_of_it = {"text": text[:40], "most": field.max_length, "count": len(text)}
            self.errors.append(_("“%(text)s…” has %(count)d characters; at most %(most)d fit here.") % words_of_it)
        return text

    def address(self, name: str, before: str) -> str:
        return self.cleaned(name, before, forms.URLField(required=False, assume_scheme="https"), self.text(name))

    def day(self, name: str, before):
        return self.cleaned(name, before, forms.DateField(required=False), None)

    def cleaned(self, name: str, before, field: forms.Field, otherwise):
        if not self.has(name):
            return before
        try:
            return field.clean(self.text(name))
        except forms.ValidationError as error:
            self.errors += error.messages
            return otherwise


def new_column(number: int) -> str:
    """What the cells of a side that is not saved yet are called, by the number of its form."""
    return f"new-{number}"


def _said(texts: dict[str, values.Texts], *names: str) -> list[str]:
    return [texts[name][code] for name in names for code in translated.languages() if code in texts[name]]


def _shared(kind, row):
    return kind(key=row.key, **{name: translated.texts(row, name) for name in rows.TRANSLATED[type(row)]})


def _numbers(asked: Iterable[str]) -> list[int]:
    return [int(text) for text in asked if text.isdecimal() and len(text) < 19]
