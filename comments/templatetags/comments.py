from django import template

from comments.models import Comment
from comments.threads import Said, Thread, thread

register = template.Library()


@register.simple_tag
def comment_thread(edition) -> Thread:
    """The thread under the edition's article: one query."""
    return thread(
        Said(
            pk=row.pk,
            parent=row.parent_id,
            created_at=row.created_at,
            name=row.shown_name,
            text=row.shown_text,
            language=row.language,
            gone=row.state == Comment.State.REMOVED,
        )
        for row in Comment.objects.filter(article=edition.article_id).thread()
    )
