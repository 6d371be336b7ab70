from urllib.parse import urlencode

from django import template
from django.urls import reverse

from comments.labels import decided_by
from comments.moments import moment

register = template.Library()
register.filter(moment)
register.filter(decided_by)


@register.simple_tag
def others_address(comment) -> str:
    """The list of all that the same writer said: of the address, else of the network."""
    by = {"address__id__exact": comment.address_id} if comment.address_id else {"network__exact": comment.network}
    return f"{reverse('admin:comments_comment_changelist')}?{urlencode({'state': 'all', **by})}"
