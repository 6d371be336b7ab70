"""Draws a page without anybody asking, on the way that a request of a reader without cookies goes."""

import io
import logging
import threading
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.utils import translation

from articles.pages import identity

log = logging.getLogger("munur.pages")
UNKEPT = "munur.unkept"  # in the environ of a request whose page is only looked at
serves = False  # whether this process is one that readers are served by, and so has all that drawing needs
_drawing = threading.local()


def draw(path: str, *, keep: bool = True):
    """The response, or None where it cannot be drawn. With `keep`, a page that may be kept lies in the store then."""
    if not identity.is_page(path) or getattr(_drawing, "now", False):
        return None
    _drawing.now = True
    try:
        with translation.override(translation.get_language()):  # the page's own is active meanwhile
            return _handler().get_response(_request(path, keep))
    except Exception as error:
        log.error("A page could not be drawn: %s.", type(error).__name__)
        return None
    finally:
        _drawing.now = False


@lru_cache(maxsize=1)
def _handler() -> BaseHandler:
    handler = BaseHandler()
    handler.load_middleware()
    return handler


def _request(path: str, keep: bool) -> WSGIRequest:
    site = urlsplit(settings.SITE_URL)
    return WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "SERVER_NAME": site.hostname,
            "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": site.netloc,
            "REMOTE_ADDR": "127.0.0.1",
            UNKEPT: not keep,
            "wsgi.url_scheme": site.scheme,
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": io.StringIO(),
        }
    )
