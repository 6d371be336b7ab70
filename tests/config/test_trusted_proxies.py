import ipaddress

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from config.middleware import ProxyMiddleware


@pytest.fixture(autouse=True)
def _one_proxy_and_one_network(settings):
    settings.TRUSTED_PROXIES = (ipaddress.ip_network("127.0.0.1"), ipaddress.ip_network("10.0.0.0/8"))


def seen(peer: str, **forwarded: str):
    """The request as everything after the middleware sees it."""
    request = RequestFactory().get("/", REMOTE_ADDR=peer, **forwarded)
    ProxyMiddleware(lambda request: HttpResponse())(request)
    return request


def test_a_stranger_is_not_believed():
    request = seen("203.0.113.9", HTTP_X_FORWARDED_FOR="198.51.100.1", HTTP_X_FORWARDED_PROTO="https")

    assert request.META["REMOTE_ADDR"] == "203.0.113.9"
    assert request.scheme == "http"


def test_nobody_is_believed_by_default(settings):
    settings.TRUSTED_PROXIES = ()

    assert seen("127.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.1").META["REMOTE_ADDR"] == "127.0.0.1"


def test_a_trusted_proxy_names_asker_and_scheme():
    request = seen("127.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.1", HTTP_X_FORWARDED_PROTO="https")

    assert request.META["REMOTE_ADDR"] == "198.51.100.1"
    assert request.is_secure()


@pytest.mark.parametrize(
    ("chain", "asker"),
    [
        ("192.0.2.66, 198.51.100.1", "198.51.100.1"),  # what stands further left, the asker could have written
        ("198.51.100.1, 10.1.2.3", "198.51.100.1"),
        ("10.9.9.9, 10.1.2.3", "10.9.9.9"),
        ("2001:db8::1", "2001:db8::1"),
        ("::ffff:198.51.100.1", "198.51.100.1"),
        ("", "127.0.0.1"),
        ("garbage", "127.0.0.1"),
        ("198.51.100.1, garbage", "127.0.0.1"),
        ("198.51.100.1, garbage, 10.1.2.3", "10.1.2.3"),
        ("198.51.100.1:4711", "127.0.0.1"),
        ("<script>", "127.0.0.1"),
    ],
)
def test_the_right_most_address_that_is_not_a_proxys_is_the_asker(chain, asker):
    assert seen("127.0.0.1", HTTP_X_FORWARDED_FOR=chain).META["REMOTE_ADDR"] == asker


@pytest.mark.parametrize(
    ("word", "scheme"), [("https", "https"), ("http, https", "https"), ("gopher", "http"), ("", "http")]
)
def test_the_scheme_is_http_or_https(word, scheme):
    assert seen("10.0.0.1", HTTP_X_FORWARDED_PROTO=word).scheme == scheme


def test_an_ipv4_proxy_on_an_ipv6_socket_is_known():
    assert seen("::ffff:127.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.1").META["REMOTE_ADDR"] == "198.51.100.1"


def test_a_peer_without_an_address_is_a_stranger():
    assert seen("", HTTP_X_FORWARDED_FOR="198.51.100.1").META["REMOTE_ADDR"] == ""


@pytest.mark.parametrize("peer", ["127.0.0.1", "203.0.113.9"])
def test_nothing_later_can_read_the_forwarded_headers(peer):
    request = seen(peer, HTTP_X_FORWARDED_FOR="a", HTTP_X_FORWARDED_HOST="evil.example", HTTP_FORWARDED="for=b")

    assert not [name for name in request.META if "FORWARDED" in name]
