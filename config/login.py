"""The way into the desk, with a limit: nobody tries passwords all day."""

from math import ceil

from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.frame import draw
from comments.limits import spend
from comments.networks import network_of

MOST = 20  # in ten minutes from one network


def login(request, *args, **kwargs):
    wait = spend("login", network_of(request), MOST) if request.method == "POST" else 0
    return _refused(request, wait) if wait else admin.site.login(request, *args, **kwargs)


def _refused(request, wait: int):
    minutes = ceil(wait / 60)
    sentence = ngettext("Try again in %(count)s minute.", "Try again in %(count)s minutes.", minutes)
    title = _("Too many attempts to sign in")
    sentence %= {"count": minutes}
    response = draw(request, "refused.html", title=title, sentence=sentence, robots="noindex", status=429)
    response["Retry-After"] = str(wait)
    return response
