from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin

from comments.models import Rules


@admin.register(Rules)
class RulesAdmin(ModelAdmin):
    """One form: the list of its one row would be in the way."""

    warn_unsaved_form = True
    fieldsets = (
        (
            _("Who is held"),
            {
                "fields": ("hold",),
                "description": _("A comment that is held waits for a moderator. Only its writer sees it meanwhile."),
            },
        ),
        (
            _("What is held"),
            {
                "fields": ("most_links", "words", "most_from_network", "reports_to_hold"),
                "description": _("Each rule that speaks is shown in the queue beside the comment, with its measure."),
            },
        ),
        (
            _("What is spam or refused"),
            {
                "fields": ("least_seconds", "refuse_from_network"),
                "description": _("Spam is stored and can be approved. What is refused is not, but its text is kept."),
            },
        ),
        (
            _("When threads close"),
            {
                "fields": ("closes_after_days",),
                "description": _("A closed thread stays, and nobody can write in it."),
            },
        ),
        (
            _("Mail to moderators"),
            {
                "fields": ("digest_hours",),
                "description": _("A digest goes out only where something came since the last one."),
            },
        ),
    )

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_object(self, request, object_id, from_field=None):
        return Rules.current() if str(object_id) == "1" else None

    def changelist_view(self, request, extra_context=None):
        return HttpResponseRedirect(reverse("admin:comments_rules_change", args=[1]))

    def response_post_save_change(self, request, obj):
        return HttpResponseRedirect(reverse("admin:comments_comment_changelist"))
