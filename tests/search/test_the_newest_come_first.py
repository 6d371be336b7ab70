"""The newest that a question finds are found without looking at all that it finds, whatever numbers entries have."""

import random

import pytest
from django.db import connection

from articles.models import SearchEntry
from articles.search import store
from articles.search.expressions import NOTHING, all_of, any_of, without
from tests.factories import make_edition

pytestmark = pytest.mark.django_db

HUGE = 2**62
NUMBERS = {
    "one after the other": range(2, 9_000, 2),
    "few": range(2, 60, 2),
    "a gap before the newest": [*range(2, 5_000, 2), HUGE],
    "a gap among the newest": [*range(2, 3_000, 2), *range(90_000, 93_000, 2)],
    "far apart": range(10, 3_000_000, 3_000),
    "at the ends of buckets": [1_022, 1_023, 1_024, 1_025, 2_047, 2_048, 2_049, 10_239, 10_240, HUGE - 1, HUGE],
    "none": [],
}
COMMON, HALF, RARE = "p0is:og", "p0is:sala", "t0is:api"


@pytest.fixture(params=NUMBERS)
def entries(request) -> dict[int, set[str]]:
    """The tokens of each entry."""
    chance = random.Random(4)
    made = {
        number: {COMMON} | {token for token, share in ((HALF, 0.5), (RARE, 0.01)) if chance.random() < share}
        for number in NUMBERS[request.param]
    }
    make_entries(made)
    return made


def make_entries(tokens: dict[int, set[str]]) -> None:
    edition = make_edition() if tokens else None
    SearchEntry.objects.all().delete()
    SearchEntry.objects.bulk_create(
        SearchEntry(id=number, edition=edition, scope="0is", tokens=store.text(one.replace("0is", "") for one in its))
        for number, its in tokens.items()
    )
    if connection.vendor == "postgresql":
        store.know_what_is_common()


def has(number, its) -> dict[str, bool]:
    return {"common": COMMON in its, "half": HALF in its, "rare": RARE in its, "neither": not its & {HALF, RARE}}


ASKED = {
    "common": any_of(COMMON),
    "half": all_of(COMMON, HALF),
    "rare": any_of(RARE, "t0is:ekkert"),
    "neither": without(any_of(COMMON), any_of(HALF, RARE)),
}


@pytest.mark.parametrize("name", ASKED)
def test_it_is_what_looking_at_all_finds(entries, name):
    wanted = sorted((number for number, its in entries.items() if has(number, its)[name]), reverse=True)
    for below in (None, 1, 2_048, 92_000, HUGE, 2**63 - 1):
        for most in (1, 14, 1_001, 20_000):
            under = [number for number in wanted if below is None or number < below]
            assert store.matching(ASKED[name], below=below, limit=most) == under[:most]


def test_tiers_are_walked_through_one_after_the_other(entries):
    tiers = [(number, ASKED[name], None) for number, name in ((0, "rare"), (2, "half"), (3, "common"))]
    for most in (1, 14, 2_000):
        each = [(number, entry) for number, asked, _ in tiers for entry in store.matching(asked, limit=most)]
        assert store.in_turn([(1, NOTHING, None), *tiers], limit=most) == each[:most]


def test_nothing_is_asked_where_no_tier_can_find_anything(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert store.in_turn([(0, NOTHING, None)], limit=5) == store.in_turn([], limit=5) == []


@pytest.mark.skipif(connection.vendor == "sqlite", reason="FTS5 has them in their order. It runs on PostgreSQL.")
@pytest.mark.parametrize("most", [14, 1_001])
def test_few_rows_are_looked_at_for_a_word_that_all_have(most):
    make_entries({number: {COMMON} for number in range(2, 16_000, 2)})
    before = looked_at()
    assert len(store.matching(any_of(COMMON), limit=most)) == most

    assert looked_at() - before < 2_100


def looked_at() -> int:
    """How many rows this transaction has fetched from the entries by an index."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_get_xact_tuples_fetched('articles_searchentry'::regclass)")
        return cursor.fetchone()[0]
