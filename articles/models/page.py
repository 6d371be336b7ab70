from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import translated
from articles.models.addressed import Addressed, AddressedQuerySet, slugs_are_unique
from articles.models.fields import ProseField


class PageQuerySet(AddressedQuerySet):
    def live(self, language: str):
        """Pages that have a title, an address and a text in this language."""
        told = {f"{translated.column(field, language)}__gt": "" for field in ("name", "slug", "body")}
        return self.filter(**told).order_by("pk")


class Page(Addressed):
    """A plain page that editors write: about, privacy, contact."""

    body = ProseField(_("text"))

    objects = PageQuerySet.as_manager()

    route = "page"
    ABOUT = "about"  # the key of the page that has a short address of its own

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        constraints = slugs_are_unique("page")

    def public_in(self, language: str) -> bool:
        return super().public_in(language) and bool(translated.text(self, "body", language))

    def get_absolute_url(self):
        return reverse("about") if self.key == self.ABOUT else super().get_absolute_url()
