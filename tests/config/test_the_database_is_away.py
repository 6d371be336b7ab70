"""The database is lost: every query fails as it does then."""

import re
import sqlite3
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.db import InterfaceError, OperationalError, ProgrammingError, connection
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from config import away, urls
from tests.factories import make_article

pytestmark = pytest.mark.django_db
LOST = OperationalError("server closed the connection unexpectedly")


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_superuser("ritstjori"))
    return client


def failing(error=LOST):
    def fail(execute, sql, params, many, context):
        raise error

    return connection.execute_wrapper(fail)


def text_of(answer) -> str:
    return unescape(re.sub("<[^>]+>", " ", answer.content.decode()))


@pytest.mark.parametrize("method", ["get", "head", "post"])
@pytest.mark.parametrize("address", ["/", "/vidfangsefni/", "/en/subjects/", "/not-here/", "/admin/", "/admin/login/"])
def test_nothing_is_ever_a_server_error(editor, method, address):
    with failing():
        answer = getattr(editor, method)(address)

    assert answer.status_code in (405, 503)


def test_a_reader_is_asked_to_come_back(client):
    with failing():
        answer = client.get("/")

    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert answer["Cache-Control"] == "no-store"
    assert "Reyndu aftur eftir andartak" in text_of(answer)
    assert "Það sem þú skrifaðir" not in text_of(answer)
    assert not answer.cookies


def test_the_page_speaks_the_language_of_the_address(client):
    with failing():
        answer = client.get("/en/")

    assert '<html lang="en">' in answer.content.decode()
    assert "Try again in a moment" in text_of(answer)


def test_the_page_has_the_headers_of_its_kind(client):
    with failing():
        public, desk = client.get("/"), client.get("/admin/login/?next=/admin/", HTTP_COOKIE="sessionid=a")

    assert "script-src 'self'" in public["Content-Security-Policy"]
    assert desk["X-Frame-Options"] == "DENY"


def test_an_unknown_address_is_said_to_be_busy_where_its_page_cannot_be_drawn(client):
    with failing():
        assert client.get("/engin-sida-her/").status_code == 503


def test_what_a_reader_typed_is_in_a_form_that_can_be_sent_again(client):
    article = make_article()
    typed = {
        "name": "Hildur Ösp",
        "email": "hildur@example.is",
        "text": '\nFyrsta </textarea> lína\n"önnur" & 🙂',
        "token": "a:b:c",
        "website": "spam.example",
    }
    with failing():
        answer = client.post(f"/umraeda/{article.key}/skrifa/", typed)
    page = answer.content.decode()

    assert answer.status_code == 503
    assert f'method="post" action="/umraeda/{article.key}/skrifa/"' in page
    assert 'name="name" value="Hildur Ösp"' in page
    assert 'name="token" value="a:b:c"' in page
    written = re.search(r'<textarea[^>]* name="text"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    assert unescape(written[1]) == typed["text"]
    assert "spam.example" not in page


def test_what_an_editor_typed_can_be_copied(editor):
    typed = {
        "lead_is": "<p>Inngangur sem má ekki týnast.</p>",
        "dimensions-0-name_is": "Verð",
        "dimensions-0-id": "4711",
        "dimensions-TOTAL_FORMS": "8472",
        "password1": "leyniorð sem dugar",
        "csrfmiddlewaretoken": "x" * 64,
        "summary_is": "",
        "_save": "Vista",
    }
    with failing():
        answer = editor.post("/admin/articles/article/add/", typed)
    text = text_of(answer)

    assert answer.status_code == 503
    assert "<p>Inngangur sem má ekki týnast.</p>" in text
    assert "Verð" in text
    for hidden in ("4711", "8472", "leyniorð", "xxx", "summary_is", "_save"):
        assert hidden not in text
    assert "<form" not in answer.content.decode()


def test_a_sign_in_does_not_show_the_password(client):
    with failing():
        answer = client.post("/admin/login/", {"username": "ritstjori", "password": "leyniorð"})

    assert answer.status_code == 503
    assert "leyniorð" not in answer.content.decode()
    assert "ritstjori" in answer.content.decode()


def a_session_that_changes(request):
    request.session["seen"] = "yes"
    return HttpResponse("done")


urlpatterns = [path("changes/", a_session_that_changes), *urls.urlpatterns]
handler400, handler500 = urls.handler400, urls.handler500


@pytest.mark.parametrize("known", [True, False])
def test_a_session_that_is_not_saved_after_the_view_is_503_too(client, editor, known):
    asker = editor if known else Client(raise_request_exception=False)

    def writing_fails(execute, sql, params, many, context):
        if not sql.startswith("SELECT"):
            raise LOST
        return execute(sql, params, many, context)

    with override_settings(ROOT_URLCONF=__name__), connection.execute_wrapper(writing_fails):
        assert asker.post("/changes/", {"text": "Texti sem týnist ekki."}).status_code == 503


def test_developers_see_the_page_as_well(client, settings):
    settings.DEBUG = True
    with failing():
        assert client.get("/").status_code == 503


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
@pytest.mark.parametrize("error", [LOST, InterfaceError("connection already closed")])
def test_probes_say_what_they_said(client, address, error):
    with failing(error):
        answer = client.get(address)

    assert answer.status_code == (200 if address == "/healthz" else 503)


def test_a_fault_of_ours_stays_one(client):
    with failing(ProgrammingError("syntax error")):
        assert client.get("/").status_code == 500


def test_a_form_that_cannot_be_read_is_answered_too():
    request = RequestFactory().post("/", b"x" * 10, content_type="multipart/form-data; boundary=b")

    assert away.page(request).status_code == 503


def sqlite_error(code: int, said: str) -> OperationalError:
    cause = sqlite3.OperationalError(said)
    cause.sqlite_errorcode = code
    error = OperationalError(said)
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "away_"),
    [
        (sqlite_error(sqlite3.SQLITE_BUSY, "database is locked"), True),
        (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT, "database is locked"), True),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN, "unable to open database file"), True),
        (sqlite_error(sqlite3.SQLITE_FULL, "database or disk is full"), True),
        (sqlite_error(sqlite3.SQLITE_ERROR, "no such table: a"), False),
        (sqlite3.OperationalError("not through Django"), False),
        (InterfaceError("connection already closed"), True),
        (ValueError("database is locked"), False),
        (None, False),
    ],
)
def test_what_passes_is_told_from_what_does_not(error, away_):
    assert away.is_away(error) is away_


def test_an_error_that_came_from_a_lost_database_counts():
    error = RuntimeError("Something about it.")
    error.__context__ = LOST

    assert away.is_away(error)
