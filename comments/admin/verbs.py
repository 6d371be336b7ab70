"""What a moderator does to a comment, each with its words, and how it is done where another may be at it too."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from comments import reporting
from comments.labels import decided_by
from comments.models import CannotUndo, Comment, Decision
from comments.moments import moment

State = Comment.State


@dataclass(frozen=True, slots=True)
class Verb:
    name: str  # in addresses and in the page
    label: str  # on its button
    does: Callable[..., Decision | None]
    said: str  # of one comment, with its writer's name
    said_of_many: str
    key: str = ""


APPROVE = Verb(
    "approve",
    gettext_lazy("Approve"),
    Comment.approve,
    gettext_lazy("“%(name)s”: comment approved."),
    ngettext_lazy("%(count)s comment approved.", "%(count)s comments approved.", "count"),
    "A",
)
SPAM = Verb(
    "spam",
    gettext_lazy("Spam"),
    Comment.mark_as_spam,
    gettext_lazy("“%(name)s”: comment marked as spam."),
    ngettext_lazy("%(count)s comment marked as spam.", "%(count)s comments marked as spam.", "count"),
    "S",
)
REMOVE = Verb(
    "remove",
    gettext_lazy("Remove"),
    Comment.remove,
    gettext_lazy("“%(name)s”: comment removed."),
    ngettext_lazy("%(count)s comment removed.", "%(count)s comments removed.", "count"),
    "R",
)
HOLD = Verb(
    "hold",
    gettext_lazy("Hold"),
    Comment.hold,
    gettext_lazy("“%(name)s”: comment held."),
    ngettext_lazy("%(count)s comment held.", "%(count)s comments held.", "count"),
)
PIN = Verb(
    "pin",
    gettext_lazy("Pin on top"),
    Comment.pin,
    gettext_lazy("“%(name)s”: comment pinned."),
    ngettext_lazy("%(count)s comment pinned.", "%(count)s comments pinned.", "count"),
)
UNPIN = Verb(
    "unpin",
    gettext_lazy("Unpin"),
    Comment.unpin,
    gettext_lazy("“%(name)s”: comment no longer pinned."),
    ngettext_lazy("%(count)s comment no longer pinned.", "%(count)s comments no longer pinned.", "count"),
)
STAND = Verb(
    "stand",
    gettext_lazy("Let it stand"),
    Comment.let_stand,
    gettext_lazy("“%(name)s”: comment stands, its reports are settled."),
    ngettext_lazy(
        "%(count)s comment stands, its reports are settled.",
        "%(count)s comments stand, their reports are settled.",
        "count",
    ),
    "L",
)
VERBS = {verb.name: verb for verb in (APPROVE, SPAM, REMOVE, STAND, HOLD, PIN, UNPIN)}
ANSWERS_REPORTS = (APPROVE, STAND)
OF_STATE = {
    State.HELD: (APPROVE, SPAM, REMOVE),
    State.LIVE: (HOLD, SPAM, REMOVE),
    State.SPAM: (APPROVE, REMOVE),
    State.REMOVED: (APPROVE, SPAM),
}
MEANWHILE = {
    Decision.Verb.APPROVED: gettext_lazy("It has been approved meanwhile (%(who)s, %(when)s). Nothing was changed."),
    Decision.Verb.HELD: gettext_lazy("It has been held meanwhile (%(who)s, %(when)s). Nothing was changed."),
    Decision.Verb.SPAM: gettext_lazy("It has been marked as spam meanwhile (%(who)s, %(when)s). Nothing was changed."),
    Decision.Verb.REMOVED: gettext_lazy("It has been removed meanwhile (%(who)s, %(when)s). Nothing was changed."),
    Decision.Verb.PINNED: gettext_lazy("It has been pinned meanwhile (%(who)s, %(when)s). Nothing was changed."),
    Decision.Verb.UNPINNED: gettext_lazy("It has been unpinned meanwhile (%(who)s, %(when)s). Nothing was changed."),
    Decision.Verb.STANDS: gettext_lazy("It has been let stand meanwhile (%(who)s, %(when)s). Nothing was changed."),
    Decision.Verb.UNDONE: gettext_lazy(
        "A decision about it was taken back meanwhile (%(who)s, %(when)s). Nothing was changed."
    ),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one comment: the decision, or in words why there is none."""

    pk: int
    name: str = ""
    decision: Decision | None = None
    refusal: str = ""


def possible(comment) -> list[Verb]:
    """The verbs that make sense now. What its writer has erased has nothing left to show."""
    if not comment.text:
        return []
    pins = (UNPIN if comment.pinned else PIN,) if comment.state == State.LIVE and not comment.parent_id else ()
    stands = (STAND,) if comment.state == State.LIVE and _is_reported(comment) else ()
    return [*stands, *OF_STATE[comment.state], *pins]


def decide(pk: int, verb: Verb, *, seen: str, by, why: str = "") -> Outcome:
    """Decide, unless the comment is no longer in the state that the moderator saw it in."""
    with transaction.atomic():
        comment = Comment.objects.select_for_update().filter(pk=pk).first()
        if comment is None:
            return Outcome(pk, refusal=_("The comment is no longer there."))
        if comment.state != seen or verb not in possible(comment):
            return Outcome(pk, comment.name, refusal=_refusal(comment, verb, seen))
        decision = verb.does(comment, by=by, why=why)
        if verb in ANSWERS_REPORTS:
            # Known again by this moment where the decision is taken back.
            reporting.settle(comment, decision.created_at)
    return Outcome(pk, comment.name, decision)


def take_back(decision: Decision, *, by) -> Outcome:
    """Undo; reports that it had settled count again."""
    comment = decision.comment
    if not comment.text:
        return Outcome(
            comment.pk, comment.name, refusal=_("Its writer has erased it, so nothing can be brought back.")
        )
    try:
        with transaction.atomic():
            undone = decision.undo(by=by)
            comment.reports.filter(settled_at=decision.created_at).update(settled_at=None)
    except CannotUndo as reason:
        return Outcome(comment.pk, comment.name, refusal=str(reason))
    return Outcome(comment.pk, comment.name, undone)


def _is_reported(comment) -> bool:
    return any(report.settled_at is None for report in comment.reports.all())  # lists have them at hand


def _refusal(comment, verb: Verb, seen: str) -> str:
    last = comment.decisions.first()
    was_first = last is not None and last.verb == Decision.Verb.STANDS
    if verb is STAND and comment.state == seen and not was_first:
        return _("No report of it waits for an answer. Nothing was changed.")
    return meanwhile(comment)


def meanwhile(comment) -> str:
    """What happened to it since it was looked at, by whom and when."""
    last = comment.decisions.select_related("by").first()
    if last is None:
        return _("It is in another state meanwhile (%(state)s). Nothing was changed.") % {
            "state": comment.get_state_display()
        }
    return MEANWHILE[last.verb] % {"who": decided_by(last), "when": moment(last.created_at)}
