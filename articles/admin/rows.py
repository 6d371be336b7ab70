"""An article's rows as inlines. Their forms show and check; what was typed is written by `articles.admin.versions`."""

from functools import cached_property

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline
from unfold.forms import PaginationInlineFormSet

from articles import roles
from articles.admin.languages import TextFields, columns_of
from articles.models import translated


class PlaceField(forms.IntegerField):
    """Where a row stands among the others. A row that was only moved has not changed."""

    widget = forms.HiddenInput

    def has_changed(self, initial, data):
        return False


class SentField(forms.CharField):
    """What the page was opened with and sends back as it is."""

    widget = forms.HiddenInput

    def has_changed(self, initial, data):
        return False


class RowForm(forms.ModelForm):
    """One row, told again by its key: its id is no more when somebody else has removed it meanwhile."""

    key = SentField(required=False)
    place = PlaceField(required=False, min_value=0)

    unit = ""  # what paths of its texts begin with: see `articles.units`
    texts = ()  # the translated fields, in the order of the page
    named_by = ()  # a row says at least one of these in some language; its key is made from the first that it says

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["key"], self.initial["place"] = self.instance.key, self.instance.position
        if self.instance.pk and self.unit:
            self._say_what_stands_where()

    def _say_what_stands_where(self):
        """Checks and the history lead to a field by its path and language."""
        for name in self.texts:
            for code in translated.languages():
                if field := self.fields.get(translated.column(name, code)):
                    field.widget.attrs["data-unit"] = f"{self.unit}:{self.instance.key}:{name}"

    @property
    def languages(self) -> list[dict]:
        """For the page: each language with its fields by name."""
        return [
            {"code": code, "language_name": name}
            | {field: self[translated.column(field, code)] for field in self.texts}
            for code, name in settings.LANGUAGES
        ]

    def clean(self):
        data = super().clean()
        if self.named_by and not self.said():
            self.add_error(self.naming_columns()[0], _("Write something here, or remove the row."))
        return data

    def validate_constraints(self):
        """What stands in the database may have changed since the page was opened: that is for the merge."""

    def said(self) -> str:
        """The first of the naming texts that the row has."""
        return next((text for name in self.naming_columns() if (text := self.cleaned_data.get(name))), "")

    def names_in(self, languages) -> set[str]:
        """The fields whose texts are in these languages."""
        return {column for code in languages for column in columns_of(self.texts, code)}

    def naming_columns(self) -> list[str]:
        languages = translated.languages()
        translatable = {column for code in languages for column in columns_of(self.texts, code)}
        names = [translated.column(field, code) for field in self.named_by for code in languages]
        return [name for name in names if name in translatable] or list(self.named_by)


def lock(fields: dict, but) -> None:
    """What these fields say stays, whatever is sent."""
    for name, field in fields.items():
        field.disabled = field.disabled or name not in but


class RowFormSet(PaginationInlineFormSet):
    """Rows of one article. It saves nothing itself."""

    only: tuple[str, ...] | None = None  # the languages whose texts may be changed, and nothing else; None: everything

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields[self._pk_field.name] = SentField(required=False, initial=form.instance.pk)
        if self.only is not None:
            lock(form.fields, {self._pk_field.name, self.fk.name, "key", *form.names_in(self.only)})

    @cached_property
    def stored(self) -> dict:
        return {row.pk: row for row in super().get_queryset()}

    def get_queryset(self):
        """As the page was sent, so that each form stands beside its own row; of one that is no more, an empty one."""
        return [form.instance for form in self.initial_forms] if self.is_bound else super().get_queryset()

    def _existing_object(self, pk):
        return self.stored.get(pk) or self.absent()

    def absent(self):
        """What stands for a row that somebody else has removed meanwhile."""
        return self.model()


class PartOfArticle:
    """Whoever may write an article may change its rows."""

    def has_view_permission(self, request, obj=None):
        return roles.may(request.user, "see", obj)

    def has_change_permission(self, request, obj=None):
        return roles.may(request.user, "write", obj)

    def has_add_permission(self, request, obj=None):
        return roles.may(request.user, "write", obj)

    def has_delete_permission(self, request, obj=None):
        return roles.may(request.user, "write", obj)


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

    def has_change_permission(self, request, obj=None):
        """Who translates changes the texts of a language, and nothing else of the row."""
        translates = self.has_texts and obj is not None and bool(roles.languages(request.user, obj))
        return translates or super().has_change_permission(request, obj)

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        writes = roles.may(request.user, "write", obj)
        formset.only = None if writes else roles.languages(request.user, obj)
        return formset

    def get_fieldsets(self, request, obj=None):
        texts = [column for code in translated.languages() for column in columns_of(self.form.texts, code)]
        return [(None, {"fields": [*self.plain_fields, *texts]})]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        original = getattr(db_field, "translated_field", db_field)
        if original.name in self.long_lines:
            kwargs["widget"] = forms.Textarea({"rows": 1, "class": "desk-line"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)
