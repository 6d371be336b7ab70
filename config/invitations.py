"""Links in mails by which staff choose a password: the first one, or a new one after the old was forgotten."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from comments import letters
from comments.limits import spend
from comments.models import Letter

INVITE, RECOVER = "invite", "recover"
VALID_FOR = {INVITE: timedelta(days=3), RECOVER: timedelta(hours=2)}
PAUSE = timedelta(minutes=10)  # between mails to one address that somebody typed


def invite(user, language: str) -> Letter:
    """Write the mail by which a new colleague chooses a password."""
    told = {"link": _link(INVITE, user, language), "name": user.get_username()}
    return letters.write(INVITE, user.email, "config/mail/invite.txt", language, told)


def recover(email: str, language: str) -> bool:
    """Write one mail with a link for each account with this address. False: there is none, or it got one just now."""
    users = list(User.objects.filter(email__iexact=email, is_active=True, is_staff=True)[:5]) if email else []
    if not users or not _may_be_written_to(users[0].email):
        return False
    links = [(user.get_username(), _link(RECOVER, user, language)) for user in users]
    letters.write(RECOVER, users[0].email, "config/mail/recover.txt", language, {"links": links})
    return True


def receiver(purpose: str, token: str) -> tuple[User | None, str]:
    """Whom we sent this link, if it still holds: until it is used, until they sign in, and not for ever.

    And the language that they were written to in.
    """
    try:
        pk, mark, language = _signer(purpose).unsign_object(token, max_age=VALID_FOR[purpose])
    except (KeyError, ValueError, signing.BadSignature):
        return None, ""
    user = User.objects.filter(pk=pk, is_active=True, is_staff=True).first()
    return (user if user and constant_time_compare(mark, _mark(user)) else None), language


def _link(purpose: str, user, language: str) -> str:
    token = _signer(purpose).sign_object([user.pk, _mark(user), language])
    return settings.SITE_URL + reverse("desk_choose_password", args=[purpose, token])


def _mark(user) -> str:
    """What changes when the link is used, and with it the link dies."""
    state = f"{user.password} {user.last_login} {user.email}"
    return salted_hmac("config.invitations", state, algorithm="sha256").hexdigest()[:32]


def _may_be_written_to(email: str) -> bool:
    just_now = Letter.objects.filter(kind=RECOVER, to=email, created_at__gt=timezone.now() - PAUSE)
    if just_now.exists():
        return False
    # Of two who ask at the same moment one is first.
    known = salted_hmac("config.invitations.address", email, algorithm="sha256").hexdigest()[:32]
    return not spend(RECOVER, known, 1, int(PAUSE.total_seconds()))


def _signer(purpose: str) -> signing.TimestampSigner:
    # A dot, since some mail programs end a link at a colon.
    return signing.TimestampSigner(salt=f"config.invitations.{purpose}", sep=".")
