"""`make bench-threads`: what a page of a thread of 5,000 costs among 100,000 comments and among 1,000,000.

Prints milliseconds of the page's two queries (the best of several rounds), their ratio, queries and bytes. On a SQLite
file of its own, or in a database of its own on the PostgreSQL that DATABASE_URL names.
"""

import os
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import uuid4

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
SIZES = (100_000, 1_000_000)
THREAD, BRANCHES = 5_000, 1_000
OTHERS = 500  # comments of each other article
ROUNDS, PAGES = 30, 2
AT_MOST = 1.3


def main():
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return on_postgres()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        return measure()


def on_postgres():
    """In a database that is made for this and dropped again."""
    import psycopg

    whole, name = os.environ["DATABASE_URL"], f"munur_bench_{os.getpid()}"
    with psycopg.connect(whole, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        os.environ["DATABASE_URL"] = whole.rsplit("/", 1)[0] + f"/{name}"
        try:
            return measure()
        finally:
            from django.db import connections

            connections.close_all()
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def measure() -> int:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    from tests.factories import make_edition

    edition = make_edition()
    fill(edition.article_id, THREAD, BRANCHES)
    fill(make_edition().article_id, OTHERS, OTHERS // 4)
    print(f"{connection.vendor}: a thread of {THREAD:,} comments in {BRANCHES:,} branches")
    print(f"{'ms of queries':>13} {'first page':>12} {'later page':>12} {'newest first':>12} {'one branch':>12}")
    rows = [measured_at(size, edition) for size in SIZES]
    ratios = [large / small for small, large in zip(*rows, strict=True)]
    print(f"{'ratio':>13} " + " ".join(f"{ratio:12.2f}" for ratio in ratios))
    pages(edition)
    return int(max(ratios) > AT_MOST)


def measured_at(size, edition) -> list[float]:
    from django.db import connection

    from comments import reading, rows
    from comments.models import Comment

    copy_articles((size - Comment.objects.count()) // OTHERS)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    branches = rows.branches(edition.article_id, ("is",))
    later, root = branches[BRANCHES // 2], Comment.objects.filter(article=edition.article_id).earliest("place").pk
    asked = [
        lambda: reading.thread(edition),
        lambda: reading.thread(edition, reading.Choice(start=later)),
        lambda: reading.thread(edition, reading.Choice(newest_first=True)),
        lambda: reading.branch(edition, root),
    ]
    found = [milliseconds(ask) for ask in asked]
    print(f"{Comment.objects.count():>13,} " + " ".join(f"{one:12.2f}" for one in found))
    return found


def copy_articles(count):
    """As many more articles, each with the comments of the second one under branches of its own."""
    from django.db import connection, transaction

    from articles.models import Article
    from comments.models import Comment

    template = Article.objects.order_by("pk")[1].pk
    made = Article.objects.bulk_create([Article(key=f"afrit-{uuid4().hex}") for _ in range(count)], batch_size=500)
    known = {"article_id": "%s", "place": "%s || substr(place, 7)", "branch": "%s || substr(branch, 7)"}
    names = [field.column for field in Comment._meta.fields if field.column not in ("id", "parent_id", "form_id")]
    copied = ", ".join(known.get(name, name) for name in names)
    into, its = f"INSERT INTO comments_comment ({', '.join(names)})", "FROM comments_comment WHERE article_id = %s"
    with transaction.atomic(), connection.cursor() as cursor:
        for article in made:
            first = f"{article.pk:06d}"
            own = {"article_id": article.pk, "place": first, "branch": first}
            cursor.execute(f"{into} SELECT {copied} {its}", [*(own[name] for name in names if name in own), template])


def milliseconds(ask) -> float:
    """The time of a page's queries, rows fetched: of several rounds the best. For SQLite that of the processor."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        ask()
    spent, clock = [], time.process_time if connection.vendor == "sqlite" else time.perf_counter
    with connection.cursor() as cursor:
        for _ in range(ROUNDS):
            begun = clock()
            for query in captured.captured_queries * PAGES:
                cursor.execute(query["sql"])
                cursor.fetchall()
            spent.append((clock() - begun) / PAGES * 1000)
    return min(spent)


def fill(article, count, branches, batch=5_000):
    """Comments of one article: roots, and replies to comments that were written before them."""
    from comments import places
    from comments.models import Comment

    random, begun, known, waiting = Random(article), datetime(2024, 1, 1, tzinfo=UTC), [], []
    for number in range(count):
        parent = random.choice(known) if number >= branches and known else None
        at = begun + timedelta(seconds=article * 7 + number * 61)
        place = places.place(at, parent or "")
        known.append(place)
        waiting.append(
            Comment(
                article_id=article,
                created_at=at,
                place=place,
                branch=places.branch(place),
                language="is" if random.random() < 0.9 else "en",
                state=random.choice(["live"] * 17 + ["held", "spam", "removed"]),
                name="Lesandi",
                text="Gott að vita. " * random.randint(1, 12),
            )
        )
        if len(waiting) == batch:
            Comment.objects.bulk_create(waiting, batch_size=2_000)
            waiting.clear()
    Comment.objects.bulk_create(waiting, batch_size=2_000)


def pages(edition):
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    for name, path in {
        "the article": edition.get_absolute_url(),
        "its thread": reverse("thread", args=[edition.slug]),
    }.items():
        with CaptureQueriesContext(connection) as captured:
            body = Client().get(path).content
        print(f"{name}: {len(captured)} queries, {len(body):,} bytes")


if __name__ == "__main__":
    sys.exit(main())
