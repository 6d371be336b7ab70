import shutil
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.request

import pytest

from tests.config import places

LONG_AGO = "2026-01-01 00:00:00"  # as Django writes it


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """A database file with every table."""
    folder = tmp_path_factory.mktemp("tables")
    places.run(places.environment(folder), "manage.py", "migrate", "--verbosity", "0")
    return folder / "munur.sqlite3"


@pytest.fixture
def place(tmp_path, tables):
    shutil.copy(tables, tmp_path)
    (tmp_path / "mails").mkdir()
    return places.environment(tmp_path)


@pytest.fixture
def worker():
    """Starts workers, and ends those that still run."""
    started = []

    def start(place):
        started.append(places.start(place, "manage.py", "work", stderr=subprocess.PIPE))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def write_letter(place, number=1):
    with sqlite3.connect(place["DATABASE_URL"].removeprefix("sqlite:///"), timeout=30) as database:
        database.execute(
            "INSERT INTO comments_letter (kind, 'to', subject, text, headers, created_at, tries, next_try_at, error)"
            " VALUES ('confirm', 'lesandi@example.is', ?, 'Texti.', '{}', ?, 0, ?, '')",
            [f"Bréf {number}", LONG_AGO, LONG_AGO],
        )
    database.close()


def unsent(place) -> int:
    database = sqlite3.connect(place["DATABASE_URL"].removeprefix("sqlite:///"), timeout=30)
    [[count]] = database.execute("SELECT count(*) FROM comments_letter WHERE sent_at IS NULL").fetchall()
    database.close()
    return count


def is_ready(port) -> bool:
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz").status == 200
    except OSError:
        return False


def wait_until(is_so, process=None):
    deadline = time.monotonic() + 150
    while not is_so():
        assert time.monotonic() < deadline
        assert process is None or process.poll() is None
        time.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_sends_what_is_written_while_it_runs_and_ends_when_it_is_told(place, worker, number):
    write_letter(place)
    process = worker(place)
    wait_until(lambda: not unsent(place), process)
    write_letter(place, 2)
    wait_until(lambda: not unsent(place), process)

    process.send_signal(number)
    said = process.communicate(timeout=20)[1]
    assert process.returncode == 0
    assert "Traceback" not in said


def test_it_outlives_a_database_that_is_away(place, worker, tmp_path):
    here, away = tmp_path / "here", tmp_path / "away"
    away.mkdir()
    (tmp_path / "munur.sqlite3").rename(away / "munur.sqlite3")
    place["DATABASE_URL"] = f"sqlite:///{here}/munur.sqlite3"
    process = worker(place)
    assert "failed and is tried again" in process.stderr.readline()

    away.rename(here)
    write_letter(place)
    wait_until(lambda: not unsent(place), process)


def test_what_one_that_was_killed_left_another_sends(place, worker):
    first = worker(place)
    write_letter(place)
    wait_until(lambda: not unsent(place), first)
    first.kill()
    first.wait()
    write_letter(place, 2)

    second = worker(place)
    wait_until(lambda: not unsent(place), second)


def test_two_at_once_send_each_letter_once(place, worker, tmp_path):
    for number in range(25):
        write_letter(place, number)
    both = [worker(place), worker(place)]
    wait_until(lambda: not unsent(place))

    assert [process.poll() for process in both] == [None, None]
    mails = "".join(file.read_text() for file in (tmp_path / "mails").iterdir())
    assert mails.count("\nSubject: ") == 25


def test_the_command_that_serves_starts_it_and_stops_it(place, tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    serving = places.start(place | {"PORT": str(port)}, "manage.py", "serve", stdout=subprocess.DEVNULL)
    try:
        write_letter(place)
        wait_until(lambda: not unsent(place), serving)
        wait_until(lambda: is_ready(port), serving)  # a server that only starts does not hear that it should stop
        serving.terminate()
        assert serving.wait(20) == 0
    finally:
        serving.kill()
    write_letter(place, 2)
    assert unsent(place) == 1
