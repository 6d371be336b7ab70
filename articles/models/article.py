from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import translated
from articles.models.fields import KeyField, LineField, ProseField


class Article(models.Model):
    """One comparison, as the desk has it: the latest saved texts of all languages. Readers see editions."""

    key = KeyField(_("key"), unique=True, help_text=_("The same in every language's file, and never changed."))
    title = LineField(_("title"), help_text=_("Only where the title made from the subjects will not do."))
    lead = ProseField(_("lead"))
    summary = ProseField(_("summary"))
    author = models.ForeignKey(
        "articles.Author", models.PROTECT, verbose_name=_("author"), null=True, blank=True, related_name="articles"
    )
    tags = models.ManyToManyField("articles.Tag", verbose_name=_("tags"), blank=True, related_name="articles")
    picture = models.ForeignKey(
        "articles.Picture", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("picture")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-changed_at", "-pk"]

    def __str__(self):
        names = [str(side.subject) for side in self.sides.all()]
        return next(iter(translated.texts(self, "title").values()), " – ".join(names)) or self.key
