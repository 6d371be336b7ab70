"""A page in memory is believed for a moment; what the own process changed is seen at once, others' a moment later."""

from articles.pages import memory
from articles.pages.store import Store
from tests.pages.asking import NoDjango, Reader, put


def test_within_a_moment_a_file_is_looked_at_once(store, monkeypatch):
    put(store)
    reader = Reader(store, NoDjango())
    reader.get("/sala/")
    monkeypatch.setattr(memory, "JUST_NOW", 60)
    reader.get("/sala/")
    monkeypatch.setattr(memory, "_signature", None)  # whoever asks it fails

    assert reader.get("/sala/").status == 200


def test_what_the_own_process_drops_is_gone_at_once(store, monkeypatch):
    monkeypatch.setattr(memory, "JUST_NOW", 60)
    put(store)
    reader = Reader(store, NoDjango())
    assert [reader.get("/sala/").status for _ in range(2)] == [200, 200]

    store.drop(["everything"])

    assert reader.get("/sala/").status == 404


def test_what_the_own_process_writes_anew_is_read_at_once(store, monkeypatch):
    monkeypatch.setattr(memory, "JUST_NOW", 60)
    put(store, "/sala/", b"first")
    reader = Reader(store, NoDjango())
    assert [reader.get("/sala/").body for _ in range(2)] == [b"first", b"first"]

    put(store, "/sala/", b"second")

    assert reader.get("/sala/").body == b"second"


def test_what_another_process_drops_is_gone_when_the_moment_is_over(store, monkeypatch):
    put(store)
    reader = Reader(store, NoDjango())
    assert [reader.get("/sala/").status for _ in range(2)] == [200, 200]

    Store(store.folder).drop(["everything"])
    monkeypatch.setattr(memory, "JUST_NOW", 0)

    assert reader.get("/sala/").status == 404


def test_a_moment_is_shorter_than_processes_may_be_apart():
    assert memory.JUST_NOW <= 0.05
