"""The migration to the smaller index can be undone; each way the index is empty, is asked for and is made anew."""

import pytest

from tests.config import places

MAKE = """
import django
django.setup()
from tests.factories import make_edition
make_edition(sides=["Hestur", "Geit"])
"""
ASK = """
import django
django.setup()
from articles.checks import check_search_index
from articles.search import store
from articles.search.expressions import any_of
print(len(check_search_index(None)), len(store.matching(any_of("t0is:hestur", "t1is:hestur"), limit=5)))
"""


@pytest.fixture
def place(tmp_path):
    place = places.environment(tmp_path) | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    places.run(place, "manage.py", "migrate", "--verbosity", "0")
    places.run(place, "-c", MAKE)
    return place


def test_it_goes_back_and_forth_and_is_made_anew(place):
    assert places.run(place, "-c", ASK).split() == ["0", "1"]
    for migration in ("0004", "0005"):
        places.run(place, "manage.py", "migrate", "articles", migration, "--verbosity", "0")
    assert places.run(place, "-c", ASK).split() == ["1", "0"]

    places.run(place, "manage.py", "rebuild_search", "--if-needed", "--verbosity", "0")
    assert places.run(place, "-c", ASK).split() == ["0", "1"]
