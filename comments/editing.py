"""A writer changes what was written: it is judged again, and never becomes freer than it was."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments import posting, signals
from comments import text as texts
from comments.forms import CommentForm
from comments.models import Comment, Decision


class EditForm(CommentForm):
    """Name and text, with the rules of the form that it was written in."""

    email = replies = website = None


def as_written(comment) -> dict:
    """What the form shows at first."""
    return {"name": comment.name, "text": comment.text}


@transaction.atomic
def edit(comment, name: str, text: str) -> Comment:
    """Give the comment another name and text. A live one that now breaks a rule waits for a moderator."""
    row = Comment.objects.select_for_update().get(pk=comment.pk)
    if row.state == Comment.State.REMOVED or (row.name, row.text) == (name, text):
        return row
    row.name, row.text, row.edited_at = name, text, timezone.now()
    _judge(row)
    row.save(update_fields=["name", "text", "edited_at", "fingerprint", "reasons"])
    if row.state == Comment.State.LIVE and row.reasons:
        row.hold(who=Decision.Who.SYSTEM, why=_("Its writer changed it."))
    if row.state == Comment.State.LIVE:
        signals.went_live.send(Comment, comment=row)  # what is public has changed
    return row


def _judge(comment) -> None:
    comment.fingerprint = texts.fingerprint(comment.text)
    # The reasons of a live comment were answered by whoever approved it.
    before = [] if comment.state == Comment.State.LIVE else comment.reasons
    rules = {reason["rule"] for reason in before}
    verdict = posting.weigh(comment, trap="trap" in rules, opinion="lookup" in rules)
    # Readers' reports are told with their words, which a verdict does not know.
    comment.reasons = [*verdict.reasons, *(reason for reason in before if reason["rule"] == "reported")]
