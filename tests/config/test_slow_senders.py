"""What is sent is taken in whole before anything is done with it, and slow senders hold few threads."""

import io
import threading

from config.bodies import BUSY, LARGEST, READING, Bodies
from config.door import THREADS


class Slow(io.BytesIO):
    """A body of which nothing comes until somebody says so."""

    def __init__(self, body=b"text=a"):
        super().__init__(body)
        self.asked, self.comes = threading.Event(), threading.Event()

    def read(self, size=-1):
        self.asked.set()
        assert self.comes.wait(30)
        return super().read(size)


class Site:
    def __init__(self):
        self.got = []

    def __call__(self, environ, start_response):
        self.got.append(environ["wsgi.input"].read())
        start_response("200 OK", [])
        return [b"done"]


def send(bodies, stream, length="6", path="/"):
    """Status, headers and body of the answer."""
    said = []
    environ = {"REQUEST_METHOD": "POST", "PATH_INFO": path, "CONTENT_LENGTH": length, "wsgi.input": stream}
    body = b"".join(bodies(environ, lambda status, headers: said.append((status, dict(headers)))))
    return *said[0], body


def test_what_was_sent_is_found_whole():
    site = Site()
    long = b"a" * 400_000

    send(Bodies(site), io.BytesIO(b"text=a and more than was said"))
    send(Bodies(site), io.BytesIO(long), str(len(long)))

    assert site.got == [b"text=a", long]


def test_who_stops_in_the_middle_has_sent_less():
    site = Site()

    send(Bodies(site), io.BytesIO(b"tex"))

    assert site.got == [b"tex"]


def test_slow_senders_turn_away_other_senders_and_no_reader():
    site, slow = Site(), Slow()
    bodies = Bodies(site, most=1, patience=0)
    sender = threading.Thread(target=send, args=(bodies, slow))
    sender.start()
    assert slow.asked.wait(30)

    status, headers, body = send(bodies, io.BytesIO(b"text=b"))
    english = send(bodies, io.BytesIO(b"text=b"), path="/en/comments/")
    reader = send(bodies, io.BytesIO(), "")
    slow.comes.set()
    sender.join(30)

    assert (status, headers["Retry-After"], headers["Cache-Control"]) == ("503 Service Unavailable", "5", "no-store")
    assert (headers["Content-Language"], body.decode()) == ("is", BUSY["is"])
    assert (english[1]["Content-Language"], english[2].decode()) == ("en", BUSY["en"])
    assert reader[0] == "200 OK"
    assert site.got == [b"", b"text=a"]


def test_a_sender_who_fails_leaves_his_place():
    class Broken(io.BytesIO):
        def read(self, size=-1):
            raise OSError

    bodies = Bodies(Site(), most=1, patience=0)
    for _ in range(2):
        try:
            send(bodies, Broken(b"text=a"))
        except OSError:
            continue

    assert send(bodies, io.BytesIO(b"text=b"))[0] == "200 OK"


def test_too_much_is_refused_and_not_read():
    stream = Slow()

    assert send(Bodies(Site()), stream, str(LARGEST + 1))[0] == "413 Content Too Large"
    assert not stream.asked.is_set()


def test_a_length_that_is_no_number_is_no_body():
    site = Site()

    assert send(Bodies(site), io.BytesIO(), "ten")[0] == "200 OK"


def test_threads_are_left_for_readers():
    assert READING < THREADS
