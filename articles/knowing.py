"""What checks ask of the rest of the site: whether an address is a page, and whether a comparison is there already."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import translation

from articles.checking import Knows
from articles.models import Article, Author, Edition, Page, Subject, Tag

NAMED = {"subject": Subject, "tag": Tag, "author": Author, "page": Page}


def knows(article: Article | None) -> Knows:
    """What the site knows beside this article; None is a new one."""
    return Knows(page=is_page, covered=lambda subjects: covered(subjects, article))


def is_page(address: str) -> bool:
    """Whether something answers at this path of the site, were it asked now."""
    path = urlsplit(address).path
    language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
    with translation.override(language):
        try:
            found = resolve(path)
        except Resolver404:
            return False
    slug = found.kwargs.get("slug", "")
    if found.url_name == "article":
        live = Edition.objects.live(language)
        return live.filter(slug=slug).exists() or Edition.formerly_at(language, slug).live(language).exists()
    if found.url_name in NAMED:
        return NAMED[found.url_name].objects.at(language, slug).exists()
    return True


def covered(subjects: frozenset[str], article: Article | None) -> str | None:
    """The name of another article that compares just these subjects, in whatever order."""
    others = Article.objects.exclude(pk=article.pk if article else None)
    for key in sorted(subjects):
        others = others.filter(sides__subject__key=key)
    for other in others.prefetch_related("sides__subject")[:20]:
        if {side.subject.key for side in other.sides.all()} == subjects:
            return str(other)
    return None
