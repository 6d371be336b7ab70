"""The same page in other languages, and where an address that answers no more has gone."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from articles.models import Edition


@dataclass(frozen=True)
class Place:
    """A page in another language."""

    language: str
    name: str  # the language's own name of itself
    url: str
    title: str = ""


def public_languages() -> list[tuple[str, str]]:
    return [(code, name) for code, name in settings.LANGUAGES if code in settings.PUBLIC_LANGUAGES]


def same_route(route: str) -> list[Place]:
    """A page that every language has."""
    return [Place(code, name, _in(code, lambda: reverse(route))) for code, name in _others(public_languages())]


def same_thing(thing, languages: Iterable[str]) -> list[Place]:
    """The page of a subject, tag, author or page in those of the languages that it has a name in."""
    held = [(code, name) for code, name in public_languages() if code in languages and thing.public_in(code)]
    return [Place(code, name, _in(code, thing.get_absolute_url)) for code, name in _others(held)]


def editions(found: Iterable[Edition]) -> list[Place]:
    """The pages of live editions of one article."""
    names = dict(settings.LANGUAGES)
    return [Place(row.language, names[row.language], row.get_absolute_url(), row.title) for row in found]


def missing(places: list[Place]) -> list[dict]:
    """The public languages that this page is not in, each with the words that stand in place of a link."""
    there = {place.language for place in places} | {translation.get_language()}
    return [
        {"code": code, "name": name, "notice": not_in(code, name)}
        for code, name in public_languages()
        if code not in there
    ]


def article_elsewhere(language: str, slug: str) -> list[Place]:
    """Where the article that somebody looked for at this address can be read: its live editions."""
    articles = Edition.objects.filter(slug=slug).values("article")
    found = Edition.objects.live().filter(article__in=articles).exclude(language=language)
    return editions(found.order_by("language"))


def not_in(code: str, name: str) -> str:
    known = {"is": _("Not available in Icelandic"), "en": _("Not available in English")}
    return known.get(code) or _("Not available: %(language)s") % {"language": name}


def _others(languages):
    return [(code, name) for code, name in languages if code != translation.get_language()]


def _in(language, address) -> str:
    with translation.override(language):
        return address()
