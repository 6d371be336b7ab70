"""A reader who asks the layer in front of Django, as a web server passes it on."""

import io
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from articles.pages.front import Front
from articles.pages.memory import Memory
from articles.pages.store import Drawn
from config import pages
from config.wsgi import Handler


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class NoDjango:
    """Stands where Django stands, and counts who comes."""

    def __init__(self, status="404 Not Found"):
        self.status, self.asked = status, []

    def __call__(self, environ, start_response):
        self.asked.append(environ["PATH_INFO"])
        start_response(self.status, [("Content-Type", "text/plain")])
        return [b"Django"]


class Reader:
    def __init__(self, store, application=None):
        self.front = Front(application or Handler(), Memory(store, pages.headers), pages.takes)

    def get(self, path: str, method: str = "GET", query: str = "", **more: str) -> Answer:
        said = []
        environ = environ_of(path, method, query, **more)
        with in_the_transaction_of_a_test():
            parts = self.front(environ, lambda status, headers, *_: said.append((status, headers)))
            try:
                body = b"".join(parts)
            finally:
                getattr(parts, "close", lambda: None)()
        status, headers = said[-1]
        assert len({name.lower() for name, _ in headers}) == len(headers), "A header stands there twice."
        return Answer(int(status[:3]), dict(headers), body)


@contextmanager
def in_the_transaction_of_a_test():
    """A request closes connections that are old; a test's is not to be closed."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def environ_of(path: str, method: str = "GET", query: str = "", **more: str) -> dict:
    return {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SCRIPT_NAME": "",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "testserver",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        **more,
    }


def put(store, path="/sala/", body=b"<p>Sala</p>" * 50, names=("everything",), **more) -> bool:
    return store.put(Drawn(path, body, frozenset(names), more.pop("began", store.index.number), **more))
