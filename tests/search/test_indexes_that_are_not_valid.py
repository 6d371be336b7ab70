"""An index whose making was interrupted slows every change and serves no search: it is dropped or made anew."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection

from articles.models import SearchEntry
from articles.search import indexes, rebuilding, store
from tests.factories import make_edition

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        "connection.vendor != 'postgresql'", reason="SQLite's indexes are part of its tables; runs on PostgreSQL"
    ),
]
LEFT_OVER, OWN = "articles_searchentry_words_ccnew", "articles_searchentry_own"


@pytest.fixture
def interrupted():
    """Makes an index that stays not valid; all are gone at the end."""
    yield _interrupted
    for name in (LEFT_OVER, OWN):
        run(f"DROP INDEX IF EXISTS {name}")


def test_what_an_interrupted_reindex_left_is_dropped(interrupted):
    interrupted(LEFT_OVER)
    before = indexes.invalid()
    store.tidy()

    assert (before, indexes.invalid(), LEFT_OVER in names()) == ([LEFT_OVER], [], False)
    assert "articles_searchentry_words" in names()


def test_an_index_of_the_sites_own_is_made_anew(interrupted):
    interrupted(OWN)
    SearchEntry.objects.all().delete()
    indexes.mend()

    assert (indexes.invalid(), OWN in names()) == ([], True)


@pytest.mark.parametrize("options", [{}, {"if_needed": True}])
def test_the_command_finds_it(interrupted, monkeypatch, options):
    monkeypatch.setattr(rebuilding, "REST", 0)
    interrupted(LEFT_OVER)
    SearchEntry.objects.all().delete()
    call_command("rebuild_search", verbosity=0)
    interrupted(LEFT_OVER)
    call_command("rebuild_search", verbosity=0, **options)

    assert indexes.invalid() == []


def _interrupted(name):
    """As a unique index stays that could not be made: two entries are of one scope."""
    for _number in range(2):
        store.write(make_edition().pk, 0, ["p0is:orð"])
    with pytest.raises(IntegrityError):
        run(f"CREATE UNIQUE INDEX CONCURRENTLY {name} ON articles_searchentry (scope)")


def names() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname FROM pg_indexes WHERE tablename = 'articles_searchentry'")
        return {name for (name,) in cursor.fetchall()}


def run(statement) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
