from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin

from comments import erasing
from comments.models import Address


@admin.register(Address)
class AddressAdmin(ModelAdmin):
    """Addresses that readers typed: to be looked up, and forgotten where somebody asks for it."""

    list_display = ("email", "comments", "confirmed_at", "created_at")
    list_per_page = 50
    search_fields = ("email",)
    fields = ("email", "comments", "confirmed_at", "created_at")
    readonly_fields = fields
    ordering = ("-pk",)
    actions = None
    change_form_outer_after_template = "admin/comments/forget_link.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.forget_view)
        return [path("<int:pk>/forget/", view, name="comments_address_forget"), *super().get_urls()]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(said=Count("comments"))

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        # Forgetting does it, with all that hangs on it.
        return False

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST":
            if not self.has_change_permission(request):
                raise PermissionDenied
            return HttpResponseNotAllowed(["GET"])
        without = dict.fromkeys(("show_save", "show_save_and_continue"), False)
        return super().changeform_view(request, object_id, form_url, {**(extra_context or {}), **without})

    @admin.display(description=_("comments"), ordering="said")
    def comments(self, address):
        queue = reverse("admin:comments_comment_changelist")
        link = '<a class="desk-link" href="{}?state=all&amp;address__id__exact={}">{}</a>'
        return format_html(link, queue, address.pk, address.said)

    def forget_view(self, request, pk):
        """What cannot be undone is asked once: a GET is a page that says what will be gone."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        address = self.get_object(request, pk)
        if address is None:
            raise Http404
        if request.method == "POST":
            erasing.forget(address)
            messages.success(request, _("The address was forgotten, with all that was written from it."))
            return HttpResponseRedirect(reverse("admin:comments_address_changelist"))
        page = {"opts": self.model._meta, "title": _("Forget an address"), "address": address}
        return TemplateResponse(
            request, "admin/comments/forget.html", {**self.admin_site.each_context(request), **page}
        )
