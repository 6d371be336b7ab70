import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from config.management.commands import serve

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def place(tmp_path) -> dict:
    """The environment of a place of its own, with an empty database."""
    return {
        "PATH": os.environ["PATH"],
        "ENV_FILE": os.devnull,
        "DEBUG": "true",  # without static files to gather
        "DATABASE_URL": f"sqlite:///{tmp_path}/munur.sqlite3",
        "PORT": str(free_port()),
    }


def start(place: dict) -> subprocess.Popen:
    process = subprocess.Popen(
        [sys.executable, "manage.py", "serve"], cwd=ROOT, env=place, stdout=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 150  # a busy machine takes its time with samples and index
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{place['PORT']}/readyz") as answer:
                assert answer.status == 200
                return process
        except OSError:
            time.sleep(0.1)
    process.kill()
    raise AssertionError(process.communicate()[0])


def stop(process: subprocess.Popen, number: int) -> str:
    process.send_signal(number)
    said = process.communicate(timeout=20)[0]
    assert process.returncode == 0
    return said


def test_it_makes_everything_ready_once_and_keeps_it(place):
    first = stop(start(place), signal.SIGTERM)
    second = stop(start(place), signal.SIGINT)

    assert f"http://127.0.0.1:{place['PORT']}/admin/, name ritstjori, password " in first
    assert "sample articles" in first
    assert second == f"Munur is at http://127.0.0.1:{place['PORT']}/ (Ctrl+C stops it).\n"


def test_nothing_listens_after_it_was_stopped(place):
    stop(start(place), signal.SIGTERM)

    serve.refuse_a_busy_port("127.0.0.1", int(place["PORT"]))


def test_a_busy_port_is_told_in_a_sentence_before_anything_is_done():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(CommandError, match=rf"port {port} .*make run PORT={port + 1}"):
            call_command("serve", port=port)


def test_a_port_that_is_none_is_told_in_a_sentence(place):
    done = subprocess.run(
        [sys.executable, "manage.py", "serve"], cwd=ROOT, env=place | {"PORT": "http"}, capture_output=True, text=True
    )

    assert done.returncode == 1
    assert done.stderr == "PORT is 'http', but wanted is a whole number from 1 to 65535. The site does not start.\n"


@pytest.mark.django_db
def test_the_first_editor_may_do_everything_and_has_a_random_password():
    password = serve.first_editor()

    editor = get_user_model().objects.get()
    assert (editor.username, editor.is_superuser) == ("ritstjori", True)
    assert len(password) >= 16
    assert editor.check_password(password)


@pytest.mark.django_db
def test_where_there_is_a_user_nobody_is_added(admin_user):
    assert serve.first_editor() == ""
    assert get_user_model().objects.count() == 1


def test_a_port_moves_the_address_of_this_machine(settings, monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    settings.SITE_IS_LOCAL, settings.SITE_URL = True, "http://127.0.0.1:8000"

    assert serve.child_environment(8123)["SITE_URL"] == "http://127.0.0.1:8123"


@pytest.mark.parametrize(
    ("local", "site"),
    [(False, "https://munur.example"), (False, "http://munur.example:80"), (True, "http://localhost")],
)
def test_an_address_behind_a_proxy_stays(settings, monkeypatch, local, site):
    monkeypatch.delenv("SITE_URL", raising=False)
    settings.SITE_IS_LOCAL, settings.SITE_URL = local, site

    assert "SITE_URL" not in serve.child_environment(8123)


def test_an_address_from_the_environment_stays(settings, monkeypatch):
    monkeypatch.setenv("SITE_URL", "http://localhost:9000")
    settings.SITE_IS_LOCAL = True

    assert serve.child_environment(8123)["SITE_URL"] == "http://localhost:9000"
