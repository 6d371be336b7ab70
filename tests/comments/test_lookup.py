"""The interface of an outside spam lookup: whatever it does, no comment is lost and no reader waits for long."""

import dataclasses
import logging
import threading
from threading import Event

import pytest

from comments import lookup
from comments.models import Comment
from tests.comments.sending import TEXT, rules_of, store
from tests.factories import make_edition

asked = []
forever = Event()


def says_spam(submission):
    asked.append(submission)
    return True


def says_no(submission):
    return False


def says_nothing(submission):
    return None


def says_nonsense(submission):
    return "spam"


def fails(submission):
    raise RuntimeError(f"Could not send {submission.text}")


def hangs(submission):
    forever.wait(30)
    return True


@pytest.fixture(autouse=True)
def _nothing_asked_yet():
    asked.clear()
    forever.clear()
    yield
    forever.set()
    for thread in threading.enumerate():
        if thread.name == "comment-lookup":
            thread.join(10)


@pytest.fixture
def wired(settings):
    def wire(function):
        settings.COMMENT_LOOKUP = f"{__name__}.{getattr(function, '__name__', function)}"

    return wire


SUBMISSION = lookup.Submission("Texti um leyndarmál", "Lesandi", (), "is", "/grein/", "net")


def test_none_is_wired():
    assert lookup.ask(SUBMISSION) is None


@pytest.mark.parametrize(
    ("service", "answer"), [(says_spam, True), (says_no, False), (says_nothing, None), (says_nonsense, None)]
)
def test_its_answer_is_yes_no_or_nothing(wired, service, answer):
    wired(service)

    assert lookup.ask(SUBMISSION) is answer


@pytest.mark.parametrize("service", [fails, "not_there"])
def test_a_failure_is_no_opinion_and_is_logged_without_what_was_written(wired, caplog, service):
    wired(service)

    with caplog.at_level(logging.ERROR):
        assert lookup.ask(SUBMISSION) is None

    [record] = caplog.records
    assert "failed" in record.getMessage()
    assert "leyndarmál" not in caplog.text
    assert "Lesandi" not in caplog.text


def test_a_service_that_hangs_is_left_out(wired, monkeypatch, caplog):
    wired(hangs)
    monkeypatch.setattr(lookup, "PATIENCE", 0.01)

    assert lookup.ask(SUBMISSION) is None
    assert "longer than" in caplog.text


def test_a_service_that_hangs_for_all_does_not_fill_the_server_with_threads(wired, monkeypatch, caplog):
    wired(hangs)
    monkeypatch.setattr(lookup, "PATIENCE", 0.01)
    monkeypatch.setattr(lookup, "_places", lookup.BoundedSemaphore(1))
    lookup.ask(SUBMISSION)
    caplog.clear()

    assert lookup.ask(SUBMISSION) is None
    assert caplog.text == ""  # it was not asked


def test_it_learns_no_address_of_the_reader(wired):
    wired(says_spam)

    lookup.ask(SUBMISSION)

    assert asked == [SUBMISSION]
    assert {field.name for field in dataclasses.fields(lookup.Submission)} == {
        "text", "name", "links", "language", "article", "network"
    }  # fmt: skip


@pytest.mark.django_db
def test_what_it_calls_spam_is_held_with_this_reason(wired):
    wired(says_spam)
    edition = make_edition()

    comment = store(edition, text=f"{TEXT} www.munur.is", email="lesandi@example.is")

    assert comment.state == Comment.State.HELD
    assert "lookup" in rules_of(comment)
    assert asked[0].links == ("https://www.munur.is",)
    assert asked[0].article == edition.get_absolute_url()
    assert "lesandi@example.is" not in str(asked[0])


@pytest.mark.django_db
def test_a_failing_service_loses_no_comment(wired):
    wired(fails)

    comment = store(make_edition())

    assert Comment.objects.get() == comment
    assert "lookup" not in rules_of(comment)
