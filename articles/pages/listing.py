"""The addresses of all pages that may be finished, as they follow from the database. Apps add theirs in apps.py."""

from collections.abc import Callable, Iterator

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from articles.lists import listing
from articles.models import Author, Edition, Page, Subject, Tag, translated

more: list[Callable[[], Iterator[str]]] = []  # each lists addresses in the language that is active
FACETS = {Subject: "subjects", Tag: "tags", Author: "author"}


def addresses() -> Iterator[str]:
    """In every public language."""
    for language in settings.PUBLIC_LANGUAGES:
        with translation.override(language):
            for listed in (_indexes, _editions, _facets, _pages, *more):
                # A list, as the language may be another between two steps of a generator.
                yield from list(listed())


def _indexes() -> Iterator[str]:
    live = Edition.objects.live(translation.get_language())
    yield reverse("home")
    yield from (reverse("older", args=[key]) for key in _keys(live))
    for route in ("subjects", "tags", "authors"):
        yield reverse(route)


def _editions() -> Iterator[str]:
    for slug in Edition.objects.live(translation.get_language()).newest().values_list("slug", flat=True):
        yield reverse("article", args=[slug])
        yield reverse("changes", args=[slug])


def _facets() -> Iterator[str]:
    language = translation.get_language()
    live = Edition.objects.live(language)
    for model, field in FACETS.items():
        slug = translated.column("slug", language)
        for row in model.objects.filter(editions__in=live).only(slug).distinct().order_by("pk"):
            yield row.get_absolute_url()
            for key in _keys(live.filter(**{field: row})):
                yield reverse(f"{model.route}-older", args=[row.slug, key])


def _pages() -> Iterator[str]:
    for page in Page.objects.live(translation.get_language()):
        yield page.get_absolute_url()


def _keys(editions) -> Iterator[str]:
    """The keys of all pages of a list but the first."""
    page = listing(editions)
    while page.next_key:
        yield page.next_key
        page = listing(editions, page.next_key)
