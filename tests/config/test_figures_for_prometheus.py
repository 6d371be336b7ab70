"""What is counted where METRICS_ADDRESS is set. Each part is a process, as the library decides once how it counts."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from config import exposition, metrics
from config.management.commands import serve
from tests.config import places

SHELL = "import os, django\nos.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings'\ndjango.setup()\n"
WAITING = "print('counted', flush=True)\nimport sys; sys.stdin.read()\n"
COUNTING = """
from django.test import Client
from config import metrics
from config.work import Job
from config.wsgi import application
from tests.pages.asking import environ_of
client = Client(SERVER_NAME="127.0.0.1")
for _ in range(3):
    client.get("/healthz")
client.get("/ekki/til")
for _ in range(2):
    list(application(environ_of("/", HTTP_HOST="127.0.0.1"), lambda *said: None))
Job("The outbox", 1, lambda stopped: False).turn(lambda: False)
"""


STORE = "munur_page_store_total"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def place(tmp_path) -> dict[str, str]:
    return places.environment(
        tmp_path,
        METRICS_ADDRESS=f"127.0.0.1:{free_port()}",
        METRICS_FOLDER=str(tmp_path / "figures"),
        PAGES_ROOT=str(tmp_path / "pages"),
    )


@contextlib.contextmanager
def told(place):
    """The lines that Prometheus reads, asked of the process that tells them."""
    process = places.start(place, "manage.py", "metrics", stderr=subprocess.PIPE)
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                with urllib.request.urlopen(f"http://{place['METRICS_ADDRESS']}/metrics", timeout=10) as answer:
                    yield answer.read().decode().splitlines()
                    break
            except OSError:
                assert time.monotonic() < deadline
                assert process.poll() is None, process.communicate()
                time.sleep(0.1)
        process.terminate()
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.communicate()


def test_two_processes_are_told_together_and_the_database_by_itself(place):
    places.run(place, "manage.py", "migrate", "--verbosity", "0")
    one = places.start(place, "-c", SHELL + COUNTING + WAITING, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    other = places.start(place, "-c", SHELL + COUNTING + WAITING, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert one.stdout.readline() == other.stdout.readline() == "counted\n"
        with told(place) as lines:
            assert 'munur_requests_total{method="GET",status="200",view="healthz"} 6.0' in lines
            assert 'munur_requests_total{method="GET",status="404",view="none"} 2.0' in lines
            assert 'munur_request_seconds_count{view="healthz"} 6.0' in lines
            asked = {line.split("{")[1].split("}")[0]: line.split()[1] for line in lines if line.startswith(STORE)}
            assert float(asked['outcome="hit"']) >= 2
            assert float(asked['outcome="hit"']) + float(asked['outcome="drawn"']) == 4
            assert asked['outcome="other"'] == "0.0"
            assert 'munur_worker_jobs_total{job="The outbox",outcome="done"} 2.0' in lines
            assert 'munur_outbox_letters{state="waiting"} 0.0' in lines
            assert "munur_database_up 1.0" in lines
            [age] = [line.split()[1] for line in lines if line.startswith("munur_worker_turn_age_seconds ")]
            assert 0 <= float(age) < 300
    finally:
        for process in (one, other):
            process.communicate("")


def test_nothing_is_counted_nor_imported_unless_wanted(tmp_path):
    place = places.environment(tmp_path, METRICS_FOLDER=str(tmp_path / "figures"))
    said = places.run(place, "-c", SHELL + COUNTING + "import sys; print('prometheus_client' in sys.modules)")

    assert said == "False\n"
    assert not (tmp_path / "figures").exists()
    assert "METRICS_ADDRESS is not set" in places.refused(place, "manage.py", "metrics")


def test_the_site_itself_does_not_tell(client, db):
    assert client.get("/metrics").status_code in (301, 404)
    assert client.get("/metrics/").status_code == 404
    assert not metrics.is_on()


def test_what_ended_processes_counted_is_forgotten_at_the_start(tmp_path):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    for number in (ended.pid, os.getpid()):
        Path(tmp_path, f"counter_{metrics.HOST}.{number}.db").touch()

    assert exposition.forget_the_dead(tmp_path) == 1
    assert [file.name for file in tmp_path.iterdir()] == [f"counter_{metrics.name_of_process()}.db"]


def test_what_another_container_counts_is_forgotten_when_it_was_silent_for_a_day(tmp_path):
    file = Path(tmp_path, "gauge_max_another.7.db")
    file.touch()

    assert exposition.forget_the_dead(tmp_path) == 0
    assert exposition.forget_the_dead(tmp_path, now=time.time() + 2 * exposition.A_DAY) == 1


def test_figures_are_told_beside_server_and_worker_where_they_are_wanted(settings):
    assert [command[-1] for command in serve.commands("127.0.0.1", 8000)[1:]] == ["work"]

    settings.METRICS_ADDRESS = ("127.0.0.1", 9100)
    assert [command[-1] for command in serve.commands("127.0.0.1", 8000)[1:]] == ["work", "metrics"]
