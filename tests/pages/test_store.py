"""Pages as files: written whole, dropped first of all, and never written by who began before a change."""

import gzip
import os
import time

import brotli
import pytest

from articles.pages.index import Error, Index
from articles.pages.store import Store
from tests.pages.asking import put


def files(store, folder="pages"):
    return sorted(
        str(file.relative_to(store.folder / folder)) for file in (store.folder / folder).rglob("*") if file.is_file()
    )


def test_a_page_lies_there_in_three_forms(store):
    assert put(store, "/sala/", b"<p>Sala</p>")

    page = store.pages / "sala"
    assert files(store) == ["sala/index.html", "sala/index.html.br", "sala/index.html.gz"]
    assert (page / "index.html").read_bytes() == b"<p>Sala</p>"
    assert gzip.decompress((page / "index.html.gz").read_bytes()) == b"<p>Sala</p>"
    assert brotli.decompress((page / "index.html.br").read_bytes()) == b"<p>Sala</p>"


def test_what_stands_on_a_ground_is_dropped_and_nothing_else(store):
    put(store, "/sala/", names=["everything", "edition:1", "tag:3"])
    put(store, "/vara/", names=["everything", "edition:2", "tag:3"])
    put(store, "/um/", names=["everything", "page:1"])

    assert store.drop(["edition:1"]) == {"/sala/"}
    assert files(store) == [f"{name}/index.html{end}" for name in ("um", "vara") for end in ("", ".br", ".gz")]
    assert store.drop(["tag:3", "tag:4"]) == {"/vara/", "/sala/"}
    assert store.drop(["everything"]) == {"/um/", "/vara/", "/sala/"}
    assert files(store) == []


def test_a_drawing_that_a_change_overtook_is_thrown_away(store):
    began = store.index.number

    store.drop(["edition:1"])

    assert not put(store, "/sala/", names=["everything", "edition:1"], began=began)
    assert put(store, "/vara/", names=["everything", "edition:2"], began=began)
    assert put(store, "/sala/", names=["everything", "edition:1"])


def test_a_change_of_one_of_very_many_grounds_is_seen(store):
    began, names = store.index.number, [f"edition:{number}" for number in range(1_700)]
    store.drop(["edition:1699"])

    assert not put(store, names=names, began=began)
    assert put(store, names=names)
    assert store.drop(names) == {"/sala/"}


def test_what_is_dropped_is_kept_aside_until_it_is_drawn_again(store):
    put(store, body=b"before")

    store.drop(["everything"])
    assert store.set_aside("/sala/") == b"before"

    put(store, body=b"after")
    assert files(store, "aside") == []
    assert store.set_aside("/sala/") == b"after"


def test_what_is_taken_from_readers_is_kept_nowhere(store):
    put(store, names=["everything", "edition:1"])
    store.drop(["everything"])

    store.drop(["edition:1"], withdrawn=True)

    assert files(store) == files(store, "aside") == []
    assert store.set_aside("/sala/") is None


def test_an_expired_page_is_not_shown_from_aside(store):
    put(store, gone=1.0)

    assert store.set_aside("/sala/") is None


def test_a_page_whose_time_is_over_is_dropped(store):
    put(store, "/sala/", until=1000.0)
    put(store, "/vara/", until=3000.0)
    put(store, "/um/")

    assert store.drop_due(2000.0) == ["/sala/"]


def test_a_full_disk_leaves_no_part_of_a_page(store, monkeypatch):
    replace = os.replace

    def full(source, target, **more):
        if str(target).endswith(".br"):
            raise OSError(28, "No space left on device")
        return replace(source, target, **more)

    monkeypatch.setattr("pathlib.os.replace", full)

    with pytest.raises(OSError, match="No space"):
        put(store)
    assert files(store) == []
    assert store.index.paths(aside=True) == ["/sala/"]  # whoever has room draws it


def test_what_is_known_of_a_page_is_written_before_the_page(store, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("articles.pages.store._write", killed)
    with pytest.raises(KeyboardInterrupt):
        put(store, names=["edition:1"])

    assert store.drop(["edition:1"]) == {"/sala/"}


def test_another_process_finds_what_was_written(store):
    put(store, names=["edition:1"])

    assert Store(store.folder).drop(["edition:1"]) == {"/sala/"}
    assert files(store) == []


def test_clearing_takes_everything_and_stops_what_began_before(store):
    began = store.index.number
    put(store)

    store.clear()

    assert files(store) == files(store, "aside") == []
    assert not put(store, began=began)


def test_a_page_has_the_time_at_which_it_was_written(store):
    put(store, "/sala/")
    file = store.pages / "sala" / "index.html"
    os.utime(file, (1, 1))
    before = time.time()

    put(store, "/sala/", b"<p>Later")

    assert file.stat().st_mtime >= before - 1


def test_where_nobody_can_say_which_pages_are_stale_all_are_taken_away(store, monkeypatch):
    put(store, "/sala/", names=["edition:1"])
    put(store, "/kaup/", names=["edition:2"])

    def is_full(*_):
        raise Error("database or disk is full")

    monkeypatch.setattr(Index, "change", is_full)
    with pytest.raises(Error):
        store.drop(["edition:1"], withdrawn=True)

    assert not [file for file in store.folder.rglob("*") if file.suffix in (".html", ".gz", ".br")]


def test_what_is_stale_is_gone_also_where_that_cannot_be_noted(store, monkeypatch):
    put(store, "/sala/", names=["edition:1"])
    put(store, "/kaup/", names=["edition:2"])

    def is_full(*_):
        raise Error("database or disk is full")

    monkeypatch.setattr(Index, "forget", is_full)
    with pytest.raises(Error):
        store.drop(["edition:1"], withdrawn=True)

    assert [file.parent.name for file in store.pages.rglob("*.html")] == ["kaup"]


def test_a_change_that_comes_while_it_waits_for_the_lock_overtakes_it_too(store, monkeypatch):
    locked = Store.locked

    def late(self):
        monkeypatch.setattr(Store, "locked", locked)
        self.drop(["edition:1"])
        return locked(self)

    monkeypatch.setattr(Store, "locked", late)

    assert not put(store, "/sala/", names=["edition:1"])
    assert files(store) == []
