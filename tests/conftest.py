import pytest
from django.core.cache import cache
from django.utils import translation


@pytest.fixture(autouse=True)
def _a_fresh_start():
    """Each test begins in Icelandic and with nothing remembered, whatever ran before it."""
    cache.clear()
    with translation.override("is"):
        yield
