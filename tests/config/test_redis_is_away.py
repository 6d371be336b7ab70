"""Where CACHE_URL names a Redis, and it is gone: what needs it says 503, everything else does not notice."""

import pytest
from redis import exceptions

from config import away


@pytest.fixture
def gone(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": NOWHERE}}
    yield
    # The next test begins by emptying the cache.
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


NOWHERE = "redis://127.0.0.1:1/0"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/leit/", "/readyz", "/admin/login/"])
def test_readers_and_editors_do_not_notice(client, gone, address):
    assert client.get(address).status_code == 200


def test_what_needs_it_is_asked_to_come_back(gone):
    from django.core.cache import cache

    with pytest.raises(exceptions.ConnectionError) as raised:
        cache.add("a", "b")

    assert away.is_away(raised.value)


def test_a_fault_of_ours_stays_a_fault():
    assert not away.is_away(exceptions.ResponseError("unknown command"))
