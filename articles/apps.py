from django.apps import AppConfig
from django.core import checks
from django.db.models import signals
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.db.backends.signals import connection_created

        from articles import groups, ordering
        from articles.checks import check_search_index

        connection_created.connect(ordering.teach_sqlite, dispatch_uid="articles.ordering.teach_sqlite")
        checks.register(check_search_index)
        signals.post_migrate.connect(groups.make, sender=self, dispatch_uid="articles.groups")
        self.keep_the_index()
        self.know_the_translations()
        self.follow_with_pages()

    def know_the_translations(self) -> None:
        """What is kept and what is published tells which translations are stale."""
        from articles import translating

        signals.post_save.connect(
            translating.kept, sender="articles.Revision", dispatch_uid="articles.translating.kept"
        )
        signals.post_save.connect(
            translating.published, sender="articles.Publication", dispatch_uid="articles.translating.published"
        )

    def keep_the_index(self) -> None:
        """Everything that search entries are made from marks its editions when it changes."""
        from articles.models import Author, Edition, Tag
        from articles.search import changes

        for signal in (signals.post_save, signals.post_delete):
            signal.connect(changes.edition_changed, Edition)
        for field in (Edition.subjects, Edition.tags):
            signals.m2m_changed.connect(changes.links_changed, field.through)
        for model in (Author, Tag):
            signals.pre_save.connect(changes.remember_names, model)
            signals.post_save.connect(changes.names_changed, model)
        signals.pre_delete.connect(changes.tag_goes, Tag)

    def follow_with_pages(self) -> None:
        """Everything that finished pages are drawn from makes them stale when it changes."""
        from articles.models import Author, Edition, Page, Picture, Publication, Subject, Tag
        from articles.pages import changes

        signals.pre_save.connect(changes.remember_edition, Edition)
        signals.post_save.connect(changes.edition_saved, Edition)
        signals.pre_delete.connect(changes.edition_goes, Edition)
        for field in (Edition.subjects, Edition.tags):
            signals.m2m_changed.connect(changes.links_changed, field.through)
        for model in (Subject, Tag, Author):
            signals.post_save.connect(changes.facet_changed, model)
            signals.pre_delete.connect(changes.facet_changed, model)
        for signal in (signals.post_save, signals.post_delete):
            signal.connect(changes.page_changed, Page)
            signal.connect(changes.publication_changed, Publication)
        signals.post_save.connect(changes.picture_changed, Picture)
        signals.pre_delete.connect(changes.picture_changed, Picture)
