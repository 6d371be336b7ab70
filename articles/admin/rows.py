"""An article's rows as inlines: made, changed, put in order and removed in one save, whatever order that takes."""

import math

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline
from unfold.forms import PaginationInlineFormSet

from articles.admin.languages import TextFields, columns_of
from articles.language import words
from articles.models import ComparisonDimension, Side, Similarity, Source, translated

KEYED = (Side, Similarity, ComparisonDimension, Source)


class PlaceField(forms.IntegerField):
    """Where a row stands among the others. A row that was only moved has not changed."""

    widget = forms.HiddenInput

    def has_changed(self, initial, data):
        return False


class RowForm(forms.ModelForm):
    """One row. It has no `position`: two rows that swap places would meet on the way, see `RowFormSet`."""

    place = PlaceField(required=False, min_value=0)

    texts = ()  # the translated fields, in the order of the page
    named_by = ()  # a row says at least one of these in some language; its key is made from the first that it says

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["place"] = self.instance.position

    @property
    def languages(self) -> list[dict]:
        """For the page: each language with its fields by name."""
        return [
            {"code": code, "name": name} | {field: self[translated.column(field, code)] for field in self.texts}
            for code, name in settings.LANGUAGES
        ]

    def clean(self):
        data = super().clean()
        if self.named_by and not self.said():
            self.add_error(self.naming_columns()[0], _("Write something here, or remove the row."))
        return data

    def said(self) -> str:
        """The first of the naming texts that the row has."""
        return next((text for name in self.naming_columns() if (text := self.cleaned_data.get(name))), "")

    def naming_columns(self) -> list[str]:
        languages = translated.languages()
        translatable = {column for code in languages for column in columns_of(self.texts, code)}
        names = [translated.column(field, code) for field in self.named_by for code in languages]
        return [name for name in names if name in translatable] or list(self.named_by)


class RowFormSet(PaginationInlineFormSet):
    """Rows of one article in order. New ones come last and get a key; then all are put in the order of the page."""

    def save(self, commit=True):
        saved = super().save(commit)
        self.put_in_order()
        return saved

    def save_new(self, form, commit=True):
        form.instance.key = words.key_for(form.said(), self.taken_keys())
        form.instance.position = self.rows().next_position()
        return super().save_new(form, commit)

    def put_in_order(self):
        present = list(self.rows().values_list("pk", flat=True))
        kept = [form for form in self.forms if form.instance.pk in present and form not in self.deleted_forms]
        wanted = [form.instance.pk for form in sorted(kept, key=_place)]
        # Rows that somebody else made while the page was open.
        wanted += [pk for pk in present if pk not in wanted]
        if wanted != present:
            self.rows().reorder(wanted)

    def rows(self):
        return self.model.objects.filter(article=self.instance)

    def taken_keys(self) -> set[str]:
        """Keys are anchors on one page, so rows of all kinds share them."""
        article = self.instance
        return {key for model in KEYED for key in model.objects.filter(article=article).values_list("key", flat=True)}


def _place(form) -> float:
    place = form.cleaned_data.get("place")
    if place is not None:
        return place
    return form.initial.get("place", math.inf)


class PartOfArticle:
    """Whoever may change an article may change its rows."""

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("articles.view_article") or self.has_change_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        may_change = request.user.has_perm("articles.change_article")
        return may_change or (obj is None and request.user.has_perm("articles.add_article"))

    def has_add_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)


class RowInline(PartOfArticle, TextFields, StackedInline):
    formset = RowFormSet
    template = "admin/articles/rows.html"
    row_template = ""  # the inside of one row
    add_text = ""
    long_lines = ()  # one-line texts that want a box which grows with them
    extra = 0
    ordering_field = "place"
    plain_fields = ()
    languages = settings.LANGUAGES

    @property
    def has_texts(self) -> bool:
        return bool(self.form.texts)

    def get_fieldsets(self, request, obj=None):
        texts = [column for code in translated.languages() for column in columns_of(self.form.texts, code)]
        return [(None, {"fields": [*self.plain_fields, *texts]})]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        original = getattr(db_field, "translated_field", db_field)
        if original.name in self.long_lines:
            kwargs["widget"] = forms.Textarea({"rows": 1, "class": "desk-line"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)
