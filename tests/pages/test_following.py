"""Hosts follow what was made stale elsewhere: everything once, nothing is missed, and an unknown past begins anew."""

import time
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from articles.models import StaleGround
from articles.pages import drawing, following, stale
from articles.pages.store import Store
from tests.pages.asking import NoDjango, Reader, put

pytestmark = pytest.mark.django_db


@pytest.fixture
def elsewhere(tmp_path):
    """The store of another host, which has followed until now."""
    made = Store(tmp_path / "elsewhere")
    following.follow(made)
    yield made
    made.index.close()


def follow(store) -> set[str]:
    return following.follow(store, at_once=True)


def test_another_host_drops_what_was_made_stale_here(elsewhere):
    put(elsewhere, "/sala/", names=["edition:1"])
    put(elsewhere, "/vara/", names=["edition:2"])

    stale.mark("edition:1")

    assert follow(elsewhere) == {"/sala/"}
    assert Reader(elsewhere, NoDjango()).get("/sala/").status == 404
    assert Reader(elsewhere, NoDjango()).get("/vara/").status == 200


def test_a_drawing_there_that_began_before_is_thrown_away(elsewhere):
    began = elsewhere.index.number
    stale.mark("edition:1")
    follow(elsewhere)

    assert not put(elsewhere, names=["edition:1"], began=began)


def test_nothing_is_dropped_twice(elsewhere):
    stale.mark("edition:1")
    follow(elsewhere)
    put(elsewhere, "/sala/", names=["edition:1"])

    assert follow(elsewhere) == set()


def test_the_host_that_made_the_change_has_done_it_already(store, django_capture_on_commit_callbacks):
    follow(store)
    with django_capture_on_commit_callbacks(execute=True):
        stale.mark("edition:1")
    put(store, "/sala/", names=["edition:1"])

    assert follow(store) == set()


def test_a_command_draws_no_page_by_itself(store, monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr(drawing, "serves", False)
    monkeypatch.setattr(drawing, "draw", lambda path: pytest.fail("It was drawn."))

    with django_capture_on_commit_callbacks(execute=True):
        stale.mark("edition:1", draw=["/sala/"])


def test_what_a_killed_process_left_is_done_by_the_next(store, django_capture_on_commit_callbacks):
    follow(store)
    put(store, "/sala/", names=["edition:1"])
    with django_capture_on_commit_callbacks(execute=False):
        stale.mark("edition:1")

    assert follow(store) == {"/sala/"}


def test_a_row_that_comes_late_with_a_lower_number_is_not_missed(elsewhere):
    stale.mark("edition:1", "edition:2", "edition:3")
    late = StaleGround.objects.order_by("pk")[1]
    StaleGround.objects.filter(pk=late.pk).delete()  # its transaction is not committed yet
    follow(elsewhere)
    put(elsewhere, "/sala/", names=["edition:2"])

    late.save(force_insert=True)

    assert follow(elsewhere) == {"/sala/"}


def test_nobody_waits_for_ever_for_a_number_that_never_comes(elsewhere):
    stale.mark("edition:1", "edition:2", "edition:3")
    StaleGround.objects.filter(name="edition:2").delete()
    follow(elsewhere)
    assert elsewhere.index.taken()

    unread = StaleGround.objects.filter(pk__gt=elsewhere.index.mark("low"))
    unread.update(at=timezone.now() - following.LATE)
    follow(elsewhere)

    assert elsewhere.index.taken() == set()


def test_withdrawn_pages_are_shown_by_no_host(elsewhere):
    put(elsewhere, "/sala/", names=["edition:1"])

    stale.mark("edition:1", withdrawn=True)
    follow(elsewhere)

    assert elsewhere.set_aside("/sala/") is None


@pytest.mark.parametrize("past", ["never", "long ago", "in another database", "far behind"])
def test_a_store_whose_past_is_unknown_begins_anew(tmp_path, past, monkeypatch):
    store = Store(tmp_path / "pages")
    if past != "never":
        follow(store)
    put(store, "/sala/")
    if past == "long ago":
        store.index.put_mark("followed", time.time() - 2 * following.KEPT.total_seconds())
    if past == "in another database":
        store.index.put_mark("low", 1_000_000)
        stale.mark("edition:1")
    if past == "far behind":
        monkeypatch.setattr(following, "MOST", 2)
        stale.mark("edition:1", "edition:2", "edition:3")

    assert follow(store) == {"/sala/"}
    assert follow(store) == set()
    store.index.close()


def test_an_older_state_of_the_database_in_which_as_much_was_changed_since(elsewhere):
    stale.mark("edition:1")
    elsewhere.index.put_mark("low", StaleGround.objects.get().pk - 1)  # nothing is waited for
    follow(elsewhere)
    put(elsewhere, "/sala/")
    StaleGround.objects.update(at=timezone.now())  # another row, with the number of the one that was read

    assert follow(elsewhere) == {"/sala/"}
    assert follow(elsewhere) == set()


def test_processes_of_one_host_take_turns(elsewhere):
    put(elsewhere, "/sala/", names=["edition:1"])
    stale.mark("edition:1")

    assert following.follow(elsewhere) == set()  # another one was here just now
    assert follow(elsewhere) == {"/sala/"}


def test_rows_are_kept_until_every_host_has_read_them():
    stale.mark("edition:1", "edition:2")
    StaleGround.objects.filter(name="edition:1").update(at=timezone.now() - following.KEPT - timedelta(minutes=1))

    assert following.purge() == 1
    assert StaleGround.objects.get().name == "edition:2"


def test_a_follower_outlives_a_database_that_is_away(elsewhere, monkeypatch):
    def fail(*_):
        raise OperationalError("server closed the connection unexpectedly")

    follower = following.Follower(elsewhere)
    # The connection is the test's, and stays open.
    monkeypatch.setattr(following, "close_old_connections", lambda: None)
    monkeypatch.setattr(following.connections, "close_all", lambda: None)
    with connection.execute_wrapper(fail):
        follower.turn()

    put(elsewhere, "/sala/", names=["edition:1"])
    stale.mark("edition:1")
    elsewhere.index.put_mark("followed", time.time() - 2)
    follower.turn()
    assert elsewhere.index.paths(aside=False) == []
