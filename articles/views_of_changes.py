"""The page of an article that lists all that its readers were told of changes."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.changes import changes as changes_of
from articles.frame import draw
from articles.models import Edition


@require_safe
def changes(request, slug):
    language = get_language()
    edition = Edition.objects.live(language).filter(slug=slug).first()
    if edition is None:
        return _absent(request, language, slug)
    return draw(
        request,
        "articles/changes.html",
        title=_("Changes: %(title)s") % {"title": edition.title},
        robots="noindex, follow",
        edition=edition,
        changes=changes_of(edition),
    )


def _absent(request, language, slug):
    former = Edition.formerly_at(language, slug)
    moved = former.live(language).first()
    if moved:
        return redirect(reverse("changes", args=[moved.slug]), permanent=True)
    if any(edition.gone for edition in [*Edition.objects.filter(language=language, slug=slug), *former]):
        return draw(request, "410.html", title=_("No longer here"), status=410)
    raise Http404("No article has this address.")
