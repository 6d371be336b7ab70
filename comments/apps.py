from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = _("Comments")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from articles.pages import listing
        from comments import notices, pages, preview_answers, roles, signals
        from comments.models import Comment, Discussion, Rules

        signals.went_live.connect(notices.announce, dispatch_uid="comments.notices.announce")
        signals.left_public.connect(notices.withdraw, dispatch_uid="comments.notices.withdraw")
        post_save.connect(
            preview_answers.tell, sender="articles.PreviewAnswer", dispatch_uid="comments.preview_answers.tell"
        )
        post_migrate.connect(roles.make, sender=self, dispatch_uid="comments.roles.make")
        signals.left_public.connect(pages.comment_left, dispatch_uid="comments.pages.comment_left")
        post_save.connect(pages.comment_saved, sender=Comment, dispatch_uid="comments.pages.comment_saved")
        post_delete.connect(pages.comment_deleted, sender=Comment, dispatch_uid="comments.pages.comment_deleted")
        for signal in (post_save, post_delete):
            signal.connect(pages.discussion_changed, sender=Discussion)
            signal.connect(pages.rules_changed, sender=Rules)
        listing.more.append(pages.addresses)
