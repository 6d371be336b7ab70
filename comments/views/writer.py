"""One comment's own pages: where it stands, and for a while after writing what its writer may do about it."""

from datetime import timedelta
from math import ceil

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Edition
from comments import editing, erasing, ownership
from comments import text as texts
from comments.models import Comment, Decision
from comments.threads import Said
from comments.views.private import READ, page, private
from comments.whereabouts import place_of


@private(*READ)
def comment(request, pk):
    comment, edition = found(pk)
    is_mine = ownership.is_writer(request, comment)
    if comment.state == Comment.State.LIVE and not (is_mine and ownership.is_changeable(comment)):
        return redirect(place_of(comment, get_language()))
    if not is_mine:
        raise Http404("Only its writer sees this comment.")
    if comment.state == Comment.State.REMOVED:
        return page(
            request, "comments/gone.html", title=_("This comment is gone"), status=410, **_told(comment, edition)
        )
    return page(request, "comments/waiting.html", title=_("Your comment"), **_told(comment, edition))


@private(*READ, "POST")
def edit(request, pk):
    comment, edition = found(pk)
    if not ownership.is_writer(request, comment):
        raise Http404("Only its writer may change this comment.")
    if not ownership.is_changeable(comment):
        return _too_late(request, comment, edition)
    form = editing.EditForm(request.POST if request.method == "POST" else None, initial=editing.as_written(comment))
    if not form.is_valid():
        return _drawn(request, form, comment, edition)
    editing.edit(comment, form.cleaned_data["name"], form.cleaned_data["text"])
    return _see(comment)


@private(*READ, "POST")
def delete(request, pk):
    comment, edition = found(pk)
    if not ownership.is_writer(request, comment):
        raise Http404("Only its writer may delete this comment.")
    if comment.state == Comment.State.REMOVED:
        return _see(comment)
    if not ownership.is_changeable(comment):
        return _too_late(request, comment, edition)
    if request.method == "POST":
        erasing.erase(comment, who=Decision.Who.WRITER)
        return _see(comment)
    return page(request, "comments/delete.html", title=_("Delete your comment?"), **_told(comment, edition))


def found(pk) -> tuple[Comment, Edition]:
    """The comment, and its article as it is live in the language of the page. Else there is no page about it."""
    comment = get_object_or_404(Comment.objects.select_related("address"), pk=pk)
    return comment, get_object_or_404(Edition.objects.live(get_language()), article=comment.article_id)


def about(comment, edition) -> dict:
    """What every page about one comment draws it from, and the way back to the discussion."""
    is_live = comment.state == Comment.State.LIVE
    return {
        "comment": comment,
        "edition": edition,
        "monogram": Said(comment.pk, None, comment.created_at, comment.place, comment.name).monogram,
        "back": place_of(comment, get_language()) if is_live else f"{edition.get_absolute_url()}#athugasemdir",
    }


def _told(comment, edition) -> dict:
    """What these pages tell about the comment. One called spam looks like one that waits."""
    left = ownership.changeable_until(comment) - timezone.now()
    return {
        **about(comment, edition),
        "is_live": comment.state == Comment.State.LIVE,
        "waits": comment.state != Comment.State.LIVE,
        "is_asked": comment.address is not None and comment.address.confirmed_at is None,
        "minutes": max(0, ceil(left / timedelta(minutes=1))),
        "mine": reverse("my-comments"),
        "cancel": reverse("comment", args=[comment.pk]),
    }


def _drawn(request, form, comment, edition):
    status = 422 if form.is_bound else 200
    title = _("Edit your comment")
    return page(request, "comments/edit.html", title=title, status=status, form=form, **_told(comment, edition))


def _too_late(request, comment, edition):
    title = _("The time to change it is over")
    typed = texts.normalised(request.POST.get("text", ""))
    return page(request, "comments/too_late.html", title=title, status=403, typed=typed, **_told(comment, edition))


def _see(comment):
    """Off to the comment's own page, to be fetched by GET."""
    response = redirect("comment", comment.pk)
    response.status_code = 303
    return response
