"""Links that stand in mails, and what else must come back as we gave it: signed, each kind with its own salt."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

CONFIRM = "confirm"  # address
STOP = "stop"  # what, which one of it, address
ENTER = "enter"  # address
VISIT = "visit"  # address; the cookie of My comments

VALID_FOR = {CONFIRM: timedelta(days=7), STOP: None, ENTER: timedelta(hours=1), VISIT: timedelta(hours=2)}


class Forged(ValueError):
    """We did not make this, or not for this purpose."""


class Expired(Forged):
    """We made this, but it is too old."""


def make(purpose: str, *values) -> str:
    """A text for an address or a cookie. It is signed, not secret: keys of rows go into it, nothing personal."""
    return _signer(purpose).sign_object(list(values))


def read(purpose: str, token: str) -> list:
    """The values that `make` was given. Raises Expired or Forged."""
    try:
        return _signer(purpose).unsign_object(token, max_age=VALID_FOR[purpose])
    except signing.SignatureExpired as error:
        raise Expired(purpose) from error
    except (signing.BadSignature, ValueError) as error:
        raise Forged(purpose) from error


def link(route: str, *values, language: str) -> str:
    """The whole address of one of our pages in a language."""
    with translation.override(language):
        return settings.SITE_URL + reverse(route, args=values)


def _signer(purpose: str) -> signing.TimestampSigner:
    # A dot, since some mail programs end a link at a colon.
    return signing.TimestampSigner(salt=f"comments.{purpose}", sep=".")
