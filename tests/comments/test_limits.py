import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.db import connection

from comments.limits import is_spent, spend
from comments.models import Allowance

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)


def at(*, minute=0, second=0):
    return time_machine.travel(NOON.replace(minute=minute, second=second), tick=False)


@pytest.mark.django_db
def test_as_many_are_allowed_as_the_limit_says():
    with at(minute=3):
        assert [spend("write", "net", 2) for _ in range(4)] == [0, 0, 420, 420]


@pytest.mark.django_db
def test_what_is_answered_is_the_time_until_it_is_allowed_again():
    with at(minute=9, second=59):
        spend("write", "net", 1)
        assert spend("write", "net", 1) == 1
    with at(minute=10):
        assert spend("write", "net", 1) == 0


@pytest.mark.django_db
def test_a_part_of_a_second_is_a_second_to_wait():
    with time_machine.travel(NOON.replace(minute=9, second=59, microsecond=999_999), tick=False):
        assert spend("write", "net", 0) == 1


@pytest.mark.django_db
def test_each_network_and_each_action_has_its_own_count():
    with at():
        spend("write", "net", 1)

        assert spend("write", "other", 1) == 0
        assert spend("report", "net", 1) == 0
        assert spend("write", "net", 1) > 0


@pytest.mark.django_db
def test_a_stretch_may_be_of_another_length():
    with at():
        spend("link", "net", 1, seconds=3600)
    with at(minute=59):
        assert spend("link", "net", 1, seconds=3600) == 60


@pytest.mark.django_db
def test_a_limit_of_none_allows_nothing_and_writes_nothing():
    with at():
        assert spend("write", "net", 0) == 600
    assert not Allowance.objects.exists()


@pytest.mark.django_db
def test_a_limit_that_was_raised_allows_more_at_once():
    with at():
        spend("write", "net", 1)

        assert spend("write", "net", 2) == 0


@pytest.mark.django_db
def test_what_is_refused_is_not_written(django_assert_num_queries):
    with at():
        spend("write", "net", 1)

        with django_assert_num_queries(1) as asked:
            spend("write", "net", 1)
    assert asked.captured_queries[0]["sql"].startswith("SELECT")


@pytest.mark.django_db
def test_a_row_ends_with_its_stretch():
    with at(minute=14):
        spend("write", "net", 1)

    assert Allowance.objects.get().ends_at == NOON.replace(minute=20)


@pytest.mark.django_db
def test_the_longest_key_fits():
    with at():
        spend("my-comments", "f" * 32, 1)

    assert len(Allowance.objects.get().key) <= Allowance._meta.get_field("key").max_length


@pytest.mark.django_db
@pytest.mark.parametrize(("used", "allowed"), [(0, True), (1, True), (2, False)])
def test_one_who_came_between_reading_and_writing_is_counted(used, allowed):
    def another_comes(execute, sql, params, many, context):
        answer = execute(sql, params, many, context)
        if sql.startswith("SELECT") and not Allowance.objects.exists():
            Allowance.objects.create(key=f"write:net:{int(NOON.timestamp()) // 600}", used=used, ends_at=NOON)
        return answer

    with at(), connection.execute_wrapper(_once(another_comes)):
        assert (spend("write", "net", 2) == 0) is allowed
    assert Allowance.objects.get().used == (used + 1 if allowed else used)


def _once(wrapper):
    """Not for the queries that the wrapper makes itself."""
    inside = []

    def wrapped(execute, *asked):
        if inside:
            return execute(*asked)
        inside.append(True)
        try:
            return wrapper(execute, *asked)
        finally:
            inside.clear()

    return wrapped


@pytest.mark.django_db
def test_whether_something_is_left_can_be_asked_without_counting():
    with at():
        assert not is_spent("write", "net", 1)
        spend("write", "net", 1)
        assert is_spent("write", "net", 1)
        assert not is_spent("write", "other", 1)
    with at(minute=10):
        assert not is_spent("write", "net", 1)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="Threads share one SQLite in memory. It runs on PostgreSQL.")
@pytest.mark.django_db(transaction=True)
def test_many_threads_at_once_get_no_more_than_the_limit():
    def once(_):
        try:
            return spend("write", "net", 7, seconds=10**8)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(once, range(20)))

    assert answers.count(0) == 7
    assert Allowance.objects.get().used == 7


SPENDING = """
import sys
import django
django.setup()
from django.db import connection
from comments.limits import is_spent, spend
from comments.models import Allowance
if sys.argv[1] == "make":
    with connection.schema_editor() as editor:
        editor.create_model(Allowance)
else:
    sys.stdin.readline()
    print([spend("write", "net", 7, seconds=10**8) for _ in range(5)].count(0))
"""


def test_many_processes_at_once_get_no_more_than_the_limit(tmp_path):
    place = {
        "PATH": os.environ["PATH"],
        "ENV_FILE": os.devnull,
        "DEBUG": "true",
        "DATABASE_URL": f"sqlite:///{tmp_path}/munur.sqlite3",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }

    def start(what):
        command, pipe = [sys.executable, "-c", SPENDING, what], subprocess.PIPE
        return subprocess.Popen(command, cwd=ROOT, env=place, stdin=pipe, stdout=pipe, text=True)

    start("make").communicate(timeout=60)
    spending = [start("spend") for _ in range(3)]
    for process in spending:
        process.stdin.write("now\n")
        process.stdin.flush()

    assert sum(int(process.communicate(timeout=60)[0]) for process in spending) == 7
