from django import template
from django.utils.safestring import SafeString, mark_safe

from comments import reading, text

register = template.Library()


@register.simple_tag
def comment_thread(edition) -> reading.Thread:
    """The beginning of the thread under the edition's article: two queries."""
    return reading.thread(edition)


@register.filter
def said(typed) -> SafeString:
    """What a reader typed, as HTML that shows the same characters."""
    return mark_safe(text.html(typed))
