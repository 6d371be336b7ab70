"""What to look at before readers do: the checks of what stands in the form, or of what is saved."""

from functools import partial

from django.conf import settings
from django.urls import path, reverse

from articles import rows, units
from articles.admin import typed
from articles.admin.asked import asked
from articles.admin.wording import worded
from articles.checking import findings
from articles.knowing import knows
from articles.manuscript import Manuscript
from articles.models import Picture


class Findings:
    """Mixed into the admin of articles."""

    def get_urls(self):
        view = partial(Findings.findings, self)
        return [
            path("add/findings/", view, name="articles_article_findings_new"),
            path("<int:pk>/findings/", view, name="articles_article_findings"),
            *super().get_urls(),
        ]

    @asked
    def findings(self, request, article):
        sent = typed.manuscript_of(request, article)
        return {"findings": found(sent.manuscript, article, sent.field_of), "errors": list(sent.errors)}

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if request.method == "POST":
            sent = typed.manuscript_of(request, obj)
            context["findings"] = found(sent.manuscript, obj, sent.field_of)
        else:
            context["findings"] = found(rows.read(obj), obj) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def found(content: Manuscript, article, field_of=None) -> list[dict]:
    """All findings, a language after the other, in words. A language in which nothing is said yet has none.

    `field_of` names the field of a path's text in a form whose rows may be new.
    """
    site = knows(article)
    all_of_them = [one for code in spoken(content) for one in findings(content, code, knows=site)]
    pages = _pages_of_pictures({one.data["digest"] for one in all_of_them if one.rule == "alt"})
    return [
        _shown(one, content)
        | {"field": field_of(one.path, one.language) if field_of else "", "address": pages.get(one.data.get("digest"))}
        for one in all_of_them
    ]


def _pages_of_pictures(digests: set[str]) -> dict[str, str]:
    """Where the library's pictures are described, by digest."""
    known = Picture.objects.filter(digest__in=digests).values_list("digest", "pk") if digests else ()
    return {digest: reverse("admin:articles_picture_change", args=[pk]) for digest, pk in known}


def spoken(content: Manuscript) -> list[str]:
    """The languages in which the article says something of its own; the site's own where it says nothing."""
    own = [unit for unit in units.units(content) if not unit.is_shared]
    said = [code for code, _name in settings.LANGUAGES if any(unit.texts.get(code) for unit in own)]
    return said or [settings.LANGUAGE_CODE]


def _shown(one, content: Manuscript) -> dict:
    said = worded(one, content)
    return {
        "path": one.path,
        "language": one.language,
        "kind": one.kind,
        "rule": one.rule,
        "label": said.label,
        "sentence": said.sentence,
        "place": said.place,
        "wanted": one.data.get("wanted"),
        "start": one.data.get("start"),
        "end": one.data.get("end"),
    }
