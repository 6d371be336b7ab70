from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin import SimpleListFilter
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from js_asset import Script
from unfold.admin import ModelAdmin

from comments.admin import badges, context, verbs
from comments.admin.deciding import Deciding
from comments.admin.searching import BoundedPaginator, UnicodeSearch
from comments.labels import decided_by
from comments.models import Comment

EVERY = "all"
REPORTED = "reported"  # shown to readers, and reported by some of them
TABS = (
    (Comment.State.HELD, pgettext_lazy("comments", "Held")),
    (REPORTED, pgettext_lazy("comments", "Reported")),
    (Comment.State.LIVE, pgettext_lazy("comments", "Shown")),
    (Comment.State.SPAM, pgettext_lazy("comments", "Spam")),
    (Comment.State.REMOVED, pgettext_lazy("comments", "Removed")),
    (EVERY, pgettext_lazy("comments", "All")),
)
# What a link may narrow the list to.
NARROWED = ("article__id__exact", "address__id__exact", "network__exact")


class StateFilter(SimpleListFilter):
    """What waits is what is shown first."""

    title = pgettext_lazy("filter by", "state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return TABS

    def value(self):
        chosen = super().value()
        return chosen if chosen in dict(TABS) else Comment.State.HELD

    def queryset(self, request, queryset):
        if self.value() == REPORTED:
            return queryset.reported()
        return queryset if self.value() == EVERY else queryset.filter(state=self.value())


@admin.register(Comment)
class CommentAdmin(Deciding, UnicodeSearch, ModelAdmin):
    """What readers said, and the verbs for it. Nobody writes in a reader's name."""

    change_list_template = "admin/comments/queue.html"
    change_form_template = "admin/comments/comment.html"
    fields = ()
    actions = None
    list_filter = (StateFilter,)
    list_select_related = context.RELATED
    list_per_page = 25
    paginator = BoundedPaginator
    show_full_result_count = False
    search_fields = ("text", "name", "address__email")
    searched_fields = search_fields

    class Media:
        js = (Script("js/desk-comments.js", type="module"),)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*context.RELATED).prefetch_related(*context.PREFETCHED)

    def lookup_allowed(self, lookup, value, request):
        return lookup in NARROWED or super().lookup_allowed(lookup, value, request)

    def has_add_permission(self, request):
        return False

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, {**(extra_context or {}), "title": _("Comments")})
        changelist = getattr(response, "context_data", {}).get("cl")
        if changelist:
            response.context_data |= self.queue(request, changelist)
        return response

    def queue(self, request, changelist) -> dict:
        changelist.full_result_count = changelist.result_count  # or Unfold says beside the title that some are hidden
        narrowed = [name for name in NARROWED if name in request.GET]
        state = changelist.filter_specs[0].value() if changelist.filter_specs else Comment.State.HELD
        kept = {"q": changelist.query, **{name: request.GET[name] for name in narrowed}}
        wide = bool(narrowed or changelist.query or state == EVERY)
        return {
            "entries": context.entries(changelist.result_list),
            "tabs": [
                {"name": word, "state": code, "current": code == state, "address": _address(kept, state=code)}
                for code, word in TABS
                if wide or code != EVERY
            ],
            "held": badges.held(),
            "state": state,
            "narrowed": [(name, request.GET[name]) for name in narrowed],
            "bulk": _for_many(state),
            **self.permissions(request),
        }

    def permissions(self, request) -> dict:
        return {
            "may_decide": self.has_change_permission(request),
            "may_see_article": request.user.has_perm("articles.view_article"),
            "may_see_rules": request.user.has_perm("comments.view_rules"),
        }

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST":
            # There is nothing to save here: each verb has its own route.
            if not self.has_change_permission(request):
                raise PermissionDenied
            return HttpResponseNotAllowed(["GET"])
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, page, *args, obj=None, **kwargs):
        page |= {"entry": context.entry(obj), "log": log(obj), **self.permissions(request)}
        page |= {"title": _("Comment"), "public_address": public_address(obj)}
        return super().render_change_form(request, page, *args, obj=obj, **kwargs)


def _for_many(state: str) -> list[verbs.Verb]:
    """The verbs that make sense for everything in a list."""
    if state == REPORTED:
        return [verbs.STAND, *verbs.OF_STATE[Comment.State.LIVE]]
    return list(verbs.OF_STATE.get(state, ()))


def log(comment) -> list[dict]:
    """All that was decided, newest first. The latest that stands can be taken back."""
    decisions = list(comment.decisions.all())
    latest = next((one for one in decisions if one.verb != one.Verb.UNDONE and not one.undone_at), None)
    may_undo = latest if latest and comment.text and _still_stands(latest, comment) else None
    return [{"decision": one, "by": decided_by(one), "undo": one is may_undo} for one in decisions]


def _still_stands(decision, comment) -> bool:
    return all(getattr(comment, name, None) == value for name, value in decision.after.items())


def public_address(comment) -> str:
    if comment.state != Comment.State.LIVE:
        return ""
    with translation.override(comment.language):
        return reverse("comment", args=[comment.pk])


def _address(kept: dict, **more) -> str:
    return "?" + urlencode({name: value for name, value in {**kept, **more}.items() if value})
