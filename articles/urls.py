"""The addresses of reader pages. Their words are translated: msgctxt "url" in the catalogues."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from articles import (
    views,
    views_of_changes,
    views_of_previews,
    views_of_proposals,
    views_of_search,
    views_of_shared_previews,
)

urlpatterns = [
    path("", views.home, name="home"),
    path(pgettext_lazy("url", "older/<slug:key>/"), views.home, name="older"),
    path(pgettext_lazy("url", "subjects/"), views.subjects, name="subjects"),
    path(pgettext_lazy("url", "subjects/<slug:slug>/"), views.subject, name="subject"),
    path(pgettext_lazy("url", "subjects/<slug:slug>/older/<slug:key>/"), views.subject, name="subject-older"),
    path(pgettext_lazy("url", "tags/"), views.tags, name="tags"),
    path(pgettext_lazy("url", "tags/<slug:slug>/"), views.tag, name="tag"),
    path(pgettext_lazy("url", "tags/<slug:slug>/older/<slug:key>/"), views.tag, name="tag-older"),
    path(pgettext_lazy("url", "authors/"), views.authors, name="authors"),
    path(pgettext_lazy("url", "authors/<slug:slug>/"), views.author, name="author"),
    path(pgettext_lazy("url", "authors/<slug:slug>/older/<slug:key>/"), views.author, name="author-older"),
    path(pgettext_lazy("url", "search/"), views_of_search.search, name="search"),
    path(pgettext_lazy("url", "search/proposals/"), views_of_proposals.propose, name="proposals"),
    path(pgettext_lazy("url", "about/"), views.about, name="about"),
    path(pgettext_lazy("url", "page/<slug:slug>/"), views.page, name="page"),
    path(pgettext_lazy("url", "preview/<slug:key>/"), views_of_previews.unsaved_preview, name="unsaved-preview"),
    path(
        pgettext_lazy("url", "preview/shared/<str:key>/"),
        views_of_shared_previews.shared_preview,
        name="shared-preview",
    ),
    path(pgettext_lazy("url", "changes/<slug:slug>/"), views_of_changes.changes, name="changes"),
    path("<slug:slug>/", views.article, name="article"),
]
