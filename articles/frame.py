"""What surrounds every reader page: title, addresses in all languages, the links of the footer."""

from django.conf import settings
from django.shortcuts import render
from django.utils.translation import get_language

from articles import elsewhere, grounds
from articles.models import Page, translated


def draw(request, template, *, title, description="", current="", robots="", places=None, status=200, **context):
    """The page as a response. `places`: the same page in other languages; None where there is no such thing."""
    frame = {
        "LANGUAGE": get_language(),
        "page_title": title,
        "description": description,
        "current": current,
        "robots": robots if not request.GET else "noindex",
        "canonical": settings.SITE_URL + request.path if status == 200 else "",
        "site_url": settings.SITE_URL,
        "alternates": places or [],
        "missing_languages": [] if places is None else elsewhere.missing(places),
        "footer_pages": footer_pages(),
    }
    return render(request, template, {**frame, **context}, status=status)


def footer_pages() -> list[dict]:
    """The plain pages, without reading their texts."""
    language = get_language()
    grounds.note(grounds.PAGES)
    pages = Page.objects.live(language).only(
        "key", translated.column("name", language), translated.column("slug", language)
    )
    return [{"title": page.name, "url": page.get_absolute_url()} for page in pages]
