from django import forms
from django.contrib import admin
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin

from articles.admin.languages import LanguageTabs
from articles.admin.on_site import OnSite
from articles.admin.searching import FoldedSearch
from articles.models import Author, Tag, translated
from articles.ordering import by_name


class NamedForm(forms.ModelForm):
    def clean(self):
        data = super().clean()
        names = translated.columns("name")
        if not any(data.get(name) for name in names):
            self.add_error(names[0], _("Give it a name, in one language at least."))
        return data


class NamedAdmin(OnSite, FoldedSearch, LanguageTabs, ModelAdmin):
    """Base of what has a key, a name and an address a language."""

    form = NamedForm
    common_fields = ("key", "on_site")
    warn_unsaved_form = True
    list_display = ("__str__", *translated.columns("slug"))
    list_per_page = 50
    search_fields = translated.columns("name")
    folded_fields = ("key", *translated.columns("slug"))

    def get_ordering(self, request):
        return (by_name(get_language()), "pk")


@admin.register(Author)
class AuthorAdmin(NamedAdmin):
    common_fields = ("key", "account", "on_site")
    autocomplete_fields = ("account",)
    translated_fields = ("name", "slug", "bio")
    used_as = "author"


@admin.register(Tag)
class TagAdmin(NamedAdmin):
    translated_fields = ("name", "slug")
    used_as = "tags"
