from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = _("Comments")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from comments import notices, signals

        signals.went_live.connect(notices.announce, dispatch_uid="comments.notices.announce")
        signals.left_public.connect(notices.withdraw, dispatch_uid="comments.notices.withdraw")
