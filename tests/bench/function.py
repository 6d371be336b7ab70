"""A WSGI application that is only a function: it answers everything with the same bytes and headers."""

import json
import os
from pathlib import Path

FOLDER = Path(os.environ.get("BENCH_FOLDER", "."))
BODY = (FOLDER / "body").read_bytes()
HEADERS = [(name, value) for name, value in json.loads((FOLDER / "headers.json").read_text())]


def application(environ, start_response):
    start_response("200 OK", list(HEADERS))
    return [BODY]
