"""A reader asks for a comparison that is missing."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from articles.models import Edition
from comments import limits, wishes
from comments.networks import network_of
from comments.views.private import READ, page, private
from comments.wish_forms import WishForm

MOST = 20  # wishes from one network in ten minutes


@private(*READ, "POST")
def wish(request):
    if request.method != "POST":
        return _drawn(request, first=_typed(request.GET, "first"), second=_typed(request.GET, "second"))
    form = WishForm(request.POST, get_language())
    if wait := limits.spend("wish", network_of(request), MOST):
        return _refused(request, form, wait)
    if not form.is_valid():
        return _drawn(request, form, status=422)
    if form.is_trapped:
        return _thanks()
    pair = (form.cleaned_data["first"], form.cleaned_data["second"], get_language())
    found = wishes.comparison_of(*pair)
    if found is None:
        wishes.ask(*pair, network_of(request))
    return _thanks(found)


@private(*READ)
def thanks(request):
    """What happens now. Nothing that was typed is repeated: whoever has the address may see the page."""
    slug = _typed(request.GET, pgettext("url", "article"))
    edition = Edition.objects.live(get_language()).filter(slug=slug).first() if slug else None
    title = _("This comparison is here already") if edition else _("Thank you for the suggestion")
    return page(request, "comments/wished.html", title=title, edition=edition)


def _thanks(edition=None):
    query = f"?{pgettext('url', 'article')}={edition.slug}" if edition else ""
    return HttpResponseRedirect(reverse("wished") + query, status=303)


def _drawn(request, form=None, status=200, **context):
    if form is not None:
        context |= {name: _typed(form.data, name) for name in ("first", "second")}
    return page(request, "comments/wish.html", title=_("Ask for a comparison"), status=status, form=form, **context)


def _refused(request, form, wait: int):
    minutes = -(-wait // 60)
    said = ngettext(
        "Many suggestions have come from your network. Try again in %(count)s minute: what you wrote stays here.",
        "Many suggestions have come from your network. Try again in %(count)s minutes: what you wrote stays here.",
        minutes,
    )
    response = _drawn(request, form, status=429, refused=said % {"count": minutes})
    response["Retry-After"] = str(wait)
    return response


def _typed(data, name: str) -> str:
    return data.get(name, "").replace("\0", "")
