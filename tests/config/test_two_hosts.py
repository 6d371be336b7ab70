"""Two hosts with one PostgreSQL and one Redis, each with folders of its own: what happens on one is read on the other.

Runs where the tests run on PostgreSQL and redis-server is installed.
"""

import http.cookiejar
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection

from articles.pages import place
from tests.config import databases, places

REDIS = shutil.which("redis-server")
PATIENCE = 60  # seconds
SIGN_OUT = "/admin/logout/"
PASSWORD = "lykilord-fyrir-prof-1"
PREPARING = f"""
from django.contrib.auth.models import User
from django.core.cache import cache
from tests.factories import make_article
article = make_article(publish=False, slug="sala-og-kaup", sides=["Sala", "Kaup"], dimensions=2)
User.objects.create_superuser("ritstjori", password="{PASSWORD}")
cache.set("from", "one host")
print(article.pk)
"""
NO_PAIR = connection.vendor != "postgresql" or not REDIS
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        NO_PAIR, reason="Two hosts need PostgreSQL and redis-server. It runs where both are, such as in .ci/run."
    ),
]


@dataclass
class Host:
    place: dict[str, str]
    port: int
    process: subprocess.Popen | None = None

    def has_finished(self, name: str) -> bool:
        """Whether a web server before it could read this page."""
        return Path(self.place["PAGES_ROOT"], place.SERVED, "pages", name).is_file()

    def start(self) -> None:
        command = ["-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "warning"]
        self.process = places.start(
            self.place, *command, "--host", "127.0.0.1", "--port", str(self.port), "config.wsgi:application"
        )
        wait_until(lambda: self.get("/readyz")[0] == 200)

    def get(self, path: str, browser=None) -> tuple[int, str]:
        return self.ask(urllib.request.Request(f"http://127.0.0.1:{self.port}{path}"), browser)

    def post(self, path: str, browser: "Browser", **fields: str) -> tuple[int, str]:
        data = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": browser.token}).encode()
        return self.ask(urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data), browser)

    def ask(self, request, browser) -> tuple[int, str]:
        opener = browser.opener if browser else urllib.request.build_opener()
        try:
            with opener.open(request, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""


class Browser:
    """Its cookies are for one name of a host, whatever the port: as behind a proxy."""

    def __init__(self):
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    @property
    def token(self) -> str:
        return next(cookie.value for cookie in self.cookies if cookie.name == "csrftoken")


def wait_until(holds) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "It did not happen."
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def redis(tmp_path):
    """A Redis of our own: its process and address."""
    port = free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
    process = subprocess.Popen([REDIS, *options], stdout=subprocess.DEVNULL)
    wait_until(lambda: is_open(port))
    yield process, f"redis://127.0.0.1:{port}/0"
    process.kill()
    process.wait()


def is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def hosts(tmp_path, redis):
    _process, cache = redis
    with databases.empty_database(tmp_path) as database:
        pair = [Host(place_of(tmp_path / name, database, cache), free_port()) for name in ("one", "other")]
        try:
            yield pair
        finally:
            for host in pair:
                if host.process:
                    host.process.terminate()
                    host.process.wait(PATIENCE)


def place_of(folder, database: str, cache: str) -> dict[str, str]:
    folder.mkdir()
    return places.environment(
        folder,
        DATABASE_URL=database,
        DATABASE_POOL="4",
        GRANIAN_BLOCKING_THREADS="4",
        CACHE_URL=cache,
        MEDIA_FOLDER=str(folder / "media"),
        PAGES_ROOT=str(folder / "pages"),
        METRICS_FOLDER=str(folder / "figures"),
    )


@pytest.fixture
def serving(hosts):
    """Both hosts, with an article that is not published, and its number."""
    one, other = hosts
    places.run(one.place, "manage.py", "migrate", "--verbosity", "0")
    article = places.run(one.place, "manage.py", "shell", "--no-imports", "-c", PREPARING).strip()
    assert places.run(other.place, "-c", SEEN) == "one host\n"
    for host in hosts:
        host.start()
    return one, other, article


def test_what_is_published_on_one_is_read_on_the_other(serving):
    one, other, article = serving
    for host in (one, other):
        assert host.get("/sala-og-kaup/")[0] == 404
        assert "sala-og-kaup" not in host.get("/")[1]
        assert host.has_finished("index.html")

    # Who signed in on one is known on the other, and publishes there.
    editor = Browser()
    one.get("/admin/login/", editor)
    one.post("/admin/login/", editor, username="ritstjori", password=PASSWORD)
    assert SIGN_OUT in other.get("/admin/", editor)[1]
    other.post(f"/admin/articles/article/{article}/edition/is/publish/", editor)

    assert other.get("/sala-og-kaup/")[0] == 200
    assert "sala-og-kaup" in other.get("/")[1]  # at once where it was published
    wait_until(lambda: "sala-og-kaup" in one.get("/")[1])
    assert one.get("/sala-og-kaup/")[0] == 200
    assert one.has_finished("sala-og-kaup/index.html")
    assert other.has_finished("sala-og-kaup/index.html")

    # What is taken away on one is gone from the other, and from its folder.
    one.post(f"/admin/articles/article/{article}/edition/is/archive/", editor)

    assert one.get("/sala-og-kaup/")[0] == 410
    wait_until(lambda: other.get("/sala-og-kaup/")[0] == 410)
    wait_until(lambda: "sala-og-kaup" not in other.get("/")[1])
    assert not one.has_finished("sala-og-kaup/index.html")
    assert not other.has_finished("sala-og-kaup/index.html")


def test_nobody_notices_that_redis_is_gone(serving, redis):
    one, other, _article = serving
    editor = Browser()
    one.get("/admin/login/", editor)
    one.post("/admin/login/", editor, username="ritstjori", password=PASSWORD)
    process, _address = redis
    process.kill()
    process.wait()

    for host in (one, other):
        assert host.get("/")[0] == host.get("/leit/?q=sala")[0] == host.get("/readyz")[0] == 200
    assert SIGN_OUT in other.get("/admin/", editor)[1]


SEEN = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
django.setup()
from django.core.cache import cache
print(cache.get("from"))
"""


def test_guesses_on_one_count_on_the_other(hosts):
    one, other = hosts
    places.run(one.place, "manage.py", "migrate", "--verbosity", "0")
    for host in hosts:
        host.start()
    guesser = Browser()
    one.get("/admin/login/", guesser)
    answers = [
        host.post("/admin/login/", guesser, username="ritstjori", password=f"rangt-{number}")[0]
        for number, host in enumerate([one, other] * 4)
    ]

    assert answers[:5] == [200] * 5
    assert answers[5:] == [429] * 3
