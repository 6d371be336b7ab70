"""`python -m tests.bench.drawing`: what drawing an article page costs, beside a bare Django view in the same run.

CPU milliseconds a page (median of several rounds, this process alone, the test client's own part in it), queries, and
bytes.
"""

import gzip
import os
import tempfile
import time
from contextlib import contextmanager

from tests.bench.figures import Figure, figure, median

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
ROUNDS, PAGES = 7, 40
SEED = "sala-thjonusta"


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        prepare()
        report()


def measure() -> list[Figure]:
    """The figures of the seed article."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        prepare()
        from articles import parts
        from articles.models import Edition

        path = address(Edition, SEED)
        bare, whole = rounds_of("/bare/"), rounds_of(path)
        anew = median(rounds_of(path, parts.drawn.clear))
        ratios = [one / other for one, other in zip(whole, bare, strict=True)]
        counted = queries(path)
    note = f"{median(bare):.2f} ms for the bare view; {counted} queries"
    return [
        figure("drawing", ratios, note),
        figure("cpu", whole, f"{anew:.1f} ms where no part of it was drawn before"),
    ]


def prepare():
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ROOT_URLCONF = "tests.bench.urls"
    call_command("migrate", verbosity=0)
    call_command("load_samples", verbosity=0)
    from articles.models import Article
    from tests.factories import make_comment

    for _ in range(20):
        make_comment(article=Article.objects.get(key=SEED))
    make_comment(article=Article.objects.get(key="vara-thjonusta"))


def report():
    from articles.models import Edition

    pages = {
        "a bare Django view": "/bare/",
        "the home page": "/",
        "the seed article with 20 comments": address(Edition, SEED),
        "an article like it with 1 comment": address(Edition, "vara-thjonusta"),
        "five sides, twenty dimensions": address(Edition, "island-noregur-svithjod-danmork-finnland"),
    }
    print(f"{'page':42} {'CPU ms':>8} {'drawing':>8} {'× bare':>7} {'queries':>8} {'bytes':>8} {'gzip':>7}")
    bare = None
    for name, path in pages.items():
        cpu, drawing, body = measured(path)
        bare = bare or cpu
        size, small = len(body), len(gzip.compress(body, 6))
        print(f"{name:42} {cpu:8.2f} {drawing:8.2f} {cpu / bare:7.1f} {queries(path):8} {size:8} {small:7}")


def address(Edition, key) -> str:
    return Edition.objects.get(article__key=key, language="is").get_absolute_url()


def measured(path):
    """Median CPU milliseconds of one request, of drawing its template alone, and its body."""
    from django.test import Client

    body = Client().get(path).content
    with drawing_timed() as drawn:
        rounds = rounds_of(path)
    return median(rounds), sum(drawn) / ROUNDS / PAGES * 1000, body


def rounds_of(path, before=lambda: None, rounds: int = ROUNDS) -> list[float]:
    """CPU milliseconds of a request, one for each round. `before`: what is done before each request."""
    from django.test import Client

    client, spent = Client(), []
    client.get(path)
    for _ in range(rounds):
        used = 0.0
        for _ in range(PAGES):
            before()
            begun = time.process_time()
            client.get(path)
            used += time.process_time() - begun
        spent.append(used / PAGES * 1000)
    return spent


@contextmanager
def drawing_timed():
    """The CPU seconds of each template that views draw meanwhile."""
    from articles import frame

    render, seconds = frame.render, []

    def timed(*args, **kwargs):
        begun = time.process_time()
        try:
            return render(*args, **kwargs)
        finally:
            seconds.append(time.process_time() - begun)

    frame.render = timed
    try:
        yield seconds
    finally:
        frame.render = render


def queries(path) -> int:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        Client().get(path)
    return len(captured)


if __name__ == "__main__":
    main()
