from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.fields import LineField


class Publication(models.Model):
    """One time that readers of an edition got another text than before. The substantive ones are told to them."""

    edition = models.ForeignKey("articles.Edition", models.CASCADE, related_name="publications")
    revision = models.ForeignKey("articles.Revision", models.RESTRICT, related_name="+")
    at = models.DateTimeField(_("published"), default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    note = LineField(_("note"))
    substantive = models.BooleanField(_("substantive"), default=True)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["edition", "-at"], name="publication_newest")]

    def __str__(self):
        return f"{self.edition} {self.at:%Y-%m-%d %H:%M}"
