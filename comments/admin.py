from django.contrib import admin, messages
from django.contrib.admin import ChoicesFieldListFilter
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from unfold.admin import ModelAdmin
from unfold.decorators import action

from comments.models import Comment


class StateFilter(ChoicesFieldListFilter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = pgettext_lazy("filter by", "state")


class LanguageFilter(ChoicesFieldListFilter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = pgettext_lazy("filter by", "language")


@admin.register(Comment)
class CommentAdmin(ModelAdmin):
    """What readers said, and the verbs for it. Nobody writes in a reader's name."""

    fields = ("name", "said", "article", "language", "parent", "state", "created_at")
    readonly_fields = fields
    list_display = ("name", "beginning", "article", "language", "state_word", "created_at")
    list_filter = (("state", StateFilter), ("language", LanguageFilter))
    list_select_related = ("article",)
    list_per_page = 50
    search_fields = ("name", "text")
    actions = ("approve", "hold", "mark_as_spam", "remove")
    actions_submit_line = ("approve_this", "hold_this", "mark_this_as_spam", "remove_this")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("article__sides__subject")

    def has_add_permission(self, request):
        return False

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        # There is nothing to save here: each verb has its button.
        without = {"show_save": False, "show_save_and_continue": False}
        return super().changeform_view(request, object_id, form_url, {**(extra_context or {}), **without})

    @admin.display(description=_("text"))
    def beginning(self, comment):
        return Truncator(comment.text).chars(80)

    @admin.display(description=_("text"))
    def said(self, comment):
        return format_html('<div class="desk-said" lang="{}">{}</div>', comment.language, comment.text)

    @admin.display(description=_("state"), ordering="state")
    def state_word(self, comment):
        return format_html('<span class="desk-standing is-{}">{}</span>', comment.state, comment.get_state_display())

    @admin.action(description=_("Approve"), permissions=["change"])
    def approve(self, request, queryset):
        self.each(request, queryset, Comment.approve)

    @admin.action(description=_("Hold"), permissions=["change"])
    def hold(self, request, queryset):
        self.each(request, queryset, Comment.hold)

    @admin.action(description=_("Mark as spam"), permissions=["change"])
    def mark_as_spam(self, request, queryset):
        self.each(request, queryset, Comment.mark_as_spam)

    @admin.action(description=_("Remove"), permissions=["change"])
    def remove(self, request, queryset):
        self.each(request, queryset, Comment.remove)

    @action(description=_("Approve"), permissions=["change"])
    def approve_this(self, request, comment):
        comment.approve()

    @action(description=_("Hold"), permissions=["change"])
    def hold_this(self, request, comment):
        comment.hold()

    @action(description=_("Mark as spam"), permissions=["change"])
    def mark_this_as_spam(self, request, comment):
        comment.mark_as_spam()

    @action(description=_("Remove"), permissions=["change"])
    def remove_this(self, request, comment):
        comment.remove()

    def each(self, request, queryset, verb):
        done = 0
        for comment in queryset:
            verb(comment)
            done += 1
        text = ngettext("%(count)s comment is settled.", "%(count)s comments are settled.", done)
        messages.success(request, text % {"count": done})
