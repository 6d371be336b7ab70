"""Where on the site readers find a thing: a link for each language that has a public page of it."""

from django.conf import settings
from django.contrib import admin
from django.utils import translation
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from articles.models import Edition, Page

LINK = '<a class="desk-link" href="{}" lang="{}">{}</a>'


class OnSite:
    """A read-only line of links. Subjects, tags and authors have a page where a live edition uses them."""

    readonly_fields = ("key", "on_site")
    view_on_site = False
    used_as = ""  # the edition's field that names this model

    @admin.display(description=_("on the site"))
    def on_site(self, row):
        public = [(code, name) for code, name in settings.LANGUAGES if row and row.pk and self.is_public(row, code)]
        links = ((address_of(row, code), code, name) for code, name in public)
        return format_html_join(" ", LINK, links) or _("Not on the site yet.")

    def is_public(self, row, language: str) -> bool:
        used = Edition.objects.live(language).filter(**{self.used_as: row})
        return row.public_in(language) and used.exists()


class PageOnSite(OnSite):
    def is_public(self, row, language: str) -> bool:
        return language in settings.PUBLIC_LANGUAGES and Page.objects.live(language).filter(pk=row.pk).exists()


def address_of(row, language: str) -> str:
    with translation.override(language):
        return row.get_absolute_url()
