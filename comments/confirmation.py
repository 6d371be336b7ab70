"""An address is confirmed: whoever reads its mail says that it is theirs, and what they want to be told."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from comments import letters, signed
from comments.models import Address, Comment, Decision, Letter

PAUSE = timedelta(minutes=10)  # at most one mail in this time because somebody typed an address
RULE = "unconfirmed"


def ask(address, language) -> bool:
    """Send the address one mail with a link that confirms it. False: it got such a mail just now, nothing is sent."""
    with transaction.atomic():
        if not may_be_written_to(address):
            return False
        link = signed.link("confirm", signed.make(signed.CONFIRM, address.pk), language=language)
        letters.write(Letter.Kind.CONFIRM, address.email, "comments/mail/confirm.txt", language, {"link": link})
    return True


def may_be_written_to(address) -> bool:
    """Claim the one mail that an address gets in ten minutes, whoever types it and for whatever reason."""
    now = timezone.now()
    rested = Address.objects.filter(Q(asked_at=None) | Q(asked_at__lte=now - PAUSE), pk=address.pk)
    return bool(rested.update(asked_at=now))


def waiting_follows(address):
    """The threads that somebody wants to follow with this address, as long as the mail's link is valid."""
    since = timezone.now() - signed.VALID_FOR[signed.CONFIRM]
    return address.follows.filter(confirmed_at=None, created_at__gt=since)


@transaction.atomic
def confirm(address, follows=()) -> None:
    """The address is right. Of the follows that wait, those given are wanted; held comments lose this one reason."""
    now = timezone.now()
    Address.objects.filter(pk=address.pk, confirmed_at=None).update(confirmed_at=now)
    waiting_follows(address).filter(pk__in=[follow.pk for follow in follows]).update(confirmed_at=now)
    for comment in Comment.objects.select_for_update().filter(address=address, state=Comment.State.HELD):
        _release(comment)


def _release(comment) -> None:
    left = [reason for reason in comment.reasons if reason.get("rule") != RULE]
    if left == comment.reasons:
        return
    comment.reasons = left
    comment.save(update_fields=["reasons"])
    # What a moderator put on hold stays there.
    if not left and not comment.decisions.filter(who=Decision.Who.MODERATOR).exists():
        with translation.override(settings.LANGUAGE_CODE):
            comment.approve(who=Decision.Who.SYSTEM, why=_("Its e-mail address was confirmed."))


def masked(email: str) -> str:
    """The address so that its owner knows it and nobody else learns it: h…@example.is."""
    local, _at, domain = email.rpartition("@")
    return f"{local[:1]}…@{domain}"
