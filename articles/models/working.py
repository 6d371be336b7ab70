"""What the desk keeps while somebody works: who has an article open, and previews of what is not published."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.fields import LANGUAGE_LENGTH

KEY_LENGTH = 43  # of `secrets.token_urlsafe(32)`


class Presence(models.Model):
    """Somebody has an article open at the desk."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="presences")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [models.UniqueConstraint(fields=["article", "person"], name="one_presence_a_person")]

    def __str__(self):
        return f"{self.person} {self.article_id}"


class UnsavedPreview(models.Model):
    """A manuscript as it stands typed and not yet saved, for ten minutes, under a key that nobody can guess."""

    key = models.CharField(max_length=KEY_LENGTH, unique=True)
    language = models.CharField(max_length=LANGUAGE_LENGTH)
    content = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("unsaved preview")
        verbose_name_plural = _("unsaved previews")

    def __str__(self):
        return f"{self.language} {self.made_at:%Y-%m-%d %H:%M}"
