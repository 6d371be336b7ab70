"""Several processes index the same at the same time: nothing is lost, and nobody waits for ever."""

import json
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from articles.models import SearchEntry, SearchForm, SearchName
from articles.search import index, vocabulary
from tests.config import places
from tests.factories import make_edition


def everything() -> tuple:
    forms = SearchForm.objects.values_list("scope", "folded", "spelling")
    names = SearchName.objects.values_list("scope", "key", "edition", "subject")
    return dict(SearchEntry.objects.values_list("pk", "tokens")), set(forms), set(names)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="Threads share one SQLite in memory. It runs on PostgreSQL.")
@pytest.mark.django_db(transaction=True)
def test_threads_that_index_the_same_in_another_order_do_no_harm():
    editions = [make_edition(sides=[f"Hestur {number}", f"Kýr {number}"]).pk for number in range(8)]
    wanted = everything()

    def again(seed):
        try:
            mine = editions[seed % 8 :] + editions[: seed % 8]
            for pk in mine if seed % 2 else reversed(mine):
                index.index(pk)
            index.index_all(mine)
        finally:
            connection.close()

    for model in (SearchForm, SearchName, SearchEntry):
        model.objects.all().delete()
    vocabulary._memories.clear()
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(again, range(8)))

    assert everything() == wanted


WORK = """
import sys, django
django.setup()
from articles.search import stale
sys.stdin.readline()
done = 0
while count := stale.renew(limit=2):
    done += count
print(done)
"""
PREPARE = """
import django
django.setup()
from articles.search import stale
from tests.factories import make_edition
stale.AT_ONCE = 0
for number in range(12):
    make_edition(sides=["Hestur", f"Kind {number}"])
"""
COUNT = """
import json, django
django.setup()
from articles.models import *
from articles.search import generations
print(json.dumps({
    "marks": SearchMark.objects.count(),
    "entries": SearchEntry.objects.count(),
    "missing": generations.missing(SearchState.current()).count(),
}))
"""


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """A database with editions of which not one is indexed yet."""
    folder = tmp_path_factory.mktemp("marked")
    place = places.environment(folder) | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    places.run(place, "manage.py", "migrate", "--verbosity", "0")
    places.run(place, "-c", PREPARE)
    return folder / "munur.sqlite3"


@pytest.fixture
def place(tmp_path, marked):
    shutil.copy(marked, tmp_path)
    return places.environment(tmp_path) | {"DJANGO_SETTINGS_MODULE": "config.settings"}


def test_several_workers_leave_nothing(place):
    started = [places.start(place, "-c", WORK, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(2)]
    for process in started:
        process.stdin.write("now\n")
        process.stdin.flush()
    done = [int(process.communicate(timeout=120)[0]) for process in started]

    left = json.loads(places.run(place, "-c", COUNT))
    assert left == {"marks": 0, "entries": left["entries"], "missing": 0}
    assert sum(done) >= left["entries"] > 0


def test_one_that_is_killed_leaves_its_marks_to_another(place):
    slowly = WORK.replace("done += count", "print(count, flush=True)")
    killed = places.start(place, "-c", slowly, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    killed.stdin.write("now\n")
    killed.stdin.flush()
    killed.stdout.readline()
    killed.kill()
    killed.communicate()
    assert json.loads(places.run(place, "-c", COUNT))["marks"] > 0

    places.run(place, "manage.py", "work", "--once")
    left = json.loads(places.run(place, "-c", COUNT))
    assert (left["marks"], left["missing"]) == (0, 0)
