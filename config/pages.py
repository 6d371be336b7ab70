"""How finished pages are put in front of Django: with which headers, and for which requests."""

from functools import lru_cache

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from articles.pages import drawing, place
from articles.pages.following import Follower
from articles.pages.front import Front
from articles.pages.memory import Headers, Memory
from config import metrics, middleware
from config.bodies import Bodies
from config.door import Door
from config.headers import FINISHED, Kind, for_response


def in_front_of(application):
    """The application with finished pages before it; itself where there is no store."""
    store = place.store()
    if store is None:
        return application
    place.show(store, at_once=True)
    place.sweep()
    drawing.serves = True
    Follower(store).start()
    behind = Bodies(Door(application, settings.STATIC_URL, settings.MEDIA_URL))
    tell = {"tell": metrics.asked_store} if metrics.is_on() else {}
    return Front(behind, Memory(store, headers), takes, **tell)


def headers(path: str) -> Headers:
    """What HeadersMiddleware, SecurityMiddleware and LanguageMiddleware give the page at this path."""
    found = for_response(Kind.PUBLIC, 200, settings.MEDIA_ORIGIN)
    found["Content-Language"] = middleware.language_of(path)
    if settings.SECURE_HSTS_SECONDS:
        found["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}" + (
            "; includeSubDomains" if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS else ""
        )
    return [*found.items(), ("Cache-Control", FINISHED)]


def takes(environ: dict) -> bool:
    """Whether the request came to our host, and by https where that is wanted; Django answers the others."""
    return _is_our_host(environ.get("HTTP_HOST", "")) and (not settings.SECURE_SSL_REDIRECT or _is_secure(environ))


@lru_cache(maxsize=100)
def _is_our_host(host: str) -> bool:
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


def _is_secure(environ: dict) -> bool:
    return (
        _scheme(environ.get("REMOTE_ADDR", ""), environ["wsgi.url_scheme"], environ.get("HTTP_X_FORWARDED_PROTO", ""))
        == "https"
    )


@lru_cache(maxsize=1000)
def _scheme(peer: str, scheme: str, forwarded: str) -> str:
    return middleware.scheme_of(peer, scheme, forwarded)
