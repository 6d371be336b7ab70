"""The routes by which editions move: each a POST, and each asks `articles.roles`. They act on what is saved."""

from dataclasses import dataclass
from functools import partial

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing, roles
from articles.admin import strip
from articles.admin.editions import standing


class TimeForm(forms.Form):
    """When a text comes, and if wanted when it goes."""

    at = forms.DateTimeField(error_messages={"required": gettext_lazy("Say when.")})
    expires_at = forms.DateTimeField(required=False)


class ExpiryForm(forms.Form):
    expires_at = forms.DateTimeField(required=False)


@dataclass(frozen=True, slots=True)
class Verb:
    needs: str  # what `roles.may` is asked
    does: str  # the name of the method below
    acts_on_text: bool = False  # then it is refused where somebody saved since the page was opened


VERBS = {
    "begin": Verb("translate:{}", "begin"),
    "submit": Verb("submit", "plainly"),
    "withdraw": Verb("submit", "withdraw"),
    "publish": Verb("publish", "publish", True),
    "publish_now": Verb("publish", "publish_now", True),
    "schedule": Verb("publish", "schedule", True),
    "unschedule": Verb("publish", "plainly"),
    "expire": Verb("publish", "expire"),
    "archive": Verb("publish", "plainly"),
    "revive": Verb("publish", "plainly"),
}


class Doing:
    """One verb for one edition. Each raises one of publishing's refusals with a sentence."""

    def __init__(self, request, article, language):
        self.request, self.by, self.article, self.language = request, request.user, article, language
        self.edition = article.editions.filter(language=language).first()

    def begin(self, verb):
        publishing.begin(self.article, self.language, by=self.by)

    def plainly(self, verb):
        getattr(publishing, verb)(self.edition, by=self.by)

    def withdraw(self, verb):
        if self.edition.gone and not roles.may(self.by, "publish", self.edition):
            raise PermissionDenied
        publishing.withdraw(self.edition, by=self.by)

    def publish(self, verb):
        publishing.publish(self.edition, by=self.by, note=_note(self.request))

    def publish_now(self, verb):
        publishing.publish(self.edition, by=self.by, note=_note(self.request), at=timezone.now())

    def schedule(self, verb):
        times = _times(TimeForm, self.request)
        if self.edition.expires_at and self.edition.state == self.edition.State.PUBLISHED:
            # The popover shows the expiry that is set, so an empty field takes it away.
            publishing.expire(self.edition, None)
        publishing.schedule(self.edition, times["at"], by=self.by, note=_note(self.request))
        if times["expires_at"]:
            publishing.expire(self.edition, times["expires_at"], by=self.by)

    def expire(self, verb):
        publishing.expire(self.edition, _times(ExpiryForm, self.request)["expires_at"], by=self.by)


class Verbs:
    """Mixed into the admin of articles."""

    def get_urls(self):
        def route(address, view, name):
            return path(address, self.admin_site.admin_view(view), name=f"articles_article_{name}")

        return [
            route("<int:pk>/edition/<slug:language>/<slug:verb>/", self.verb_view, "verb"),
            route("<int:pk>/publish-all/", self.publish_all_view, "publish_all"),
            *super().get_urls(),
        ]

    def verb_view(self, request, pk, language, verb):
        article, known = self._article(request, pk), VERBS.get(verb)
        if known is None or language not in dict(settings.LANGUAGES):
            raise Http404
        doing = Doing(request, article, language)
        if doing.edition is None and verb != "begin":
            raise Http404
        if not roles.may(request.user, known.needs.format(language), doing.edition or article):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not (known.acts_on_text and _is_late(request, article)):
            _tried(request, partial(getattr(doing, known.does), verb), article.editions.filter(language=language))
        return _back(request, article)

    def publish_all_view(self, request, pk):
        article = self._article(request, pk)
        if not roles.may(request.user, "publish", article):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not _is_late(request, article):
            note = _note(request)
            work = partial(publishing.publish_all, article, by=request.user, note=note)
            _tried(request, work, article.editions.order_by("pk"))
        return _back(request, article)

    def _article(self, request, pk):
        if not roles.may(request.user, "see"):
            raise PermissionDenied
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        return article


def _tried(request, work, editions) -> None:
    """Do it, all or nothing, and say how the editions stand now, or why nothing was changed."""
    try:
        with transaction.atomic():
            work()
    except publishing.REFUSALS as reason:
        messages.error(request, str(reason))
        return
    names = dict(settings.LANGUAGES)
    for edition in editions:
        said = {"language": names[edition.language], "state": standing(edition).word}
        messages.success(request, _("%(language)s: %(state)s.") % said)


def _is_late(request, article) -> bool:
    """Somebody saved since the page was opened: what would go to readers is not what the person has seen."""
    seen = request.POST.get("version")
    if seen is None or seen == str(strip.version(article)):
        return False
    messages.error(request, _("Somebody has saved since you opened the page. Look at the text first."))
    return True


def _times(form_class, request) -> dict:
    form = form_class(request.POST)
    if not form.is_valid():
        raise publishing.NotPossible(" ".join(str(text) for texts in form.errors.values() for text in texts))
    return form.cleaned_data


def _note(request) -> str:
    return request.POST.get("note", "").strip()[:300]


def _back(request, article) -> HttpResponseRedirect:
    """Where the button stood: a page of the desk, the article's own where none is named."""
    wanted, home = request.POST.get("next", ""), reverse("admin:index")
    if wanted.startswith(home) and url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
        return HttpResponseRedirect(wanted)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
