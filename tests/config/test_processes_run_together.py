import os
import select
import signal
import subprocess
import sys
import threading
import time
from functools import partial

import pytest

from config import processes


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


WAITING = python("import time; time.sleep(60)")


def test_the_exit_code_of_the_command_that_ends_passes_through():
    assert processes.run_together([python("raise SystemExit(3)"), WAITING], os.environ) == 3


def test_a_command_that_a_signal_ends_counts_as_in_a_shell():
    assert processes.run_together([python("import os; os.kill(os.getpid(), 9)")], os.environ) == 137


def test_a_command_that_ends_well_ends_all_well():
    assert processes.run_together([python("pass"), WAITING], os.environ) == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_everything_cleanly(number, tmp_path):
    pid = tmp_path / "pid"
    command = python(f"import os, time; open({str(pid)!r}, 'w').write(str(os.getpid())); time.sleep(60)")
    teller = threading.Thread(target=_tell_when_written, args=(pid, number))
    teller.start()

    assert processes.run_together([command, WAITING], os.environ) == 0

    teller.join()
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


def test_a_command_that_does_not_stop_is_ended(monkeypatch):
    monkeypatch.setattr(processes, "GRACE", 0.2)
    stubborn = python(
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)"
    )

    began = time.monotonic()
    processes.run_together([stubborn, python("import time; time.sleep(1)")], os.environ)

    assert time.monotonic() - began < 10


def test_the_children_of_one_that_does_not_stop_end_with_it(monkeypatch):
    monkeypatch.setattr(processes, "GRACE", 0.2)
    reading, writing = os.pipe()
    monkeypatch.setattr(subprocess, "Popen", partial(subprocess.Popen, pass_fds=[reading, writing]))
    stubborn = f"""
import os, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], pass_fds=[{writing}])
os.write({writing}, b"x")
time.sleep(60)
"""
    until_the_child_is_there = f"import os; os.close({writing}); os.read({reading}, 1)"

    processes.run_together([python(stubborn), python(until_the_child_is_there)], os.environ)
    os.close(writing)

    is_closed, _, _ = select.select([reading], [], [], 5)
    os.close(reading)
    assert is_closed  # nobody holds the other end any more


def test_the_handlers_of_before_come_back():
    before = signal.getsignal(signal.SIGTERM)

    processes.run_together([python("pass")], os.environ)

    assert signal.getsignal(signal.SIGTERM) is before


def test_commands_get_the_environment_that_was_given():
    code = "import os; raise SystemExit(int(os.environ['ANSWER']))"

    assert processes.run_together([python(code)], {**os.environ, "ANSWER": "42"}) == 42


def _tell_when_written(file, number) -> None:
    while not (file.exists() and file.read_text()):
        time.sleep(0.05)
    os.kill(os.getpid(), number)
