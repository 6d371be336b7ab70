"""Pictures are kept in a bucket where MEDIA_STORE names one: a small one of our own, on this machine."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

import pytest

from articles import pictures
from config.env import Environment
from tests.articles.picturing import drawn

pytestmark = pytest.mark.django_db


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


@pytest.fixture
def bucket(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    server.kept = {}
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"s3://KEY:SECRET@myndir?region=is-1&endpoint=http://127.0.0.1:{server.server_port}"
    store = Environment({"MEDIA_STORE": address}).media_store("MEDIA_STORE")
    settings.STORAGES = {**settings.STORAGES, "default": store.storage}
    settings.MEDIA_STORE, settings.MEDIA_ORIGIN = store, store.origin
    yield server
    server.shutdown()
    server.server_close()


def test_a_picture_goes_to_the_bucket_with_its_sizes_and_leaves_it_again(bucket, django_capture_on_commit_callbacks):
    picture = pictures.add(BytesIO(drawn(size=(400, 300)))).picture
    assert not pictures.add(BytesIO(drawn(size=(400, 300)))).is_new
    pictures.make_due()
    picture.refresh_from_db()

    assert picture.error == ""
    assert bucket.kept.keys() == {
        f"/myndir/{name}" for name in (picture.file.name, *(one["name"] for one in picture.sizes))
    }
    for size in picture.sizes:
        body, headers = bucket.kept[f"/myndir/{size['name']}"]
        assert len(body) == size["bytes"]
        assert headers["Content-Type"] == f"image/{size['format'].replace('jpg', 'jpeg')}"
        assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    address = pictures.files([picture.digest])[picture.digest].address
    assert address == f"http://127.0.0.1:{bucket.server_port}/myndir/{picture.file.name}"

    with django_capture_on_commit_callbacks(execute=True):
        pictures.remove(picture)
    assert bucket.kept == {}


def test_the_site_itself_serves_nothing_then(bucket, client):
    assert client.get("/media/pictures/ab/" + "ab" * 32 + ".jpg").status_code == 404


def test_a_bucket_that_is_away_is_told_of_and_tried_again(bucket):
    picture = pictures.add(BytesIO(drawn(size=(400, 300)))).picture
    bucket.kept.clear()

    pictures.make_due()
    picture.refresh_from_db()

    assert picture.error != ""
    assert picture.waits
