"""`{% once "rows" table %} … {% endonce %}`: a part of a page that is drawn once from these values, in each language.

All that stands in it follows from the values and from the language alone: from no request, no query and no clock.
"""

from django import template
from django.db.models import Model
from django.utils.hashable import make_hashable
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from articles import parts

register = template.Library()


class OnceNode(template.Node):
    def __init__(self, name: str, values: list, nodelist: template.NodeList):
        self.name, self.values, self.nodelist = name, values, nodelist

    def render(self, context):
        key = (self.name, get_language(), *(_fixed(value.resolve(context)) for value in self.values))
        part = parts.drawn.get(key)
        if part is None:
            part = self.nodelist.render(context)
            parts.drawn.put(key, part)
        return mark_safe(part)


def _fixed(value):
    if isinstance(value, Model):
        raise TypeError(f"Name the texts of {value!r}: the row equals itself also where they are others.")
    return make_hashable(value)


@register.tag
def once(parser, token):
    _tag, name, *values = token.split_contents()
    nodelist = parser.parse(["endonce"])
    parser.delete_first_token()
    return OnceNode(name, [parser.compile_filter(value) for value in values], nodelist)
