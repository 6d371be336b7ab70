"""Starts processes together and stops them together."""

import os
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
GRACE = 10  # seconds that a process gets to finish what it is doing
GLANCE = 0.2  # seconds


def run_together(commands: Sequence[Sequence[str]], environment: Mapping[str, str]) -> int:
    """Run the commands until one of them ends or we are told to stop, then stop them all.

    Returns the exit code: of the command that ended by itself, or else of the first that did not stop as it should.
    """
    told_to_stop = threading.Event()
    before = {number: signal.signal(number, lambda *_: told_to_stop.set()) for number in STOPPING}
    # In a session of their own, so that Ctrl+C reaches them once, through us.
    processes = [subprocess.Popen(command, env=environment, start_new_session=True) for command in commands]
    try:
        while not told_to_stop.wait(GLANCE) and all(process.poll() is None for process in processes):
            pass
        ended = [process for process in processes if process.poll() is not None]
        _stop(processes)
        return next((code for code in map(_exit_code, ended or processes) if code), 0)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(processes: Sequence[subprocess.Popen]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(GRACE)
        except subprocess.TimeoutExpired:
            # With its children: a server's would go on listening.
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _exit_code(process: subprocess.Popen) -> int:
    """As a shell counts: 128 and the signal's number if a signal ended it. Being told to stop is no fault."""
    code = process.returncode
    if code == -signal.SIGTERM:
        return 0
    return 128 - code if code < 0 else code
