"""Manuscript ⇄ rows. One function reads an article's rows, one writes them, all or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db import transaction
from django.db.models import prefetch_related_objects

from articles import manuscript as values
from articles.manuscript import Manuscript
from articles.models import (
    Article,
    Author,
    Cell,
    ComparisonDimension,
    Picture,
    Side,
    Similarity,
    Source,
    Subject,
    Tag,
    translated,
)

TRANSLATED = {
    Side: ("answer", "description", "example"),
    Similarity: ("sentence", "name", "text"),
    ComparisonDimension: ("name", "group", "discussion"),
    Author: ("name", "slug", "bio"),
    Tag: ("name", "slug"),
    Subject: ("name", "slug", "definition"),
    Picture: ("alt", "credit"),
}


@dataclass
class Written:
    """What `write` did: the article, what it said before (None: it is new) and says now, and what the manuscript
    says otherwise of things that exist already."""

    article: Article
    before: Manuscript | None = None
    after: Manuscript | None = None
    disagreements: list[str] = field(default_factory=list)


def read(article: Article) -> Manuscript:
    """The article whole, as its rows say now. At most eight queries, whatever its size."""
    sides = list(article.sides.select_related("subject__picture", "picture"))
    return Manuscript(
        key=article.key,
        title=translated.texts(article, "title"),
        lead=translated.texts(article, "lead"),
        summary=translated.texts(article, "summary"),
        author=_value(values.Author, article.author) if article.author else None,
        tags=tuple(_value(values.Tag, tag) for tag in article.tags.order_by("key")),
        sides=tuple(
            _value(values.Side, side, subject=subject(side.subject), picture=picture(side.picture)) for side in sides
        ),
        similarities=tuple(_value(values.Similarity, row) for row in article.similarities.all()),
        dimensions=_dimensions(article, [side.key for side in sides]),
        sources=tuple(values.Source(row.key, row.title, row.address, row.read_on) for row in article.sources.all()),
        picture=picture(article.picture),
    )


def subject(row: Subject) -> values.Subject:
    """A subject's row as a value."""
    forms = {code: row.forms(code) for code in translated.languages()}
    said = {code: value for code, value in forms.items() if value != values.Forms()}
    return _value(values.Subject, row, forms=said, picture=picture(row.picture))


def picture(row: Picture | None) -> values.Picture | None:
    """A picture's row as a value."""
    if row is None:
        return None
    texts = {name: translated.texts(row, name) for name in TRANSLATED[Picture]}
    plain = {name: getattr(row, name) for name in ("digest", "width", "height", "licence", "source")}
    return values.Picture(**plain, **texts, focal=(row.focal_x, row.focal_y))


def write(manuscript: Manuscript, article: Article | None = None, languages: Iterable[str] | None = None) -> Written:
    """Make the rows say what the manuscript says, all or nothing.

    `article`: the one to change; None makes a new one. `languages`: whose texts to write (None: all). A row that the
    manuscript does not have is removed, unless it says something in a language that is not written. Subjects,
    authors and tags are found by key: missing ones are made, what they lack is filled in, nothing they say changes.
    Pictures are found by digest, and one that the library does not have is told of.
    """
    with transaction.atomic():
        return _Writing(manuscript, article, tuple(languages or translated.languages())).all()


