import http.server
import threading

import pytest

from config import probe


@pytest.fixture
def process():
    """A web process that is ready when it is asked the third time, and only by the name of the site."""
    asked = []

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, self.headers["Host"]))
            is_ready = self.headers["Host"] == "munur.example" and (self.path == "/healthz" or len(asked) > 2)
            self.send_response(200 if is_ready else 503)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever).start()
    yield server.server_address[1], asked
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def site(monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://munur.example")
    monkeypatch.setattr(probe, "PAUSE", 0)


def test_it_asks_by_the_name_of_the_site_whether_the_process_is_alive(process):
    port, asked = process

    assert probe.main(["healthz", "--port", str(port)]) == 0
    assert asked == [("/healthz", "munur.example")]


def test_it_waits_until_the_process_is_ready(process):
    port, asked = process

    assert probe.main(["readyz", "--port", str(port), "--wait", "60"]) == 0
    assert len(asked) == 3


def test_without_waiting_it_says_what_is(process):
    port, _asked = process

    assert probe.main(["readyz", "--port", str(port)]) == 1


def test_where_nobody_listens_nobody_is_alive():
    assert probe.main(["--port", "1"]) == 1
