"""A form with more fields, or more in them, than the site reads: it says so in words, where Django says "400"."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.utils.translation import gettext as _

from articles.frame import draw

TOO_MUCH = (TooManyFieldsSent, RequestDataTooBig)


def page(request):
    return draw(
        request,
        "refused.html",
        title=_("The form is too large"),
        sentence=_(
            "The form has more fields than the site reads at once, and nothing was stored. "
            "Go back: what you typed is still on the page. Divide it, or ask whoever runs the site to allow more."
        ),
        robots="noindex",
        status=400,
    )
