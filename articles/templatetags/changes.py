from django import template

from articles import changes

register = template.Library()


@register.simple_tag
def changes_of(edition):
    """What readers of the edition are told of its latest changes; nothing of one that is only looked at."""
    if getattr(edition, "pk", None) is None:
        return changes.Changes()
    return changes.latest(edition)
