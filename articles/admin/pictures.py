"""The library of pictures: several are put in at once, described in each language, and found where they are used."""

from collections import Counter

from django.contrib import admin, messages
from django.contrib.admin import SimpleListFilter
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from js_asset import Script
from unfold.admin import ModelAdmin

from articles import pictures, roles, showing
from articles.admin.languages import LanguageTabs
from articles.models import Article, Picture, Side, Subject, translated
from articles.picture_files import Refused

LIST, CHANGE = "admin:articles_picture_changelist", "admin:articles_picture_change"


class LacksFilter(SimpleListFilter):
    title = _("alternative text")
    parameter_name = "lacks"

    def lookups(self, request, model_admin):
        return [("1", _("Missing in some language"))]

    def queryset(self, request, queryset):
        if self.value() != "1":
            return queryset
        lacking = Q()
        for column in translated.columns("alt"):
            lacking |= Q(**{column: ""}) | Q(**{f"{column}__isnull": True})
        return queryset.filter(lacking)


@admin.register(Picture)
class PictureAdmin(LanguageTabs, ModelAdmin):
    common_fields = ("licence", "source", "focal_x", "focal_y")
    translated_fields = ("alt", "credit")
    change_list_template = "admin/articles/pictures.html"
    change_form_outer_before_template = "admin/articles/picture.html"
    list_filter = (LacksFilter,)
    list_per_page = 48
    search_fields = (*translated.columns("alt"), *translated.columns("credit"), "licence", "digest")
    actions = None
    warn_unsaved_form = True

    class Media:
        css = {"all": ["css/desk-pictures.css"]}
        js = (Script("js/desk-pictures.js", type="module"),)

    def get_urls(self):
        wrap = self.admin_site.admin_view
        own = [
            path("<int:pk>/thumbnail/", wrap(require_safe(self.thumbnail_view)), name="articles_picture_thumbnail"),
            path("<int:pk>/try-again/", wrap(require_POST(self.try_again_view)), name="articles_picture_try_again"),
        ]
        return [*own, *super().get_urls()]

    def has_add_permission(self, request):
        return roles.may(request.user, "picture")

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) or roles.may(request.user, "picture")

    def has_change_permission(self, request, obj=None):
        """Who may put pictures in describes their own, until readers see them."""
        if super().has_change_permission(request, obj):
            return True
        own = obj is not None and obj.added_by_id == request.user.pk and roles.may(request.user, "picture")
        return own and not pictures.uses(obj).editions

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "source":
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, {"limits": pictures.REASONS["heavy"], **(extra_context or {})})
        if found := getattr(response, "context_data", {}).get("cl"):
            response.context_data["pictures"] = shown(found.result_list)
        return response

    def add_view(self, request, form_url="", extra_context=None):
        """Files are put in, as many as one likes."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return self.put_in(request, request.FILES.getlist("files"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Add pictures"),
            "opts": self.opts,
            "is_popup": IS_POPUP_VAR in request.GET,
            "is_popup_var": IS_POPUP_VAR,
        }
        return TemplateResponse(request, "admin/articles/add_pictures.html", context)

    def put_in(self, request, files):
        taken = [picture for file in files if (picture := self.taken(request, file))]
        if not files:
            messages.error(request, _("No file was chosen."))
        popup = IS_POPUP_VAR in request.POST
        if popup and taken:
            return self.response_add(request, taken[-1])
        if popup:
            return HttpResponseRedirect(f"{reverse('admin:articles_picture_add')}?{IS_POPUP_VAR}=1")
        return HttpResponseRedirect(reverse(CHANGE, args=[taken[0].pk]) if len(taken) == 1 else reverse(LIST))

    def taken(self, request, file) -> Picture | None:
        """The picture of this file; None where it was refused, and then a sentence says why."""
        try:
            added = pictures.add(file, request.user)
        except Refused as refused:
            text = _("“%(name)s” was not taken. %(reason)s")
            messages.error(request, text % {"name": file.name, "reason": pictures.REASONS[refused.reason]})
            return None
        if added.is_new:
            self.log_addition(request, added.picture, [{"added": {}}])
        text = _("“%(name)s” is in the library.") if added.is_new else _("“%(name)s” was in the library already.")
        messages.success(request, text % {"name": file.name})
        if added.moved:
            messages.info(request, _("“%(name)s” moves; its first picture was taken.") % {"name": file.name})
        return added.picture

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context |= {"picture": obj, "uses": pictures.uses(obj), "address": pictures.thumbnail(obj, 640)}
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request, picture, form, change):
        super().save_model(request, picture, form, change)
        # Read anew: in memory the texts are as they were typed, in the database they are clean.
        shown = showing.renew_picture(Picture.objects.get(pk=picture.pk), by=request.user)
        if shown:
            text = ngettext(
                "%(count)s published edition now shows it so.", "%(count)s published editions now show it so.", shown
            )
            messages.info(request, text % {"count": shown})

    def delete_view(self, request, object_id, extra_context=None):
        picture = self.get_object(request, object_id)
        if picture and self.has_delete_permission(request, picture) and pictures.uses(picture):
            messages.error(request, pictures.IN_USE)
            return HttpResponseRedirect(reverse(CHANGE, args=[picture.pk]))
        return super().delete_view(request, object_id, extra_context)

    def delete_model(self, request, picture):
        pictures.remove(picture)

    def thumbnail_view(self, request, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return HttpResponseRedirect(pictures.thumbnail(get_object_or_404(Picture, pk=pk)))

    def try_again_view(self, request, pk):
        picture = get_object_or_404(Picture, pk=pk)
        if not self.has_change_permission(request, picture):
            raise PermissionDenied
        picture.try_again()
        messages.success(request, _("The sizes are made again."))
        return HttpResponseRedirect(reverse(CHANGE, args=[pk]))


def shown(found) -> list[dict]:
    """The pictures of a page of the library, each with its thumbnail and how many use it."""
    found = list(found)
    used = Counter()
    for model in (Article, Side, Subject):
        used.update(model.objects.filter(picture__in=found).values_list("picture", flat=True))
    return [{"row": row, "address": pictures.thumbnail(row), "used": used[row.pk]} for row in found]
