"""Threads: a list of all that have comments or an editor's word, and that word on the article's own page."""

import re
from collections import Counter

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, F, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, StackedInline

from articles.admin import ArticleAdmin
from articles.admin.rows import PartOfArticle
from articles.language import words
from articles.models import Article, Edition
from comments import closing
from comments.admin.context import said_of
from comments.models import Comment, Discussion, Rules

Mode = Discussion.Mode
PER_PAGE = 50


def put(discussion: Discussion, mode: str) -> None:
    """Into that mode, unsaved. Closing by hand is since now; else the worker says since when, see settling.py."""
    if mode == Mode.CLOSED:
        discussion.closed_at = discussion.closed_at or timezone.now()
    else:
        discussion.closed_at = None
    discussion.mode = mode


class DiscussionForm(forms.ModelForm):
    class Meta:
        model = Discussion
        fields = ("mode", "closes_after_days")

    def save(self, commit=True):
        if "mode" in self.changed_data:
            put(self.instance, self.instance.mode)
        return super().save(commit)


class DiscussionInline(PartOfArticle, StackedInline):
    model = Discussion
    form = DiscussionForm
    template = "admin/comments/discussion.html"
    can_delete = False

    def get_extra(self, request, obj=None, **kwargs):
        return 1 if obj and obj.pk else 0  # a thread begins with its article


ArticleAdmin.inlines = (*ArticleAdmin.inlines, DiscussionInline)


@admin.register(Discussion)
class DiscussionAdmin(ModelAdmin):
    """The list shows articles, for most of them have no word of an editor yet."""

    form = DiscussionForm
    fields = ("mode", "closes_after_days")

    def get_urls(self):
        view = self.admin_site.admin_view(self.put_view)
        return [path("<int:article>/put/<slug:mode>/", view, name="comments_discussion_put"), *super().get_urls()]

    def has_add_permission(self, request):
        return False

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        query = request.GET.get("q", "").strip()
        pages = Paginator(threads(query), PER_PAGE)
        page = pages.get_page(request.GET.get("p"))
        shown = {
            **self.admin_site.each_context(request),
            "opts": self.model._meta,
            "title": _("Threads"),
            "query": query,
            "page": page,
            "rows": standings(page.object_list, Rules.current()),
            "modes": Mode,
            "may_change": self.has_change_permission(request),
        }
        return TemplateResponse(request, "admin/comments/threads.html", shown)

    def put_view(self, request, article, mode):
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        row = Article.objects.filter(pk=article).first()
        if row is None or mode not in Mode.values:
            raise Http404
        discussion = Discussion.objects.get_or_create(article=row)[0]
        put(discussion, mode)
        discussion.save()
        messages.success(request, SAID[mode] % {"article": row})
        return HttpResponseRedirect(_back(request))


SAID = {
    Mode.RULES: _("“%(article)s”: the thread follows the rules."),
    Mode.OPEN: _("“%(article)s”: the thread stays open."),
    Mode.CLOSED: _("“%(article)s”: the thread is closed."),
}


def threads(query: str = ""):
    """Articles that have a thread, the one that was last written in first."""
    said = Comment.objects.filter(article=OuterRef("pk")).order_by().values("article")
    published = Edition.objects.filter(state=Edition.State.PUBLISHED).order_by()
    first = published.filter(article=OuterRef("pk")).values("article").annotate(first=Min("published_at"))
    found = Article.objects.filter(
        Q(pk__in=Comment.objects.order_by().values("article"))
        | Q(pk__in=Discussion.objects.values("article"))
        | Q(pk__in=published.values("article"))
    )
    for word in query.replace("\0", " ").split():
        titled = Edition.objects.filter(title__iregex=re.escape(word))
        found = found.filter(Q(pk__in=titled.values("article")) | Q(key__icontains=words.slugify(word) or word))
    counts = {
        state: Coalesce(Subquery(said.filter(state=state).annotate(count=Count("pk")).values("count")), 0)
        for state in (Comment.State.LIVE, Comment.State.HELD)
    }
    last = Subquery(said.annotate(last=Max("created_at")).values("last"))
    return (
        found.annotate(**counts, last=last, first_published=Subquery(first.values("first")))
        .select_related("discussion")
        .prefetch_related("sides__subject")
        .order_by(F("last").desc(nulls_last=True), "-pk")
    )


def standings(articles, rules: Rules, now=None) -> list[dict]:
    """How each thread stands: its mode, whether it is closed, and since when or when it closes."""
    return [_standing(article, rules.closes_after_days, now or timezone.now()) for article in articles]


def _standing(article, rules_days, now) -> dict:
    word = getattr(article, "discussion", None) or Discussion(article=article)
    times = word.mode, word.closes_after_days, rules_days, article.first_published
    closed = closing.is_closed(*times, now)
    moment = closing.closes_at(*times) or (word.closed_at if closed else None)
    return {"article": article, "mode": word.mode, "closed": closed, "moment": moment, "said": _said(article)}


def _said(article) -> str:
    return said_of(Counter({"live": article.live, "held": article.held}))


def _back(request) -> str:
    """The page of the list that the button stood on."""
    home, wanted = reverse("admin:comments_discussion_changelist"), request.POST.get("next", "")
    own = wanted.startswith(home) and url_has_allowed_host_and_scheme(wanted, {request.get_host()})
    return wanted if own else home
