"""The article as readers would see it, of what stands in the form."""

from functools import partial

from django.conf import settings
from django.urls import path, reverse
from django.utils import translation

from articles import unsaved
from articles.admin import typed
from articles.admin.asked import asked


class Previewing:
    """Mixed into the admin of articles."""

    def get_urls(self):
        view = partial(Previewing.preview, self)
        return [
            path("add/preview/", view, name="articles_article_preview_new"),
            path("<int:pk>/preview/", view, name="articles_article_preview"),
            *super().get_urls(),
        ]

    @asked
    def preview(self, request, article):
        language = wanted_language(request)
        kept = unsaved.keep(typed.manuscript_of(request, article).manuscript, language, request.user)
        with translation.override(language):
            return {"address": reverse("unsaved-preview", args=[kept.key])}


def wanted_language(request) -> str:
    """The language that the page asks for, the site's own where it asks for none of ours."""
    asked_for = request.POST.get("_language", "")
    return asked_for if asked_for in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
