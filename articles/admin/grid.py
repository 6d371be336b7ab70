"""The comparison grid: a row for each dimension, a cell for each side, in every language."""

from django import forms
from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles import prose
from articles import rows as article_rows
from articles.admin.rows import RowForm, RowFormSet, RowInline
from articles.manuscript import Cell
from articles.models import Cell as CellRow
from articles.models import ComparisonDimension, Side, Source, translated

CELL_LENGTH = CellRow._meta.get_field("text").max_length


class CellField(forms.CharField):
    """A cell is one line, in a box that grows with it."""

    widget = forms.Textarea

    def to_python(self, value):
        return prose.line(super().to_python(value))


class GridForm(RowForm):
    texts = ("name", "group", "discussion")
    named_by = ("name",)
    sides = ()
    sources = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stored = {cell.side_id: cell for cell in self.instance.cells.all()} if self.instance.pk else {}
        for side in self.sides:
            self._add_fields(side)

    def _add_fields(self, side):
        for language, name in settings.LANGUAGES:
            self.fields[_text(side, language)] = CellField(
                required=False,
                max_length=CELL_LENGTH,
                initial=self.text(side, language),
                label=self._label(side, name),
                widget=_box(self._label(side, name), language),
            )
            if self.is_drafted(side, language):
                label = _("Confirm: %(cell)s") % {"cell": self._label(side, name)}
                box = forms.CheckboxInput({"aria-label": label, "class": "desk-confirm-box"})
                self.fields[_confirm(side, language)] = forms.BooleanField(required=False, label=label, widget=box)
        if self.sources:
            label = _("Source: %(cell)s") % {"cell": f"{self.row_name}, {side}"}
            choices = [("", _("no source")), *((source.key, str(source)) for source in self.sources)]
            self.fields[_source(side)] = forms.ChoiceField(
                required=False,
                choices=choices,
                initial=self.source(side),
                label=label,
                widget=forms.Select({"aria-label": label}),
            )

    @cached_property
    def row_name(self) -> str:
        return str(self.instance) if self.instance.pk else str(_("New row"))

    def _label(self, side, language_name) -> str:
        return f"{self.row_name}, {side}, {language_name}"

    def text(self, side, language) -> str:
        cell = self.stored.get(side.pk)
        return translated.text(cell, "text", language) if cell else ""

    def is_drafted(self, side, language) -> bool:
        cell = self.stored.get(side.pk)
        return bool(cell and self.text(side, language) and getattr(cell, translated.column("drafted", language)))

    def source(self, side) -> str:
        cell = self.stored.get(side.pk)
        return next((source.key for source in self.sources if cell and source.pk == cell.source_id), "")

    @property
    def columns_beside(self) -> int:
        """Those of the table that are right of the handle."""
        return len(self.sides) + 2

    @property
    def cells(self) -> list[dict]:
        """For the page: each side's fields."""
        return [self._cell_on_page(side, ink) for ink, side in enumerate(self.sides, start=1)]

    def _cell_on_page(self, side, ink) -> dict:
        texts = [
            {
                "code": language,
                "name": name,
                "field": self[_text(side, language)],
                "confirm": self[_confirm(side, language)] if _confirm(side, language) in self.fields else None,
            }
            for language, name in settings.LANGUAGES
        ]
        return {"side": side, "ink": ink, "texts": texts, "source": self[_source(side)] if self.sources else None}

    def is_changed(self, name) -> bool:
        """Whether somebody wrote there. A column that has come since the page was opened was not on it."""
        return name in self.changed_data and self.add_prefix(name) in self.data

    def said_cells(self, sides, sources) -> list[Cell]:
        """What the row's cells say now. What was not touched here stays as it is stored."""
        return [self._said_cell(side, sources) for side in sides]

    def _said_cell(self, side, sources) -> Cell:
        text, drafted = {}, []
        for language in translated.languages():
            changed = self.is_changed(_text(side, language))
            said = self.cleaned_data[_text(side, language)] if changed else self.text(side, language)
            if said:
                text[language] = said
            if self.is_drafted(side, language) and not (changed or self.cleaned_data.get(_confirm(side, language))):
                drafted.append(language)
        changed = self.is_changed(_source(side))
        source = self.cleaned_data[_source(side)] if changed else self.source(side)
        return Cell(side.key, text, tuple(sorted(drafted)), source if source in sources else "")


def _text(side, language) -> str:
    return f"cell-{side.key}-{language}"


def _confirm(side, language) -> str:
    return f"confirm-{side.key}-{language}"


def _source(side) -> str:
    return f"source-{side.key}"


def _box(label, language):
    return forms.Textarea(
        {"rows": 1, "class": "desk-cell-text", "placeholder": " ", "lang": language, "aria-label": label}
    )


class GridFormSet(RowFormSet):
    @property
    def sides(self) -> list[Side]:
        return self.form.sides

    @property
    def columns(self) -> int:
        """Of the whole table: handle, name, the sides, remove."""
        return len(self.sides) + 3

    def save_new(self, form, commit=True):
        row = super().save_new(form, commit)
        self.write_cells(form)
        return row

    def save_existing(self, form, obj, commit=True):
        row = super().save_existing(form, obj, commit)
        self.write_cells(form)
        return row

    def write_cells(self, form):
        # A side that the page did not show, because somebody else has just added it, keeps its cells.
        sides = {side.key: side for side in form.sides if side.pk in self.present_sides}
        cells = form.said_cells(sides.values(), self.present_sources)
        article_rows.write_cells(form.instance, sides, cells, self.present_sources, translated.languages())

    @cached_property
    def present_sides(self) -> set[int]:
        return set(Side.objects.filter(article=self.instance).values_list("pk", flat=True))

    @cached_property
    def present_sources(self) -> dict:
        return {source.key: source for source in Source.objects.filter(article=self.instance)}


class GridInline(RowInline):
    model = ComparisonDimension
    form = GridForm
    formset = GridFormSet
    template = "admin/articles/grid.html"
    add_text = _("Add a dimension")
    long_lines = ("name",)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("cells")

    def get_formset(self, request, obj=None, **kwargs):
        """One form class a request: the columns are the sides that the article has now."""
        sides = list(obj.sides.select_related("subject")) if obj else []
        sources = list(obj.sources.all()) if obj else []
        form = type("GridRowForm", (GridForm,), {"sides": sides, "sources": sources})
        return super().get_formset(request, obj, **{"form": form, **kwargs})
