"""Which words an address may not begin with, and the next free slug."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.language import words

MAX_LENGTH = 120

# First path words that belong to the site, in every language that has words of its own, and those that it may
# still want. A test holds this list against the URLconf.
# fmt: off
RESERVED = frozenset({
    "about", "admin", "api", "athugasemd", "author", "authors", "breytingar", "changes", "comment", "comments",
    "compare", "contact", "efnisord", "eldra", "embed", "en", "feed", "feeds", "forskodun", "fragment", "healthz",
    "hofundar", "is", "leit", "login", "logout", "mail", "media", "metrics", "minar", "minar-athugasemdir",
    "my-comments", "older", "page", "pages", "postur", "preview", "readyz", "robots", "search", "sida", "sidur",
    "sitemap", "static", "subject", "subjects", "tag", "tags", "um", "umraeda", "vidfangsefni",
})
# fmt: on


def is_reserved(word: str) -> bool:
    """Whether an address may not begin with this word: one of the site's own, or a language."""
    return word in RESERVED or word in dict(settings.LANGUAGES)


def check_slug(slug: str) -> None:
    """Raise ValidationError unless the slug is lower-case ASCII words with hyphens, none of the site's own."""
    if slug != words.slugify(slug) or not slug:
        raise ValidationError(
            _("Use only small letters a–z, digits and hyphens: “%(slug)s” is not an address."), params={"slug": slug}
        )
    if is_reserved(slug):
        raise ValidationError(_("“%(slug)s” is an address of the site's own. Choose another."), params={"slug": slug})


def free_slug(wanted: str, taken) -> str:
    """`wanted` as a slug, with -2, -3, … where `taken` (a function: slug → bool) says that it is in use."""
    stem = words.slugify(wanted)[:MAX_LENGTH].strip("-") or "grein"
    slug, number = stem, 1
    while is_reserved(slug) or taken(slug):
        number += 1
        slug = f"{stem[: MAX_LENGTH - len(str(number)) - 1]}-{number}"
    return slug
