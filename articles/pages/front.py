"""The WSGI layer in front of Django: what is finished is answered here, everything else goes on to Django."""

from collections.abc import Callable

from articles.pages import negotiation
from articles.pages.memory import Memory, Page

METHODS = ("GET", "HEAD")
# Where a drawing tells how it went, in the environ of its request.
FINISHED, OVERTAKEN = "munur.finished", "munur.overtaken"
TRIES = 3
# What is told of each request that a finished page may answer: it was there; it was drawn and is there now; what was
# drawn was overtaken by a change, and thrown away; nothing could be drawn, and the page of before was shown; it is
# none that is kept.
HIT, DRAWN, THROWN_AWAY, ASIDE, OTHER = OUTCOMES = ("hit", "drawn", "overtaken", "aside", "other")
ASIDE_AGE = "no-cache"


class Front:
    """`takes`: whether a request came by the right way, to the right host and by https where that is wanted.

    `tell` gets one of OUTCOMES for each request.
    """

    def __init__(
        self,
        application,
        memory: Memory,
        takes: Callable[[dict], bool] = lambda environ: True,
        tell: Callable[[str], None] = lambda outcome: None,
    ):
        self.application, self.memory, self.takes, self.tell = application, memory, takes, tell

    def __call__(self, environ: dict, start_response):
        if not self._is_for_us(environ):
            return self.application(environ, start_response)
        path = environ.get("PATH_INFO", "")
        if page := self.memory.get(path):
            self.tell(HIT)
            return _answer(environ, start_response, page)
        return self._drawn(environ, start_response, path)

    def _is_for_us(self, environ: dict) -> bool:
        # A body, or the word that there is one in some encoding, is nothing that a page has an answer to.
        return (
            environ["REQUEST_METHOD"] in METHODS
            and not environ.get("QUERY_STRING")
            and not environ.get("SCRIPT_NAME")
            and not environ.get("CONTENT_TYPE")
            and environ.get("CONTENT_LENGTH") in (None, "", "0")
            and "HTTP_TRANSFER_ENCODING" not in environ
            and self.takes(environ)
        )

    def _drawn(self, environ: dict, start_response, path: str):
        """What Django answers: from the store, if it is a page that was finished thereby."""
        for _try in range(TRIES):
            said = _Said()
            asked = dict(environ)  # a second drawing begins as the first one did
            body = self.application(asked, said)
            if asked.get(FINISHED) and (page := self.memory.get(path)):
                _close(body)
                self.tell(DRAWN)
                return _answer(environ, start_response, page)
            if not asked.get(OVERTAKEN):
                break
            self.tell(THROWN_AWAY)
            _close(body)
        if said.status.startswith("503") and (kept := self.memory.store.set_aside(path)) is not None:
            _close(body)
            self.tell(ASIDE)
            return self._as_it_was(environ, start_response, path, kept)
        self.tell(OTHER)
        write = start_response(said.status, said.headers, *said.more)
        for part in said.written:
            write(part)
        return body

    def _as_it_was(self, environ, start_response, path: str, body: bytes):
        """Nothing can be drawn now: the page as it was before it was dropped, for nobody to keep."""
        form = self.memory.form(path, "identity", body, None)
        headers = [(name, value) for name, value in form.headers if name != "Cache-Control"]
        start_response("200 OK", [*headers, ("Cache-Control", ASIDE_AGE)])
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]


class _Said:
    """What an application said to `start_response`, kept until it is clear who answers."""

    def __init__(self):
        self.status, self.headers, self.more, self.written = "", [], (), []

    def __call__(self, status, headers, *more):
        self.status, self.headers, self.more = status, headers, more
        return self.written.append


def _answer(environ: dict, start_response, page: Page):
    coding = negotiation.encoding(environ.get("HTTP_ACCEPT_ENCODING"))
    form = page.forms.get(coding) or page.forms[negotiation.IDENTITY]
    if _has_it(environ, form.tag, page.modified):
        start_response("304 Not Modified", list(form.unchanged))
        return [b""]
    start_response("200 OK", list(form.headers))
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else form.body]


def _has_it(environ: dict, tag: str, modified: int) -> bool:
    # The time is asked only where no tag is: RFC 9110, section 13.2.2.
    if tags := environ.get("HTTP_IF_NONE_MATCH"):
        return negotiation.is_known(tags, tag)
    since = environ.get("HTTP_IF_MODIFIED_SINCE")
    return bool(since) and negotiation.is_unchanged(since, modified)


def _close(body) -> None:
    if hasattr(body, "close"):
        body.close()
