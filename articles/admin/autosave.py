"""What is typed is kept in the browser until it is saved: the browser is told by a cookie what has been.

A cookie and not the session, so that who saves today and opens the article tomorrow is not offered today's text.
"""

import re

KEPT = "_kept"  # the field that names what the browser keeps
COOKIE = "desk-saved"
MOST = 20
MAX_AGE = 30 * 24 * 60 * 60  # nothing is kept longer in the browser
NAME = re.compile(r"[0-9a-f-]{8,40}")


class Autosave:
    """Mixed into the admin of articles."""

    def response_add(self, request, obj, *args, **kwargs):
        return told(request, super().response_add(request, obj, *args, **kwargs))

    def response_change(self, request, obj):
        return told(request, super().response_change(request, obj))


def told(request, response):
    """The answer to a form that was saved, with a cookie that lets go of what the browser kept of it."""
    if name := name_of(request):
        saved = [one for one in request.COOKIES.get(COOKIE, "").split(".") if NAME.fullmatch(one)]
        response.set_cookie(
            COOKIE,
            ".".join([*saved, name][-MOST:]),
            max_age=MAX_AGE,
            path="/admin/",
            secure=request.is_secure(),
            samesite="Lax",
        )
    return response


def name_of(request) -> str:
    """Under which name the browser that sent this keeps what is typed; "" where it keeps nothing."""
    name = request.POST.get(KEPT, "")
    return name if NAME.fullmatch(name) else ""
