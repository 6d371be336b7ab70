from django.contrib import admin

from articles.admin.on_site import PageOnSite
from articles.admin.people import NamedAdmin
from articles.models import Page


@admin.register(Page)
class PageAdmin(PageOnSite, NamedAdmin):
    translated_fields = ("name", "slug", "body")
