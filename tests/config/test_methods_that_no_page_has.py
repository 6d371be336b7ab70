import pytest


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT"])
@pytest.mark.parametrize("path", ["/", "/en/", "/admin/login/", "/healthz", "/static/css/base.css", "/not-here/"])
def test_a_method_that_is_for_proxies_is_refused_everywhere(client, method, path):
    answer = client.generic(method, path, HTTP_COOKIE="secret=yes")

    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS, POST"
    assert b"secret" not in answer.content


def test_the_refusal_has_the_headers_of_its_page(client):
    answer = client.generic("TRACE", "/")

    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_reading_goes_on(client, method):
    assert client.generic(method, "/").status_code == 200
