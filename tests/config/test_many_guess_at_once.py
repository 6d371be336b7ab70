"""Guesses sent at the same moment are counted like those sent one by one, in a SQLite file and in PostgreSQL."""

from threading import Barrier

from django.test import Client

from tests.comments.test_posting_at_once import database_of_threads, run_all  # noqa: F401
from tests.config.signing_in import make_staff, say_password

TIMES = 24


def test_of_two_dozen_guesses_at_once_ten_are_looked_at_at_most(database_of_threads):  # noqa: F811
    make_staff()
    database_of_threads()
    ready, answers = Barrier(TIMES), []

    def guess_from(peer):
        def guess():
            ready.wait(30)
            answers.append(say_password(Client(), password="rangt", peer=peer).status_code)

        return guess

    run_all([guess_from(f"198.51.{place}.1") for place in range(TIMES)])

    assert len(answers) == TIMES
    assert set(answers) <= {200, 429}
    assert answers.count(200) <= 10
