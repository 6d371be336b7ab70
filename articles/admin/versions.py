"""Saving the article's page so that nobody overwrites anybody: a version travels with the form."""

from dataclasses import replace
from functools import wraps

from django import forms
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import merging, publishing, rows
from articles.admin import conflict, typed
from articles.admin.rows import RowFormSet
from articles.manuscript import Author, Manuscript, Picture, Subject, Tag
from articles.models import Article

SIGNED_OUT = gettext_lazy(
    "You had been signed out, so the article was not saved. What you typed is kept in this browser, and is offered "
    "back when you have signed in and open the article again."
)


class Refused(ValueError):
    """What was typed could not be written; says why."""


class ArticleForm(forms.ModelForm):
    refusal = ""

    def clean(self):
        if self.refusal:
            raise forms.ValidationError(self.refusal)
        return super().clean()


class Versions:
    """Mixed into the admin of articles: what was typed is written as a manuscript, merged with what others saved."""

    form = ArticleForm
    change_form_before_template = "admin/articles/version.html"

    def get_urls(self):
        return [
            path("add/", self.told(self.add_view), name="articles_article_add"),
            path("<path:object_id>/change/", self.told(self.change_view), name="articles_article_change"),
            *super().get_urls(),
        ]

    def told(self, view):
        """Whoever saves when the session has ended is told that nothing was saved, and then signs in."""
        inner = self.admin_site.admin_view(view)

        @wraps(view)
        def wrapped(request, *args, **kwargs):
            if request.method == "POST" and not self.admin_site.has_permission(request):
                messages.warning(request, SIGNED_OUT)
            return inner(request, *args, **kwargs)

        return wrapped

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        request.answers = conflict.unwrapped(request)
        request.refusal = conflict.BACK if request.answers and request.answers.goes_back else ""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except conflict.Clash as clash:
            return conflict.page(self, request, clash)
        except Refused as reason:
            request.refusal = str(reason)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, **kwargs):
        if not hasattr(request, "version"):
            request.version = request.POST.get(typed.VERSION, "") if request.method == "POST" else opened(obj)
        form = super().get_form(request, obj, **kwargs)
        form.refusal = getattr(request, "refusal", "")
        return form

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["version"] = request.version
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request, article, form, change):
        locked = Article.objects.select_for_update().get(pk=article.pk) if change else None
        content = merged(request, locked)
        if not change:
            article.key = typed.key_of(content, Article.objects.values_list("key", flat=True))
            super().save_model(request, article, form, change)
        write(content, locked or Article.objects.get(pk=article.pk))

    def save_related(self, request, form, formsets, change):
        """Rows are written already, with the article."""
        for formset in formsets:
            if isinstance(formset, RowFormSet):
                formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
            else:
                # In memory the texts are as they were typed; addresses are made from those that are saved.
                formset.instance = Article.objects.get(pk=form.instance.pk)
                self.save_formset(request, form, formset, change=change)

    def response_change(self, request, article):
        if request.answers and request.answers.sets_aside:
            messages.success(request, _("Your text was kept in the history, and the article was left as it was."))
            return HttpResponseRedirect(request.path)
        return super().response_change(request, article)


def merged(request, article: Article | None) -> Manuscript:
    """What to write: what was typed, with what others saved since the page was opened. Raises Clash."""
    mine = typed.manuscript_of(request, article)
    if article is None:
        return mine.manuscript
    theirs = rows.read(article)
    if mine.base == theirs:
        return mine.manuscript
    if request.answers and request.answers.sets_aside:
        return set_aside(request, article, mine.manuscript, theirs)
    merge = merging.merge(mine.base, mine.manuscript, theirs)
    version = typed.version_of(article)
    if not (request.answers and request.answers.decide(merge, version)) and merge.conflicts:
        raise conflict.Clash(article, merge, version)
    choices = request.answers.choices(merge) if request.answers else {}
    if not request.answers and (told := conflict.told(merge, article)):
        messages.info(request, told)
    return merging.decided(merge, choices)


def opened(article: Article | None) -> str:
    """The version that a page opened now has. What was written without being kept, as by an import, is kept now:
    what the page was opened with must be known when it comes back."""
    if article is None or article.pk is None:
        return ""
    content, latest = rows.read(article), article.revisions.first()
    if latest is None or own(latest.manuscript) != own(content):
        latest = publishing.keep(article, content)
    return str(latest.pk)


def own(content: Manuscript) -> Manuscript:
    """The manuscript without what is kept elsewhere, with other articles: there it changes without this one."""
    sides = (replace(side, subject=Subject(side.subject.key), picture=_known(side.picture)) for side in content.sides)
    return replace(
        content,
        author=content.author and Author(content.author.key),
        tags=tuple(Tag(tag.key) for tag in content.tags),
        picture=_known(content.picture),
        sides=tuple(sides),
    )


def _known(picture: Picture | None) -> Picture | None:
    return picture and Picture(picture.digest)


def set_aside(request, article: Article, mine: Manuscript, theirs: Manuscript) -> Manuscript:
    """Keep what was typed in the history. The latest revision is what the rows say, so that is kept anew after it."""
    publishing.keep(article, mine, request.user, _("Kept beside, not in use."), False)
    return theirs


def write(content: Manuscript, article: Article) -> None:
    """All or nothing; what does not fit together is said, with everything typed still on the page."""
    try:
        with transaction.atomic():
            rows.write(content, article)
    except (IntegrityError, ValueError) as error:
        reason = _("What you typed and what somebody else has saved meanwhile cannot stand together. %(error)s")
        raise Refused(reason % {"error": error}) from error
