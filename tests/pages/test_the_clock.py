"""Publication, expiry and closing come by the clock: no finished page outlives them, with or without the worker."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from articles import moving, publishing
from articles.models import GroundTurn
from articles.pages import clock, finishing
from comments.models import Rules
from tests.factories import make_article
from tests.pages.asking import Reader

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def later():
    """An hour from now, and a little."""
    return timezone.now() + HOUR + timedelta(seconds=5)


def test_a_comparison_that_is_published_by_the_clock_is_on_the_home_page_then(store, later):
    make_article(slug="sala")
    publishing.schedule(make_article(slug="ny", publish=False).editions.get(), timezone.now() + HOUR)
    reader = Reader(store)
    assert "/ny/" not in reader.get("/").text

    with time_machine.travel(later):
        assert "/ny/" in reader.get("/").text


def test_an_expired_article_is_gone_at_that_moment(store, later):
    edition = make_article(slug="sala").editions.get()
    moving.expire(edition, timezone.now() + HOUR)
    reader = Reader(store)
    assert reader.get("/sala/").status == 200

    with time_machine.travel(later):
        assert reader.get("/sala/").status == 410
        assert store.set_aside("/sala/") is None
        assert "/sala/" not in reader.get("/").text


def test_a_thread_that_closes_says_so_at_that_moment(store, later):
    make_article(slug="sala", at=timezone.now() - timedelta(days=30) + HOUR)
    Rules(closes_after_days=30).save()
    reader = Reader(store)
    open_page = reader.get("/sala/").text

    with time_machine.travel(later):
        now = reader.get("/sala/").text
        assert now != open_page
        assert now == Client().get("/sala/").content.decode()


def test_a_page_that_nothing_happens_to_has_no_end(store):
    make_article(slug="sala")
    publishing.schedule(make_article(slug="ny", publish=False).editions.get(), timezone.now() + HOUR)
    Reader(store).get("/sala/")

    assert store.index.row("/sala/").until is None


def test_the_worker_drops_and_draws_what_the_clock_changed(store, later, django_capture_on_commit_callbacks):
    finishing.turn(lambda: False)
    make_article(slug="sala")
    publishing.schedule(make_article(slug="ny", publish=False).editions.get(), timezone.now() + HOUR)
    Reader(store).get("/")

    with time_machine.travel(later):
        store.index.put_mark("followed", later.timestamp() - 2)  # it was there all the time
        with django_capture_on_commit_callbacks(execute=True):
            finishing.turn(lambda: False)
        finishing.turn(lambda: False)
        assert "/ny/" in (store.pages / "index.html").read_text()
    assert not GroundTurn.objects.exists()


def test_an_expiry_that_is_taken_away_is_no_turn_any_more(store):
    edition = make_article(slug="sala").editions.get()
    moving.expire(edition, timezone.now() + HOUR)
    assert GroundTurn.objects.exists()

    moving.expire(edition, None)

    assert not GroundTurn.objects.exists()


def test_very_many_grounds_are_asked_about_at_once(store):
    edition = make_article(slug="sala").editions.get()
    moving.expire(edition, timezone.now() + HOUR)

    assert clock.next_turn([f"edition:{number}" for number in range(10_000, 12_000)], 0).until is not None
    assert clock.next_turn([f"edition:{edition.pk}"], 0).gone is not None
    assert clock.next_turn(["edition:999999"], 0) == clock.Turn()
