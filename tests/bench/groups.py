"""The groups of rows, each a module with `measure`, which is run in a process of its own."""

import os
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context

from tests.bench.figures import Figure

GROUPS = ("serving", "drawing", "approving", "process", "slow", "growth")
WITH_PROGRAMS = "serving"  # needs what programs.py looks for


def measured(group: str) -> list[Figure]:
    """With a database and settings of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_measure, group).result()


def _measure(group: str) -> list[Figure]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    return import_module(f"tests.bench.{group}").measure()
