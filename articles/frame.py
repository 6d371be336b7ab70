"""What surrounds every reader page: title, addresses in all languages, the links of the footer."""

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from articles import elsewhere, grounds
from articles.models import Page, translated
from articles.models.prepared import prepared

MENU = ("home", "tags", "subjects", "authors", "search")


def draw(request, template, *, title, description="", current="", robots="", places=None, status=200, **context):
    """The page as a response. `places`: the same page in other languages; None where there is no such thing."""
    frame = {
        "LANGUAGE": get_language(),
        "page_title": title,
        "description": description,
        "current": current,
        "here": _here(request, current),
        "robots": robots if not request.GET else "noindex",
        "canonical": settings.SITE_URL + request.path if status == 200 else "",
        "site_url": settings.SITE_URL,
        "alternates": places or [],
        "missing_languages": [] if places is None else elsewhere.missing(places),
        "footer_pages": footer_pages(),
    }
    return render(request, template, {**frame, **context}, status=status)


def _here(request, current: str) -> str:
    """What `aria-current` says in the main menu: this very page, or one that belongs to it."""
    # Every question to the search is another page; elsewhere the words behind a question mark are not.
    path = request.get_full_path() if current == "search" else request.path
    return "page" if current in MENU and path == reverse(current) else "true"


def footer_pages() -> list[dict]:
    """The plain pages, without reading their texts."""
    grounds.note(grounds.PAGES)
    return [{"title": page.name, "url": page.get_absolute_url()} for page in _pages(get_language())]


@prepared()
def _pages(language):
    named = (translated.column(field, language) for field in ("name", "slug"))
    return Page.objects.live(language).only("key", *named)
