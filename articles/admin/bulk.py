"""Verbs for several articles of the list at once: what is refused is said, a sentence each."""

from django.contrib import admin, messages
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import publishing, roles
from articles.models import Edition

State = Edition.State


class Bulk:
    """Mixed into the admin of articles."""

    actions = ("publish_chosen", "submit_chosen", "archive_chosen")

    @admin.action(description=_("Publish what is unpublished"), permissions=["publish"])
    def publish_chosen(self, request, queryset):
        _do(request, queryset, lambda article: publishing.publish_all(article, by=request.user))

    @admin.action(description=_("Send to review"), permissions=["submit"])
    def submit_chosen(self, request, queryset):
        each = _each(request.user, "submit", State.DRAFT, publishing.submit, _("It has no draft that you may send."))
        _do(request, queryset, each)

    @admin.action(description=_("Archive"), permissions=["publish"])
    def archive_chosen(self, request, queryset):
        each = _each(request.user, "publish", State.PUBLISHED, publishing.archive, _("Readers have not had it."))
        _do(request, queryset, each)


def _do(request, articles, work):
    """Each article for itself, all or nothing."""
    done = 0
    for article in articles:
        try:
            with transaction.atomic():
                work(article)
            done += 1
        except publishing.REFUSALS as reason:
            messages.warning(request, _("“%(name)s”: %(refusal)s") % {"name": article, "refusal": reason})
    if done:
        messages.success(
            request, ngettext("%(count)s article: done.", "%(count)s articles: done.", done) % {"count": done}
        )


def _each(user, needs, state, verb, refusal):
    """The verb for those editions of an article that are in the state."""

    def work(article):
        editions = [edition for edition in article.editions.filter(state=state) if roles.may(user, needs, edition)]
        if not editions:
            raise publishing.NotPossible(refusal)
        for edition in editions:
            verb(edition, by=user)

    return work
