from django import template
from django.utils import formats
from django.utils.translation import get_language

from articles.language import hyphens

register = template.Library()


@register.filter
def soften(text):
    """The text with soft hyphens where its long words may break, in the language of the page."""
    return hyphens.soften(str(text), get_language() or "")


@register.filter
def long_date(moment):
    return formats.date_format(moment, "DATE_FORMAT") if moment else ""


@register.filter
def short_date(moment):
    return formats.date_format(moment, "SHORT_DATE_FORMAT") if moment else ""
