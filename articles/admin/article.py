from django.contrib import admin, messages
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from js_asset import Script
from unfold.admin import ModelAdmin

from articles import publishing
from articles.admin.editions import EditionFormSet, EditionInline, standings
from articles.admin.filters import AuthorFilter, LanguageFilter, StateFilter, TagFilter
from articles.admin.grid import GridInline
from articles.admin.inlines import SideInline, SimilarityInline, SourceInline
from articles.admin.languages import LanguageTabs
from articles.admin.searching import FoldedSearch
from articles.language import words
from articles.models import Article, Edition, translated


@admin.register(Article)
class ArticleAdmin(FoldedSearch, LanguageTabs, ModelAdmin):
    common_fields = ("author", "tags")
    translated_fields = ("title", "lead", "summary")
    autocomplete_fields = ("author", "tags")
    # Editions last: their addresses are made from what the rows before them say.
    inlines = (SideInline, SimilarityInline, GridInline, SourceInline, EditionInline)
    change_form_before_template = "admin/articles/strip.html"
    warn_unsaved_form = True
    view_on_site = False

    list_display = ("__str__", "states", "author", "changed_at")
    list_filter = (StateFilter, LanguageFilter, ("author", AuthorFilter), ("tags", TagFilter))
    list_filter_submit = True
    list_per_page = 50
    list_select_related = ("author",)
    search_fields = (*translated.columns("title"), *(f"sides__subject__{name}" for name in translated.columns("name")))
    folded_fields = ("key", "editions__slug", "sides__subject__key")

    class Media:
        js = (Script("js/desk-grid.js", type="module"),)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("sides__subject", "editions")

    @admin.display(description=_("editions"))
    def states(self, article):
        return standings(article.editions.all()) or "–"

    def render_change_form(self, request, context, *args, **kwargs):
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        context["editions"] = [form for fs in formsets if isinstance(fs, EditionFormSet) for form in fs.in_order]
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request, article, form, change):
        if not change:
            # Named when the sides are known, a moment later in the same transaction.
            article.key = f"new-{get_random_string(20).lower()}"
        super().save_model(request, article, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        # Read anew: in memory the texts are as they were typed, in the database they are clean.
        article = Article.objects.get(pk=form.instance.pk)
        self.show_to_readers(request, article, formsets)

    def save_formset(self, request, form, formset, change):
        if isinstance(formset, EditionFormSet):
            formset.instance = self.named(Article.objects.get(pk=form.instance.pk), change)
        super().save_formset(request, form, formset, change)

    def named(self, article, change):
        """A new article's key is made from its subjects, else from its title, and never changed."""
        if not change:
            subjects = " ".join(side.subject.key for side in article.sides.select_related("subject"))
            title = next(iter(translated.texts(article, "title").values()), "")
            others = set(Article.objects.exclude(pk=article.pk).values_list("key", flat=True))
            article.key = words.key_for(subjects or title or "grein", others)
            article.save()
        return article

    def show_to_readers(self, request, article, formsets):
        """Saved texts reach readers at once where the edition is published; a refusal stops that edition alone."""
        for reason in publishing.republish(article, by=request.user):
            messages.warning(request, _("Readers still see the text from before. %(reason)s") % {"reason": reason})
        wanted = [edition for formset in formsets for edition in getattr(formset, "to_publish", ())]
        for edition in Edition.objects.filter(pk__in=[edition.pk for edition in wanted]):
            try:
                publishing.publish(edition, by=request.user)
            except publishing.NotPublishable as reason:
                text = _("The article was saved, but not published. %(reason)s")
                messages.error(request, text % {"reason": reason})
