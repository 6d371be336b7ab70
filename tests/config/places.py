"""A place of its own for tests that start processes: a SQLite file with every table, and its environment."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment(folder: Path, **more: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "ENV_FILE": os.devnull,
        "DEBUG": "true",
        "DATABASE_URL": f"sqlite:///{folder}/munur.sqlite3",
        "EMAIL_URL": f"filemail:///{folder}/mails",
        "PYTHONUNBUFFERED": "1",
        **more,
    }


def start(place: dict[str, str], *command: str, **pipes) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, *command], cwd=ROOT, env=place, text=True, **pipes)


def run(place: dict[str, str], *command: str) -> str:
    done = subprocess.run([sys.executable, *command], cwd=ROOT, env=place, text=True, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def refused(place: dict[str, str], *command: str) -> str:
    """What a command that must fail says."""
    done = subprocess.run([sys.executable, *command], cwd=ROOT, env=place, text=True, capture_output=True, timeout=120)
    assert done.returncode != 0, done.stdout
    assert "Traceback" not in done.stderr
    return done.stderr
