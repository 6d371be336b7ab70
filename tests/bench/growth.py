"""How much longer list page 1,000 and a page of a thread of 5,000 comments take where there is ten times as much.

CPU of a whole answer, the finished pages switched off, on a SQLite file: articles and comments are written in bulk.
"""

import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.bench.figures import Figure, figure, median

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
ARTICLES, COMMENTS = (10_000, 100_000), (100_000, 1_000_000)
PAGE, OF_SMALL = 1_000, 490  # ten thousand articles are 500 pages of twenty: there it is one near the last
KEYS, ROUNDS = ("list", "thread"), 7
TAGS, AUTHORS, BATCH = 40, 12, 2_000
BEGUN = datetime(2024, 1, 1, tzinfo=UTC)


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder) / "bench.sqlite3", Path(folder) / "small.sqlite3"
        os.environ["DATABASE_URL"] = f"sqlite:///{large}"
        edition = prepare()
        fill(ARTICLES[0], COMMENTS[0])
        set_aside(large, small)
        fill(ARTICLES[1], COMMENTS[1])
        times = {place: [] for place in (small, large)}
        for file in (small, large) * ROUNDS:
            use(file)
            times[file].append(once(edition, OF_SMALL if file == small else PAGE))
    return [grown(key, [turn[key] for turn in times[small]], [turn[key] for turn in times[large]]) for key in KEYS]


def grown(key: str, few: list[float], many: list[float]) -> Figure:
    """Of each turn how many times as long it took among many as among few."""
    ratios = [large / small for small, large in zip(few, many, strict=True)]
    return figure(key, ratios, f"{median(few):.1f} and {median(many):.1f} ms")


def use(file: Path) -> None:
    """Ask this file from now on."""
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = str(file)


def set_aside(file: Path, copy: Path) -> None:
    """A copy of the database as it is now."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])
    use(file)


def prepare():
    """A database with an article that has a thread of 5,000, and one whose comments are copied. Returns the former."""
    import django

    django.setup()
    from django.core.management import call_command

    from tests.bench import threads
    from tests.factories import make_edition

    call_command("migrate", verbosity=0)
    edition = make_edition()
    threads.fill(edition.article_id, threads.THREAD, threads.BRANCHES)
    threads.fill(make_edition().article_id, threads.OTHERS, threads.OTHERS // 4)
    return edition


def fill(articles: int, comments: int) -> None:
    """Until there are so many of both."""
    from django.db import connection

    from articles.models import Edition
    from comments.models import Comment
    from tests.bench import threads

    threads.copy_articles((comments - Comment.objects.count()) // threads.OTHERS)
    add_editions(articles - Edition.objects.count())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def once(edition, page: int) -> dict[str, float]:
    """CPU milliseconds of both pages, in this order: the list page of this number, and one of the thread."""
    from django.urls import reverse

    from tests.bench.drawing import rounds_of

    paths = [reverse("older", args=[key_of(page)]), reverse("thread", args=[edition.slug]) + comments_page(edition)]
    return {key: rounds_of(path, rounds=1)[0] for key, path in zip(KEYS, paths, strict=True)}


def comments_page(edition) -> str:
    """The query of a page in the middle of the thread."""
    from comments import reading, rows
    from tests.bench.threads import BRANCHES

    return reading.Choice(start=rows.branches(edition.article_id, ("is",))[BRANCHES // 2]).query()


def key_of(page: int) -> str:
    """What the address of this page of the home page's list ends with."""
    from articles.lists import PAGE_SIZE
    from articles.models import Edition
    from articles.models.querysets import page_key

    last = (page - 1) * PAGE_SIZE
    return page_key(Edition.objects.live("is").newest()[last - 1])


def add_editions(count: int) -> None:
    """So many published editions more, each of an article of its own, with an author and a tag, of small content."""
    from articles.models import Author, Edition, Revision, Tag
    from tests.factories import make_author, make_tag

    known, revision = Edition.objects.count(), Revision.objects.first()
    for number in range(Author.objects.count(), AUTHORS):
        make_author(name=f"Höfundur {number}")
    for number in range(Tag.objects.count(), TAGS):
        make_tag(name=f"Flokkur {number}")
    authors, tags = list(Author.objects.all()), list(Tag.objects.values_list("pk", flat=True))
    for start in range(known, known + count, BATCH):
        numbers = range(start, min(start + BATCH, known + count))
        made = Edition.objects.bulk_create(editions(numbers, revision, authors))
        links = [Edition.tags.through(edition_id=edition.pk, tag_id=tags[edition.pk % TAGS]) for edition in made]
        Edition.tags.through.objects.bulk_create(links)


def editions(numbers, revision, authors) -> list:
    """One for each number, of an article that is stored."""
    from articles.models import Article, Edition

    articles = Article.objects.bulk_create([Article(key=f"grein-{number}-fjoldi") for number in numbers])
    return [
        Edition(
            article=article,
            language="is",
            slug=article.key,
            state=Edition.State.PUBLISHED,
            published_at=BEGUN + timedelta(minutes=number),
            live_revision=revision,
            author=authors[number % len(authors)],
            title=f"Munurinn á hlut {number} og hlut {number + 1}",
            names=[f"Hlutur {number}", f"Hlutur {number + 1}"],
            lead="<p>Inngangur að greininni, ein setning sem er jafnlöng og flestar.</p>",
        )
        for number, article in zip(numbers, articles, strict=True)
    ]
