"""What a reader takes back is gone at once, not only hidden. Its place in the thread stays where replies stand."""

from django.db import transaction

from comments.models import Comment, Decision, Letter

EMPTIED = (
    "name",
    "text",
    "address",
    "by",
    "wants_replies",
    "pinned",
    "network",
    "fingerprint",
    "seconds",
    "reasons",
)


@transaction.atomic
def erase(comment, *, who=Decision.Who.WRITER) -> None:
    """Empty the comment of everything that its writer gave, and remove it."""
    comment.remove(who=who)  # Mails about it that were not sent go with this, see comments/notices.py.
    comment.name = comment.text = comment.network = comment.fingerprint = ""
    comment.address = comment.by = comment.seconds = None
    comment.wants_replies = comment.pinned = False
    comment.reasons = []
    # The form's one-use id stays: the same form sent once more must not bring the comment back.
    comment.save(update_fields=EMPTIED)
    comment.reports.update(more="")
    _make_final(comment)


@transaction.atomic
def forget(address) -> None:
    """Erase all that is known of an address: comments, followed threads, mails, and the address itself."""
    for comment in Comment.objects.select_for_update().filter(address=address):
        erase(comment, who=Decision.Who.WRITER)
    Letter.objects.filter(to=address.email).exclude(kind=Letter.Kind.DIGEST).delete()
    address.delete()


def _make_final(comment) -> None:
    """No decision about it can be undone: an empty comment must not come back."""
    for decision in comment.decisions.all():
        decision.after["text"] = None
        decision.save(update_fields=["after"])
