from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = _("Comments")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from comments import notices, preview_answers, roles, signals

        signals.went_live.connect(notices.announce, dispatch_uid="comments.notices.announce")
        signals.left_public.connect(notices.withdraw, dispatch_uid="comments.notices.withdraw")
        post_save.connect(
            preview_answers.tell, sender="articles.PreviewAnswer", dispatch_uid="comments.preview_answers.tell"
        )
        post_migrate.connect(roles.make, sender=self, dispatch_uid="comments.roles.make")
