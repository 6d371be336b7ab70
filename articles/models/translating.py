"""What is known of a translation: from which words each text was made, and who translates what."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.fields import LANGUAGE_LENGTH
from articles.translations import Counts

PATH_LENGTH = 200


class TranslatedText(models.Model):
    """One text of an article in one language, by its path, with the source text that it was made from.

    A text without such a row was written, not translated. Where the source says something else by now, it is stale.
    """

    class Origin(models.TextChoices):
        PERSON = "person", _("translated")
        MACHINE = "machine", _("machine translated")
        REVIEWED = "reviewed", _("machine translated, reviewed")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="translated_texts")
    language = models.CharField(_("language"), max_length=LANGUAGE_LENGTH)
    path = models.CharField(max_length=PATH_LENGTH)
    source_language = models.CharField(max_length=LANGUAGE_LENGTH)
    source = models.TextField()
    fingerprint = models.CharField(max_length=32, default="", editable=False)  # of the source
    text = models.TextField(blank=True, default="")  # the translation as it was noted
    draft = models.TextField(blank=True, default="")  # a machine's words, until somebody approves them as they are
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.PERSON)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("translated text")
        verbose_name_plural = _("translated texts")
        constraints = [
            models.UniqueConstraint(fields=["article", "language", "path"], name="one_translation_of_a_text")
        ]
        # The same source in other articles: what it was translated with there.
        indexes = [models.Index(fields=["language", "fingerprint"], name="translations_of_a_source")]

    def __str__(self):
        return f"{self.article_id} {self.language} {self.path}"


class TranslationStanding(models.Model):
    """How far an article's translation into one language has come, counted when the article is saved."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="translation_standings")
    language = models.CharField(_("language"), max_length=LANGUAGE_LENGTH)
    source_language = models.CharField(max_length=LANGUAGE_LENGTH)
    total = models.PositiveIntegerField(default=0)
    ok = models.PositiveIntegerField(default=0)
    stale = models.PositiveIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)
    unreviewed = models.PositiveIntegerField(default=0)
    counted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("standing of a translation")
        verbose_name_plural = _("standings of translations")
        ordering = ["-stale", "-unreviewed", "-missing", "pk"]
        constraints = [models.UniqueConstraint(fields=["article", "language"], name="one_translation_standing")]

    def __str__(self):
        return f"{self.article_id} {self.language} {self.counts.percent} %"

    @property
    def counts(self) -> Counts:
        return Counts(self.total, self.ok, self.stale, self.missing, self.unreviewed)


class Translator(models.Model):
    """The languages that a person may write in as a translator."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="translator", verbose_name=_("user")
    )
    languages = models.JSONField(_("languages"), default=list, help_text=_("Codes, such as “en”."))

    class Meta:
        verbose_name = _("translator")
        verbose_name_plural = _("translators")

    def __str__(self):
        return str(self.account)
