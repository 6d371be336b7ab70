import pytest

from articles.pages import drawing, place
from articles.pages.store import Store
from tests.pages.asking import Reader


@pytest.fixture
def store(tmp_path, monkeypatch):
    """An empty store, which is the process's own; readers are served by it."""
    made = Store(tmp_path / "pages")
    monkeypatch.setattr(place, "store", lambda: made)
    monkeypatch.setattr(drawing, "serves", True)
    yield made
    made.index.close()


@pytest.fixture
def reader(store):
    return Reader(store)
