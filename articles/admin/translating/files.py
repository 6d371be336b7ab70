"""Files for translators' own tools: downloaded, and read back in after a look at what they would change."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from articles import differences, exchanging, rows, translating, units
from articles.admin.translating import lines
from articles.admin.wording import place
from articles.models import translated
from articles.transfer import exchange
from articles.transfer.exchange import BadFile

SALT = "munur.translation-file"
TYPES = {"xliff": "application/xliff+xml", "po": "text/x-gettext-translation; charset=utf-8"}
KINDS = {
    exchanging.NEW: pgettext_lazy("translated text", "new"),
    exchanging.CHANGED: pgettext_lazy("translated text", "changed"),
    exchanging.APPROVED: pgettext_lazy("translated text", "approved"),
}


class FileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "empty": gettext_lazy("The file is empty."),
            "invalid": gettext_lazy("Choose a file."),
        },
        widget=forms.FileInput({"accept": ".xliff,.xlf,.po"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if _kind(file.name) is None:
            raise forms.ValidationError(_("The name of the file ends neither in .xliff, .xlf nor .po."))
        if file.size > exchanging.LARGEST:
            raise forms.ValidationError(_("The file is too large. This is no file from here."))
        return file


@dataclass(frozen=True, slots=True)
class Shown:
    """One change, before it is made."""

    change: exchanging.Change
    label: str

    @property
    def word(self) -> str:
        return KINDS[self.change.kind]

    @property
    def pieces(self):
        texts = (self.change.before, self.change.after)
        return differences.pieces(*(units.plain(text) if self.change.is_prose else text for text in texts))


class Files:
    """Mixed into the admin of articles."""

    def get_urls(self):
        def route(address, view, name):
            return path(address, self.admin_site.admin_view(view), name=f"articles_article_translation_{name}")

        return [
            route("<int:pk>/translate/<slug:language>/file.<slug:kind>", self.translation_file_view, "file"),
            route("<int:pk>/translate/<slug:language>/read-in/", self.translation_import_view, "import"),
            *super().get_urls(),
        ]

    def translation_file_view(self, request, pk, language, kind):
        article = self.article_to_translate(request, pk, language, "export")
        source = request.GET.get("from") or translating.source_language(article, rows.read(article))
        if kind not in exchange.FORMATS or source == language or source not in translated.languages():
            raise Http404
        bundle = exchanging.bundle_of(article, language, source, _placing(article, source))
        name = exchanging.file_name(bundle, kind)
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
        return HttpResponse(exchange.write(bundle, kind), content_type=TYPES[kind], headers=headers)

    def translation_import_view(self, request, pk, language):
        """A file is looked at first; what was seen is what is read in."""
        article = self.article_to_translate(request, pk, language, "import:{}")
        page = {"article": article, "language": language, "language_name": lines.language_name(language)}
        if request.method != "POST":
            return self.import_page(request, page | {"form": FileForm()})
        try:
            data, kind = _sent(request)
            if "store" in request.POST:
                return self.stored(request, article, language, exchanging.read(data, kind))
            planned = exchanging.plan(article, exchanging.read(data, kind), language, request.user)
        except BadFile as error:
            problems = [exchanging.sentence(problem) for problem in error.problems]
            return self.import_page(request, page | {"form": FileForm(), "problems": problems}, status=422)
        except NoFile as error:
            return self.import_page(request, page | {"form": error.form}, status=422)
        where = _placing(article, planned.bundle.source_language)
        shown = [Shown(change, where(change.path)) for change in planned.changes]
        seen = signing.dumps([kind, data.decode("latin-1")], salt=SALT, compress=True)
        return self.import_page(request, page | {"form": FileForm(), "planned": planned, "shown": shown, "seen": seen})

    def stored(self, request, article, language, bundle):
        note = _("Translation read in from a file: %(language)s.") % {"language": lines.language_name(language)}
        done = exchanging.store(article, bundle, language, by=request.user, note=note)
        text = ngettext("%(count)d text was read in.", "%(count)d texts were read in.", len(done.changes))
        messages.success(request, text % {"count": len(done.changes)})
        return HttpResponseRedirect(reverse("admin:articles_article_translate", args=[article.pk, language]))

    def import_page(self, request, page, status=200):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Read in a translation: %(name)s") % {"name": page["article"]},
            "opts": self.opts,
            "original": page["article"],
            **page,
        }
        return TemplateResponse(request, "admin/articles/translate_import.html", context, status=status)


class NoFile(Exception):
    def __init__(self, form):
        super().__init__("No file was sent.")
        self.form = form


def _sent(request) -> tuple[bytes, str]:
    """The file of the form, or the one that was looked at before. Raises NoFile."""
    if "store" in request.POST:
        try:
            kind, text = signing.loads(request.POST.get("seen", ""), salt=SALT, max_age=24 * 60 * 60)
        except signing.BadSignature as error:
            form = FileForm({})
            form.add_error("file", _("That was too long ago. Choose the file once more."))
            raise NoFile(form) from error
        return text.encode("latin-1"), kind
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        raise NoFile(form)
    file = form.cleaned_data["file"]
    return file.read(), _kind(file.name)


def _kind(name: str) -> str | None:
    return exchange.ENDINGS.get(name.rpartition(".")[2].lower())


def _placing(article, language: str):
    """Says where a text stands, in words."""
    content = rows.read(article)
    return lambda where: place(where, language, content)
