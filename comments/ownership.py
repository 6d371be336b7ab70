"""Who wrote a comment, as its writer's browser proves it, and whether a form was sent from our own pages."""

from datetime import datetime, timedelta
from functools import wraps

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from articles.frame import draw
from articles.origins import is_ours

WINDOW = timedelta(minutes=15)  # how long a writer may change what was written
KNOWN_FOR = timedelta(days=30)  # how long the browser remembers that the comment is its own
SALT = "comments.ownership"


def remember(response, comment) -> None:
    """Let this browser prove that it wrote the comment, on the comment's own pages and nowhere else."""
    response.set_signed_cookie(
        _cookie(comment),
        str(comment.pk),
        salt=SALT,
        max_age=KNOWN_FOR,
        path=reverse("comment", args=[comment.pk]),
        secure=settings.SITE_IS_SECURE,
        httponly=True,
        samesite="Lax",
    )


def is_writer(request, comment) -> bool:
    """Whether this browser wrote the comment."""
    said = request.get_signed_cookie(_cookie(comment), default="", salt=SALT, max_age=KNOWN_FOR)
    return said == str(comment.pk)


def changeable_until(comment) -> datetime:
    """The moment when its writer may no longer change the comment."""
    return comment.created_at + WINDOW


def is_changeable(comment) -> bool:
    """Whether its writer may still edit or delete it, whoever asks."""
    return comment.state != comment.State.REMOVED and timezone.now() < changeable_until(comment)


def may_change(request, comment) -> bool:
    """Whether this browser wrote the comment, and may still edit or delete it."""
    return is_changeable(comment) and is_writer(request, comment)


def same_origin(view):
    """Take a form only from our own pages.

    It stands in for Django's CSRF token: public pages are the same bytes for everyone, so none can stand in them.
    The headers that tell are the browser's own; no script of another site can set them.
    """

    @csrf_exempt
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.method == "POST" and not is_ours(request):
            return _refused(request)
        return view(request, *args, **kwargs)

    return guarded


def _cookie(comment) -> str:
    return f"comment-{comment.pk}"


def _refused(request):
    title = _("The form came from another site")
    response = draw(request, "comments/not_from_here.html", title=title, status=403, robots="noindex")
    patch_cache_control(response, private=True, no_store=True)
    return response
