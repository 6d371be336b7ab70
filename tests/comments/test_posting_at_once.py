"""One form sent six times at the same moment makes one comment, in a SQLite file and in PostgreSQL."""

from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.test import Client

from comments.models import Comment, Letter
from tests.comments.sending import make_token, typed, write_address
from tests.factories import make_edition

TIMES = 6


@pytest.fixture
def database_of_threads(transactional_db, tmp_path):
    """The tests' SQLite lives in memory, where threads lock each other out: they get a file, as the site has one.

    The name is put back before the connection is closed: a memory that is closed under a file's name is gone.
    """
    settings = connections.settings["default"]
    name = settings["NAME"]

    def share():
        if connection.vendor == "sqlite":
            file = tmp_path / "munur.sqlite3"
            connection.cursor().execute("VACUUM INTO %s", [str(file)])
            settings["NAME"] = str(file)

    yield share
    settings["NAME"] = name


def in_a_thread(work):
    def run():
        try:
            work()
        finally:
            connections.close_all()

    return Thread(target=run)


def run_all(works):
    threads = [in_a_thread(work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)


def test_six_submits_at_once_are_one_comment_and_all_get_the_same_answer(database_of_threads):
    edition = make_edition()
    address, form = write_address(edition), typed(email="lesandi@example.is") | {"token": make_token(edition)}
    database_of_threads()
    ready, answers, stored = Barrier(TIMES), [], []

    def send():
        client = Client()
        ready.wait(30)
        response = client.post(address, form)
        answers.append((response.status_code, response.headers.get("Location")))

    def count():
        stored.append((Comment.objects.count(), Letter.objects.count()))

    run_all([send] * TIMES)
    run_all([count])

    assert len(answers) == TIMES
    assert len(set(answers)) == 1
    assert answers[0][0] == 303
    assert stored == [(1, 1)]
