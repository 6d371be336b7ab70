"""Each request gets an id, and is counted and logged when it is answered. Stands before all other middleware."""

import logging
import time

from articles.pages import drawing
from config import logs, metrics
from config.middleware import is_trusted

HEADER = "X-Request-Id"
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
log = logging.getLogger("munur.requests")


class ObservingMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if drawing.UNKEPT in request.META:
            return self.get_response(request)  # nobody asks: the site draws one of its pages
        began = time.perf_counter()
        with logs.named(id_of(request)) as name:
            request.id = name
            response = self.get_response(request)
            response[HEADER] = name
            seconds = time.perf_counter() - began
            view, method = logs.view_of(request), request.method if request.method in METHODS else "other"
            metrics.answered(view, method, response.status_code, seconds)
            told = {
                "view": view,
                "method": method,
                "status": response.status_code,
                "milliseconds": round(seconds * 1000, 1),
            }
            log.info("%s: %s %s", logs.phrase(response.status_code), method, view, extra=told)
        return response


def id_of(request) -> str:
    """What a trusted proxy calls the request, so that both logs speak of the same; else a name of our own."""
    name = request.META.get("HTTP_X_REQUEST_ID", "")
    is_theirs = logs.ID.fullmatch(name) and is_trusted(request.META.get("REMOTE_ADDR", ""))
    return name if is_theirs else logs.new_id()
