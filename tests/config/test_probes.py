import time

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from articles.pages import following, identity, place
from articles.pages.store import Store
from config import readiness
from tests.pages.asking import Reader


def test_the_process_is_alive_without_asking_the_database(client):
    answer = client.get("/healthz")  # without the mark django_db a query would fail this test

    assert answer.status_code == 200
    assert answer.content == b"ok\n"


@pytest.mark.django_db
def test_the_site_is_ready_when_the_database_has_every_table(client):
    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_the_site_is_not_ready_while_migrations_wait(client, monkeypatch):
    known = readiness.migrations() | {("articles", "9998_one"), ("articles", "9999_two")}
    monkeypatch.setattr(readiness, "migrations", lambda: known)

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer["Cache-Control"] == "no-store"
    assert answer["Retry-After"] == "5"
    assert answer.content == b"2 migrations wait.\n"


@pytest.mark.django_db
def test_code_that_is_older_than_the_database_is_ready(client):
    """While hosts are brought up to date one after the other, the tables are newer than the code of some."""
    MigrationRecorder(connection).record_applied("articles", "9999_of_tomorrow")

    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_the_site_is_not_ready_without_a_database(client, monkeypatch):
    def away(*_):
        raise OperationalError("no route to db.internal with password leyndo")

    monkeypatch.setattr(readiness, "MigrationRecorder", away)
    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.content == b"The database does not answer.\n"


@pytest.mark.django_db
def test_other_parts_say_what_they_need(client, monkeypatch):
    monkeypatch.setattr(readiness, "_checks", dict(readiness._checks))
    readiness.register("The page store", lambda: "The page store cannot be written.")
    readiness.register("The fine part", lambda: None)

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.content == b"The page store cannot be written.\n"


@pytest.mark.django_db
def test_a_check_that_fails_itself_tells_no_more_than_that(client, monkeypatch):
    def fails():
        raise RuntimeError("/srv/munur/leyndo")

    monkeypatch.setattr(readiness, "_checks", {"The page store": fails})

    assert client.get("/readyz").content == b"The page store could not be examined.\n"


@pytest.fixture
def store(tmp_path, monkeypatch, settings):
    """Finished pages that nobody has followed yet."""
    settings.PAGES_ROOT = tmp_path
    made = Store(tmp_path / "release")
    monkeypatch.setattr(place, "store", lambda: made)
    yield made
    made.index.close()


@pytest.mark.django_db
def test_readers_are_sent_where_somebody_follows_what_is_changed(client, store):
    assert client.get("/readyz").content == b"The page store is not followed.\n"

    following.follow(store)
    assert client.get("/readyz").status_code == 200

    store.index.put_mark("followed", time.time() - 2 * readiness.LONG)
    assert client.get("/readyz").content == b"The page store is not followed.\n"


@pytest.mark.django_db
def test_the_site_is_not_ready_where_finished_pages_cannot_be_written(client, monkeypatch, settings, tmp_path):
    settings.PAGES_ROOT = tmp_path
    monkeypatch.setattr(place, "store", lambda: None)

    assert client.get("/readyz").content == b"The page store cannot be written.\n"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_probe_is_never_a_finished_page(store, path):
    reader = Reader(store)
    following.follow(store)

    assert reader.get(path).headers["Cache-Control"] == "no-store"
    assert not identity.is_page(path)
    assert store.index.paths() == []


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_probe_is_only_read(client, path):
    assert client.post(path).status_code == 405


def test_a_probe_sets_no_cookie(client):
    assert not client.get("/healthz").cookies
