"""Comparisons that readers ask for, the most wanted first: one click makes the draft, or puts the wish away."""

from functools import partial
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy
from unfold.admin import ModelAdmin

from comments import drafting
from comments.models import Wish

PER_PAGE = 50
TABS = (
    (Wish.State.OPEN, pgettext_lazy("wishes", "Open")),
    (Wish.State.DRAFTED, pgettext_lazy("wishes", "Drafted")),
    (Wish.State.DECLINED, pgettext_lazy("wishes", "Declined")),
)
# A button of the form at the end of templates/admin/comments/wishes.html.
UNDO = '{} <button class="desk-undo" form="desk-undo" formaction="{}">{}</button>'


@admin.register(Wish)
class WishAdmin(ModelAdmin):
    def get_urls(self):
        def route(verb, view):
            return path(f"<int:pk>/{verb}/", self.admin_site.admin_view(view), name=f"comments_wish_{verb}")

        own = [("draft", self.draft_view), ("decline", self.decline_view), ("reopen", self.reopen_view)]
        return [*(route(*verb) for verb in own), *super().get_urls()]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """A wish has no page of its own: all of it stands in the list."""
        if request.method == "POST":
            raise PermissionDenied
        return HttpResponseRedirect(reverse("admin:comments_wish_changelist"))

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked = {name: request.GET.get(name, "") for name in ("state", "language")}
        shown = {
            **self.admin_site.each_context(request),
            **_listed(asked["state"], asked["language"], request.GET.get("p")),
            "opts": self.model._meta,
            "title": _("Wished comparisons"),
            "may_decide": self.has_change_permission(request),
            "may_draft": self.may_draft(request),
            "may_see_article": request.user.has_perm("articles.view_article"),
        }
        return TemplateResponse(request, "admin/comments/wishes.html", shown)

    def may_draft(self, request) -> bool:
        """A draft is an article, and may bring subjects along."""
        needed = ("articles.add_article", "articles.add_subject", "articles.change_article")
        return self.has_change_permission(request) and request.user.has_perms(needed)

    def draft_view(self, request, pk):
        refusal = self.checked(request, self.may_draft(request))
        if refusal:
            return refusal
        try:
            wish = drafting.draft(get_object_or_404(Wish, pk=pk))
        except drafting.Decided:
            return self.late(request)
        said = _("“%(wish)s”: the draft was made.") if wish.made else _("“%(wish)s”: this article was here already.")
        messages.success(request, said % {"wish": wish})
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[wish.article_id]))

    def decline_view(self, request, pk):
        return self.decide(request, pk, drafting.decline, pgettext("a wish", "“%(wish)s” was declined."), undo=True)

    def reopen_view(self, request, pk):
        may_delete = request.user.has_perm("articles.delete_article")
        reopen = partial(drafting.reopen, may_delete=may_delete)
        return self.decide(request, pk, reopen, pgettext("a wish", "“%(wish)s” is open again."))

    def decide(self, request, pk, act, said, undo=False):
        refusal = self.checked(request, self.has_change_permission(request))
        if refusal:
            return refusal
        wish = get_object_or_404(Wish, pk=pk)
        try:
            stays = act(wish)
        except drafting.Decided:
            return self.late(request)
        text = said % {"wish": wish}
        if stays:
            text += " " + _("The draft stays: it has been worked on, or you may not delete articles.")
        back = reverse("admin:comments_wish_reopen", args=[pk])
        messages.success(request, format_html(UNDO, text, back, _("Undo")) if undo else text)
        return _back(request)

    def checked(self, request, is_allowed: bool):
        """Raise PermissionDenied, or answer 405, where this is no POST of somebody who may."""
        if not is_allowed:
            raise PermissionDenied
        return HttpResponseNotAllowed(["POST"]) if request.method != "POST" else None

    def late(self, request):
        messages.warning(request, _("Somebody else decided about this wish meanwhile. Nothing was changed."))
        return _back(request)


def _listed(state: str, language: str, number) -> dict:
    """A page of the list: what is open, unless something else is asked for."""
    state = state if state in Wish.State.values else Wish.State.OPEN
    languages = [(code, name) for code, name in settings.LANGUAGES]
    language = language if language in dict(languages) else ""
    found = Wish.objects.filter(state=state, **({"language": language} if language else {}))
    return {
        "page": Paginator(found.select_related("article"), PER_PAGE).get_page(number),
        "state": state,
        "tabs": [(word, code == state, _address(state=code, language=language)) for code, word in TABS],
        "languages": [
            (name, code == language, _address(state=state, language=code))
            for code, name in [("", _("All languages")), *languages]
        ],
        "address": _address(state=state, language=language),
    }


def _address(**wanted) -> str:
    return "?" + urlencode({name: str(value) for name, value in wanted.items() if value})


def _back(request) -> HttpResponseRedirect:
    """The page of the list that the button stood on."""
    home, wanted = reverse("admin:comments_wish_changelist"), request.POST.get("next", "")
    own = wanted.startswith(home) and url_has_allowed_host_and_scheme(wanted, {request.get_host()})
    return HttpResponseRedirect(wanted if own else home)
