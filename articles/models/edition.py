from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from articles.addresses import free_slug
from articles.grounds import Grounded
from articles.models.addressed import OldSlug, keep_history
from articles.models.fields import LANGUAGE_LENGTH, AddressField, LineField, ProseField
from articles.models.querysets import EditionQuerySet
from articles.reading import Reading, read


class Edition(Grounded, models.Model):
    """An article in one language: the only way it reaches the public.

    Title, lead, author, subjects and tags are written here from the live revision when it is published: lists read
    nothing else.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        REVIEW = "review", _("in review")
        PUBLISHED = "published", _("published")
        ARCHIVED = "archived", _("archived")

    class Origin(models.TextChoices):
        WRITTEN = "written", _("written")
        TRANSLATED = "translated", _("translated")
        MACHINE = "machine", _("machine translated")
        REVIEWED = "reviewed", _("machine translated, reviewed")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="editions", verbose_name=_("article"))
    language = models.CharField(_("language"), max_length=LANGUAGE_LENGTH)
    slug = AddressField(_("address"), null=False, help_text=_("Made from the title where it is left empty."))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.WRITTEN)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)
    revised_at = models.DateTimeField(_("revised"), null=True, blank=True, editable=False)
    live_revision = models.ForeignKey(
        "articles.Revision", models.RESTRICT, null=True, blank=True, editable=False, related_name="+"
    )
    # A change that waits: it becomes the live revision when its time has come.
    scheduled_revision = models.ForeignKey(
        "articles.Revision", models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    scheduled_at = models.DateTimeField(_("change comes"), null=True, blank=True, db_index=True)
    translator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("translator"),
    )
    submitted_at = models.DateTimeField(_("sent to review"), null=True, blank=True, editable=False)
    title = LineField(_("title"), max_length=500, editable=False)
    title_parts = models.JSONField(default=list, editable=False)  # [[text, ink], …]
    names = models.JSONField(default=list, editable=False)  # the subjects' names, in order
    lead = ProseField(_("lead"), editable=False)
    author = models.ForeignKey("articles.Author", models.PROTECT, null=True, editable=False, related_name="editions")
    subjects = models.ManyToManyField("articles.Subject", editable=False, related_name="editions")
    tags = models.ManyToManyField("articles.Tag", editable=False, related_name="editions")

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        constraints = [
            models.UniqueConstraint(fields=["article", "language"], name="one_edition_a_language"),
            models.UniqueConstraint(fields=["language", "slug"], name="one_edition_a_slug"),
            models.CheckConstraint(
                condition=~models.Q(state="published")
                | models.Q(published_at__isnull=False, live_revision__isnull=False),
                name="published_has_time_and_revision",
            ),
        ]
        permissions = [
            ("publish_edition", _("Can publish editions")),
            ("translate_edition", _("Can translate editions")),
        ]
        indexes = [models.Index(fields=["language", "state", "-published_at", "-id"], name="edition_newest")]

    def __str__(self):
        return f"{self.title or self.slug} ({self.language})"

    def save(self, *args, **kwargs):
        before = dict(Edition.objects.filter(pk=self.pk).values_list("language", "slug")) if self.pk else {}
        if not self.slug:
            self.slug = self.next_free_slug(self.title or self.article.key)
        super().save(*args, **kwargs)
        keep_history("edition", self.pk, before, {self.language: self.slug})

    def get_absolute_url(self):
        with translation.override(self.language):
            return reverse("article", args=[self.slug])

    def read(self, chosen=(), others=()) -> Reading:
        """What a reader of this edition meets, drawn from its live revision."""
        return read(self.live_revision.manuscript, self.language, chosen, others)

    def is_live(self, now=None) -> bool:
        now = now or timezone.now()
        return (
            self.language in settings.PUBLIC_LANGUAGES
            and self.state == self.State.PUBLISHED
            and self.live_revision_id is not None
            and self.published_at is not None
            and self.published_at <= now
            and (self.expires_at is None or self.expires_at > now)
        )

    @property
    def gone(self) -> bool:
        """Archived or expired: it was public once and is so no more."""
        past = self.expires_at is not None and self.expires_at <= timezone.now()
        return self.state == self.State.ARCHIVED or (self.state == self.State.PUBLISHED and past)

    @property
    def machine_made(self) -> bool:
        return self.origin == self.Origin.MACHINE

    @property
    def left_names(self) -> str:
        return ", ".join(self.names[: len(self.names) // 2])

    @property
    def right_names(self) -> str:
        return ", ".join(self.names[len(self.names) // 2 :])

    def next_free_slug(self, wanted: str) -> str:
        """The next slug that no other edition of this language has or ever had: old addresses keep answering."""
        others = Edition.objects.filter(language=self.language).exclude(pk=self.pk)
        former = OldSlug.objects.filter(kind="edition", language=self.language).exclude(object_id=self.pk or 0)
        return free_slug(wanted, lambda slug: others.filter(slug=slug).exists() or former.filter(slug=slug).exists())

    @classmethod
    def formerly_at(cls, language: str, slug: str):
        old = OldSlug.objects.filter(kind="edition", language=language, slug=slug)
        return cls.objects.filter(pk__in=old.values("object_id"))
