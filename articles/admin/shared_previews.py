"""Links by which others read an article's working draft: made, listed with what was answered, revoked."""

from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from articles import roles, shared_previews
from articles.models import Article, Edition, SharedPreview

MOST, MOST_ON_PAGE = 50, 5  # links in the list, and those with answers on the article's page, the newest
WORDS = {
    shared_previews.OPEN: pgettext_lazy("link", "Open"),
    shared_previews.REVOKED: pgettext_lazy("link", "Revoked"),
    shared_previews.EXPIRED: pgettext_lazy("link", "Expired"),
    shared_previews.WITHDRAWN: gettext_lazy("The edition was withdrawn"),
    shared_previews.PUBLISHED: gettext_lazy("The text has been published"),
    shared_previews.ORPHANED: gettext_lazy("Whoever made it may no longer share"),
}


@dataclass(frozen=True)
class Line:
    """A link as the desk sees it."""

    preview: SharedPreview
    may_end: bool

    @cached_property
    def end(self) -> str:
        return shared_previews.end_of(self.preview)

    @property
    def is_open(self) -> bool:
        return self.end == shared_previews.OPEN

    @property
    def word(self) -> str:
        return WORDS[self.end]

    @property
    def language_name(self) -> str:
        return dict(settings.LANGUAGES).get(self.preview.edition.language, self.preview.edition.language)

    @cached_property
    def answers(self) -> list:
        return list(self.preview.answers.all())

    @property
    def unread(self) -> int:
        return sum(1 for answer in self.answers if answer.seen_at is None)


class ShareForm(forms.Form):
    language = forms.ChoiceField(label=gettext_lazy("Edition"), widget=forms.RadioSelect)
    days = forms.TypedChoiceField(
        label=gettext_lazy("The link is valid for"), coerce=int, initial=7, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=gettext_lazy("For whom"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Only the desk sees this."),
    )

    def __init__(self, data=None, *, editions: list[Edition]):
        super().__init__(data)
        names = dict(settings.LANGUAGES)
        self.fields["days"].choices = [(days, _days(days)) for days in shared_previews.DAYS]
        self.fields["language"].choices = [(one.language, names.get(one.language, one.language)) for one in editions]
        if editions:
            self.fields["language"].initial = editions[0].language


class SharesPreviews:
    """Mixed into the admin of articles."""

    def get_urls(self):
        def route(address, view, name):
            return path(address, self.admin_site.admin_view(view), name=f"articles_article_{name}")

        return [
            route("<int:pk>/shared/", self.shared_view, "shared"),
            route("<int:pk>/shared/<int:preview>/revoke/", self.revoke_view, "revoke"),
            route("<int:pk>/shared/<int:preview>/answers-read/", self.answers_read_view, "answers_read"),
            *super().get_urls(),
        ]

    def shared_view(self, request, pk):
        article = self._shared_article(request, pk)
        editions = shared_previews.shareable(request.user, article)
        form = ShareForm(request.POST if request.method == "POST" else None, editions=editions)
        if request.method == "POST" and form.is_valid() and self._share(request, article, editions, form):
            return HttpResponseRedirect(request.path)
        page = {
            **self.admin_site.each_context(request),
            "title": _("Shared previews: %(name)s") % {"name": article},
            "article": article,
            "form": form,
            "editions": editions,
            "made": request.session.pop(_kept_as(article), None) if request.method == "GET" else None,
            "lines": lines(request.user, article),
        }
        return TemplateResponse(request, "admin/articles/shared_previews_page.html", page)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["shared"] = block(request.user, obj) if obj else None
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def _share(self, request, article, editions, form) -> bool:
        edition = next(one for one in editions if one.language == form.cleaned_data["language"])
        try:
            preview, key = shared_previews.share(
                edition, form.cleaned_data["days"], by=request.user, note=form.cleaned_data["note"]
            )
        except shared_previews.NotShareable as reason:
            form.add_error(None, str(reason))
            return False
        self.log_change(request, article, _("A link to the working draft was made."))
        # The key is nowhere else: it is shown once, to whoever made it.
        request.session[_kept_as(article)] = {"pk": preview.pk, "address": address_of(preview, key)}
        return True

    def revoke_view(self, request, pk, preview):
        article, found = self._shared(request, pk, preview)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        shared_previews.revoke(found)
        self.log_change(request, article, _("A link to the working draft was revoked."))
        messages.success(request, _("The link leads nowhere from now on."))
        return HttpResponseRedirect(reverse("admin:articles_article_shared", args=[article.pk]))

    def answers_read_view(self, request, pk, preview):
        article, found = self._shared(request, pk, preview)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        shared_previews.read(found)
        return HttpResponseRedirect(reverse("admin:articles_article_shared", args=[article.pk]))

    def _shared(self, request, pk, preview):
        article = self._shared_article(request, pk)
        found = previews_of(article).filter(pk=preview).first()
        if found is None:
            raise Http404
        if not may_end(request.user, found):
            raise PermissionDenied
        return article, found

    def _shared_article(self, request, pk) -> Article:
        if not roles.may(request.user, "see"):
            raise PermissionDenied
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        if not may_share(request.user, article):
            raise PermissionDenied
        return article


def may_share(user, article: Article) -> bool:
    """Whether there are links that the person may make or has made."""
    return bool(shared_previews.shareable(user, article)) or previews_of(article).filter(by=user).exists()


def may_end(user, preview: SharedPreview) -> bool:
    """Who made a link ends it, and so does an editor."""
    return preview.by_id == user.pk or roles.may(user, "publish", preview.edition)


def previews_of(article: Article):
    """Prefetched and not joined: links of one person, or to one edition, share what is known of it."""
    parts = ("by", "edition__article__editions", "answers__revision")
    return SharedPreview.objects.filter(edition__article=article).prefetch_related(*parts)


def lines(user, article: Article) -> list[Line]:
    """The article's links, the newest first, with their answers."""
    return [Line(preview, may_end(user, preview)) for preview in previews_of(article)[:MOST]]


def block(user, article: Article) -> dict | None:
    """What the article's page says of its links; None to whom they are no business."""
    if not may_share(user, article):
        return None
    shown = lines(user, article)
    return {
        "open": sum(1 for line in shown if line.is_open),
        "answered": [line for line in shown if line.answers][:MOST_ON_PAGE],
        "unread": sum(line.unread for line in shown),
    }


def address_of(preview: SharedPreview, key: str) -> str:
    with translation.override(preview.edition.language):
        return settings.SITE_URL + reverse("shared-preview", args=[key])


def _days(count: int) -> str:
    return ngettext("%(count)s day", "%(count)s days", count) % {"count": count}


def _kept_as(article: Article) -> str:
    return f"shared-preview-{article.pk}"
