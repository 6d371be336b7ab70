"""A second opinion about spam from an outside service. None is wired.

Whoever wants one writes a function and names it in the environment: `COMMENT_LOOKUP=package.module.function`. It
gets a `Submission` and answers True (spam: the comment is held, with this as a reason), False (not spam) or None (no
opinion). It never learns an e-mail address or a network address. It is called before anything is stored, outside of
any transaction, in a thread of its own: it must use no database connection and should have a timeout of its own. If
it fails, or takes longer than `PATIENCE`, the comment is judged without it.
"""

import logging
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Thread

from django.conf import settings
from django.utils.module_loading import import_string

log = logging.getLogger(__name__)

PATIENCE = 2.0  # seconds that a reader waits for it
MOST_AT_ONCE = 8  # a service that hangs shall not fill the server with threads

_places = BoundedSemaphore(MOST_AT_ONCE)


@dataclass(frozen=True, slots=True)
class Submission:
    """What an outside service may know of a comment."""

    text: str
    name: str
    links: tuple[str, ...]
    language: str
    article: str  # the address of the article's page
    network: str  # a keyed hash: tells the same network again, and nothing else


def ask(submission: Submission) -> bool | None:
    """What the service says, or None: there is none, it has no opinion, it failed, or it took too long."""
    path = getattr(settings, "COMMENT_LOOKUP", "")
    if not path or not _places.acquire(blocking=False):
        return None
    answers = SimpleQueue()
    # A thread that hangs ends with the process, and gives back the place that it took.
    Thread(target=_answer, args=(path, submission, answers, _places), name="comment-lookup", daemon=True).start()
    try:
        return answers.get(timeout=PATIENCE)
    except Empty:
        log.warning("The lookup of a comment took longer than %s seconds and was left out.", PATIENCE)
        return None


def _answer(path: str, submission: Submission, answers: SimpleQueue, places: BoundedSemaphore) -> None:
    try:
        answer = import_string(path)(submission)
        answers.put(answer if isinstance(answer, bool) else None)
    except Exception as error:
        # The error's own words could hold what the reader wrote.
        log.error("The lookup of a comment failed: %s.", type(error).__name__)
        answers.put(None)
    finally:
        places.release()
