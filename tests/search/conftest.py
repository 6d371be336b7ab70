import pytest

from articles.search import rebuilding, stale
from tests.factories import make_edition


@pytest.fixture
def without_pauses(monkeypatch):
    monkeypatch.setattr(rebuilding, "REST", 0)
    monkeypatch.setattr(rebuilding, "GLANCE", 0)
    monkeypatch.setattr(rebuilding, "BATCH", 2)


@pytest.fixture
def editions() -> list[int]:
    """Five, in the index."""
    editions = [make_edition(key=f"hestur-{number}", sides=[f"Hestur {number}", "Kýr"]).pk for number in range(5)]
    while stale.renew():
        pass
    return editions
