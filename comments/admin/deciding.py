"""The routes by which moderators decide. A GET changes nothing: it shows the comment and one button.

The queue's script posts to the same routes and asks for JSON; everybody else is sent back to where they were.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.admin import context, verbs
from comments.admin.badges import held
from comments.models import Decision

MOST_AT_ONCE = 200
# A button of the form in templates/admin/comments/undo.html.
UNDO = '{} <button class="desk-undo" form="desk-undo" formaction="{}" name="decisions" value="{}">{}</button>'


class Deciding:
    """Mixed into the admin of comments."""

    def get_urls(self):
        def route(address, view, name):
            return path(address, self.admin_site.admin_view(view), name=f"comments_comment_{name}")

        return [
            route("bulk/", self.bulk_view, "bulk"),
            route("undo/", self.undo_many_view, "undo_many"),
            route("<int:pk>/decide/<slug:verb>/", self.decide_view, "decide"),
            route("<int:pk>/undo/<int:decision>/", self.undo_view, "undo"),
            *super().get_urls(),
        ]

    def decide_view(self, request, pk, verb):
        verb = verbs.VERBS.get(verb)
        comment = self.get_object(request, pk)
        if verb is None or comment is None:
            raise Http404
        self._check(request)
        if request.method == "GET":
            return self._ask(request, comment, verb)
        if request.method != "POST":
            return HttpResponseNotAllowed(["GET", "POST"])
        why = request.POST.get("why", "").strip()[: Decision._meta.get_field("why").max_length]
        outcome = verbs.decide(pk, verb, seen=request.POST.get("seen", ""), by=request.user, why=why)
        return self._decided(request, verb, [outcome])

    def bulk_view(self, request):
        self._check(request)
        verb = verbs.VERBS.get(request.POST.get("verb"))
        chosen = [_chosen(value) for value in request.POST.getlist("chosen")[:MOST_AT_ONCE]]
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if verb is None or not all(chosen):
            raise Http404
        if not chosen:
            messages.warning(request, _("Nothing was selected."))
            return self._back(request)
        outcomes = [verbs.decide(pk, verb, seen=seen, by=request.user) for pk, seen in chosen]
        return self._decided(request, verb, outcomes)

    def undo_view(self, request, pk, decision):
        return self._undo(request, Decision.objects.filter(pk=decision, comment=pk))

    def undo_many_view(self, request):
        numbers = [number for number in request.POST.get("decisions", "").split(",") if number.isdecimal()]
        return self._undo(request, Decision.objects.filter(pk__in=numbers[:MOST_AT_ONCE]))

    def _undo(self, request, decisions):
        self._check(request)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        decisions = list(decisions.select_related("comment"))
        if not decisions:
            raise Http404
        outcomes = [verbs.take_back(decision, by=request.user) for decision in decisions]
        done = [outcome for outcome in outcomes if outcome.decision]
        text = _taken_back(done)
        if _wants_json(request):
            return _json(done, outcomes, text)
        self._say(request, text, outcomes)
        return self._back(request)

    def _check(self, request):
        if not self.has_change_permission(request):
            raise PermissionDenied

    def _ask(self, request, comment, verb):
        """A page with the comment whole, and one button where the decision makes sense."""
        page = {
            **self.admin_site.each_context(request),
            "opts": self.model._meta,
            "title": _("Decide about a comment"),
            "entry": context.entry(comment),
            "verb": verb if verb in verbs.possible(comment) else None,
            "meanwhile": verbs.meanwhile(comment),
            "may_see_article": request.user.has_perm("articles.view_article"),
        }
        return TemplateResponse(request, "admin/comments/decide.html", page)

    def _decided(self, request, verb, outcomes):
        done = [outcome for outcome in outcomes if outcome.decision]
        text = _said(verb, done)
        if _wants_json(request):
            return _json(done, outcomes, text)
        numbers = ",".join(str(outcome.decision.pk) for outcome in done)
        undo = format_html(UNDO, text, reverse("admin:comments_comment_undo_many"), numbers, _("Undo"))
        self._say(request, undo if done else "", outcomes)
        return self._back(request, outcomes[0].pk)

    def _say(self, request, text, outcomes):
        if text:
            messages.success(request, text)
        for outcome in outcomes:
            if outcome.refusal:
                messages.warning(request, _refused(outcome))

    def _back(self, request, pk=None) -> HttpResponse:
        """Where the button stood, as the page said; the list, or the comment, where it said nothing."""
        wanted = request.POST.get("next", "")
        home = reverse("admin:comments_comment_changelist")
        own = wanted.startswith(home) and url_has_allowed_host_and_scheme(wanted, {request.get_host()})
        if own or wanted == reverse("admin:index"):
            return HttpResponseRedirect(wanted)
        return HttpResponseRedirect(reverse("admin:comments_comment_change", args=[pk]) if pk else home)


def _chosen(value: str) -> tuple[int, str] | None:
    """ "12:held" as the number of a comment and the state that it was seen in."""
    pk, _colon, seen = value.partition(":")
    return (int(pk), seen) if pk.isdecimal() and len(pk) < 19 else None


def _said(verb, done) -> str:
    if len(done) == 1:
        return verb.said % {"name": done[0].name}
    return verb.said_of_many % {"count": len(done)} if done else ""


def _taken_back(done) -> str:
    if len(done) == 1:
        return _("“%(name)s”: the decision was taken back.") % {"name": done[0].name}
    text = ngettext("%(count)s decision was taken back.", "%(count)s decisions were taken back.", len(done))
    return text % {"count": len(done)} if done else ""


def _refused(outcome) -> str:
    if not outcome.name:
        return outcome.refusal
    return _("“%(name)s”: %(refusal)s") % {"name": outcome.name, "refusal": outcome.refusal}


def _wants_json(request) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def _json(done, outcomes, text) -> JsonResponse:
    answer = {
        "text": str(text),
        "done": [outcome.pk for outcome in done],
        "decisions": ",".join(str(outcome.decision.pk) for outcome in done),
        "refused": {outcome.pk: str(outcome.refusal) for outcome in outcomes if outcome.refusal},
        "held": held(),
    }
    return JsonResponse(answer, status=200 if done else 409)
