"""What `manage.py check` says about the way the parts are put together."""

from django.conf import settings
from django.core.checks import Error, Warning
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation


def check_languages(app_configs, **kwargs) -> list:
    if not settings.MODELTRANSLATION_FALLBACK_LANGUAGES:
        return []
    return [
        Error(
            "MODELTRANSLATION_FALLBACK_LANGUAGES is not empty: readers would see another language's text unmarked.",
            hint="Set it to ().",
            id="munur.E001",
        )
    ]


def check_reserved_words(app_configs, **kwargs) -> list:
    """An article whose slug is the first word of another page could never be read."""
    from articles.addresses import is_reserved

    return [
        Error(
            f"Addresses begin with “{word}”, which is not among the reserved words.",
            hint="Add it to RESERVED in articles/addresses.py.",
            id="munur.E002",
        )
        for word in sorted(first_words())
        if not is_reserved(word)
    ]


def check_proxies(app_configs, **kwargs) -> list:
    if settings.TRUSTED_PROXIES or not settings.SECURE_SSL_REDIRECT:
        return []
    return [
        Warning(
            "SITE_URL is https, but no proxy is trusted: every request looks like http and is redirected for ever.",
            hint="Name the proxy that speaks https in TRUSTED_PROXIES.",
            id="munur.W001",
        )
    ]


def first_words() -> set[str]:
    """The fixed words that addresses of the site begin with, in every language, after the language's own word."""
    words = {code for code, _name in settings.LANGUAGES}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            words |= {route.removeprefix(f"{code}/").split("/")[0] for route in _routes(get_resolver())}
    return {word for word in words if word and "<" not in word}


def _routes(resolver: URLResolver, before: str = "") -> list[str]:
    routes = []
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        routes += [route] if isinstance(entry, URLPattern) else _routes(entry, route)
    return routes
