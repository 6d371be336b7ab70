"""`make bench`: what drawing an article page costs, beside a bare Django view in the same run.

Prints CPU milliseconds a page (median of several rounds, this process alone), queries, and bytes.
"""

import gzip
import os
import statistics
import tempfile
import time
from contextlib import contextmanager

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
ROUNDS, PAGES = 7, 40


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        prepare()
        report()


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

    make_comment(article=Article.objects.get(key="sala-thjonusta"))
    for _ in range(20):
        make_comment(article=Article.objects.get(key="vara-thjonusta"))


def report():
    from articles.models import Edition

    pages = {
        "a bare Django view": "/bare/",
        "the home page": "/",
        "the sala–þjónusta article, 1 comment": address(Edition, "sala-thjonusta"),
        "an article like it with 20 comments": address(Edition, "vara-thjonusta"),
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

    client = Client()
    body = client.get(path).content
    rounds, drawings = [], []
    for _ in range(ROUNDS):
        with drawing_timed() as drawn:
            begun = time.process_time()
            for _ in range(PAGES):
                client.get(path)
            rounds.append((time.process_time() - begun) / PAGES * 1000)
        drawings.append(sum(drawn) / PAGES * 1000)
    return statistics.median(rounds), statistics.median(drawings), body


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
