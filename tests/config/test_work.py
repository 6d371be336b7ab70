import logging
import signal
import sqlite3
import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from comments.models import Allowance, Comment, Letter
from config import work
from tests.factories import make_comment


@pytest.fixture(autouse=True)
def _one_connection(monkeypatch):
    """What a test has written is not yet committed: closing the connection would lose it."""
    monkeypatch.setattr(work, "close_old_connections", lambda: None)
    monkeypatch.setattr(work.connections, "close_all", lambda: None)


class Clock:
    """A clock that goes only while the worker waits, and stops it after some waits."""

    def __init__(self, waits):
        self.now, self.left, self.waited = 0.0, waits, []

    def __call__(self):
        return self.now

    def is_set(self):
        return self.left < 0

    def wait(self, seconds):
        self.now += seconds
        self.left -= 1
        self.waited.append(seconds)


def job(*answers, every=60):
    """A job that answers these one after the other, raising what is an error, and then False."""
    turns = iter(answers)

    def does(stopped):
        answer = next(turns, False)
        if isinstance(answer, Exception):
            raise answer
        return answer

    return work.Job("The test", every, does)


def waits_of(*jobs, waits):
    clock = Clock(waits - 1)
    work.run(jobs, clock, clock)
    return clock.waited


def letter(*, to="lesandi@example.is", **fields):
    return Letter.objects.create(kind=Letter.Kind.CONFIRM, to=to, subject="Bréf", text="Texti.", **fields)


def test_each_job_comes_in_its_own_time():
    turns = []
    often = work.Job("often", 1, lambda stopped: turns.append("often"))
    seldom = work.Job("seldom", 3, lambda stopped: turns.append("seldom"))

    assert waits_of(often, seldom, waits=4) == [1, 1, 1, 1]
    assert turns == ["often", "seldom", "often", "often", "often", "seldom"]


def test_where_there_is_more_nobody_waits():
    assert waits_of(job(True, True, False), waits=3) == [0, 0, 60]


def test_after_a_failure_the_pauses_grow_up_to_half_a_minute(caplog):
    failing = job(*[ValueError("a fault of ours")] * 7)

    assert waits_of(failing, waits=8) == [1, 2, 4, 8, 16, 30, 30, 60]


@pytest.mark.parametrize("error", [OperationalError("away"), sqlite3.OperationalError("full"), OSError(28, "full")])
def test_what_passes_is_tried_again_soon(error, caplog):
    failing = job(*[error] * 4)

    assert waits_of(failing, waits=5) == [1, 2, 2, 2, 60]


def test_after_a_success_the_pauses_begin_anew(caplog):
    failing = job(OperationalError(), OperationalError(), False, OperationalError(), every=5)

    assert waits_of(failing, waits=4) == [1, 2, 5, 1]


@pytest.mark.parametrize(
    "error", [OperationalError("locked"), InterfaceError("closed"), ValueError("x"), KeyError(1), RecursionError()]
)
def test_no_error_ends_the_worker_nor_keeps_another_job_from_its_turn(error, caplog):
    done = []
    other = work.Job("other", 60, lambda stopped: done.append(1))

    waits_of(job(error), other, waits=1)

    assert done == [1]


def test_a_failure_is_one_line_of_the_log(caplog):
    waits_of(job(OperationalError("refused\n  is it running?")), waits=1)

    [record] = caplog.records
    assert record.levelno == logging.ERROR
    assert record.getMessage().startswith(
        "The test failed and is tried again in 1 s: OperationalError: refused is it running? in test_work.py"
    )
    assert record.exc_info is None


def test_the_log_repeats_nobodys_data(caplog):
    waits_of(job(ValueError("lesandi@example.is is no number")), waits=1)

    assert "ValueError in test_work.py" in caplog.text
    assert "lesandi" not in caplog.text


def test_it_stops_between_two_jobs():
    stop = threading.Event()
    stopping = work.Job("stopping", 60, lambda stopped: stop.set())
    never = work.Job("never", 60, lambda stopped: pytest.fail("It was stopped."))

    work.run([stopping, never], stop)


@pytest.mark.django_db
def test_once_sends_what_is_due_and_purges(settings):
    letters = [letter(to=f"lesandi{number}@example.is") for number in range(work.BATCH + 2)]
    later = letter(next_try_at=timezone.now() + timedelta(hours=1))
    make_comment(state=Comment.State.SPAM, created_at=timezone.now() - timedelta(days=40))

    call_command("work", "--once")

    assert len(mail.outbox) == len(letters)
    assert list(Letter.objects.filter(sent_at=None)) == [later]
    assert not Comment.objects.exists()


@pytest.mark.django_db
def test_the_purge_is_done_once_a_day():
    call_command("work", "--once")
    spam = make_comment(state=Comment.State.SPAM, created_at=timezone.now() - timedelta(days=40))
    call_command("work", "--once")
    assert Comment.objects.filter(pk=spam.pk).exists()

    Allowance.objects.all().delete()  # as if tomorrow
    call_command("work", "--once")
    assert not Comment.objects.filter(pk=spam.pk).exists()


@pytest.mark.django_db
def test_once_says_when_something_failed_and_does_the_rest(monkeypatch, caplog):
    def fails():
        raise OperationalError("away")

    monkeypatch.setattr(work.settling, "settle_closings", fails)
    letter()

    with pytest.raises(CommandError, match="Not everything"):
        call_command("work", "--once")
    assert len(mail.outbox) == 1


@pytest.mark.django_db
def test_the_handlers_of_before_come_back():
    before = signal.getsignal(signal.SIGTERM)
    call_command("work", "--once")

    assert signal.getsignal(signal.SIGTERM) is before


def test_a_connection_that_was_lost_is_left_behind_each_round(monkeypatch):
    closed = []
    monkeypatch.setattr(work, "close_old_connections", lambda: closed.append(1))
    waits_of(job(), waits=3)

    assert closed == [1, 1, 1]


def test_after_a_failure_the_database_is_opened_anew(monkeypatch):
    opened = []
    monkeypatch.setattr(work.connections, "close_all", lambda: opened.append(1))
    waits_of(job(OperationalError("no such table"), False), waits=2)

    assert opened == [1]
