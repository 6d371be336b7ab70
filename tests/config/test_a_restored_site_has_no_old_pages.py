"""What was finished before a backup was restored is shown by no host."""

import pytest

from articles import grounds
from articles.models import StaleGround
from articles.pages import following
from articles.pages.store import Store
from config.backup import whole
from tests.pages.asking import put

pytestmark = pytest.mark.django_db


@pytest.fixture
def hosts(tmp_path, monkeypatch):
    """The store of the host where it is restored, and that of another."""
    stores = [Store(tmp_path / name) for name in ("here", "there")]
    monkeypatch.setattr("articles.pages.place.store", lambda: stores[0])
    for store in stores:
        following.follow(store)
        put(store, "/sala/")
    yield stores
    for store in stores:
        store.index.close()


def test_in_the_place_of_what_was_there(hosts):
    here, there = hosts

    whole._forget_pages(replace=True)
    following.follow(there, at_once=True)

    assert here.index.paths() == there.index.paths() == []
    assert there.set_aside("/sala/") is None


def test_in_an_empty_place_the_database_is_as_it_was(hosts):
    whole._forget_pages(replace=False)

    assert hosts[0].index.paths() == []
    assert not StaleGround.objects.filter(name=grounds.EVERYTHING).exists()
