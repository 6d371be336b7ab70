from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import elsewhere
from articles.frame import draw
from articles.models import Edition
from articles.pages.keeping import finished
from comments import reading


@require_safe
@finished
def thread(request, slug):
    edition = Edition.objects.live(get_language()).filter(slug=slug).first()
    if edition is None:
        return moved("thread", slug)
    found = reading.thread(edition, _choice(request))
    if found.choice.start and not found.items:
        raise Http404("Nothing is written there.")
    return _drawn(request, edition, found, "thread")


@require_safe
@finished
def branch(request, slug, pk):
    edition = Edition.objects.live(get_language()).filter(slug=slug).first()
    if edition is None:
        return moved("branch", slug, pk)
    found = reading.branch(edition, pk, _choice(request, is_branch=True).everywhere, _start(request))
    if not found.items:
        raise Http404("Nothing is written there.")
    return _drawn(request, edition, found, "branch", pk)


def moved(route, slug, *more):
    """A 301 to the same page under the article's address of today; 404 where it has none."""
    live = Edition.formerly_at(get_language(), slug).live(get_language())
    return redirect(reverse(route, args=[get_object_or_404(live).slug, *more]), permanent=True)


def _choice(request, is_branch=False):
    asked = request.GET.copy()
    if is_branch:  # its page names a comment, see _start
        asked.pop(pgettext("url", "from"), None)
    try:
        return reading.Choice.of(asked)
    except ValueError as error:
        raise Http404(str(error)) from error


def _start(request) -> int:
    key = request.GET.get(pgettext("url", "from"), "0")
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        raise Http404("That names no comment.")
    return int(key)


def _drawn(request, edition, found, route, *more):
    others = Edition.objects.live().filter(article=edition.article_id).exclude(pk=edition.pk)
    return draw(
        request,
        "comments/branch.html" if more else "comments/thread_page.html",
        title=_("Discussion: %(title)s") % {"title": edition.title},
        robots="noindex, follow",
        places=[_in(other, route, *more) for other in others],
        edition=edition,
        thread=found,
        canonical=settings.SITE_URL + edition.get_absolute_url(),
    )


def _in(other, route, *more) -> elsewhere.Place:
    place = elsewhere.editions([other])[0]
    with translation.override(other.language):
        address = reverse(route, args=[other.slug, *more])
    return elsewhere.Place(place.language, place.name, address, place.title)
