"""A web process reads its dictionaries by itself, of public languages alone, and answers meanwhile."""

import subprocess
import sys

import pytest

from config import wsgi
from tests.config import places

LANGUAGES = """
import sys
from config import wsgi
before = "simplemma" in sys.modules
from articles.language import dictionary, other_lemmas
wsgi.start_warming_up(0).join()
print(before, len(dictionary._opened), other_lemmas._lemmatizer.cache_info().currsize)
"""


@pytest.mark.parametrize(("public", "expected"), [("is", "False 1 0"), ("is,en", "False 1 1")])
def test_the_dictionaries_of_public_languages_are_read(tmp_path, public, expected):
    place = places.environment(tmp_path) | {"PUBLIC_LANGUAGES": public, "DJANGO_SETTINGS_MODULE": "config.settings"}

    assert places.run(place, "-c", LANGUAGES).strip() == expected


def test_what_is_read_by_then_is_not_looked_through_again(tmp_path):
    place = places.environment(tmp_path) | {"PUBLIC_LANGUAGES": "is", "DJANGO_SETTINGS_MODULE": "config.settings"}
    code = "import gc; from config import wsgi; wsgi.warm_up(); print(gc.get_freeze_count() > 100_000)"

    assert places.run(place, "-c", code).strip() == "True"


def test_a_process_that_ends_does_not_wait_for_it():
    code = "from config import wsgi; wsgi.start_warming_up(60)"
    done = subprocess.run([sys.executable, "-c", code], cwd=places.ROOT, timeout=30, check=False)

    assert done.returncode == 0


def test_the_first_answer_goes_first():
    timer = wsgi.start_warming_up(60)

    assert timer.daemon
    assert timer.is_alive()
    timer.cancel()
