"""Which answers become finished pages: those of views that say so, and only where nothing in them is anybody's own."""

import logging
import time
from functools import wraps

from django.contrib.auth.models import AnonymousUser

from articles import grounds
from articles.pages import clock, drawing, front, identity, place
from articles.pages.store import UNWRITABLE, Drawn

log = logging.getLogger("munur.pages")

UNKEPT = {"private", "no-store", "no-cache"}


def finished(view):
    """For views whose pages are the same for everyone: they are drawn without cookies, and kept."""

    @wraps(view)
    def drawn(request, *args, **kwargs):
        store = place.store()
        if store is None or not _may_be_kept(request):
            return view(request, *args, **kwargs)
        request.COOKIES, request.user = {}, AnonymousUser()
        try:
            began, since = store.index.number, time.time()
        except UNWRITABLE:
            return view(request, *args, **kwargs)
        with grounds.noting() as noted:
            response = view(request, *args, **kwargs)
            response.drawn = _drawn(request, response, noted, began, since) if _is_fit(response) else None
        return response

    drawn.is_finished = True
    return drawn


class KeepingMiddleware:
    """Writes finished pages. It stands inside of compression, and outside of all that may make an answer personal."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        drawn = getattr(response, "drawn", None)
        if drawn and _is_fit(response):
            self._keep(request, response, drawn)
        return response

    def _keep(self, request, response, drawn: Drawn) -> None:
        try:
            kept = (drawn.until is None or drawn.until > time.time()) and place.store().put(drawn)
        except UNWRITABLE as error:
            log.error("A finished page could not be kept: %s.", type(error).__name__)
            return
        request.META[front.FINISHED if kept else front.OVERTAKEN] = True
        response.kept = kept
        if not kept:
            response["Cache-Control"] = "no-store"  # somebody asked before the change, and nobody else shall get it


def _may_be_kept(request) -> bool:
    return (
        request.method in front.METHODS
        and not request.META.get("QUERY_STRING")
        and not request.META.get("SCRIPT_NAME")
        and not request.META.get(drawing.UNKEPT)
        and identity.is_page(request.path_info)
    )


def _is_fit(response) -> bool:
    """Whether the answer is one page for everyone, whatever else they ask with."""
    said = {word.strip().lower() for word in response.get("Cache-Control", "").split(",")}
    vary = {word.strip().lower() for word in response.get("Vary", "").split(",") if word.strip()}
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not said & UNKEPT
        and vary <= {"accept-encoding"}
        and not response.has_header("Content-Encoding")
    )


def _drawn(request, response, noted: grounds.Noted, began: int, since: float) -> Drawn | None:
    if response["Content-Type"].replace(" ", "") != identity.content_type(request.path_info).replace(" ", ""):
        return None
    turn = clock.next_turn(noted.names, since)
    moments = [moment.timestamp() for moment in (noted.until, turn.until) if moment]
    return Drawn(
        request.path_info,
        response.content,
        frozenset(noted.names),
        began,
        until=min(moments, default=None),
        gone=turn.gone and turn.gone.timestamp(),
    )
