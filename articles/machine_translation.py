"""A first draft of a translation by an outside service. None is wired.

Whoever wants one writes a function and names it in the environment: `MACHINE_TRANSLATION=package.module.function`. It
gets a `Request` and answers with the translations in the same order, None for what it cannot translate. Prose is HTML
in the closed subset of `articles.prose`, and comes back as HTML. The function is called outside of any transaction, in
a thread of its own, and has `PATIENCE` seconds: it must use no database connection and should have a timeout of its
own. What it answers is cleaned like everything that is written, and is a draft that readers are told of until a person
has approved it.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from articles import prose
from articles.translations import Text

log = logging.getLogger(__name__)

PATIENCE = 25.0  # seconds that an editor waits for it
MOST = 40  # texts in one request


@dataclass(frozen=True, slots=True)
class Part:
    """One text to translate."""

    text: str
    is_prose: bool  # HTML, else one plain line


@dataclass(frozen=True, slots=True)
class Request:
    source_language: str
    language: str
    parts: tuple[Part, ...]


class NoDraft(Exception):
    """The service gave nothing that could be used; says so in a sentence."""


def is_wired() -> bool:
    return bool(getattr(settings, "MACHINE_TRANSLATION", ""))


def drafts(texts: Sequence[Text], source_language: str, language: str) -> dict[str, str]:
    """Drafts for the first of these texts, by path; what came back empty is left out. Raises NoDraft."""
    wanted = [text for text in texts if text.source][:MOST]
    request = Request(source_language, language, tuple(Part(text.source, text.is_prose) for text in wanted))
    answers = SimpleQueue()
    Thread(target=_answer, args=(request, answers), name="machine-translation", daemon=True).start()
    try:
        answer = answers.get(timeout=PATIENCE)
    except Empty:
        log.warning("The machine translation took longer than %s seconds and was left out.", PATIENCE)
        answer = None
    if not _is_fit(answer, len(wanted)):
        raise NoDraft(_("The machine translation gave no answer that could be used. Nothing was changed."))
    said = ((text, _clean(text, draft)) for text, draft in zip(wanted, answer, strict=True) if draft)
    return {text.path: draft for text, draft in said if draft}


def _answer(request: Request, answers: SimpleQueue) -> None:
    try:
        answers.put(import_string(settings.MACHINE_TRANSLATION)(request))
    except Exception as error:
        # The error's own words could hold what is not published yet.
        log.error("The machine translation failed: %s.", type(error).__name__)
        answers.put(None)


def _is_fit(answer, count: int) -> bool:
    is_list = isinstance(answer, list | tuple) and len(answer) == count
    return is_list and all(draft is None or isinstance(draft, str) for draft in answer)


def _clean(text: Text, draft: str) -> str:
    return prose.clean(draft) if text.is_prose else prose.line(draft)
