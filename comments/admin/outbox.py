"""Mail that waits, fails or was sent. Its text is not shown: the links in it are their receiver's alone."""

from django.contrib import admin, messages
from django.contrib.admin import SimpleListFilter
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from unfold.admin import ModelAdmin

from comments.models import Letter
from comments.moments import moment

# code, word and condition, as `standing` says it.
STANDINGS = (
    ("waiting", pgettext_lazy("mail", "Waits"), Q(sent_at=None, tries=0, next_try_at__isnull=False)),
    ("failing", pgettext_lazy("mail", "Fails, tried again"), Q(sent_at=None, tries__gt=0, next_try_at__isnull=False)),
    ("given-up", pgettext_lazy("mail", "Given up"), Q(sent_at=None, next_try_at=None)),
    ("sent", pgettext_lazy("mail", "Sent"), Q(sent_at__isnull=False)),
)
LOOKS = {"waiting": "held", "failing": "spam", "given-up": "spam", "sent": "live"}


def standing(letter) -> str:
    if letter.sent_at:
        return "sent"
    if letter.next_try_at is None:
        return "given-up"
    return "failing" if letter.tries else "waiting"


class StandingFilter(SimpleListFilter):
    title = pgettext_lazy("filter by", "state")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return [(code, word) for code, word, _condition in STANDINGS]

    def queryset(self, request, queryset):
        conditions = {code: condition for code, _word, condition in STANDINGS}
        return queryset.filter(conditions[self.value()]) if self.value() in conditions else queryset


@admin.register(Letter)
class LetterAdmin(ModelAdmin):
    list_display = ("about", "to", "kind", "state", "tries", "next_try", "error", "written")
    list_filter = (StandingFilter,)
    list_per_page = 50
    search_fields = ("to", "subject")
    fields = ("about", "to", "kind", "state", "tries", "next_try_at", "sent_at", "error", "created_at")
    readonly_fields = fields
    actions = ("try_again",)
    change_form_outer_after_template = "admin/comments/try_again.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.try_again_view)
        return [path("<int:pk>/try-again/", view, name="comments_letter_try_again"), *super().get_urls()]

    def has_add_permission(self, request):
        return False

    def get_actions(self, request):
        return {name: action for name, action in super().get_actions(request).items() if name == "try_again"}

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST":
            if not self.has_change_permission(request):
                raise PermissionDenied
            return HttpResponseNotAllowed(["GET"])
        without = dict.fromkeys(("show_save", "show_save_and_continue", "show_delete"), False)
        return super().changeform_view(request, object_id, form_url, {**(extra_context or {}), **without})

    @admin.display(description=pgettext_lazy("of a mail", "subject"))
    def about(self, letter):
        return letter.subject

    @admin.display(description=_("next try"), ordering="next_try_at")
    def next_try(self, letter):
        return "" if letter.sent_at else moment(letter.next_try_at)

    @admin.display(description=_("written"), ordering="created_at")
    def written(self, letter):
        return moment(letter.created_at)

    @admin.display(description=_("state"))
    def state(self, letter):
        code = standing(letter)
        words = {code: word for code, word, _condition in STANDINGS}
        return format_html('<span class="desk-standing is-{}">{}</span>', LOOKS[code], words[code])

    @admin.action(description=_("Try again"), permissions=["change"])
    def try_again(self, request, queryset):
        letters = list(queryset.filter(sent_at=None))
        for letter in letters:
            letter.try_again()
        text = ngettext("%(count)s mail is sent again.", "%(count)s mails are sent again.", len(letters))
        messages.success(request, text % {"count": len(letters)})

    def try_again_view(self, request, pk):
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        self.try_again(request, Letter.objects.filter(pk=pk))
        return HttpResponseRedirect(reverse("admin:comments_letter_changelist"))
