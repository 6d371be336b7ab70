"""Source and translation side by side: one form, saved text by text or whole, with or without a script."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from js_asset import Media, Script

from articles import machine_translation, roles, rows, translating, units
from articles.admin.editions import standing
from articles.admin.languages import editor_words
from articles.admin.translating import lines, queue
from articles.models import Article, Edition, TranslatedText, translated
from articles.translations import MISSING

TEXT, BASE, SOURCE = "t:", "b:", "s:"


class SideBySide:
    """Mixed into the admin of articles."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.translate_view)
        route = path("<int:pk>/translate/<slug:language>/", view, name="articles_article_translate")
        return [route, *super().get_urls()]

    def translate_view(self, request, pk, language):
        article = self.article_to_translate(request, pk, language, "translate:{}")
        content = rows.read(article)
        source = source_asked(request, article, content, language)
        page = lines.page_of(request.user, article, content, language, source)
        if request.method != "POST":
            return self.translation_page(request, page)
        return Saving(self, request, page).response()

    def article_to_translate(self, request, pk, language, needs: str) -> Article:
        """The article, where the person may do that in that language."""
        if language not in translated.languages():
            raise Http404
        if not roles.may(request.user, "see"):
            raise PermissionDenied
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        if not roles.may(request.user, needs.format(language), article):
            raise PermissionDenied
        return article

    def translation_page(self, request, page: lines.Page, status=200):
        article, language = page.article, page.sheet.language
        edition = article.editions.filter(language=language).first()
        media = lines.prose_field().widget.media + Media(
            js=[editor_words(), Script("js/desk-translate.js", type="module")]
        )
        context = {
            **self.admin_site.each_context(request),
            "title": _("Translate: %(name)s") % {"name": article},
            "opts": self.opts,
            "article": article,
            "original": article,
            "page": page,
            "said": lines.said(page.counts),
            "language": language,
            "language_name": lines.language_name(language),
            "source": page.sheet.source_language,
            "source_name": lines.language_name(page.sheet.source_language),
            "standing": standing(edition or Edition(article=article, language=language)),
            "edition": edition,
            "may_submit": may_submit(request.user, edition),
            "may_export": roles.may(request.user, "export", article),
            "beside": queue.beside(request, article, language),
            "is_fullwidth": True,
            "media": Media.from_media(media, nonce=str(request.csp_nonce)),
        }
        return TemplateResponse(request, "admin/articles/translate.html", context, status=status)


class Saving:
    """What was sent of the page: saved, and answered."""

    def __init__(self, desk, request, page: lines.Page):
        self.desk, self.request, self.page = desk, request, page
        self.article, self.language = page.article, page.sheet.language
        self.verb, _colon, self.path = request.POST.get("do", "save").partition(":")

    def response(self):
        outcome = self.save([self.entry(path) for path in self.sent()])
        if outcome.clashes or outcome.refused:
            return self.again(outcome)
        if outcome.saved:
            text = ngettext("%(count)d text was saved.", "%(count)d texts were saved.", len(outcome.saved))
            messages.success(self.request, text % {"count": len(outcome.saved)})
        if self.verb == "draft":
            self.draft()
        return HttpResponseRedirect(f"{self.request.get_full_path()}#{self.anchor()}")

    def anchor(self) -> str:
        if self.verb in ("done", "use"):
            return f"text-{self.page.after(self.path)}"
        line = self.page.lines.get(self.path)
        return f"text-{line.id}" if line else "content-main"

    def sent(self) -> list[str]:
        """The texts that the form has and that the person may write."""
        named = [name.removeprefix(TEXT) for name in self.request.POST if name.startswith(TEXT)]
        open_to = {path for path, line in self.page.lines.items() if line.is_open}
        gone = [path for path in named if path not in self.page.lines]
        return [path for path in named if path in open_to or path in gone]

    def entry(self, path: str) -> translating.Entry:
        data, line = self.request.POST, self.page.lines.get(path)
        is_meant = path == self.path and self.verb in ("done", "use")
        text = data[TEXT + path]
        if is_meant and self.verb == "use" and line and line.memory:
            text = line.memory[0]
        return translating.Entry(path, text, data.get(BASE + path), data.get(SOURCE + path), done=is_meant)

    def save(self, entries) -> translating.Outcome:
        note = _("Translation: %(language)s.") % {"language": lines.language_name(self.language)}
        source = self.page.sheet.source_language
        return translating.save(self.article, self.language, entries, source, by=self.request.user, note=note)

    def again(self, outcome):
        """The page as it is now, with what was not saved still in its fields."""
        article = Article.objects.get(pk=self.article.pk)
        content, source = rows.read(article), self.page.sheet.source_language
        page = lines.page_of(self.request.user, article, content, self.language, source)
        for name, reason in (outcome.refused | outcome.clashes).items():
            line = page.lines.get(name)
            if line is None:
                messages.error(self.request, f"{name}: {reason}")
                continue
            line.typed = self.request.POST[TEXT + name]
            if name in outcome.clashes:
                line.theirs = outcome.clashes[name]
            else:
                line.error = reason
        return self.desk.translation_page(self.request, page, status=409 if outcome.clashes else 422)

    def draft(self) -> None:
        """A machine's drafts for what is missing: for one text, else for all."""
        wanted = [line.text for line in self.page.of(MISSING) if line.is_open and line.may_draft]
        wanted = [text for text in wanted if self.path in ("", text.path) and self.is_empty(text.path)]
        if not wanted:
            return
        try:
            found = machine_translation.drafts(wanted, self.page.sheet.source_language, self.language)
        except machine_translation.NoDraft as reason:
            messages.error(self.request, str(reason))
            return
        origin = TranslatedText.Origin.MACHINE
        outcome = self.save([translating.Entry(path, text, base="", origin=origin) for path, text in found.items()])
        text = ngettext("%(count)d draft was made.", "%(count)d drafts were made.", len(outcome.saved))
        messages.info(self.request, text % {"count": len(outcome.saved)})

    def is_empty(self, path: str) -> bool:
        return not self.request.POST.get(TEXT + path, "").strip()


def source_asked(request, article, content, language: str) -> str:
    """The language to translate from: as the address says, else the one that the article was written in."""
    asked = request.GET.get("from", "")
    others = [code for code, _name in settings.LANGUAGES if code != language]
    if asked in others:
        return asked
    found = translating.source_language(article, content)
    if found != language:
        return found
    return max(others, key=lambda code: len(units.in_language(content, code)))


def may_submit(user, edition: Edition | None) -> str:
    """The address of sending it to review, where that may be done."""
    if edition is None or edition.state != Edition.State.DRAFT or not roles.may(user, "submit", edition):
        return ""
    return reverse("admin:articles_article_verb", args=[edition.article_id, edition.language, "submit"])
