"""`python -m tests.bench.pages`: what answering a finished article page costs, beside a WSGI function and Django.

CPU microseconds of this process alone, the median of several rounds, and bytes.
"""

import os
import statistics
import tempfile
import time
from pathlib import Path

from tests.bench.drawing import address, prepare

ROUNDS = 7


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        prepare()
        report(Path(folder) / "pages")


def report(folder: Path):
    from articles.models import Edition
    from articles.pages import place
    from articles.pages.store import Store
    from tests.pages.asking import NoDjango, Reader, environ_of

    store = Store(folder)
    place.store = lambda: store
    path = address(Edition, "sala-thjonusta")
    reader = Reader(store)
    plain, packed = reader.get(path), reader.get(path, HTTP_ACCEPT_ENCODING="br")
    finished = Reader(store, NoDjango()).front
    accepts = {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br, zstd"}
    known = environ_of(path, HTTP_IF_NONE_MATCH=packed.headers["ETag"], **accepts)
    headers = list(packed.headers.items())

    def bare(environ, start_response):
        start_response("200 OK", list(headers))
        return [packed.body]

    def without(environ, start_response):
        store.drop(["everything"])
        return reader.front(environ, start_response)

    print(f"{'answer':44} {'CPU µs':>10} {'bytes':>8}")
    _line("a WSGI function with the same bytes", bare, environ_of(path, **accepts), 5000, packed)
    _line("a finished page", finished, environ_of(path, **accepts), 5000, packed)
    _line("304: the asker has it", finished, known, 5000)
    _line("a page that is drawn and kept", without, environ_of(path, **accepts), 20, packed)
    place.store = lambda: None
    _line("Django alone, nothing kept", reader.front.application, environ_of(path), 20, plain)


def _line(name: str, application, environ: dict, count: int, answer=None) -> None:
    rounds = []
    for _ in range(ROUNDS):
        asked = [dict(environ) for _ in range(count)]
        begun = time.process_time()
        for one in asked:
            parts = application(one, lambda status, headers, *_: None)
            b"".join(parts)
            getattr(parts, "close", lambda: None)()
        rounds.append((time.process_time() - begun) / count * 1e6)
    print(f"{name:44} {statistics.median(rounds):10.1f} {len(answer.body) if answer else 0:8}")


if __name__ == "__main__":
    main()
