"""The addresses of the thread. Their words are translated: msgctxt "url" in the catalogues."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from comments import feeds
from comments.views import following, mail, mine, reporting, thread, wishing, writer, writing

urlpatterns = [
    # A thread and what belongs to it
    path(pgettext_lazy("url", "comments/atom.xml"), feeds.newest, name="comments-feed"),
    path(pgettext_lazy("url", "comments/<slug:slug>/"), thread.thread, name="thread"),
    path(pgettext_lazy("url", "comments/<slug:slug>/atom.xml"), feeds.thread, name="thread-feed"),
    path(pgettext_lazy("url", "comments/<slug:slug>/branch/<int:pk>/"), thread.branch, name="branch"),
    path(pgettext_lazy("url", "comments/<slug:slug>/write/"), writing.write, name="write"),
    path(pgettext_lazy("url", "comments/<slug:slug>/write/<int:parent>/"), writing.write, name="reply"),
    path(pgettext_lazy("url", "comments/<slug:slug>/token/"), writing.token, name="form-token"),
    path(pgettext_lazy("url", "comments/<slug:slug>/follow/"), following.follow, name="follow"),
    # One comment: where it stands, and what its writer or a reader may do about it
    path(pgettext_lazy("url", "comment/<int:pk>/"), writer.comment, name="comment"),
    path(pgettext_lazy("url", "comment/<int:pk>/edit/"), writer.edit, name="comment-edit"),
    path(pgettext_lazy("url", "comment/<int:pk>/delete/"), writer.delete, name="comment-delete"),
    path(pgettext_lazy("url", "comment/<int:pk>/report/"), reporting.report, name="comment-report"),
    # A comparison that is missing
    path(pgettext_lazy("url", "search/wish/"), wishing.wish, name="wish"),
    path(pgettext_lazy("url", "search/wish/thanks/"), wishing.thanks, name="wished"),
    # Links in mails
    path(pgettext_lazy("url", "mail/confirm/<str:token>/"), mail.confirm, name="confirm"),
    path(pgettext_lazy("url", "mail/stop/<str:token>/"), mail.unsubscribe, name="unsubscribe"),
    # My comments
    path(pgettext_lazy("url", "my-comments/"), mine.comments, name="my-comments"),
    path(pgettext_lazy("url", "my-comments/open/<str:token>/"), mine.enter, name="my-comments-open"),
    path(pgettext_lazy("url", "my-comments/leave/"), mine.leave, name="my-comments-leave"),
    path(pgettext_lazy("url", "my-comments/my-comments.json"), mine.export, name="my-comments-export"),
    path(pgettext_lazy("url", "my-comments/stop-all/"), mine.stop_all, name="my-comments-stop-all"),
    path(pgettext_lazy("url", "my-comments/erase/"), mine.erase, name="my-comments-erase"),
    path(pgettext_lazy("url", "my-comments/<int:pk>/edit/"), mine.edit, name="my-comment-edit"),
    path(pgettext_lazy("url", "my-comments/<int:pk>/delete/"), mine.delete, name="my-comment-delete"),
]
