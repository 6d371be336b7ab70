"""What has an address of its own: a key for files, a name and a slug a language, and the slugs it had before."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.addresses import free_slug
from articles.grounds import Grounded
from articles.language import words
from articles.models import translated
from articles.models.fields import LANGUAGE_LENGTH, AddressField, KeyField, LineField


class OldSlug(models.Model):
    """An address that something had once. It keeps answering, with a 301 to where that thing is now."""

    kind = models.CharField(max_length=40)  # the model's name
    object_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=LANGUAGE_LENGTH)
    slug = models.CharField(max_length=150)

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        constraints = [models.UniqueConstraint(fields=["kind", "language", "slug"], name="one_old_slug_a_language")]

    def __str__(self):
        return f"{self.kind} {self.language} {self.slug}"


def keep_history(kind: str, object_id: int, before: dict[str, str], now: dict[str, str]) -> None:
    """Remember the slugs that were given up; forget an old slug that somebody uses again."""
    for language, slug in now.items():
        OldSlug.objects.filter(kind=kind, language=language, slug=slug).delete()
    for language, slug in before.items():
        if slug != now.get(language):
            OldSlug.objects.update_or_create(
                kind=kind, language=language, slug=slug, defaults={"object_id": object_id}
            )


class AddressedQuerySet(models.QuerySet):
    def at(self, language: str, slug: str):
        return self.filter(**{translated.column("slug", language): slug})

    def formerly_at(self, language: str, slug: str):
        """Those that answered at this address before."""
        old = OldSlug.objects.filter(kind=self.model._meta.model_name, language=language, slug=slug)
        return self.filter(pk__in=old.values("object_id"))


class Addressed(Grounded, models.Model):
    """Base of Subject, Author, Tag and Page."""

    key = KeyField(_("key"), unique=True, help_text=_("Made from the first name, and never changed."))
    name = LineField(_("name"))
    slug = AddressField(_("address"), help_text=_("Made from the name where it is left empty."))

    route = ""  # the name of its page in the URLconf

    objects = AddressedQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return self.name or next(iter(translated.texts(self, "name").values()), self.key)

    def save(self, *args, **kwargs):
        before = self._stored_slugs()
        self.prefill()
        super().save(*args, **kwargs)
        keep_history(self._meta.model_name, self.pk, before, translated.texts(self, "slug"))

    def get_absolute_url(self):
        return reverse(self.route, args=[self.slug])

    def prefill(self):
        """Make what follows from the name, where nobody has written it."""
        for language, name in translated.texts(self, "name").items():
            if not self.key:
                taken = set(type(self)._base_manager.values_list("key", flat=True))
                self.key = words.key_for(name, taken)
            if not translated.text(self, "slug", language):
                setattr(self, translated.column("slug", language), self._free_slug(name, language))

    def public_in(self, language: str) -> bool:
        return bool(translated.text(self, "name", language) and translated.text(self, "slug", language))

    def _free_slug(self, name: str, language: str) -> str:
        others = type(self).objects.exclude(pk=self.pk)
        return free_slug(name, lambda slug: others.at(language, slug).exists())

    def _stored_slugs(self) -> dict[str, str]:
        if not self.pk:
            return {}
        row = type(self).objects.filter(pk=self.pk).values(*translated.columns("slug")).first() or {}
        found = {language: row.get(translated.column("slug", language)) for language in translated.languages()}
        return {language: slug for language, slug in found.items() if slug}


def slugs_are_unique(model: str) -> list[models.UniqueConstraint]:
    """One slug a language: a constraint for each language's column."""
    columns = translated.columns("slug")
    return [models.UniqueConstraint(fields=[column], name=f"one_{model}_a_{column}") for column in columns]
