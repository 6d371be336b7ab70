import pytest
from django.test import Client, RequestFactory

from config import wsgi

pytestmark = pytest.mark.django_db

FORM = "application/x-www-form-urlencoded"


def send(path, charset, *, kind=FORM, method="POST", body=b"username=a&password=b", client=None):
    return (client or Client()).generic(method, path, body, f"{kind}; charset={charset}")


@pytest.mark.parametrize(
    "charset",
    [
        "iso-8859-1",
        "utf-7",
        "utf-16",
        "UTF-32",
        "us-ascii",
        "hex",
        "rot13",
        "undefined",
        "idna",
        "nonsense",
        '"cp1252"',
    ],
)
def test_another_encoding_is_refused_in_words(charset):
    answer = send("/admin/login/", charset)

    assert answer.status_code == 415
    assert "Hér er aðeins lesið UTF-8" in answer.content.decode()


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", "utf8", '"utf-8"'])
def test_utf_8_by_any_of_its_names_is_read(charset):
    answer = send("/admin/login/", charset, client=Client(enforce_csrf_checks=False))

    assert answer.status_code == 200


@pytest.mark.parametrize("kind", [FORM, "multipart/form-data; boundary=x", "text/plain", "application/json"])
def test_it_is_refused_whatever_the_kind(kind):
    assert send("/admin/login/", "utf-7", kind=kind).status_code == 415


def test_a_csrf_cookie_makes_no_difference():
    client = Client(enforce_csrf_checks=True)
    client.get("/admin/login/")
    assert client.cookies["csrftoken"].value

    assert send("/admin/login/", "iso-8859-1", client=client).status_code == 415


def test_the_language_of_the_refusal_is_that_of_the_address():
    assert "Only UTF-8 is read here" in send("/en/", "utf-7").content.decode()


@pytest.mark.parametrize(
    "kind",
    [
        "text/html; charset=hex",
        "text/html; charset=undefined",
        "text/html; charset=utf-7",
        "text/html; charset*=hex''%41",
        "text/html; a*=nonsense''%41",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_encoding_that_is_none_for_text_is_no_server_error(kind, method):
    environ = RequestFactory().generic(method, "/?syna=+AGE-%C3%BE").environ | {"CONTENT_TYPE": kind}
    answer = wsgi.application.get_response(wsgi.application.request_class(environ))

    assert answer.status_code == 415
    assert "Hér er aðeins lesið UTF-8" in answer.content.decode()


def test_the_refusal_sets_no_cookie_and_is_not_indexed():
    answer = send("/", "utf-7")

    assert not answer.cookies
    assert 'content="noindex"' in answer.content.decode()


def test_a_form_without_a_named_encoding_is_utf_8(client):
    assert client.post("/admin/login/", {"username": "Þórdís", "password": "x"}).status_code == 200
