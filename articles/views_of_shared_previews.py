"""The working draft for whoever has the link: read as readers would read it, approved or answered with a word."""

from django import forms
from django.core.signing import BadSignature
from django.http import Http404, HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles import origins, rows, shared_previews
from articles.frame import draw
from articles.models.shared_preview import LONGEST_NAME, LONGEST_TEXT
from articles.views_of_previews import draw_manuscript

APPROVE = "approve"


class AnswerForm(forms.Form):
    name = forms.CharField(required=False, max_length=LONGEST_NAME)
    text = forms.CharField(required=False, max_length=LONGEST_TEXT)
    seen = forms.CharField(max_length=64)
    verdict = forms.CharField(required=False)

    def clean_text(self):
        return self.cleaned_data["text"].replace("\r\n", "\n")

    def clean(self):
        data = super().clean()
        if not (data.get("text") or self.approves or self.errors):
            self.add_error("text", gettext_lazy("Write what should be different, or approve the text."))
        return data

    @property
    def approves(self) -> bool:
        return self.data.get("verdict") == APPROVE


# The key is the token: whoever has it may answer, and no other site knows it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def shared_preview(request, key):
    preview = _found(key)
    if preview is None:
        return _gone(request)
    if request.method == "POST":
        return _answered(request, preview)
    if request.method == "GET":
        shared_previews.was_opened(preview)
    return _drawn(request, preview, AnswerForm(), sent=request.GET.get("sent", ""))


def _found(key):
    try:
        preview = shared_previews.find(key)
    except BadSignature as error:
        raise Http404("We made no such link.") from error
    if preview and preview.edition.language != get_language():
        raise Http404("The link is to an edition in another language.")
    return preview


def _answered(request, preview):
    form = AnswerForm(request.POST)
    if not (origins.is_ours(request) or _says_nothing(request)):
        return _drawn(request, preview, form, status=403, refused=_("The form came from another site."))
    if not form.is_valid():
        return _drawn(request, preview, form, status=422)
    said = {name: form.cleaned_data[name] for name in ("name", "text", "seen")}
    try:
        shared_previews.answer(preview, approved=form.approves, **said)
    except shared_previews.Changed as reason:
        return _drawn(request, preview, form, status=409, refused=str(reason))
    except shared_previews.NotAnswerable as reason:
        return _drawn(request, preview, form, status=429, refused=str(reason))
    sent = "approved" if form.approves else "comment"
    return HttpResponse(status=303, headers={"Location": f"{request.path}?sent={sent}#svar"})


def _says_nothing(request) -> bool:
    """An older browser, which says nothing of where a form comes from since the page asks it to tell nobody."""
    return request.headers.get("Origin") == "null" and "Sec-Fetch-Site" not in request.headers


def _drawn(request, preview, form, *, status=200, refused="", sent=""):
    language = preview.edition.language
    content = rows.read(preview.edition.article)
    return draw_manuscript(
        request,
        content,
        language,
        template="articles/shared_preview.html",
        status=status,
        canonical="",
        preview=preview,
        form=form,
        seen=shared_previews.mark(content, language),
        refused=refused,
        sent=sent if sent in ("approved", "comment") else "",
    )


def _gone(request):
    message = _("This link is no longer valid. Whoever sent it to you can make a new one.")
    return draw(request, "410.html", title=_("No longer here"), status=410, robots="noindex", message=message)
