"""The outbox is emptied: each mail is claimed, sent and noted on its own. The worker calls this."""

import re
import textwrap
from contextlib import suppress
from datetime import timedelta
from smtplib import SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone

from comments.models import Letter

TIMEOUT = 15  # seconds that a mail server may be silent
# A mail that is being sent belongs to whom sends it for this long. Killed there, it is tried again afterwards.
CLAIMED_FOR = timedelta(minutes=5)
REFUSED_TRIES = 3  # the receiver's server says no: it hardly says yes the twelfth time
ADDRESS = re.compile(r"\S+@\S+")


def send_due(now=None, most=100) -> int:
    """Send what is due, the oldest first, and say how many went out. A dead server only delays."""
    due = list(Letter.objects.due(now)[:most])
    if not due:
        return 0
    connection = get_connection(timeout=TIMEOUT)
    dead, sent = _opened(connection), 0
    try:
        for letter in due:
            if _claim(letter, now or timezone.now()):
                error = dead or _send(letter, connection)
                _note(letter, error, now or timezone.now())
                sent += not error
                # After a fault it is not known what state the connection is in.
                dead = dead or (_reopened(connection) if error else None)
    finally:
        _close(connection)
    return sent


def wait_after(tries: int) -> timedelta:
    """How long to wait after so many tries: each time twice as long."""
    return min(Letter.FIRST_WAIT * 2 ** (tries - 1), Letter.LONGEST_WAIT)


def _claim(letter, now) -> bool:
    """Take the letter for ourselves; False where another worker was faster."""
    same = Letter.objects.filter(pk=letter.pk, sent_at=None, tries=letter.tries)
    letter.tries += 1
    return bool(same.update(tries=letter.tries, next_try_at=now + CLAIMED_FOR))


def _send(letter, connection) -> Exception | None:
    try:
        mail = EmailMessage(letter.subject, letter.text, to=[letter.to], headers=_headers(letter))
        connection.send_messages([mail])
    except Exception as error:  # Whatever one mail does, the others are sent.
        return error
    return None


def _headers(letter) -> dict[str, str]:
    # The same name at each try: a mail that was sent by somebody killed before noting it is known as the same mail.
    name = f"<letter.{letter.pk}.{letter.created_at:%Y%m%d%H%M%S}@{settings.SITE_HOST}>"
    return {"Auto-Submitted": "auto-generated", "Message-ID": name, **letter.headers}


def _note(letter, error, now) -> None:
    row = Letter.objects.filter(pk=letter.pk)
    if error is None:
        # The links in it are personal, and nobody needs it any more.
        row.update(sent_at=now, next_try_at=None, error="", text="", headers={})
        return
    gave_up = letter.tries >= (REFUSED_TRIES if _is_refused(error) else Letter.MOST_TRIES)
    row.update(error=_words(error), next_try_at=None if gave_up else now + wait_after(letter.tries))


def _is_refused(error) -> bool:
    answers = error.recipients.values() if isinstance(error, SMTPRecipientsRefused) else ()
    return bool(answers) and all(500 <= code < 600 for code, _said in answers)


def _words(error) -> str:
    """What went wrong, for the desk: without the address, which mail servers like to repeat."""
    said = ADDRESS.sub("…", f"{type(error).__name__}: {error}".replace("\0", ""))
    return textwrap.shorten(said, 500, placeholder=" …")


def _opened(connection) -> Exception | None:
    try:
        connection.open()
    except Exception as error:
        return error
    return None


def _reopened(connection) -> Exception | None:
    _close(connection)
    return _opened(connection)


def _close(connection) -> None:
    with suppress(Exception):  # What could not be closed is dead already.
        connection.close()
