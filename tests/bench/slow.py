"""300 slow clients on a site, and what other readers wait meanwhile.

A third sends the head of a request a sign at a time, a third the body of a comment, and a third asks for pages and
reads next to nothing of them. They go on until the other readers have enough.
"""

import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from tests.bench.figures import Figure, figure
from tests.bench.place import Place, ask, place
from tests.load.reader import FORM_ADDRESS

CLIENTS, READERS, SECONDS = 300, 4, 8
LONGEST = 10.0  # seconds that a reader waits, and then gives up
STEP = 0.5  # seconds between two signs of one client
SMALL = 2_048  # bytes that a reader's system takes in before the reader reads
ASKED = 100  # pages that a slow reader asks for at once, many more than systems keep for one who does not read
HOST = "Host: 127.0.0.1:{port}\r\n"
FIRST = {
    "head": "GET {path} HTTP/1.1\r\n" + HOST + "X-Slow: ",
    "body": "POST {form} HTTP/1.1\r\n" + HOST + "Origin: http://127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nstep=preview&text=",
    "reader": ("GET {path} HTTP/1.1\r\n" + HOST + "\r\n") * ASKED,
}
KINDS = tuple(FIRST)


def measure() -> list[Figure]:
    with place() as site, site.served():
        form = FORM_ADDRESS.search(ask(site.port, site.path, "identity")[2].decode())[1]
        alone = waits(site)
        with slow_clients(site, form) as clients:
            time.sleep(1)
            crowded = waits(site)
            left = clients.left()
    in_vain = sum(one >= LONGEST for one in crowded)
    note = f"{share(alone):.3f} s without them; {len(crowded) - in_vain:,} pages read, {in_vain} asked for in vain"
    return [figure("slow", [share(crowded)], f"{note}; {left} clients were not sent away")]


def share(seconds: list[float], part: float = 0.95) -> float:
    """What so many of them stayed below."""
    return sorted(seconds)[int(len(seconds) * part)]


def waits(site: Place) -> list[float]:
    """What readers waited for pages, one after another for some seconds, half of them for one that is drawn anew."""
    deadline = time.monotonic() + SECONDS
    with ThreadPoolExecutor(READERS) as threads:
        paths = [site.path if number % 2 else f"{site.path}?{number}" for number in range(READERS)]
        return [one for found in threads.map(lambda path: read(site.port, path, deadline), paths) for one in found]


def read(port: int, path: str, deadline: float) -> list[float]:
    waited = []
    while time.monotonic() < deadline:
        begun = time.perf_counter()
        is_there = gets(port, path)
        # Who is turned away has waited in vain, which is not shorter than the longest wait.
        waited.append(time.perf_counter() - begun if is_there else LONGEST)
    return waited


def gets(port: int, path: str) -> bool:
    try:
        return ask(port, path, patience=LONGEST)[0] == 200
    except OSError:
        return False


@contextmanager
def slow_clients(site: Place, form: str):
    """All of them, in one thread beside us."""
    clients = Clients([(KINDS[number % len(KINDS)], connected(site.port)) for number in range(CLIENTS)], site, form)
    clients.start()
    try:
        yield clients
    finally:
        clients.over.set()
        clients.join()
        for _kind, one in clients.sockets:
            one.close()


class Clients(threading.Thread):
    def __init__(self, sockets: list[tuple[str, socket.socket]], site: Place, form: str):
        super().__init__(daemon=True)
        self.sockets, self.over = sockets, threading.Event()
        self.first = {
            kind: text.format(path=site.path, form=form, port=site.port).encode() for kind, text in FIRST.items()
        }

    def run(self):
        for kind, one in self.sockets:
            _send(one, self.first[kind])
        while not self.over.wait(STEP):
            for kind, one in self.sockets:
                _read_a_little(one) if kind == "reader" else _send(one, b"a")

    def left(self) -> int:
        """How many of them the server has not sent away."""
        return sum(one.fileno() >= 0 for _kind, one in self.sockets)


def connected(port: int) -> socket.socket:
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)
    made.connect(("127.0.0.1", port))
    made.setblocking(False)
    return made


def _send(one: socket.socket, said: bytes) -> None:
    try:
        one.send(said)
    except BlockingIOError:
        pass  # nobody takes it just now
    except OSError:
        one.close()


def _read_a_little(one: socket.socket) -> None:
    try:
        if not one.recv(64):
            one.close()
    except BlockingIOError:
        pass
    except OSError:
        one.close()
