from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CannotUndo(ValueError):
    """The decision is no longer the last one about its comment, or was taken back already."""


class Decision(models.Model):
    """What was decided about a comment: who, when and why, and what it was before."""

    class Verb(models.TextChoices):
        APPROVED = "approved", _("approved")
        HELD = "held", _("held")
        SPAM = "spam", _("marked as spam")
        REMOVED = "removed", _("removed")
        PINNED = "pinned", _("pinned")
        UNPINNED = "unpinned", _("unpinned")
        STANDS = "stands", _("let stand")
        UNDONE = "undone", _("taken back")

    class Who(models.TextChoices):
        MODERATOR = "moderator", _("a moderator")
        WRITER = "writer", _("its writer")
        READERS = "readers", _("readers' reports")
        SYSTEM = "system", _("the site itself")

    comment = models.ForeignKey(
        "comments.Comment", models.CASCADE, related_name="decisions", verbose_name=_("comment")
    )
    verb = models.CharField(_("decision"), max_length=10, choices=Verb)
    before = models.JSONField(default=dict)  # the fields that changed, as they were
    after = models.JSONField(default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    who = models.CharField(_("decided by"), max_length=10, choices=Who, default=Who.SYSTEM)
    why = models.CharField(_("why"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("when"), default=timezone.now)
    undone_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.get_verb_display()} {self.created_at:%Y-%m-%d %H:%M}"

    def undo(self, *, by=None) -> "Decision":
        """Bring the comment back to what it was before. Raises CannotUndo where something was decided since."""
        with transaction.atomic():
            comment = type(self.comment).objects.select_for_update().get(pk=self.comment_id)
            mine = Decision.objects.select_for_update().get(pk=self.pk)
            if mine.undone_at or {name: getattr(comment, name) for name in mine.after} != mine.after:
                raise CannotUndo(_("Something else was decided about this comment since."))
            self.undone_at = timezone.now()
            self.save(update_fields=["undone_at"])
            if mine.before == mine.after:  # It changed no field, as where reports were answered.
                return comment._log(self.Verb.UNDONE, mine.before, mine.after, by=by)
            return comment._put(self.Verb.UNDONE, mine.before, by=by, why="")
