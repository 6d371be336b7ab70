"""A reader says that a comment should not stand."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments import limits, ownership, reporting
from comments.models import Comment
from comments.networks import network_of
from comments.views.private import READ, page, private
from comments.views.writer import about, found

MOST = 20  # reports from one network in ten minutes


@private(*READ, "POST")
def report(request, pk):
    comment, edition = found(pk)
    if ownership.may_change(request, comment):
        return redirect(
            "comment", pk
        )  # One's own comment needs no report: it can be changed, and there it is told how.
    if comment.state != Comment.State.LIVE:
        raise Http404("Readers do not see this comment.")
    told = about(comment, edition)
    if request.method != "POST":
        return _drawn(request, reporting.ReportForm(), told)
    form = reporting.ReportForm(request.POST)
    if wait := limits.spend("report", network_of(request), MOST):
        return _refused(request, form, told, wait)
    if not form.is_valid():
        return _drawn(request, form, told, status=422)
    is_new = reporting.report(comment, form.cleaned_data["reason"], form.cleaned_data["more"], network_of(request))
    title = _("Thank you for the report")
    return page(request, "comments/reported.html", title=title, is_new=is_new, **told)


def _drawn(request, form, told, status=200, **context):
    title = _("Report a comment")
    return page(request, "comments/report.html", title=title, status=status, form=form, **told, **context)


def _refused(request, form, told, wait: int):
    minutes = -(-wait // 60)
    said = ngettext(
        "Many reports have come from your network. Try again in %(count)s minute: what you wrote stays here.",
        "Many reports have come from your network. Try again in %(count)s minutes: what you wrote stays here.",
        minutes,
    )
    response = _drawn(request, form, told, status=429, refused=said % {"count": minutes})
    response["Retry-After"] = str(wait)
    return response
