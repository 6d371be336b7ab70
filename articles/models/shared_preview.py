"""Links by which somebody without an account reads an edition before it is published, and what they answer."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.fields import LANGUAGE_LENGTH, LineField

DIGEST_LENGTH = 64  # of SHA-256, in hexadecimal digits
LONGEST_NAME = 80
LONGEST_TEXT = 5000


class SharedPreview(models.Model):
    """One link. Its key stands nowhere, only what can be compared with it: who reads the database cannot open it."""

    edition = models.ForeignKey("articles.Edition", models.CASCADE, related_name="shared_previews")
    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    language = models.CharField(max_length=LANGUAGE_LENGTH, default=settings.LANGUAGE_CODE)  # of who made it
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    opened_at = models.DateTimeField(_("last opened"), null=True, blank=True)
    note = LineField(_("for whom"))
    published = models.PositiveIntegerField(default=0)  # how often readers had got a text when it was made

    class Meta:
        verbose_name = _("shared preview")
        verbose_name_plural = _("shared previews")
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return f"{self.edition} {self.made_at:%Y-%m-%d %H:%M}"


class PreviewAnswer(models.Model):
    """What somebody who got the link says: that it is good, or what is not."""

    preview = models.ForeignKey(SharedPreview, models.CASCADE, related_name="answers")
    # What they had before their eyes. A revision that is let go leaves the answer.
    revision = models.ForeignKey("articles.Revision", models.SET_NULL, null=True, related_name="+")
    approved = models.BooleanField(_("approved"), default=False)
    name = LineField(_("name"), max_length=LONGEST_NAME)
    text = models.TextField(_("text"), blank=True, default="", max_length=LONGEST_TEXT)
    at = models.DateTimeField(_("written"), default=timezone.now)
    seen_at = models.DateTimeField(_("read"), null=True, blank=True)

    class Meta:
        verbose_name = _("answer to a preview")
        verbose_name_plural = _("answers to previews")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["preview"], condition=models.Q(seen_at=None), name="preview_answer_unread")]

    def __str__(self):
        return f"{self.name} {self.at:%Y-%m-%d %H:%M}"
