"""Who translates into which languages. Editors say so here; the owner also on the page of the user."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, StackedInline

from articles.models import Translator

PERMISSIONS = "django.contrib.auth.backends.ModelBackend"  # whose rules on permissions hold, whoever signs people in


class TranslatorForm(forms.ModelForm):
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The person writes the texts of these languages, and no others."),
    )

    class Meta:
        model = Translator
        fields = ("account", "languages")

    def clean_languages(self):
        chosen = self.cleaned_data["languages"]
        return [code for code, _name in settings.LANGUAGES if code in chosen]


def translators():
    """Those who may be given languages: people whose group lets them translate."""
    allowed = get_user_model().objects.with_perm(
        "articles.translate_edition", include_superusers=False, backend=PERMISSIONS
    )
    return allowed.filter(is_staff=True).order_by("username")


@admin.register(Translator)
class TranslatorAdmin(ModelAdmin):
    form = TranslatorForm
    list_display = ("account", "in_words")
    list_select_related = ("account",)
    search_fields = ("account__username",)
    ordering = ("account__username",)

    @admin.display(description=_("languages"))
    def in_words(self, translator) -> str:
        names = dict(settings.LANGUAGES)
        return ", ".join(names.get(code, code) for code in translator.languages) or "–"

    def get_readonly_fields(self, request, obj=None):
        return ("account",) if obj else ()

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "account":
            kwargs["queryset"] = translators().filter(translator=None)
            kwargs["help_text"] = _("People of the group “Translators” who have no languages yet.")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        if "account" in form.base_fields:
            # The account is chosen here, and made or changed elsewhere.
            form.base_fields["account"].widget = form.base_fields["account"].widget.widget
        return form


class TranslatorInline(StackedInline):
    """On the page of a user."""

    model = Translator
    form = TranslatorForm
    extra = max_num = 1  # the boxes stand there at once: where none is ticked, nothing is kept
    verbose_name = verbose_name_plural = _("Languages that the person translates into")
