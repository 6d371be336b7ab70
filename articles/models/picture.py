from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.grounds import Grounded
from articles.models import translated
from articles.models.fields import LineField


class PictureQuerySet(models.QuerySet):
    def due(self, now=None):
        """Those whose sizes are to be made, the first first."""
        return self.filter(made_at=None, next_try_at__lte=now or timezone.now()).order_by("next_try_at", "pk")


class Picture(Grounded, models.Model):
    """A picture of the library. Its files are named by their content, see `articles.pictures`."""

    digest = models.CharField(max_length=64, unique=True, editable=False)  # SHA-256 of the cleaned original, in hex
    file = models.FileField(_("file"), max_length=200, editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    sizes = models.JSONField(default=list, editable=False)  # [{"width", "height", "format", "name", "bytes"}, …]
    made_at = models.DateTimeField(null=True, editable=False)  # when all sizes were there
    tries = models.PositiveSmallIntegerField(default=0, editable=False)
    # None: made, or given up.
    next_try_at = models.DateTimeField(null=True, default=timezone.now, editable=False, db_index=True)
    error = models.CharField(_("what went wrong"), max_length=500, blank=True, default="", editable=False)
    alt = LineField(_("alternative text"), help_text=_("What the picture shows, for those who do not see it."))
    credit = LineField(_("credit"), help_text=_("Who made it."))
    licence = LineField(_("licence"), help_text=_("Such as “CC BY-SA 4.0”."))
    source = models.URLField(_("where it is from"), max_length=1000, blank=True, default="")
    focal_x = models.PositiveSmallIntegerField(_("focal point from the left, %"), default=50)
    focal_y = models.PositiveSmallIntegerField(_("focal point from the top, %"), default=50)
    added_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    MOST_TRIES = 5

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-added_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focal_x__lte=100, focal_y__lte=100), name="focal_point_is_in_the_picture"
            )
        ]

    def __str__(self):
        return self.alt or next(iter(translated.texts(self, "alt").values()), self.digest[:12])

    @property
    def lacks(self) -> list[str]:
        """The languages that have no alternative text."""
        texts = translated.texts(self, "alt")
        return [code for code in translated.languages() if code not in texts]

    @property
    def waits(self) -> bool:
        """Whether its sizes are still to be made; one that was given up neither waits nor is made."""
        return self.made_at is None and self.next_try_at is not None

    def try_again(self) -> None:
        """Begin anew with the sizes of one that failed or was given up."""
        Picture.objects.filter(pk=self.pk, made_at=None).update(tries=0, next_try_at=timezone.now(), error="")
        self.refresh_from_db()
