"""Whether a form was sent from our own pages, as the browser says it: no script of another site can set these."""

from urllib.parse import urlsplit

from django.conf import settings


def is_ours(request) -> bool:
    """Whether nothing says that the form comes from another site."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site not in (None, "same-origin", "none"):
        return False
    if origin == "null":
        return site == "same-origin"  # A browser that tells nobody whence it comes still knows it itself.
    return origin is None or origin in (_origin(settings.SITE_URL), f"{request.scheme}://{request.get_host()}")


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
