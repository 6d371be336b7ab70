"""A small store of objects on this machine, which speaks as much of S3 as tests ask of it."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Bucket(BaseHTTPRequestHandler):
    """Keeps what is put, as far as this test goes."""

    def do_PUT(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.kept[self.path] = (_unchunked(body, self.headers), dict(self.headers))
        self._answer(200)

    def do_GET(self):
        found = self.server.kept.get(self.path.partition("?")[0])
        self._answer(200 if found else 404, found[0] if found else b"")

    do_HEAD = do_GET

    def do_DELETE(self):
        self.server.kept.pop(self.path, None)
        self._answer(204)

    def _answer(self, status, body=b""):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"x"')
        self.send_header("Last-Modified", "Mon, 23 Nov 2026 12:00:00 GMT")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *args):
        pass


def _unchunked(body: bytes, headers) -> bytes:
    """boto3 may send a body in chunks with a checksum behind it."""
    if "aws-chunked" not in headers.get("Content-Encoding", ""):
        return body
    plain = b""
    while body:
        head, _line, body = body.partition(b"\r\n")
        size = int(head.split(b";")[0], 16)
        if not size:
            break
        plain, body = plain + body[:size], body[size + 2 :]
    return plain


@contextmanager
def bucket():
    """Its server, with `kept` (what lies in it) and `address` (the MEDIA_STORE that it is)."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    server.kept = {}
    server.address = f"s3://KEY:SECRET@myndir?region=is-1&endpoint=http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()
