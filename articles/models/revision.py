from functools import cached_property

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.manuscript import Manuscript, from_json
from articles.models.fields import LineField


class Revision(models.Model):
    """A manuscript kept: all languages, as they were at one moment."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="revisions")
    content = models.JSONField()
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    note = LineField(_("note"))
    substantive = models.BooleanField(_("substantive"), default=True, db_default=True)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.article_id} {self.created_at:%Y-%m-%d %H:%M}"

    @cached_property
    def manuscript(self) -> Manuscript:
        return from_json(self.content)
