"""What finished pages follow: the grounds that changed, and those that will by the clock. See articles/pages."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.grounds import LONGEST


class StaleGround(models.Model):
    """Something that pages are drawn from changed: written in the transaction that changed it.

    Every host reads these rows and takes away what stands on them. They are kept for an hour.
    """

    name = models.CharField(max_length=LONGEST)
    withdrawn = models.BooleanField(default=False)  # something was taken from readers, and may be shown to nobody
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("stale ground of pages")
        verbose_name_plural = _("stale grounds of pages")

    def __str__(self):
        return self.name


class GroundTurn(models.Model):
    """A ground that changes by the clock, with its edition: it is published at that moment, or expires."""

    edition_id = models.PositiveBigIntegerField(db_index=True)  # no foreign key: the edition may be deleted
    name = models.CharField(max_length=LONGEST)
    withdrawn = models.BooleanField(default=False)
    at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("ground of pages that changes by the clock")
        verbose_name_plural = _("grounds of pages that change by the clock")
        indexes = [models.Index(fields=["name", "at"], name="ground_turn_by_name")]

    def __str__(self):
        return f"{self.name} {self.at:%Y-%m-%d %H:%M}"
