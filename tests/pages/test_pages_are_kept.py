"""What Django draws becomes a finished page, and what must never be one does not."""

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver

from articles.pages import keeping
from articles.pages.store import Store
from comments.models import Comment
from tests.factories import make_article, make_comment, make_page, make_tag
from tests.pages.asking import NoDjango, Reader

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses():
    article = make_article(slug="sala", languages=("is", "en"), tags=["verslun"], author=None)
    root = make_comment(article=article)
    make_page()
    subject = article.sides.first().subject
    return [
        "/",
        "/en/",
        "/sala/",
        "/en/sala/",
        subject.get_absolute_url(),
        "/vidfangsefni/",
        "/efnisord/",
        "/efnisord/verslun/",
        "/hofundar/",
        "/sida/um-vefinn/",
        "/breytingar/sala/",
        "/umraeda/sala/",
        f"/umraeda/sala/thradur/{root.pk}/",
        "/umraeda/atom.xml",
        "/umraeda/sala/atom.xml",
    ]


def test_public_pages_are_drawn_once_and_the_same_to_the_byte(store, addresses, client):
    for path in addresses:
        drawn = Reader(store).get(path)
        again = Reader(store, NoDjango()).get(path)

        assert drawn.status == 200, path
        assert (again.status, again.headers, again.body) == (200, drawn.headers, drawn.body), path


def test_a_finished_page_has_the_headers_that_django_gives(store, addresses, monkeypatch):
    # What is finished is logged nowhere in the site, so it needs no name there.
    own = {"ETag", "Last-Modified", "Cache-Control", "Content-Length", "Vary", "X-Request-Id"}
    for path in addresses:
        finished = Reader(store).get(path)
        monkeypatch.setattr("articles.pages.place.store", lambda: None)
        bare = Client().get(path)
        monkeypatch.setattr("articles.pages.place.store", lambda: store)

        assert {name: finished.headers.get(name) for name in bare.headers if name not in own} == {
            name: value for name, value in bare.headers.items() if name not in own
        }, path
        assert finished.headers.keys() - own == bare.headers.keys() - own
        assert finished.body == bare.content, path


def test_the_first_answer_to_head_makes_a_page_and_has_no_body(store):
    make_article(slug="sala")

    answer = Reader(store).get("/sala/", method="HEAD")

    assert (answer.status, answer.body) == (200, b"")
    assert Reader(store, NoDjango()).get("/sala/").headers == answer.headers


def test_these_views_are_finished_and_no_others():
    patterns = every(get_resolver().url_patterns)

    assert {pattern.name for pattern in patterns if hasattr(pattern.callback, "is_finished")} == {
        "home",
        "older",
        "article",
        "subjects",
        "subject",
        "subject-older",
        "tags",
        "tag",
        "tag-older",
        "authors",
        "author",
        "author-older",
        "about",
        "page",
        "changes",
        "thread",
        "branch",
        "thread-feed",
        "comments-feed",
    }


def every(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from every(pattern.url_patterns)
        else:
            yield pattern


@pytest.mark.parametrize(
    "path",
    [
        "/ekki-til/",
        "/leit/",
        "/healthz",
        "/readyz",
        "/admin/",
        "/admin/login/",
        "/minar-athugasemdir/",
        "/umraeda/sala/skrifa/",
        "/umraeda/sala/leyfi/",
        "/umraeda/sala/fylgjast-med/",
    ],
)
def test_nothing_else_is_kept(store, path):
    make_article(slug="sala")

    Reader(store).get(path)

    assert store.index.paths() == []


def test_a_page_of_one_comment_is_its_writers_and_not_kept(store):
    comment = make_comment(article=make_article(slug="sala"), state=Comment.State.HELD)

    Reader(store).get(f"/athugasemd/{comment.pk}/")

    assert store.index.paths() == []


def test_a_query_is_not_kept(store):
    make_article(slug="sala")

    assert Reader(store).get("/sala/", query="syna=a").status == 200
    assert store.index.paths() == []


def test_a_draft_an_old_address_and_what_is_gone_are_not_kept(store):
    make_article(slug="drog", publish=False)
    edition = make_article(slug="fyrr").editions.get()
    edition.slug = "nu"
    edition.save()

    assert Reader(store).get("/drog/").status == 404
    assert Reader(store).get("/fyrr/").status == 301
    assert store.index.paths() == []


def test_an_editor_who_is_signed_in_leaves_no_trace(store, client):
    make_article(slug="sala")
    client.force_login(get_user_model().objects.create_superuser("ritstjori"))
    cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())

    answer = Reader(store).get("/sala/", HTTP_COOKIE=cookie)

    assert store.index.paths() == ["/sala/"]
    assert "Set-Cookie" not in answer.headers
    assert b"ritstjori" not in answer.body


@pytest.mark.parametrize(
    "headers",
    [
        {"Vary": "Cookie"},
        {"Vary": "Accept-Language"},
        {"Cache-Control": "private"},
        {"Cache-Control": "max-age=5, No-Store"},
        {"Content-Type": "text/plain"},
        {"Content-Encoding": "gzip"},
    ],
)
def test_what_a_view_says_is_not_for_everyone_is_not_kept(store, rf, headers):
    request = rf.get("/sala/")
    response = keeping.KeepingMiddleware(keeping.finished(lambda _: HttpResponse("x", headers=headers)))(request)

    assert response.status_code == 200
    assert store.index.paths() == []


def test_a_cookie_that_is_set_further_out_is_seen(store, rf):
    def with_cookie(request):
        response = keeping.finished(lambda _: HttpResponse("x"))(request)
        response.set_cookie("a", "b")
        return response

    keeping.KeepingMiddleware(with_cookie)(rf.get("/sala/"))

    assert store.index.paths() == []


def test_such_a_page_would_be_kept_without_all_that(store, rf):
    keeping.KeepingMiddleware(keeping.finished(lambda _: HttpResponse("x")))(rf.get("/sala/"))

    assert store.index.paths() == ["/sala/"]


def test_where_nothing_can_be_written_pages_are_drawn_as_before(store, monkeypatch):
    make_article(slug="sala")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Store, "put", full)

    assert Reader(store).get("/sala/").status == 200


def test_a_page_that_names_a_tag_stands_on_it(store):
    tag = make_tag(name="Verslun", key="verslun")
    make_article(slug="sala", tags=["verslun"])

    Reader(store).get("/sala/")

    assert store.drop([f"tag:{tag.pk}"]) == {"/sala/"}
