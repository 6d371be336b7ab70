"""The comparison grid: a row for each dimension, a cell for each side, in every language."""

from django import forms
from django.conf import settings
from django.db.models import Count
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from js_asset import Script

from articles import prose
from articles.admin import autosave, columns, typed
from articles.admin.columns import Column
from articles.admin.grid_words import for_scripts
from articles.admin.rows import RowForm, RowFormSet, RowInline
from articles.models import Cell as CellRow
from articles.models import ComparisonDimension, Source, translated

MOST_NAMES = 200
CELL_LENGTH = CellRow._meta.get_field("text").max_length


class CellField(forms.CharField):
    """A cell is one line, in a box that grows with it."""

    widget = forms.Textarea

    def to_python(self, value):
        return prose.line(super().to_python(value))


class GridForm(RowForm):
    unit = "row"
    texts = ("name", "group", "discussion")
    named_by = ("name",)
    columns = ()
    sources = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stored = {cell.side_id: cell for cell in self.instance.cells.all()} if self.instance.pk else {}
        for column in self.columns:
            self.add_column(column)

    def add_column(self, column: Column) -> None:
        for language, name in settings.LANGUAGES:
            self.fields[_text(column, language)] = CellField(
                required=False,
                max_length=CELL_LENGTH,
                initial=self.text(column, language),
                label=self._label(column, name),
                widget=self._box(column, language, name),
            )
            if self.is_drafted(column, language):
                label = _("Confirm: %(cell)s") % {"cell": self._label(column, name)}
                box = forms.CheckboxInput({"aria-label": label, "class": "desk-confirm-box"})
                self.fields[_confirm(column, language)] = forms.BooleanField(required=False, label=label, widget=box)
        if self.sources:
            label = _("Source: %(cell)s") % {"cell": f"{self.row_name}, {column}"}
            choices = [("", _("no source")), *((source.key, str(source)) for source in self.sources)]
            self.fields[_source(column)] = forms.ChoiceField(
                required=False,
                choices=choices,
                initial=self.source(column),
                label=label,
                widget=forms.Select({"aria-label": label}),
            )

    def _box(self, column, language, name) -> forms.Textarea:
        shown = {"rows": 1, "class": "desk-cell-text", "placeholder": " ", "lang": language}
        said = {"aria-label": self._label(column, name)}
        if self.instance.pk and column.key:
            said["data-unit"] = f"cell:{self.instance.key}:{column.key}"
        return forms.Textarea(shown | said)

    def names_in(self, languages) -> set[str]:
        cells = {name(column, code) for column in self.columns for code in languages for name in (_text, _confirm)}
        return super().names_in(languages) | cells

    @cached_property
    def row_name(self) -> str:
        return str(self.instance) if self.instance.pk else str(_("New row"))

    def _label(self, column, language_name) -> str:
        return f"{self.row_name}, {column}, {language_name}"

    def text(self, column, language) -> str:
        cell = self.stored.get(column.pk)
        return translated.text(cell, "text", language) if cell else ""

    def is_drafted(self, column, language) -> bool:
        cell = self.stored.get(column.pk)
        return bool(cell and self.text(column, language) and getattr(cell, translated.column("drafted", language)))

    def source(self, column) -> str:
        cell = self.stored.get(column.pk)
        return next((source.key for source in self.sources if cell and source.pk == cell.source_id), "")

    @property
    def columns_beside(self) -> int:
        """Those of the table that are right of the handle."""
        return len(self.columns) + 2

    @property
    def cells(self) -> list[dict]:
        """For the page: each side's fields."""
        return [self.cell_on_page(column, ink) for ink, column in enumerate(self.columns, start=1)]

    def cell_on_page(self, column, ink) -> dict:
        texts = [
            {
                "code": language,
                "name": name,
                "field": self[_text(column, language)],
                "confirm": self[_confirm(column, language)] if _confirm(column, language) in self.fields else None,
            }
            for language, name in settings.LANGUAGES
        ]
        return {"side": column, "ink": ink, "texts": texts, "source": self[_source(column)] if self.sources else None}


def _text(column, language) -> str:
    return f"cell-{column.name}-{language}"


def _confirm(column, language) -> str:
    return f"confirm-{column.name}-{language}"


def _source(column) -> str:
    return f"source-{column.name}"


class GridFormSet(RowFormSet):
    person = None  # whose page it is
    kept = ""  # under which name their browser keeps what is typed, where the page is drawn from what was sent

    @property
    def sides(self) -> list[Column]:
        return self.form.columns

    @property
    def columns(self) -> int:
        """Of the whole table: handle, name, the sides, remove."""
        return len(self.sides) + 3

    @property
    def blank(self) -> dict:
        """A cell of no side yet, which the script makes those of a new side from."""
        form, column = self.empty_form, Column("__column__", "__side__")
        form.add_column(column)
        return form.cell_on_page(column, "__ink__")

    @property
    def words(self) -> str:
        return for_scripts()

    @property
    def may_make_subjects(self) -> bool:
        return self.person.has_perm("articles.add_subject")

    @property
    def known_names(self) -> dict[str, list[str]]:
        """What dimensions of all articles are called in each language, most used first."""
        return {code: names_used(translated.column("name", code)) for code in translated.languages()}


def names_used(column: str) -> list[str]:
    used = ComparisonDimension.objects.filter(**{f"{column}__gt": ""}).values_list(column).order_by()
    return [name for name, _times in used.annotate(times=Count("pk")).order_by("-times", column)[:MOST_NAMES]]


class GridInline(RowInline):
    model = ComparisonDimension
    form = GridForm
    formset = GridFormSet
    template = "admin/articles/grid.html"
    add_text = _("Add a dimension")
    long_lines = ("name",)

    class Media:
        css = {"all": ["css/desk-grid.css"]}
        js = (Script("js/desk-autosave.js", type="module"), Script("js/desk-subject.js", type="module"))

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("cells")

    def get_formset(self, request, obj=None, **kwargs):
        """One form class a request: its columns are the sides that the page has or was opened with."""
        form = type("GridRowForm", (GridForm,), self._columns_and_sources(request, obj))
        formset = super().get_formset(request, obj, **{"form": form, **kwargs})
        formset.person, formset.kept = request.user, autosave.name_of(request)
        return formset

    def _columns_and_sources(self, request, article) -> dict:
        sides = list(article.sides.select_related("subject")) if article else []
        sources = list(article.sources.all()) if article else []
        if request.method != "POST":
            return {"columns": columns.saved(sides), "sources": sources}
        opened_with = typed.base_of(article, request.POST.get(typed.VERSION, ""))
        sources = [_known(sources, source.key) or _absent_source(source) for source in opened_with.sources]
        return {"columns": columns.sent(request.POST, opened_with, sides), "sources": sources}


def _known(rows, key):
    return next((row for row in rows if row.key == key), None)


def _absent_source(source) -> Source:
    """A source that somebody else has removed since the page was opened."""
    return Source(key=source.key, title=source.title, address=source.address)
