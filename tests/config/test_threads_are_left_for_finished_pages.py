"""The door to Django: whoever cannot be answered holds only some of the threads, and nobody waits for nothing."""

import threading

import pytest

from articles.pages.front import Front
from articles.pages.store import Store
from config import door
from config.door import Door, Room
from tests.factories import make_article
from tests.pages.asking import Reader, environ_of, put

PATIENCE = 20  # seconds that a test waits for a thread


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


class Holding:
    """An application that answers when it is let go, and at once where it is told that it is full."""

    def __init__(self, status="200 OK"):
        self.status, self.came, self.let_go = status, threading.Semaphore(0), threading.Event()

    def __call__(self, environ, start_response):
        if not environ.get(door.FULL):
            self.came.release()
            self.let_go.wait(PATIENCE)
        start_response("503 Full" if environ.get(door.FULL) else self.status, [])
        return []


@pytest.fixture
def clock():
    return Clock()


def ask(application, path="/leit/") -> str:
    said = []
    application(environ_of(path), lambda status, *_: said.append(status))
    return said[0]


def held(holding, most: int) -> tuple[Door, list[threading.Thread]]:
    """A door, with as many inside as there is room for."""
    made = Door(holding, most=most)
    threads = [threading.Thread(target=ask, args=[made]) for _ in range(most)]
    for thread in threads:
        thread.start()
        assert holding.came.acquire(timeout=PATIENCE)
    return made, threads


def test_there_is_a_thread_for_finished_pages():
    assert 1 <= door.INSIDE < door.THREADS


def test_whoever_comes_when_nobody_comes_out_any_more_is_told_so(monkeypatch):
    monkeypatch.setattr(door, "PATIENCE", 0)
    holding = Holding()
    made, threads = held(holding, most=2)

    assert ask(made) == "503 Full"

    holding.let_go.set()
    for thread in threads:
        thread.join(PATIENCE)
    assert ask(made) == "200 OK"


def test_who_waits_comes_in_when_another_has_come_out():
    holding = Holding()
    made, threads = held(holding, most=1)
    answers = []
    waiting = threading.Thread(target=lambda: answers.append(ask(made)))
    waiting.start()

    holding.let_go.set()
    waiting.join(PATIENCE)

    assert answers == ["200 OK"]


@pytest.mark.parametrize("path", ["/healthz", "/static/css/base.css", "/media/pictures/a.png"])
def test_what_needs_no_database_has_no_door(monkeypatch, path):
    monkeypatch.setattr(door, "PATIENCE", 0)
    holding = Holding()
    made, threads = held(holding, most=1)
    holding.let_go.set()

    assert ask(made, path) == "200 OK"

    threads[0].join(PATIENCE)


def test_nobody_waits_where_the_last_one_got_nothing(clock):
    room = Room(2, clock)
    assert room.enter()
    assert room.enter()
    room.leave(is_well=False)
    assert room.enter()

    assert not room.enter()

    room.leave(is_well=True)
    assert room.enter()


def test_one_who_falls_leaves_his_place():
    def falls(environ, start_response):
        raise RecursionError

    made = Door(falls, most=1)
    for _ in range(3):
        with pytest.raises(RecursionError):
            ask(made)

    assert made.room.inside == 0


def test_a_reader_who_finds_it_full_gets_the_page_of_before(tmp_path, monkeypatch):
    monkeypatch.setattr(door, "PATIENCE", 0)
    store = Store(tmp_path)
    put(store, "/sala/", b"Sala")
    store.drop_paths(["/sala/"])
    reader = Reader(store)
    reader.front = Front(Door(Holding(), most=0), reader.front.memory)

    assert (reader.get("/sala/").status, reader.get("/sala/").body) == (200, b"Sala")


@pytest.mark.django_db
def test_a_writer_who_finds_it_full_keeps_the_text(client, django_assert_num_queries):
    make_article(slug="sala")
    with django_assert_num_queries(0):
        answer = client.post("/athugasemdir/sala/skrifa/", {"text": "Þetta má ekki týnast."}, **{door.FULL: True})

    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "Þetta má ekki týnast." in answer.content.decode()
