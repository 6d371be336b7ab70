"""What Unfold asks before it draws the desk's first page."""

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from articles import roles
from config.home.page import home


def fill(request, context: dict) -> dict:
    today = timezone.localdate()
    said = {"weekday": formats.date_format(today, "l").capitalize(), "day": formats.date_format(today, "DATE_FORMAT")}
    return {
        **context,
        "title": _("Desk"),
        "home": home(request),
        "today": _("%(weekday)s %(day)s.") % said,
        "may_begin": roles.may(request.user, "add"),
        "is_fullwidth": True,
    }
