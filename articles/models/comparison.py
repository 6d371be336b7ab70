"""The rows that an article is made of: sides, similarities, dimensions with their cells, sources."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.fields import KeyField, LineField, ProseField
from articles.models.querysets import RowQuerySet


class Row(models.Model):
    """Base of what an article has in order, each with a key of its own."""

    key = KeyField(_("key"))
    position = models.PositiveIntegerField(_("position"), default=0)

    objects = RowQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position"]

    def __str__(self):
        return getattr(self, "name", "") or self.key


def ordered_within_article(model: str) -> list[models.UniqueConstraint]:
    return [
        models.UniqueConstraint(fields=["article", "key"], name=f"one_{model}_a_key"),
        models.UniqueConstraint(fields=["article", "position"], name=f"one_{model}_a_position"),
    ]


class Side(Row):
    """A subject's place in one article."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="sides")
    subject = models.ForeignKey("articles.Subject", models.PROTECT, related_name="sides", verbose_name=_("subject"))
    answer = LineField(_("answer in one sentence"), max_length=500, help_text=_("Empty: the subject's definition."))
    description = ProseField(_("description"))
    example = ProseField(_("example"))
    picture = models.ForeignKey(
        "articles.Picture", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("picture")
    )

    class Meta(Row.Meta):
        verbose_name = _("side")
        verbose_name_plural = _("sides")
        constraints = [
            *ordered_within_article("side"),
            models.UniqueConstraint(fields=["article", "subject"], name="one_side_a_subject"),
        ]

    def __str__(self):
        return str(self.subject)


class Similarity(Row):
    """One thing that the sides share; with a short name and text also an equal row of the table."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="similarities")
    sentence = LineField(_("sentence"), max_length=1000)
    name = LineField(_("name in the table"))
    text = LineField(_("text in the table"))

    class Meta(Row.Meta):
        verbose_name = _("similarity")
        verbose_name_plural = _("similarities")
        constraints = ordered_within_article("similarity")


class ComparisonDimension(Row):
    """One row of the table, and its discussion in prose."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="dimensions")
    name = LineField(_("name"))
    group = LineField(_("group"), help_text=_("A heading over a run of rows, in long tables."))
    discussion = ProseField(_("discussion"))

    class Meta(Row.Meta):
        verbose_name = _("dimension")
        verbose_name_plural = _("dimensions")
        constraints = ordered_within_article("dimension")


class Source(Row):
    """Where something is from, and the day it was read there."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="sources")
    title = LineField(_("title"))
    address = models.URLField(_("address"), max_length=1000, blank=True, default="")
    read_on = models.DateField(_("read on"), null=True, blank=True)

    class Meta(Row.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = ordered_within_article("source")

    def __str__(self):
        return self.title or self.address or self.key


class Cell(models.Model):
    """What one side says on one dimension. Written by `articles.rows` alone, which keeps both in one article."""

    dimension = models.ForeignKey(ComparisonDimension, models.CASCADE, related_name="cells")
    side = models.ForeignKey(Side, models.CASCADE, related_name="cells")
    text = LineField(_("text"))
    drafted = models.BooleanField(_("drafted"), default=False)
    source = models.ForeignKey(Source, models.SET_NULL, null=True, blank=True, related_name="cells")

    class Meta:
        verbose_name = _("cell")
        verbose_name_plural = _("cells")
        constraints = [models.UniqueConstraint(fields=["dimension", "side"], name="one_cell_a_dimension_and_side")]

    def __str__(self):
        return f"{self.dimension} – {self.side}"
