"""Guessing stops. Axes asks here before it lets a password be looked at, and second factors are guarded the same way.

Wrong guesses of the last hour count against the name together with the network (5), against the name from anywhere
(10) and against the network (20). So one network cannot shut a name for everybody, and many networks together have
no more than ten guesses an hour. A browser that knows the person has a count of its own (10), see known_browsers.py:
whoever guesses elsewhere does not keep the owner out, and from a new browser the owner comes in by a mailed link.

A guess is counted before it is looked at and taken back if it was right: a hundred at once are as good as one by one.
Names and networks are stored as keyed hashes.
"""

import ipaddress
from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from axes.handlers.base import AxesHandler
from axes.models import AccessAttempt
from django.db.models import F, Max, Sum
from django.utils import timezone
from django.utils.crypto import salted_hmac

from comments.networks import network_of
from config import known_browsers

AN_HOUR = timedelta(hours=1)
FROM_ONE_NETWORK_AT_ONE_NAME = 5
AT_ONE_NAME = 10
FROM_ONE_NETWORK = 20
FROM_A_KNOWN_BROWSER = 10
PASSWORD, CODE = "password", "code"


@dataclass(frozen=True, slots=True)
class Guess:
    """A row of the table: who guesses at whose secret. All three are hashes or random; browser is "" for a new one."""

    name: str
    network: str
    browser: str

    @property
    def row(self):
        return AccessAttempt.objects.filter(username=self.name, ip_address=self.network, user_agent=self.browser)

    def counts(self):
        """The rows that are counted together, and how many guesses they may have."""
        if self.browser:
            return [(AccessAttempt.objects.filter(username=self.name, user_agent=self.browser), FROM_A_KNOWN_BROWSER)]
        strangers = AccessAttempt.objects.filter(user_agent="")
        return [
            (self.row, FROM_ONE_NETWORK_AT_ONE_NAME),
            (strangers.filter(username=self.name), AT_ONE_NAME),
            (strangers.filter(ip_address=self.network), FROM_ONE_NETWORK),
        ]


def begin(request, username: str, secret: str = PASSWORD) -> bool:
    """Count a guess at this person's secret. False: there were too many, and it may not even be looked at."""
    browser = known_browsers.browser_of(request, hashed_name(username))
    request.guess = guess = Guess(hashed_name(username, secret), _address(network_of(request)), browser)
    # Nothing is written while it is shut: an attack shall not queue for the one writer of SQLite.
    allowed = not _wait(guess, room=1) and _count(guess)
    request.axes_locked_out = not allowed
    return allowed


def was_right(request) -> None:
    """What this request guessed was right, so it was no guess."""
    if guess := getattr(request, "guess", None):
        guess.row.filter(failures_since_start__gt=0).update(failures_since_start=F("failures_since_start") - 1)


def wait(request) -> int:
    """The seconds until the one who was refused may try again."""
    return max(1, ceil(_wait(request.guess, room=1).total_seconds()))


def forget(username: str) -> int:
    """Forget all guesses at this person's secrets, and say how many rows that were."""
    names = [hashed_name(username, secret) for secret in (PASSWORD, CODE)]
    return AccessAttempt.objects.filter(username__in=names).delete()[0]


def hashed_name(username: str, secret: str = PASSWORD) -> str:
    return salted_hmac(f"config.lockout.{secret}", username, algorithm="sha256").hexdigest()[:32]


class Handler(AxesHandler):
    """What axes asks. It counts nothing when a guess turns out wrong: that was done before."""

    def is_allowed(self, request, credentials=None) -> bool:
        return begin(request, (credentials or {}).get("username") or "")

    def reset_attempts(self, *, ip_address=None, username=None, ip_or_username=False) -> int:
        """For axes' commands. Without a name everything is forgotten; networks are hashes that nobody can name."""
        return forget(username) if username else AccessAttempt.objects.all().delete()[0]

    def post_save_access_attempt(self, instance, **kwargs):
        pass

    def post_delete_access_attempt(self, instance, **kwargs):
        pass


def _count(guess: Guess) -> bool:
    now = timezone.now()
    AccessAttempt.objects.filter(attempt_time__lte=now - AN_HOUR).delete()
    new = AccessAttempt(
        username=guess.name, ip_address=guess.network, user_agent=guess.browser, failures_since_start=0
    )
    AccessAttempt.objects.bulk_create([new], ignore_conflicts=True)
    if not guess.row.update(failures_since_start=F("failures_since_start") + 1):
        return False  # Somebody forgot the row in this very moment.
    if _wait(guess, room=0):
        was_counted = guess.row.filter(failures_since_start__gt=0)
        was_counted.update(failures_since_start=F("failures_since_start") - 1)
        return False
    # Only a guess that is looked at makes the hour begin anew: knocking does not keep the door shut.
    return bool(guess.row.update(attempt_time=now))


def _wait(guess: Guess, *, room: int) -> timedelta:
    """How long until `room` more guesses fit; nothing if they do now."""
    now = timezone.now()
    waits = [timedelta()]
    for rows, most in guess.counts():
        recent = rows.filter(attempt_time__gt=now - AN_HOUR, failures_since_start__gt=0)
        count = recent.aggregate(count=Sum("failures_since_start"), latest=Max("attempt_time"))
        if (count["count"] or 0) + room > most:
            waits.append(count["latest"] + AN_HOUR - now)
    return max(waits)


def _address(network: str) -> str:
    """A network's hash in the shape of an address, which the column wants."""
    return str(ipaddress.IPv6Address(int(network or "0", 16)))