class _Writing:
    """One call of `write`."""

    def __init__(self, manuscript, article, languages):
        self.manuscript = manuscript
        self.article = article or Article(key=manuscript.key)
        self.languages = languages
        self.done = Written(self.article)
        digests = [value.digest for value in values.pictures(manuscript)]
        self.pictures = {row.digest: row for row in Picture.objects.filter(digest__in=digests)} if digests else {}

    def all(self) -> Written:
        self.done.before = read(self.article) if self.article.pk else None
        self.head()
        self.sources = self.rows(Source, self.manuscript.sources, self.put_source)
        self.sides = self.rows(Side, self.manuscript.sides, self.put_side)
        self.rows(Similarity, self.manuscript.similarities, self.put_texts)
        dimensions = self.rows(ComparisonDimension, self.manuscript.dimensions, self.put_texts)
        prefetch_related_objects(list(dimensions.values()), "cells")
        for dimension in self.manuscript.dimensions:
            write_cells(dimensions[dimension.key], self.sides, dimension.cells, self.sources, self.languages)
        self.done.after = read(self.article)
        if self.done.before not in (None, self.done.after):
            self.article.save(update_fields=["changed_at"])
        return self.done

    def head(self):
        for name in ("title", "lead", "summary"):
            translated.put(self.article, name, getattr(self.manuscript, name), self.languages)
        author = self.manuscript.author
        self.article.author = self.shared(Author, author) if author else None
        self.put_picture(self.article, self.manuscript.picture)
        # The time of the last change is told to editors: what says the same as before is no change.
        unchanged = {"id", "changed_at"}
        fields = [field.name for field in Article._meta.concrete_fields if field.name not in unchanged]
        self.article.save(update_fields=fields if self.article.pk else None)
        self.article.tags.set([self.shared(Tag, tag) for tag in self.manuscript.tags])

    def rows(self, model, wanted, put) -> dict:
        """Make the article's rows of this model be those of `wanted`, in that order. Returns them by key."""
        of_article = model.objects.filter(article=self.article)
        present = {row.key: row for row in of_article}
        for value in wanted:
            row = present.get(value.key) or model(
                article=self.article, key=value.key, position=of_article.next_position()
            )
            before = _columns(row)
            put(row, value)
            if row.pk is None or _columns(row) != before:
                row.save()
            present[value.key] = row
        left_over = [row for key, row in present.items() if key not in {value.key for value in wanted}]
        kept = [row for row in left_over if self.keeps_something(row)]
        of_article.filter(pk__in=[row.pk for row in left_over if row not in kept]).delete()
        of_article.reorder([present[value.key].pk for value in wanted] + [row.pk for row in kept])
        return {key: row for key, row in present.items() if row not in left_over or row in kept}

    def keeps_something(self, row) -> bool:
        """Empty the row in the languages that are written; whether another language still says something there."""
        fields = TRANSLATED.get(type(row), ())
        for name in fields:
            translated.put(row, name, {}, self.languages)
        kept = any(translated.texts(row, name) for name in fields)
        if kept:
            row.save()
        return kept

    def put_texts(self, row, value):
        for name in TRANSLATED[type(row)]:
            translated.put(row, name, getattr(value, name), self.languages)

    def put_side(self, row, value):
        row.subject = self.shared(Subject, value.subject)
        self.put_picture(row, value.picture)
        self.put_texts(row, value)

    def put_picture(self, row, value):
        """The picture of that digest; what it says is the library's. One that is not there leaves the row as it is."""
        found = self.pictures.get(value.digest) if value else None
        if value and found is None:
            kind, name = row._meta.model_name, getattr(row, "key", "")
            self.done.disagreements.append(f"{kind} “{name}” names a picture that is not here: {value.digest}.")
            return
        row.picture = found

    def put_source(self, row, value):
        row.title, row.address, row.read_on = value.title, value.address, value.read_on

    def shared(self, model, value):
        """The subject, author or tag of that key: made where it is missing, filled where it says nothing."""
        row = model.objects.filter(key=value.key).first() or model(key=value.key)
        before = _columns(row)
        for name in TRANSLATED[model]:
            texts = self.free(row, value.slug) if name == "slug" else getattr(value, name)
            self.note(row, name, translated.fill(row, name, texts), texts)
        self.put_picture_of_subject(row, getattr(value, "picture", None))
        for language, forms in getattr(value, "forms", {}).items():
            for name in Subject.FORMS:
                text = {language: getattr(forms, name)} if getattr(forms, name) else {}
                self.note(row, name, translated.fill(row, name, text), text)
        if row.pk is None or _columns(row) != before:
            row.save()
        return row

    def put_picture_of_subject(self, row, value):
        if value is None:
            return
        if row.picture_id is None:
            self.put_picture(row, value)
        elif row.picture.digest != value.digest:
            self.done.disagreements.append(
                f"subject “{row.key}” keeps its picture {row.picture.digest}; the new text has {value.digest}."
            )

    def free(self, row, slugs):
        """The slugs without those that something else has: `save` then makes the next free one."""
        others = type(row).objects.exclude(pk=row.pk)
        return {code: slug for code, slug in slugs.items() if not others.at(code, slug).exists()}

    def note(self, row, name, languages, texts):
        for language in languages:
            self.done.disagreements.append(
                f"{row._meta.model_name} “{row.key}” keeps its {name} “{translated.text(row, name, language)}” "
                f"({language}); the new text says “{texts[language]}”."
            )


def write_cells(
    dimension: ComparisonDimension,
    sides: dict[str, Side],
    cells: Iterable[values.Cell],
    sources: dict[str, Source],
    languages: Iterable[str],
) -> None:
    """The one function that writes cells. `sides` and `sources` by key; a side of another article is refused."""
    said = {cell.side: cell for cell in cells}
    for stranger in said.keys() - sides.keys():
        raise ValueError(f"Row “{dimension.key}” has a cell for “{stranger}”, which is no side of this article.")
    present = {cell.side_id: cell for cell in dimension.cells.all()}
    for key, side in sides.items():
        if side.article_id != dimension.article_id:
            raise ValueError(f"Side “{key}” and row “{dimension.key}” are of two different articles.")
        row = present.get(side.pk) or Cell(dimension=dimension, side=side)
        _write_cell(row, said.get(key, values.Cell(key)), sources, languages)


def _write_cell(row: Cell, cell: values.Cell, sources: dict[str, Source], languages: Iterable[str]) -> None:
    before = _cell_state(row)
    for language in languages:
        setattr(row, translated.column("text", language), cell.text.get(language, ""))
        drafted = language in cell.drafted and language in cell.text
        setattr(row, translated.column("drafted", language), drafted)
    if cell.source:
        row.source = sources[cell.source]
    elif set(languages) == set(translated.languages()):
        row.source = None
    if not translated.texts(row, "text") and row.source is None:
        if row.pk:
            row.delete()
        return
    if not row.pk or _cell_state(row) != before:
        row.save()


def _cell_state(row: Cell):
    drafted = tuple(getattr(row, name) for name in translated.columns("drafted"))
    return translated.texts(row, "text"), drafted, row.source_id


def _columns(row) -> list:
    return [getattr(row, field.attname) for field in row._meta.concrete_fields]


def _value(kind, row, **more):
    """The row's key and texts as a value of that kind."""
    return kind(key=row.key, **{name: translated.texts(row, name) for name in TRANSLATED[type(row)]}, **more)


def _dimensions(article: Article, sides: list[str]) -> tuple[values.Dimension, ...]:
    cells: dict[int, list[values.Cell]] = {}
    for row in Cell.objects.filter(dimension__article=article).select_related("side", "source"):
        cells.setdefault(row.dimension_id, []).append(_cell(row))
    return tuple(
        replace(
            _value(values.Dimension, row),
            cells=tuple(sorted(cells.get(row.pk, ()), key=lambda cell: sides.index(cell.side))),
        )
        for row in article.dimensions.all()
    )


def _cell(row: Cell) -> values.Cell:
    texts = translated.texts(row, "text")
    return values.Cell(
        side=row.side.key,
        text=texts,
        drafted=tuple(sorted(code for code in texts if getattr(row, translated.column("drafted", code)))),
        source=row.source.key if row.source else "",
    )
