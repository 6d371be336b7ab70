"""An nginx on the store answers as the site does, and passes on whatever is not finished."""

import http.client
import os
import threading
import time
import wsgiref.simple_server
from urllib.parse import urlsplit

import pytest

from articles.pages import identity, place
from articles.pages.store import Store
from config.nginx import Place, configuration
from tests.config.an_nginx import needs_nginx, nginx
from tests.pages.asking import NoDjango, Reader, put

pytestmark = needs_nginx
PAGES = ["/", "/sala/", "/en/sale/", "/en/", "/vidfangsefni/sala/eldra/a_1-b/", "/straumur.xml", "/en/tags/x/feed.xml"]
BODY = "<!doctype html><p>Munurinn á sölu og þjónustu</p>".encode() * 40
NOT_COMPARED = {"ETag", "Server", "Date", "Connection"}  # what each makes its own


class Handler(wsgiref.simple_server.WSGIRequestHandler):
    def get_environ(self):
        said = {"CONTENT_TYPE": self.headers.get("Content-Type", "")}  # of itself it says text/plain
        return super().get_environ() | said

    def log_message(self, *_):
        pass


@pytest.fixture
def store(tmp_path):
    """The store of this release, as processes show it to a web server."""
    made = Store(tmp_path / "root" / "release")
    place.show(made, at_once=True)
    for path in PAGES:
        put(made, path, BODY + path.encode())
    yield made
    made.index.close()


@pytest.fixture
def django():
    return NoDjango()


@pytest.fixture
def behind(store, django):
    """The port of the site itself."""
    server = wsgiref.simple_server.make_server("127.0.0.1", 0, Reader(store, django).front, handler_class=Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def site(tmp_path, store, behind):
    """The address of an nginx before it."""
    with nginx(
        tmp_path, behind, pages_folder=tmp_path / "root" / place.SERVED / "pages", languages=("is", "en")
    ) as at:
        yield at


def ask(site: str, path: str, method: str = "GET", body: str | None = None, **headers: str):
    """Status, headers and body, of an address that is sent as it stands here."""
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=20)
    try:
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def same(headers: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name not in NOT_COMPARED}


@pytest.mark.parametrize("coding", ["identity", "gzip", "gzip;q=0", "*"])
def test_nginx_says_what_the_site_says(site, behind, django, coding):
    for path in PAGES:
        by_nginx = ask(site, path, Accept_Encoding=coding)
        by_site = ask(f"http://127.0.0.1:{behind}", path, Accept_Encoding=coding.replace("*", "identity"))

        assert by_nginx[0] == by_site[0] == 200
        assert by_nginx[1]["Server"] == "nginx"
        assert same(by_nginx[1]) == same(by_site[1])
        assert by_nginx[2] == by_site[2]
    assert django.asked == []


def test_who_has_the_page_gets_304_with_the_same_headers(site, behind):
    known = ask(site, "/sala/")[1]["ETag"]
    status, headers, body = ask(site, "/sala/", If_None_Match=known)
    theirs = ask(f"http://127.0.0.1:{behind}", "/sala/", If_None_Match="*")[1]
    del theirs["Content-Length"]  # of the server in this test

    assert known.startswith('"')  # a strong tag
    assert (status, body) == (304, b"")
    assert same(headers) == same(theirs)


def test_the_head_of_a_page_has_the_same_headers(site):
    status, headers, body = ask(site, "/sala/", "HEAD")

    assert (status, body) == (200, b"")
    assert same(headers) == same(ask(site, "/sala/")[1])


@pytest.mark.parametrize(
    "asked",
    [
        {"path": "/sala/?sida=2"},
        {"path": "/s%61la/"},
        {"path": "//sala/"},
        {"path": "/sala/../sala/"},
        {"path": "/sala/index.html"},
        {"path": "/none"},
        {"path": "/sala/", "method": "POST", "body": "a=b"},
        {"path": "/sala/", "body": "a=b"},
        {"path": "/sala/", "Content_Type": "text/plain"},
        {"path": "/sala/", "method": "DELETE"},
    ],
)
def test_what_is_asked_in_another_way_is_for_the_site_to_decide(site, behind, asked):
    by_nginx, by_site = ask(site, **asked), ask(f"http://127.0.0.1:{behind}", **asked)

    assert by_nginx[0] == by_site[0]
    assert by_nginx[1].get("ETag") == by_site[1].get("ETag")  # nginx makes tags of another form
    assert by_nginx[2] == by_site[2]


@pytest.mark.parametrize(
    ("path", "method"), [("/sala/?sida=2", "GET"), ("/sala/index.html", "GET"), ("/sala/", "POST"), ("/vara/", "GET")]
)
def test_django_answers_what_is_not_finished(site, django, path, method):
    assert ask(site, path, method)[2] == b"Django"
    assert django.asked == [path.partition("?")[0]]


def test_whatever_cookies_come_the_page_is_the_same(site, django):
    assert ask(site, "/sala/", Cookie="sessionid=abc")[2] == BODY + b"/sala/"
    assert django.asked == []


def test_what_is_dropped_is_not_served_any_more(site, store, django):
    assert ask(site, "/sala/")[0] == 200

    store.drop(["everything"], withdrawn=True)

    assert [ask(site, path, Accept_Encoding="gzip")[2] for path in PAGES] == [b"Django"] * len(PAGES)
    assert django.asked == PAGES


def test_what_is_over_is_not_served_once_it_was_taken_away(site, store):
    put(store, "/vara/", until=time.time() - 1)

    store.drop_due()

    assert ask(site, "/vara/")[2] == b"Django"


def test_a_page_that_goes_while_nginx_looks_is_asked_of_the_site(site, store, django):
    file = store.pages / identity.file("/vara/")
    file.parent.mkdir()
    os.mkfifo(file)  # is there for the look, and no file for the reading

    assert ask(site, "/vara/")[2] == b"Django"
    assert django.asked == ["/vara/"]


def test_a_page_that_is_drawn_again_within_a_second_has_another_tag(site, store):
    tags = set()
    for number in range(5):
        store.drop(["everything"])
        put(store, "/sala/", BODY + str(number).encode())
        tags |= {ask(site, "/sala/", Accept_Encoding=coding)[1]["ETag"] for coding in ("identity", "gzip")}

    assert len(tags) == 10


def test_after_a_deploy_the_pages_of_the_new_release_are_served(site, store, tmp_path):
    new = Store(tmp_path / "root" / "new")
    put(new, "/sala/", b"<p>New")

    place.show(new)
    assert ask(site, "/sala/")[2] == BODY + b"/sala/"  # somebody follows the old one
    place.show(new, at_once=True)
    assert ask(site, "/sala/")[2] == b"<p>New"
    new.index.close()


def test_while_no_process_answers_finished_pages_are_served(tmp_path, store):
    with nginx(tmp_path, 1, pages_folder=store.pages) as at:
        assert ask(at, "/sala/")[0] == 200
        assert ask(at, "/vara/")[0] == 503


def test_an_nginx_of_another_host_leaves_pages_to_the_site(tmp_path):
    printed = configuration(Place(("a.example",), ("a:1",), static_folder=tmp_path, media_folder=None))

    assert "try_files" not in printed
    assert "map " not in printed
