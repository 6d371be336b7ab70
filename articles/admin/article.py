from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from js_asset import Script
from unfold.admin import ModelAdmin

from articles.admin import saving, strip
from articles.admin.autosave import Autosave
from articles.admin.bulk import Bulk
from articles.admin.choosing_pictures import ChoosesPicture
from articles.admin.editions import EditionInline, standings
from articles.admin.face import Face
from articles.admin.filters import AuthorFilter, LanguageFilter, StateFilter, TagFilter
from articles.admin.findings import Findings
from articles.admin.grid import GridInline
from articles.admin.history import History
from articles.admin.inlines import SideInline, SimilarityInline, SourceInline
from articles.admin.languages import LanguageTabs
from articles.admin.permissions import ByRole
from articles.admin.presence import Attendance
from articles.admin.previewing import Previewing
from articles.admin.searching import FoldedSearch
from articles.admin.shared_previews import SharesPreviews
from articles.admin.translating import Translating
from articles.admin.verbs import Verbs
from articles.admin.versions import ArticleForm, Versions
from articles.models import Article, translated


class ArticlePage(ArticleForm):
    class Media:  # not the admin's: lists and questions have nothing of what these look for
        js = (Script("js/desk-grid.js", type="module"), Script("js/desk-article.js", type="module"))


@admin.register(Article)
class ArticleAdmin(
    Autosave,
    History,
    ChoosesPicture,
    Versions,
    Previewing,
    Findings,
    Attendance,
    Face,
    ByRole,
    Verbs,
    Translating,
    SharesPreviews,
    Bulk,
    FoldedSearch,
    LanguageTabs,
    ModelAdmin,
):
    form = ArticlePage
    common_fields = ("author", "tags", "picture")
    translated_fields = ("title", "lead", "summary")
    autocomplete_fields = ("author", "tags")
    # Editions last: their addresses are made from what the rows before them say.
    inlines = (SideInline, SimilarityInline, GridInline, SourceInline, EditionInline)
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
        css = {"all": ["css/desk-strip.css", "css/desk-article.css", "css/desk-shared.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("sides__subject", "editions")

    @admin.display(description=_("editions"))
    def states(self, article):
        return standings(article.editions.all()) or "–"

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["strip"] = strip.of(request.user, obj) if obj else None
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request, article, form, change):
        if not change:
            article.created_by = request.user
        super().save_model(request, article, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        # Read anew: in memory the texts are as they were typed, in the database they are clean.
        saving.save(Article.objects.get(pk=form.instance.pk), request)
