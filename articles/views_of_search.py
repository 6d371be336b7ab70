"""The search page."""

from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles import elsewhere
from articles.frame import draw
from articles.search import results
from articles.search_page import Asked, Page


@require_safe
# A browser may go back to it, but asks again before it shows it as new: what is withdrawn is found no more at once.
# Caches that many share do not keep what somebody asked for.
@cache_control(private=True, no_cache=True)
def search(request):
    asked = Asked(request.GET)
    page = Page(asked, _found(asked) if asked.text.strip() else None)
    return draw(
        request,
        "articles/search.html",
        title=page.title,
        description=_("Search the comparisons: any form of a word will do."),
        current="search",
        robots="noindex",
        canonical="",
        # Without the question: a word of one language is not asked for in another.
        places=elsewhere.same_route("search"),
        asked=asked,
        page=page,
    )


def _found(asked):
    author = asked.author and asked.author.pk
    tags = tuple(tag.pk for tag in asked.tags)
    try:
        return results.search(asked.text, get_language(), tags=tags, author=author, after=asked.after)
    except ValueError as error:
        raise Http404(str(error)) from error
