"""Several processes of one host: what one drops no other serves, and one that is killed stops nobody."""

import signal
import subprocess
import sys

import pytest

from tests.config.places import ROOT
from tests.pages.asking import NoDjango, Reader, put

PATIENCE = 30  # seconds
OTHER = """
import sys, time
from pathlib import Path
from articles.pages import store
from articles.pages.store import Drawn, Store
own = Store(Path(sys.argv[1]))
"""
DROP = OTHER + "print(own.drop(['everything']))"
HOLD = OTHER + "with own.locked():\n    print('held', flush=True)\n    time.sleep(600)"
HALF = OTHER + (
    "def stop(*_):\n    print('half', flush=True)\n    time.sleep(600)\n"
    "store._write = stop\n"
    "own.put(Drawn('/sala/', b'half', frozenset(['edition:1']), own.index.number))"
)


def other(code: str, store) -> subprocess.Popen:
    command = [sys.executable, "-c", code, str(store.folder)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_what_another_process_drops_is_not_served_once_more(store):
    put(store)
    reader = Reader(store, NoDjango())
    assert reader.get("/sala/").status == 200

    said, _ = other(DROP, store).communicate(timeout=PATIENCE)

    assert said == "{'/sala/'}\n"
    assert reader.get("/sala/").status == 404


@pytest.mark.parametrize("doing", [HOLD, HALF], ids=["dropping", "writing"])
def test_one_that_is_killed_in_the_middle_stops_nobody(store, doing):
    killed = other(doing, store)
    assert killed.stdout.readline() in ("held\n", "half\n")
    killed.send_signal(signal.SIGKILL)
    killed.wait(PATIENCE)
    killed.stdout.close()

    assert put(store, "/sala/", b"whole", names=["edition:1"])
    assert Reader(store, NoDjango()).get("/sala/").body == b"whole"
    assert store.drop(["edition:1"]) == {"/sala/"}
