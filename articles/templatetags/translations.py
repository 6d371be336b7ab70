"""What readers are told of a translation."""

from django import template

from articles.models import Edition

register = template.Library()


@register.simple_tag
def original_of(edition) -> Edition | None:
    """The live edition in another language that a person has written, or at least read; None where there is none."""
    if not getattr(edition, "article_id", None):
        return None
    others = Edition.objects.live().filter(article=edition.article_id).exclude(language=edition.language)
    found = list(others.exclude(origin=Edition.Origin.MACHINE).only("language", "slug", "title", "origin"))
    return min(found, key=lambda other: (other.origin != Edition.Origin.WRITTEN, other.pk), default=None)
