"""The layer in front of Django: what is finished is answered without it, as HTTP wants it."""

import gzip

import brotli
import pytest

from articles.pages import front
from articles.pages.memory import Memory
from config import pages
from tests.pages.asking import NoDjango, Reader, put

BODY = b"<!doctype html><p>Sala</p>" * 40


@pytest.fixture
def django():
    return NoDjango()


@pytest.fixture
def reader(store, django):
    put(store, "/sala/", BODY)
    return Reader(store, django)


def test_a_finished_page_is_answered_without_django(reader, django):
    answer = reader.get("/sala/")

    assert (answer.status, answer.body, django.asked) == (200, BODY, [])
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Content-Length"] == str(len(BODY))
    assert answer.headers["Content-Language"] == "is"
    assert answer.headers["Vary"] == "Accept-Encoding"
    for word in ("public", "max-age=", "s-maxage=", "stale-while-revalidate=", "stale-if-error="):
        assert word in answer.headers["Cache-Control"]


def test_whatever_cookies_come_the_page_is_the_same(reader, django):
    assert reader.get("/sala/", HTTP_COOKIE="sessionid=abc; csrftoken=def").body == BODY
    assert django.asked == []


@pytest.mark.parametrize(("accepted", "unpacked"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_the_page_comes_in_the_coding_that_is_wanted(reader, accepted, unpacked):
    answer = reader.get("/sala/", HTTP_ACCEPT_ENCODING=accepted)

    assert answer.headers["Content-Encoding"] == accepted
    assert answer.headers["Content-Length"] == str(len(answer.body))
    assert unpacked(answer.body) == BODY


def test_each_coding_has_a_strong_tag_of_its_own(reader):
    tags = {reader.get("/sala/", HTTP_ACCEPT_ENCODING=coding).headers["ETag"] for coding in ("br", "gzip", "identity")}

    assert len(tags) == 3
    assert all(tag.startswith('"') for tag in tags)


def test_who_has_the_page_gets_304_with_the_headers_that_belong_to_it(reader):
    first = reader.get("/sala/")

    answer = reader.get("/sala/", HTTP_IF_NONE_MATCH=f'"other", {first.headers["ETag"]}')

    assert (answer.status, answer.body) == (304, b"")
    for name in ("ETag", "Cache-Control", "Vary", "Last-Modified"):
        assert answer.headers[name] == first.headers[name]
    assert not {"Content-Length", "Content-Encoding"} & answer.headers.keys()


def test_a_tag_goes_before_a_time(reader):
    since = reader.get("/sala/").headers["Last-Modified"]

    assert reader.get("/sala/", HTTP_IF_MODIFIED_SINCE=since).status == 304
    assert reader.get("/sala/", HTTP_IF_MODIFIED_SINCE=since, HTTP_IF_NONE_MATCH='"other"').status == 200


def test_head_has_the_headers_of_get_and_no_body(reader):
    got, head = reader.get("/sala/"), reader.get("/sala/", method="HEAD")

    assert (head.status, head.headers, head.body) == (200, got.headers, b"")


@pytest.mark.parametrize(
    "asked",
    [
        {"method": "POST"},
        {"method": "OPTIONS"},
        {"query": "a=1"},
        {"SCRIPT_NAME": "/x"},
        {"HTTP_HOST": "evil.example"},
        {"HTTP_HOST": ""},
        {"CONTENT_TYPE": "text/html; charset=utf-7"},
        {"CONTENT_LENGTH": "5"},
        {"HTTP_TRANSFER_ENCODING": "chunked"},
    ],
)
def test_everything_else_goes_on_to_django(reader, django, asked):
    answer = reader.get("/sala/", **asked)

    assert (answer.body, django.asked) == (b"Django", ["/sala/"])


@pytest.mark.parametrize("path", ["/vara/", "/../index.sqlite3", "/sala", "/sala/index.html", "/SALA/", "/sala//"])
def test_where_there_is_no_page_django_answers(reader, django, path):
    answer = reader.get(path)

    assert (answer.status, answer.body, django.asked) == (404, b"Django", [path])


def test_on_a_secure_site_only_a_secure_request_is_answered(reader, django, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert reader.get("/sala/").body == b"Django"
    assert reader.get("/sala/", HTTP_X_FORWARDED_PROTO="https").body == b"Django"  # nobody is trusted
    assert reader.get("/sala/", **{"wsgi.url_scheme": "https"}).body == BODY


def test_a_trusted_proxy_says_that_a_request_was_secure(reader, settings):
    import ipaddress

    settings.SECURE_SSL_REDIRECT = True
    settings.TRUSTED_PROXIES = (ipaddress.ip_network("192.0.2.7"),)

    assert reader.get("/sala/", REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_PROTO="https").body == BODY
    assert reader.get("/sala/", REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_PROTO="http").body == b"Django"


def test_what_another_process_dropped_is_dropped_here(reader, store, django):
    reader.get("/sala/")

    store.drop(["everything"])

    assert reader.get("/sala/").body == b"Django"


def test_what_another_process_wrote_anew_is_new_here(reader, store):
    reader.get("/sala/", HTTP_ACCEPT_ENCODING="br")

    put(store, "/sala/", b"<p>new</p>")

    assert reader.get("/sala/").body == b"<p>new</p>"
    assert brotli.decompress(reader.get("/sala/", HTTP_ACCEPT_ENCODING="br").body) == b"<p>new</p>"


def test_a_page_whose_time_is_over_is_asked_of_django(reader, store, django):
    put(store, "/sala/", until=1.0)

    assert reader.get("/sala/").body == b"Django"


def test_a_page_without_its_compressed_files_is_answered_plain(reader, store):
    (store.pages / "sala" / "index.html.br").unlink()

    answer = reader.get("/sala/", HTTP_ACCEPT_ENCODING="br")

    assert (answer.body, "Content-Encoding" in answer.headers) == (BODY, False)


def test_where_django_cannot_draw_the_page_of_before_is_answered(store):
    put(store, "/sala/", BODY)
    store.drop(["everything"])

    answer = Reader(store, NoDjango("503 Service Unavailable")).get("/sala/", HTTP_ACCEPT_ENCODING="br")

    assert (answer.status, answer.body, answer.headers["Cache-Control"]) == (200, BODY, "no-cache")


def test_where_there_was_none_the_reader_is_told_so(store):
    assert Reader(store, NoDjango("503 Service Unavailable")).get("/sala/").status == 503


def test_memory_never_holds_more_than_it_may(store):
    for number in range(20):
        put(store, f"/sida/{number}/", b"x" * 3_000)
    memory = Memory(store, pages.headers, most=30_000)

    for number in range(20):
        assert memory.get(f"/sida/{number}/") is not None

    assert 0 < memory.size <= 30_000
    assert memory.size == sum(page.size for page in memory._pages.values())


def test_what_became_of_each_request_is_told(store, reader, django):
    told = []
    reader.front.tell = told.append

    reader.get("/sala/")
    reader.get("/vara/")
    reader.get("/sala/", query="a=b")  # none of a finished page
    store.drop(["everything"])
    django.status = "503 Service Unavailable"
    reader.get("/sala/")

    assert told == [front.HIT, front.OTHER, front.ASIDE]


def test_a_drawing_that_was_overtaken_is_told_and_the_next_one_too(store):
    told, ways = [], [front.OVERTAKEN, front.FINISHED]

    def draws(environ, start_response):
        environ[ways.pop(0)] = True
        put(store, "/vara/", BODY)
        if ways:
            store.drop(["everything"])
        start_response("200 OK", [])
        return [BODY]

    reader = Reader(store, draws)
    reader.front.tell = told.append

    assert reader.get("/vara/").body == BODY
    assert told == [front.THROWN_AWAY, front.DRAWN]
