"""Pages that links in mails open. A GET changes nothing: mail programs follow links on their own."""

from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments import confirmation, editions, notices, signed
from comments.models import Address, Comment, Follow
from comments.views.private import READ, dead_link, page, private, unkept


@private(*READ, "POST")
def confirm(request, token):
    try:
        [pk] = signed.read(signed.CONFIRM, token)
    except signed.Forged as error:
        return dead_link(request, 410 if isinstance(error, signed.Expired) else 404)
    address = Address.objects.filter(pk=pk).first()
    if address is None:
        return dead_link(request, 404)
    if request.method == "POST":
        return _confirmed(request, address)
    return _to_confirm(request, address)


# One click in a mail program: the form comes from another site, without cookies. The signed link is proof enough.
@csrf_exempt
@unkept
@require_http_methods([*READ, "POST"])
def unsubscribe(request, token):
    try:
        what, pk, address = signed.read(signed.STOP, token)
    except signed.Forged:
        return dead_link(request, 404)
    if request.method == "POST":
        what = notices.ALL if "all" in request.POST else what
        notices.stop(what, pk, address)
        return page(request, "comments/unsubscribe.html", title=_("You get no more of these mails"), done=what)
    return _to_stop(request, what, pk, address)


def _to_confirm(request, address):
    return page(
        request,
        "comments/confirm.html",
        title=_("Confirm your e-mail address"),
        masked=confirmation.masked(address.email),
        follows=[(follow, edition.title) for follow, edition in _places(address).items()],
    )


def _confirmed(request, address):
    chosen = request.POST.getlist("follow")
    places = {follow: edition for follow, edition in _places(address).items() if str(follow.pk) in chosen}
    confirmation.confirm(address, places)
    return page(
        request,
        "comments/confirm.html",
        title=_("Your e-mail address is confirmed"),
        done=True,
        masked=confirmation.masked(address.email),
        editions=list(places.values()),
    )


def _places(address):
    return editions.places(list(confirmation.waiting_follows(address)))


def _to_stop(request, what, pk, address):
    model = Follow if what == notices.THREAD else Comment
    row = model.objects.filter(pk=pk, address=address).first()
    place = editions.places([row]).get(row) if row else None
    going = bool(row) and (what == notices.THREAD or row.wants_replies)
    title = _("Stop these mails?") if going or what == notices.ALL else _("You get no more of these mails")
    return page(request, "comments/unsubscribe.html", title=title, what=what, going=going, edition=place)
