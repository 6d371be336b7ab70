"""What is answered where no live edition stands: it moved (301), was withdrawn (410), or never was (404)."""

from collections.abc import Callable

from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from articles import elsewhere
from articles.frame import draw
from articles.models import Edition


def answer(
    request,
    language: str,
    slug: str,
    *,
    address: Callable[[Edition], str] = Edition.get_absolute_url,
    other_languages: bool = True,
):
    """The page that stands for the missing one. `address` is where the same page of an edition that moved is.

    With `other_languages` a 404 names those that the article is in.
    """
    former = Edition.formerly_at(language, slug)
    moved = former.live(language).first()
    if moved:
        return redirect(address(moved), permanent=True)
    if any(edition.gone for edition in [*Edition.objects.filter(language=language, slug=slug), *former]):
        return draw(request, "410.html", title=_("No longer here"), status=410)
    found = elsewhere.article_elsewhere(language, slug) if other_languages else None
    if not found:
        raise Http404("No article has this address.")
    title = elsewhere.not_in(language, language)
    return draw(request, "404.html", title=title, status=404, places=found, elsewhere=found)
