"""What pages for one reader alone have in common: nobody keeps them, and forms come from our own pages."""

from functools import wraps

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from articles.frame import draw
from comments import limits, visits
from comments.emails import EmailForm
from comments.networks import network_of
from comments.ownership import same_origin

READ = ("GET", "HEAD")
MOST = 20  # forms with an address from one network in ten minutes

unkept = cache_control(private=True, no_store=True)


def private(*methods):
    """A view that takes these methods, whose answers are kept nowhere and whose forms come from our own pages."""

    def decorated(view):
        return unkept(same_origin(require_http_methods(methods)(view)))

    return decorated


def for_visitor(view):
    """A view of My comments: it is given the visitor's address. Others are sent to where the link is to be had."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        address = visits.visitor(request)
        return view(request, address, *args, **kwargs) if address else see("my-comments")

    return guarded


def see(route: str, done: str = "") -> HttpResponse:
    """Off to another page, to be fetched by GET, which tells what was `done`."""
    query = f"?done={done}" if done else ""
    return HttpResponseRedirect(reverse(route) + query, status=303)


def page(request, template, *, title, status=200, **context) -> HttpResponse:
    """One of these pages; an error says so in its title, which is not its `heading`."""
    named = _("Error: %(title)s") % {"title": title} if status in (422, 429) else title
    return draw(request, template, title=named, heading=title, robots="noindex", status=status, **context)


def dead_link(request, status) -> HttpResponse:
    """A link of a mail that leads nowhere: too old (410), or not one of ours (404)."""
    title = _("This link is too old") if status == 410 else _("This link does not work")
    return page(request, "comments/dead_link.html", title=title, status=status)


def ask_for_address(request, action, draw_form, act) -> HttpResponse:
    """Read the form with one address. The answer is the same whatever we know of the address."""
    form = EmailForm(request.POST)
    wait = limits.spend(action, network_of(request), MOST)
    if wait:
        response = draw_form(form=form, status=429, wait_minutes=-(-wait // 60))
        response["Retry-After"] = str(wait)
        return response
    if not form.is_valid():
        return draw_form(form=form, status=422)
    if not form.is_trapped:
        act(form.cleaned_data["email"])
    return draw_form(form=form, sent=True)
