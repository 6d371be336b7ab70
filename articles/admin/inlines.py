"""Sides, similarities and sources of an article."""

from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.translation import gettext_lazy as _

from articles.admin.choosing_pictures import ChoosesPicture
from articles.admin.rows import RowForm, RowFormSet, RowInline
from articles.models import Side, Similarity, Source, Subject, translated
from articles.publishing import MAX_SIDES


class SubjectSelect(AutocompleteSelect):
    """Shows the subject that the side has already read, where Django would ask for each side's again."""

    known = None

    def optgroups(self, name, value, attr=None):
        if self.known is None or [str(one) for one in value] != [str(self.known.pk)]:
            return super().optgroups(name, value, attr)
        return [(None, [self.create_option(name, self.known.pk, str(self.known), True, 0)], 0)]


class SideForm(RowForm):
    unit = "side"
    texts = ("answer", "description", "example")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "subject" in self.fields:
            self.fields["subject"].widget.widget.known = self.instance.subject
            self.fields["subject"].widget.widget.attrs["data-unit"] = f"subject:{self.instance.subject.key}"
        if self.instance.pk and "picture" in self.fields:
            self.fields["picture"].widget.widget.known = self.instance.picture
            self.fields["picture"].widget.widget.attrs["data-unit"] = f"side:{self.instance.key}:picture"

    def said(self) -> str:
        return self.cleaned_data["subject"].key


class SideFormSet(RowFormSet):
    def absent(self):
        return Side(subject=Subject())

    def get_unique_error_message(self, unique_check):
        return _("The same subject stands on two sides.")


class SimilarityForm(RowForm):
    unit = "similarity"
    texts = ("sentence", "name", "text")
    named_by = ("name", "sentence")

    def clean(self):
        data = super().clean()
        sentences = translated.columns("sentence")
        if self.said() and not any(data.get(column) for column in sentences):
            self.add_error(sentences[0], _("Write the sentence that says it."))
        return data


class SourceForm(RowForm):
    named_by = ("title", "address")


class SideInline(ChoosesPicture, RowInline):
    model = Side
    form = SideForm
    formset = SideFormSet
    row_template = "admin/articles/side.html"
    add_text = _("Add a side")
    long_lines = ("answer",)
    plain_fields = ("subject", "picture")
    autocomplete_fields = ("subject",)
    max_num = MAX_SIDES

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("subject", "picture")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "subject":
            kwargs["widget"] = SubjectSelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class SimilarityInline(RowInline):
    model = Similarity
    form = SimilarityForm
    row_template = "admin/articles/similarity.html"
    add_text = _("Add a similarity")
    long_lines = ("sentence",)


class SourceInline(RowInline):
    model = Source
    form = SourceForm
    row_template = "admin/articles/source.html"
    add_text = _("Add a source")
    plain_fields = ("title", "address", "read_on")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "address":
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)
