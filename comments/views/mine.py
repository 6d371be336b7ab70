"""My comments: everything written with one e-mail address, for whoever comes by a link sent to it."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _

from comments import confirmation, editing, editions, erasing, keeping, letters, notices, signed, visits
from comments.emails import EmailForm
from comments.models import Address, Comment, Decision, Letter
from comments.ownership import changeable_until, is_changeable
from comments.views.private import READ, ask_for_address, dead_link, for_visitor, page, private, see

PAGE = 50
DONE = {
    "deleted": gettext_lazy("The comment has been deleted."),
    "edited": gettext_lazy("The change has been saved."),
    "late": gettext_lazy("The comment can no longer be changed, but you can still delete it."),
    "stopped": gettext_lazy("You will not hear of new comments or replies any more."),
}


@private(*READ, "POST")
def comments(request):
    address = visits.visitor(request)
    if address and request.method != "POST":
        return _overview(request, address)
    drawn = partial(page, request, "comments/my_comments_ask.html", title=_("My comments"))
    if request.method == "POST":
        return ask_for_address(request, "mine", drawn, _send_link)
    return drawn(form=EmailForm())


@private(*READ, "POST")
def enter(request, token):
    try:
        [pk] = signed.read(signed.ENTER, token)
    except signed.Forged as error:
        return dead_link(request, 410 if isinstance(error, signed.Expired) else 404)
    address = Address.objects.filter(pk=pk).first()
    if address is None:
        return dead_link(request, 404)
    if request.method == "POST":
        confirmation.confirm(address)
        response = see("my-comments")
        visits.begin(response, address)
        return response
    masked = confirmation.masked(address.email)
    return page(request, "comments/my_comments_open.html", title=_("Open My comments"), masked=masked)


@private("POST")
def leave(request):
    response = see("home")
    visits.end(response)
    return response


@private(*READ)
@for_visitor
def export(request, address):
    name = pgettext("url", "my-comments/my-comments.json").rpartition("/")[2]
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    shape = {"ensure_ascii": False, "indent": 2}
    return JsonResponse(keeping.export(address), json_dumps_params=shape, headers=headers)


@private("POST")
@for_visitor
def stop_all(request, address):
    notices.stop_all(address)
    return see("my-comments", done="stopped")


@private(*READ, "POST")
@for_visitor
def erase(request, address):
    if request.method == "POST":
        erasing.forget(address)
        response = page(request, "comments/my_comments_erase.html", title=_("Everything has been erased"), done=True)
        visits.end(response)
        return response
    masked = confirmation.masked(address.email)
    count = address.comments.count()
    return page(request, "comments/my_comments_erase.html", title=_("Erase everything?"), masked=masked, count=count)


@private(*READ, "POST")
@for_visitor
def edit(request, address, pk):
    comment = get_object_or_404(address.comments, pk=pk)
    if not is_changeable(comment):
        return see("my-comments", done="late")
    form = editing.EditForm(request.POST if request.method == "POST" else None, initial=editing.as_written(comment))
    if not form.is_valid():
        return _form(request, form, comment)
    editing.edit(comment, form.cleaned_data["name"], form.cleaned_data["text"])
    return see("my-comments", done="edited")


@private(*READ, "POST")
@for_visitor
def delete(request, address, pk):
    comment = get_object_or_404(address.comments, pk=pk)
    if request.method == "POST":
        erasing.erase(comment, who=Decision.Who.WRITER)
        return see("my-comments", done="deleted")
    title = _("Delete this comment?")
    return page(request, "comments/my_comments_delete.html", title=title, comment=comment)


def _form(request, form, comment):
    return page(
        request,
        "comments/edit.html",
        title=_("Change your comment"),
        status=422 if form.is_bound else 200,
        form=form,
        is_live=comment.state == Comment.State.LIVE,
        minutes=-(-(changeable_until(comment) - timezone.now()) // timedelta(minutes=1)),
        cancel=reverse("my-comments"),
    )


def _overview(request, address):
    written, older = _written(address, request.GET.get(pgettext("url", "before"), ""))
    follows = list(address.follows.filter(confirmed_at__isnull=False).order_by("pk"))
    places = editions.places([*written, *follows])
    return page(
        request,
        "comments/my_comments.html",
        title=_("My comments"),
        masked=confirmation.masked(address.email),
        done=DONE.get(request.GET.get("done")),
        entries=[_entry(comment, places.get(comment)) for comment in written],
        follows=[places.get(follow) for follow in follows],
        hears=bool(follows) or address.comments.filter(wants_replies=True).exists(),
        older=older,
    )


def _written(address, before: str):
    """A page of what was written, the newest first, and the address of the next page."""
    rows = address.comments.order_by("-pk")
    if before.isdecimal() and len(before) < 19:
        rows = rows.filter(pk__lt=int(before))
    found = list(rows[: PAGE + 1])
    name = pgettext("url", "before")
    more = len(found) > PAGE
    return found[:PAGE], f"{reverse('my-comments')}?{name}={found[PAGE - 1].pk}" if more else ""


def _entry(comment, edition) -> dict:
    is_shown = edition and comment.state == Comment.State.LIVE
    return {
        "comment": comment,
        "state": _state(comment),
        "edition": edition,
        "link": signed.link("comment", comment.pk, language=comment.language) if is_shown else "",
        "is_changeable": is_changeable(comment),
    }


def _state(comment) -> str:
    return {
        Comment.State.LIVE: _("Shown"),
        Comment.State.REMOVED: _("Removed"),
    }.get(comment.state, _("Waits for approval"))


@transaction.atomic
def _send_link(email):
    """Send the link where there is something to see. Who asks does not learn whether there is."""
    address = Address.objects.filter(email=email.strip().casefold()).first()
    if address is None or not (address.comments.exists() or address.follows.exists()):
        return
    if confirmation.may_be_written_to(address):
        link = signed.link("my-comments-open", signed.make(signed.ENTER, address.pk), language=get_language())
        letters.write(Letter.Kind.LINK, address.email, "comments/mail/link.txt", get_language(), {"link": link})
