import pytest
from django.db import OperationalError

from config import views


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
    monkeypatch.setattr(views.MigrationExecutor, "migration_plan", lambda *_: ["one", "two"])

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.content == b"2 migrations wait.\n"


@pytest.mark.django_db
def test_the_site_is_not_ready_without_a_database(client, monkeypatch):
    def away(*_):
        raise OperationalError("no route to db.internal with password leyndo")

    monkeypatch.setattr(views, "MigrationExecutor", away)
    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.content == b"The database does not answer.\n"


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_probe_is_only_read(client, path):
    assert client.post(path).status_code == 405


def test_a_probe_sets_no_cookie(client):
    assert not client.get("/healthz").cookies
