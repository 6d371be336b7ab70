"""A thread is followed by mail, without writing in it."""

from functools import partial

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Edition
from comments import confirmation
from comments.emails import EmailForm
from comments.models import Address, Follow
from comments.standing import standing
from comments.views.private import READ, ask_for_address, page, private


@private(*READ, "POST")
def follow(request, slug):
    edition = get_object_or_404(Edition.objects.live(get_language()), slug=slug)
    drawn = partial(page, request, "comments/follow.html", title=_("Follow the comments"), edition=edition)
    if not standing(edition).open:
        return drawn(status=403, closed=True)
    if request.method == "POST":
        return ask_for_address(request, "follow", drawn, partial(_ask_to_follow, edition))
    return drawn(form=EmailForm())


@transaction.atomic
def _ask_to_follow(edition, email):
    """Somebody typed this address. Whoever reads its mail decides, also where it was confirmed before."""
    address = Address.of(email)
    wanted, _made = Follow.objects.get_or_create(
        address=address, article=edition.article, defaults={"language": edition.language}
    )
    if wanted.confirmed_at:
        return
    # The wish is new, so that it waits for as long as the link in the mail is valid.
    Follow.objects.filter(pk=wanted.pk).update(language=edition.language, created_at=timezone.now())
    confirmation.ask(address, edition.language)
