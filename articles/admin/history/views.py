"""The routes of the history. Comparing is a GET; restoring and reading as a reader are POSTs."""

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles import restoring, roles, unsaved
from articles.admin import strip
from articles.admin.history.acts import acts
from articles.admin.history.chosen import Chosen
from articles.admin.history.compared import compared
from articles.admin.history.left import told
from articles.admin.history.revisions import Revisions


class History:
    """Mixed into the admin of articles. What the desk's log says of an article is at `?log=1`."""

    def get_urls(self):
        def route(address, view, name):
            return path(address, self.admin_site.admin_view(view), name=f"articles_article_{name}")

        return [
            route("<int:pk>/history/<int:revision>/restore/", self.restore_view, "restore"),
            route("<int:pk>/history/<int:revision>/read/<slug:language>/", self.read_view, "read"),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        if "log" in request.GET:
            return super().history_view(request, object_id, extra_context)
        article = self._historic(request, unquote(object_id))
        chosen = Chosen(Revisions(article), request.GET)
        page = {
            **self.admin_site.each_context(request),
            "article": article,
            "title": _("History: %(name)s") % {"name": article},
            "chosen": chosen,
            "comparison": self._compared(chosen),
            "acts": acts(request.user, article, chosen),
            "is_fullwidth": "1",
        }
        return TemplateResponse(request, "admin/articles/history.html", page)

    def read_view(self, request, pk, revision, language):
        """The revision as its readers would meet it: kept for ten minutes, as a preview of the article's page is."""
        article = self._historic(request, str(pk))
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        found = article.revisions.filter(pk=revision).first()
        if found is None or language not in dict(settings.LANGUAGES):
            raise Http404
        kept = unsaved.keep(found.manuscript, language, request.user)
        with translation.override(language):
            return HttpResponseRedirect(reverse("unsaved-preview", args=[kept.key]))

    def restore_view(self, request, pk, revision):
        article = self._historic(request, str(pk))
        if not roles.may(request.user, "restore", article):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        known = Revisions(article)
        if revision not in known.numbers:
            raise Http404
        if request.POST.get("version") != str(strip.version(article)):
            messages.error(request, _("Somebody has saved since you opened the page. Look at the text first."))
            return HttpResponseRedirect(_back(article, revision))
        self._restore(request, article, known, revision)
        return HttpResponseRedirect(_back(article))

    def _restore(self, request, article, known, pk):
        revision, number = article.revisions.get(pk=pk), known.numbers[pk]
        try:
            done = restoring.restore(article, revision, number, by=request.user)
        except (IntegrityError, ValueError) as error:
            reason = _("Revision %(number)s cannot be restored, and nothing was changed. %(error)s")
            messages.error(request, reason % {"number": number, "error": error})
            return
        for level, sentence in told(done, number):
            messages.add_message(request, level, sentence)
        if done.changed:
            self.log_change(request, article, done.revision.note)

    def _historic(self, request, object_id):
        if not roles.may(request.user, "history"):
            raise PermissionDenied
        article = self.get_object(request, object_id)
        if article is None:
            raise Http404
        if not roles.may(request.user, "history", article):
            raise PermissionDenied
        return article

    def _compared(self, chosen):
        if chosen.before is None:
            return None
        return compared(
            chosen.before.manuscript, chosen.after.manuscript, chosen.language, get_language(), chosen.all_rows
        )


def _back(article, revision: int | None = None) -> str:
    """The history; with a revision, that one compared with the working draft."""
    address = reverse("admin:articles_article_history", args=[article.pk])
    return f"{address}?from={revision}&to=rows" if revision else address
