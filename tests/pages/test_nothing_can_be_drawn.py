"""The database is away: finished pages are served as ever, dropped ones as they were, others are promised."""

import pytest
from django.db import OperationalError, connection

from articles.pages import stale
from articles.pages.store import Store
from tests.factories import make_article
from tests.pages.asking import Reader

pytestmark = pytest.mark.django_db


def away():
    def fail(*_):
        raise OperationalError("server closed the connection unexpectedly")

    return connection.execute_wrapper(fail)


@pytest.fixture
def sala(store):
    article = make_article(slug="sala")
    Reader(store).get("/sala/")
    return article.editions.get()


def test_a_finished_page_is_served_to_the_byte(sala, store):
    before = Reader(store).get("/sala/")

    with away():
        assert Reader(store).get("/sala/") == before


def test_a_dropped_page_is_served_as_it_was_and_for_nobody_to_keep(sala, store):
    before = Reader(store).get("/sala/")
    store.drop([f"edition:{sala.pk}"])

    with away():
        answer = Reader(store).get("/sala/")

    assert (answer.status, answer.body, answer.headers["Cache-Control"]) == (200, before.body, "no-cache")


def test_it_is_drawn_again_as_soon_as_the_database_is_back(sala, store):
    store.drop([f"edition:{sala.pk}"])
    with away():
        Reader(store).get("/sala/")

    answer = Reader(store).get("/sala/")

    assert "s-maxage" in answer.headers["Cache-Control"]
    assert store.index.paths(aside=True) == []


def test_what_was_withdrawn_is_not_served(sala, store):
    store.drop([f"edition:{sala.pk}"], withdrawn=True)

    with away():
        assert Reader(store).get("/sala/").status == 503


def test_a_page_that_was_never_drawn_is_promised_for_later(sala, store):
    with away():
        answer = Reader(store).get("/")

    assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
    assert answer.headers["Cache-Control"] == "no-store"
    assert store.index.row("/") is None


def test_a_change_is_made_although_its_pages_cannot_be_dropped(
    sala, store, monkeypatch, django_capture_on_commit_callbacks
):
    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Store, "drop", full)

    with django_capture_on_commit_callbacks(execute=True):
        stale.mark("edition:1")
    assert store.index.taken() == set()  # the next who follows tries again
