"""A link points at the folder that a web server before us reads: always one that somebody follows."""

import os

import pytest

from articles.pages import finishing, place
from articles.pages.following import Follower
from articles.pages.store import Store


@pytest.fixture
def releases(tmp_path):
    stores = [Store(tmp_path / name) for name in ("old", "new")]
    for store in stores:
        assert store.index.number == 0
    yield stores
    for store in stores:
        store.index.close()


def shown(store) -> str:
    return os.readlink(store.folder.parent / place.SERVED)


def leave(store) -> None:
    """Nobody follows it any more."""
    for file in store.folder.glob("index.sqlite3*"):
        os.utime(file, (1, 1))


def test_a_process_that_starts_shows_its_own(releases):
    for store in releases:
        place.show(store, at_once=True)
        assert shown(store) == store.folder.name


def test_who_goes_on_leaves_another_that_is_followed(releases):
    old, new = releases
    place.show(new, at_once=True)

    place.show(old)

    assert shown(old) == "new"


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["a web process", "the worker"])
def test_where_nobody_follows_it_another_takes_its_place(releases, who, monkeypatch):
    old, new = releases
    place.show(new, at_once=True)
    leave(new)
    monkeypatch.setattr(place, "store", lambda: old)
    monkeypatch.setattr("articles.pages.following.close_old_connections", lambda: None)

    Follower(old).turn() if who == "a web process" else finishing.turn(lambda: False)

    assert shown(old) == "old"


def test_a_link_to_nothing_is_mended(releases):
    old, _new = releases
    (old.folder.parent / place.SERVED).symlink_to("gone")

    place.show(old)

    assert shown(old) == "old"


def test_where_it_cannot_be_written_the_site_goes_on(releases, caplog):
    old, _new = releases
    (old.folder.parent / place.SERVED).mkdir()
    (old.folder.parent / place.SERVED / "mine").touch()

    place.show(old, at_once=True)

    assert "cannot be shown to a web server" in caplog.text


def test_former_folders_go_and_the_link_stays(releases, monkeypatch):
    old, new = releases
    place.show(new, at_once=True)
    leave(old)
    monkeypatch.setattr(place, "store", lambda: new)

    assert place.sweep() == 1
    assert sorted(entry.name for entry in new.folder.parent.iterdir()) == ["new", "served"]


def test_where_no_pages_are_kept_none_are_shown(settings, tmp_path):
    settings.PAGES_ROOT = None
    assert place.served() is None

    settings.PAGES_ROOT = tmp_path
    assert place.served() == tmp_path / "served" / "pages"
