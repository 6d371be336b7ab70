"""What Ctrl K finds beside the pages of the desk: the things that editors write, by name."""

from itertools import islice

from django.contrib import admin
from django.urls import reverse
from django.utils.text import capfirst
from unfold.dataclasses import SearchResult

from articles.models import Article, Author, Page, Subject, Tag

KINDS = {Article: "article", Subject: "category", Tag: "label", Author: "person", Page: "description"}
MOST = 6  # of each kind: who wants more has the list with its own search


def found(request, term: str) -> list[SearchResult]:
    """As each kind's own list at the desk finds them for this person, a few of each."""
    return [result for model, icon in KINDS.items() for result in _of(request, model, icon, term)]


def _of(request, model, icon: str, term: str) -> list[SearchResult]:
    page = admin.site.get_model_admin(model)
    if not page.has_view_permission(request):
        return []
    rows, _doubled = page.get_search_results(request, page.get_queryset(request), term)
    # A row may come twice, by two of its names.
    once = islice({row.pk: row for row in rows[: MOST * 4]}.values(), MOST)
    kind, address = capfirst(model._meta.verbose_name), f"admin:articles_{model._meta.model_name}_change"
    return [SearchResult(str(row), kind, reverse(address, args=[row.pk]), icon) for row in once]
