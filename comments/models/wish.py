from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Wish(models.Model):
    """A comparison that readers asked for and how often. Nothing is known of those who asked."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("wish", "open")
        DRAFTED = "drafted", pgettext_lazy("wish", "drafted")
        DECLINED = "declined", pgettext_lazy("wish", "declined")

    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    first = models.CharField(_("first subject"), max_length=80)
    second = models.CharField(_("second subject"), max_length=80)
    key = models.CharField(max_length=32, editable=False)  # the same whichever is named first, and in whatever form
    count = models.PositiveIntegerField(_("asked"), default=0)
    first_at = models.DateTimeField(_("first asked"), default=timezone.now)
    last_at = models.DateTimeField(_("last asked"), default=timezone.now)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    article = models.ForeignKey(
        "articles.Article", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("article")
    )
    # Keys of what its draft brought along, {"article": …, "subjects": […]}: that alone goes when it is taken back.
    made = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        verbose_name = _("wish")
        verbose_name_plural = _("wishes")
        ordering = ["-count", "-last_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["language", "key"], name="one_wish_a_pair")]
        indexes = [models.Index(fields=["state", "-count", "-last_at", "-id"], name="wish_most_asked")]

    def __str__(self):
        return f"{self.first} – {self.second}"
