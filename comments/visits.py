"""A reader who came to My comments by a link in a mail, as the cookie of those pages says. No account, no session."""

from django.conf import settings
from django.urls import reverse

from comments import signed
from comments.models import Address

COOKIE = "my-comments"


def begin(response, address) -> None:
    """Let this browser see what belongs to the address, on the pages of My comments in this language alone."""
    response.set_cookie(
        COOKIE,
        signed.make(signed.VISIT, address.pk),
        max_age=signed.VALID_FOR[signed.VISIT],
        path=reverse("my-comments"),
        secure=settings.SITE_IS_SECURE,
        httponly=True,
        samesite="Lax",
    )


def visitor(request) -> Address | None:
    """Whose visit it is. None: nobody's, or it is over."""
    try:
        [pk] = signed.read(signed.VISIT, request.COOKIES.get(COOKIE, ""))
    except signed.Forged:
        return None
    return Address.objects.filter(pk=pk).first()


def end(response) -> None:
    response.delete_cookie(COOKIE, path=reverse("my-comments"), samesite="Lax")
