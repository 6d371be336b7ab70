"""By which index each question about comments is answered. Forbidden to read and sort the whole table instead."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments import reading, rows
from comments.models import Comment
from comments.reading import Choice
from comments.standing import standing
from tests.comments.crowds import START, make_replies, make_roots
from tests.factories import make_edition

pytestmark = pytest.mark.django_db


FORBIDDEN = ("seqscan", "bitmapscan", "sort", "hashagg")


def plans(ask):
    """The plans of what `ask` asks. PostgreSQL would rather read a small table whole: that is forbidden it here."""
    with CaptureQueriesContext(connection) as captured:
        ask()
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("; ".join(f"SET LOCAL enable_{way} = off" for way in FORBIDDEN))
        found = []
        for query in captured.captured_queries:
            cursor.execute(explain + query["sql"])
            found.append("\n".join(str(row[-1]) for row in cursor.fetchall()))
    return "\n".join(found)


def reads_whole_table(plan):
    return "SCAN comments_comment" in plan or "Seq Scan on comments_comment" in plan


@pytest.fixture
def edition():
    made = make_edition()
    roots = make_roots(article=made.article, count=60)
    make_replies(article=made.article, parent=roots[0], count=20)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE comments_comment")
    return made


def test_branches_are_found_in_their_order_without_reading_a_comment(edition):
    plan = plans(lambda: list(rows.branches(edition.article_id, ("is",))[:51]))

    assert "comment_branches" in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan
    if connection.vendor == "sqlite":
        assert "USING COVERING INDEX comment_branches" in plan


@pytest.mark.parametrize("choice", [Choice(), Choice(newest_first=True), Choice(start="1"), Choice(everywhere=True)])
def test_a_page_of_the_thread_is_read_from_indexes(edition, choice):
    plan = plans(lambda: reading.thread_page(edition, choice))

    assert not reads_whole_table(plan)
    assert "comment_branches" in plan
    if connection.vendor == "sqlite":  # PostgreSQL weighs; tests/bench/threads.py shows what it does with a million
        assert "COVERING INDEX comment_branches" in plan
        assert "comment_pinned" in plan
        assert "said USING INDEX comment_places" in plan
        assert "TEMP B-TREE FOR DISTINCT" not in plan


def test_a_page_of_a_branch_is_read_from_indexes(edition):
    root = Comment.objects.order_by("place").first()

    plan = plans(lambda: reading.branch_page(edition, root.pk, everywhere=False))

    assert not reads_whole_table(plan)
    assert "comment_places" in plan


def test_how_a_thread_stands_is_read_from_an_index(edition):
    plan = plans(lambda: standing(edition))

    assert not reads_whole_table(plan)
    if connection.vendor == "sqlite":  # PostgreSQL takes any index of the article for as few as these
        assert plan.count("COVERING INDEX comment_branches") == 2


def test_the_newest_comments_of_a_language_are_not_sorted(client, edition):
    plan = plans(lambda: list(Comment.objects.live().filter(language="is").order_by("-created_at", "-pk")[:50]))

    assert "comment_newest" in plan or connection.vendor == "postgresql"  # that may as well walk along comment_queue
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def test_statistics_do_not_tempt_sqlite_to_read_the_whole_table(edition):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL counts what is in its tables without being told to. It runs on SQLite.")
    others = [make_edition().article for _ in range(10)]
    for number, article in enumerate(others, start=1):
        make_roots(article=article, count=300, at=START + timedelta(days=number))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    root = Comment.objects.order_by("place").first()

    plan = plans(lambda: (reading.thread_page(edition, Choice()), reading.branch_page(edition, root.pk, False)))

    assert "BLOOM FILTER" not in plan
    assert not reads_whole_table(plan)
