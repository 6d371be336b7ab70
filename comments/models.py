from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.querysets import CommentQuerySet


class Comment(models.Model):
    """One contribution to an article's thread."""

    class State(models.TextChoices):
        HELD = "held", _("held")
        LIVE = "live", _("live")
        SPAM = "spam", _("spam")
        REMOVED = "removed", _("removed")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="comments", verbose_name=_("article"))
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="replies", verbose_name=_("answers")
    )
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=80)
    text = models.TextField(_("text"), max_length=5000)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.HELD)
    created_at = models.DateTimeField(_("written"), default=timezone.now)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["article", "state", "created_at"], name="comment_thread")]

    def __str__(self):
        return f"{self.name}: {self.text[:60]}"

    def approve(self):
        self._become(self.State.LIVE)

    def hold(self):
        self._become(self.State.HELD)

    def mark_as_spam(self):
        self._become(self.State.SPAM)

    def remove(self):
        self._become(self.State.REMOVED)

    def _become(self, state):
        self.state = state
        self.save(update_fields=["state"])
