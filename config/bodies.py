"""Takes in what is sent before anything is done with it, so that slow senders hold few threads of a web process.

Granian hands a request on when its head is there; whoever reads the body waits for the sender, however long.
An nginx in front takes bodies in by itself, and then nobody waits here.
"""

import tempfile

from config.door import THREADS, Room

READING = max(1, THREADS // 2)  # so many bodies at once: the other threads are for readers
PATIENCE = 0.5  # seconds in which one of them was read, or nobody is waited for any more
IN_MEMORY = 256 * 1024  # bytes; what is longer goes to a file
LARGEST = 30 * 1024 * 1024  # as nginx has it, see config/nginx.py
PART = 64 * 1024
# Said before Django knows of the request: by the language in the path.
BUSY = {
    "is": "Of margt er sent hingað í einu. Farðu til baka að því sem þú skrifaðir og reyndu aftur eftir andartak.\n",
    "en": "Too much is being sent here at once. Go back to what you wrote, and try again in a moment.\n",
}
TOO_LARGE = {
    "is": "Það sem þú sendir er stærra en hér er tekið við, sem er 30 MB.\n",
    "en": "What you sent is larger than the 30 MB that are taken in here.\n",
}


class Bodies:
    """In front of a WSGI application, which finds what was sent whole."""

    def __init__(self, application, most: int = READING, patience: float = PATIENCE):
        self.application = application
        self.room = Room(most, patience=patience)

    def __call__(self, environ: dict, start_response):
        length = _length(environ)
        if not length:
            return self.application(environ, start_response)
        if length > LARGEST:
            return _refused(environ, start_response, "413 Content Too Large", TOO_LARGE)
        if not self.room.enter():
            return _refused(environ, start_response, "503 Service Unavailable", BUSY, ("Retry-After", "5"))
        try:
            environ["wsgi.input"] = _taken_in(environ["wsgi.input"], length)
        finally:
            self.room.leave(is_well=True)
        return self.application(environ, start_response)


def _length(environ: dict) -> int:
    """As Django understands it: what is no number is nothing."""
    said = environ.get("CONTENT_LENGTH") or ""
    return int(said) if said.isascii() and said.isdigit() else 0


def _taken_in(stream, length: int):
    kept = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # it goes with the request
    while length > 0 and (part := stream.read(min(PART, length))):
        kept.write(part)
        length -= len(part)
    kept.seek(0)
    return kept


def _refused(environ: dict, start_response, status: str, said: dict[str, str], *more: tuple[str, str]):
    language = "en" if environ.get("PATH_INFO", "").startswith("/en/") else "is"
    body = said[language].encode()
    headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Language", language)]
    headers.append(("Content-Length", str(len(body))))
    start_response(status, [*headers, ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"), *more])
    return [body]
