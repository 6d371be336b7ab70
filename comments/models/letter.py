from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LetterQuerySet(models.QuerySet):
    def due(self, now=None):
        return self.filter(sent_at=None, next_try_at__lte=now or timezone.now()).order_by("next_try_at", "pk")

    def failing(self):
        """Those that could not be sent at least once and still wait, or were given up."""
        return self.filter(sent_at=None, tries__gt=0)


class Letter(models.Model):
    """A mail in the outbox: written with what it tells of, sent after commit by the worker, see comments/outbox.py."""

    class Kind(models.TextChoices):
        CONFIRM = "confirm", _("confirmation of an address")
        REPLY = "reply", _("notice of a reply")
        FOLLOW = "follow", _("notice of a new comment")
        LINK = "link", _("link to My comments")
        DIGEST = "digest", _("digest for moderators")
        INVITE = "invite", _("invitation to the desk")
        RECOVER = "recover", _("link for a new password")
        PREVIEW = "preview", _("answer to a shared preview")

    MOST_TRIES = 12
    FIRST_WAIT = timedelta(minutes=1)
    LONGEST_WAIT = timedelta(hours=6)

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    to = models.EmailField(_("to"), max_length=254)
    subject = models.CharField(_("subject"), max_length=300)
    text = models.TextField(_("text"))
    headers = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try"), null=True, blank=True, default=timezone.now)  # None: given up
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    error = models.CharField(_("what went wrong"), max_length=500, blank=True)
    # What a notice tells of: one that is no longer public before it is sent is not told of.
    comment = models.ForeignKey(
        "comments.Comment", models.CASCADE, null=True, blank=True, related_name="letters", verbose_name=_("comment")
    )

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mail")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["next_try_at"], condition=models.Q(sent_at=None), name="letter_due"),
            models.Index(fields=["sent_at"], name="letter_sent"),
        ]

    def __str__(self):
        return self.subject

    def try_again(self) -> None:
        """Begin anew with one that failed or was given up; nothing happens to one that was sent."""
        Letter.objects.filter(pk=self.pk, sent_at=None).update(tries=0, next_try_at=timezone.now(), error="")
        self.refresh_from_db()
