"""A drawing that began before a change and ends after it: forced to interleave, in every order that matters."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone

from articles import frame, moving, publishing
from articles.models import Edition
from articles.pages import drawing, following, keeping, stale
from articles.pages.clock import take_due
from articles.pages.index import Index
from articles.pages.store import Store
from tests.factories import make_article
from tests.pages.asking import NoDjango, Reader, put

NEW = "<p>Nýr inngangur.</p>"
PATIENCE = 20  # seconds


@pytest.fixture
def article(store, transactional_db):
    made = make_article(slug="sala", lead={"is": "<p>Gamall inngangur.</p>"})
    store.drop(["everything"])
    return made


def change(article) -> None:
    """Another lead is published: committed, and its stale pages dropped and drawn anew."""
    article.lead_is = NEW
    article.save()
    publishing.publish(article.editions.get())


def interrupt(monkeypatch, change) -> list:
    """Have the change come when the first drawing has read everything, and before it is written. Tells how often."""
    drawn, times = keeping._drawn, []

    def interrupted(*args):
        found = drawn(*args)
        if not times:
            times.append("once")
            change()
        return found

    monkeypatch.setattr(keeping, "_drawn", interrupted)
    return times


def test_a_change_in_the_middle_of_a_drawing_is_on_the_page(store, article, monkeypatch):
    times = interrupt(monkeypatch, lambda: change(article))

    answer = Reader(store).get("/sala/")

    assert times == ["once"]
    assert "Nýr inngangur." in answer.text
    assert "Nýr inngangur." in Reader(store, NoDjango()).get("/sala/").text


def test_a_change_when_the_view_has_read_everything_is_on_the_page(store, article, monkeypatch):
    """It counts from before the view, and not from when that came back."""
    render, times = frame.render, []

    def interrupted(*args, **more):
        rendered = render(*args, **more)
        if not times:
            times.append("once")
            change(article)
        return rendered

    monkeypatch.setattr(frame, "render", interrupted)
    answer = Reader(store).get("/sala/")

    assert times == ["once"]
    assert "Nýr inngangur." in answer.text
    assert "Nýr inngangur." in Reader(store, NoDjango()).get("/sala/").text


def test_without_the_guard_the_old_page_would_survive(store, article, monkeypatch):
    times = interrupt(monkeypatch, lambda: change(article))
    monkeypatch.setattr(Index, "changed_since", lambda *_: False)

    Reader(store).get("/sala/")

    assert times == ["once"]
    assert "Gamall inngangur." in Reader(store, NoDjango()).get("/sala/").text


def test_a_change_between_reading_and_dropping_is_on_the_page_too(store, article, monkeypatch):
    """The old page is written when the change is committed, and not dropped yet."""
    drop = Store.drop

    def late(self, names, **more):
        monkeypatch.setattr(Store, "drop", drop)
        put(self, "/sala/", b"Gamall", names=["everything", f"article:{article.pk}"])
        return drop(self, names, **more)

    monkeypatch.setattr(Store, "drop", late)
    change(article)

    assert "Nýr inngangur." in Reader(store, NoDjango()).get("/sala/").text


def test_who_asks_again_and_again_while_everything_changes_gets_an_answer_that_nobody_keeps(
    store, article, monkeypatch
):
    drawn = keeping._drawn

    def overtaken(*args):
        found = drawn(*args)
        store.drop([f"article:{article.pk}"])
        return found

    monkeypatch.setattr(keeping, "_drawn", overtaken)
    answer = Reader(store).get("/sala/")

    assert (answer.status, answer.headers["Cache-Control"]) == (200, "no-store")
    assert Reader(store, NoDjango()).get("/sala/").status == 404


def test_the_page_is_dropped_before_anything_else_is_done(store, article, monkeypatch):
    Reader(store).get("/sala/")
    seen = []
    monkeypatch.setattr(drawing, "draw", lambda path: seen.append((path, store.index.paths(aside=False))))

    change(article)

    assert seen[0] == ("/sala/", [])


@pytest.mark.skipif(connection.vendor == "sqlite", reason="Threads share one SQLite in memory. It runs on PostgreSQL.")
def test_threads_that_draw_and_change_at_once_leave_the_newest_page(store, article):
    """Twelve publications in a row, while others ask without a pause: what is stored then is what Django draws."""
    stopped, answers = threading.Event(), []

    def ask():
        reader = Reader(store)
        while not stopped.is_set():
            answers.append(reader.get("/sala/").status)
        store.index.close()
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for number in range(12):
            article.lead_is = f"<p>Útgáfa {number}.</p>"
            article.save()
            publishing.publish(Edition.objects.get())
            assert f"Útgáfa {number}." in Reader(store).get("/sala/").text
    finally:
        stopped.set()
        for thread in threads:
            thread.join(PATIENCE)

    assert set(answers) <= {200, 503}
    assert "Útgáfa 11." in Reader(store).get("/sala/").text
    assert Reader(store).get("/sala/").body == Client().get("/sala/").content


def test_a_turn_of_the_clock_in_the_middle_of_a_drawing_is_on_the_page(store, transactional_db, monkeypatch):
    """What was read before an expiry is written after it."""
    edition = make_article(slug="sala").editions.get()
    moment = timezone.now() + timedelta(hours=1)
    moving.expire(edition, moment)
    store.drop(["everything"])
    with time_machine.travel(moment - timedelta(seconds=1)) as clock:
        times = interrupt(monkeypatch, lambda: clock.shift(2))
        answer = Reader(store).get("/sala/")

        assert times == ["once"]
        assert (answer.status, Reader(store, NoDjango()).get("/sala/").status) == (410, 404)


@pytest.mark.parametrize("takes", [take_due, lambda: 1], ids=["worker", "no worker"])
def test_the_worker_may_take_the_turn_in_the_middle_of_a_drawing(store, transactional_db, monkeypatch, takes):
    """Then nothing is left that tells of it, but the change itself. Without a worker the moment still does."""
    edition = make_article(slug="sala").editions.get()
    moment = timezone.now() + timedelta(hours=1)
    moving.expire(edition, moment)
    store.drop(["everything"])
    with time_machine.travel(moment - timedelta(seconds=1)) as clock:
        turned = []
        read = keeping._is_fit

        def has_read(response):  # and does not know yet until when the page holds
            if not turned:
                clock.shift(2)
                turned.append(takes())
            return read(response)

        monkeypatch.setattr(keeping, "_is_fit", has_read)
        answer = Reader(store).get("/sala/")

        assert turned[0] > 0
        assert (answer.status, Reader(store, NoDjango()).get("/sala/").status) == (410, 404)


def test_one_that_is_killed_between_commit_and_dropping_leaves_nothing_old(store, article, monkeypatch):
    """Others of its host drop it within a second, whether it was drawn before the change or during it."""
    Reader(store).get("/sala/")
    following.follow(store, at_once=True)
    monkeypatch.setattr(stale.Dropping, "run", lambda self: None)

    change(article)
    following.follow(store, at_once=True)

    assert Reader(store, NoDjango()).get("/sala/").status == 404
    assert "Nýr inngangur." in Reader(store).get("/sala/").text
