"""Times as a moderator says them."""

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from articles.templatetags.munur import day_and_time


def moment(at) -> str:
    """ "today at 15.05", "yesterday at 15.05", "21 Nov 2026 at 18.30"; "" for none."""
    if at is None:
        return ""
    days = (timezone.localdate() - timezone.localdate(at)).days
    forms = {0: _("today at %(time)s"), 1: _("yesterday at %(time)s")}
    clock = formats.time_format(timezone.localtime(at), "TIME_FORMAT")
    return forms[days] % {"time": clock} if days in forms else day_and_time(at)


def took(seconds: int | None) -> str:
    """How long the writing took: "1 min. 42 sec."; "" where nobody knows."""
    if seconds is None:
        return ""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return _("%(seconds)s sec.") % {"seconds": rest}
    return _("%(minutes)s min. %(seconds)s sec.") % {"minutes": minutes, "seconds": rest}
