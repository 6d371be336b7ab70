"""Whoever follows hangs there, and the clock goes on."""

import threading

import pytest

from articles.pages import following
from articles.pages.following import Follower
from tests.pages.asking import put

PATIENCE = 20  # seconds


@pytest.fixture
def hanging(monkeypatch):
    """Following does not come back until it is let go."""
    came, let_go = threading.Event(), threading.Event()

    def hangs(store):
        came.set()
        let_go.wait(PATIENCE)

    monkeypatch.setattr(following, "follow", hangs)
    monkeypatch.setattr(following, "close_old_connections", lambda: None)
    yield came
    let_go.set()


def test_pages_whose_time_is_over_are_taken_away_all_the_same(store, hanging, monkeypatch):
    put(store, "/sala/", until=1.0)
    dropped = threading.Event()
    drop_due = store.drop_due
    monkeypatch.setattr(store, "drop_due", lambda: hanging.is_set() and drop_due() and dropped.set())
    follower = Follower(store, pause=0.01).start()
    try:
        assert dropped.wait(PATIENCE)
        assert not list(store.pages.rglob("*.html"))
    finally:
        follower.stopped.set()
