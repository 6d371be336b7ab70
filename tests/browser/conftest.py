"""A browser for the tests that need one: the system's own Chromium."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connections
from playwright.sync_api import Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from comments.models import Rules
from tests.browser.desk import sign_in
from tests.browser.pages import talk_about
from tests.browser.reading import Reader
from tests.browser.writing import desk_of, let_the_site_finish
from tests.factories import make_edition

CHROMIUM = "/usr/bin/chromium"
# The fonts are there, and what they moved has been drawn.
SETTLED = "document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 100)))"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


# Playwright keeps an event loop in this thread, and Django would take what wraps each test for asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
            item.add_marker("django_db")  # without it there is no database to load the samples into


@dataclass
class Visit:
    page: Page
    messages: list[str] = field(default_factory=list)  # of the console, with errors of scripts
    responses: list = field(default_factory=list)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    """SQLite in a file, as the site has it: in memory all threads of the site would share one connection, and the
    desk asks while one types.
    """
    settings = connections["default"].settings_dict
    if connections["default"].vendor == "sqlite":
        settings["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "site.sqlite3")


@pytest.fixture(autouse=True)
def _nothing_is_asked_any_more(_django_db_helper):
    """Browsers are closed by now, but what they asked last may still be answered while the tables are emptied."""
    yield
    let_the_site_finish()


@pytest.fixture(scope="package")
def site(django_db_setup, django_db_blocker):
    """The site with its samples, served once for all tests of this folder: they only read. Its address."""
    with django_db_blocker.unblock():
        call_command("load_samples", verbosity=0)
        talk_about("sala-thjonusta")
        server = LiveServer("localhost")
        yield server.url
        server.stop()
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="package")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(site, chromium):
    """Opens a page of the site: visit(path, width=1280, theme="light", **of the browser's context)."""
    contexts = []

    def open_page(path, *, width=1280, theme="light", first="", **options) -> Visit:
        context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=theme, **options)
        contexts.append(context)
        visit = Visit(context.new_page())
        visit.page.on("console", lambda message: visit.messages.append(message.text))
        visit.page.on("pageerror", lambda error: visit.messages.append(str(error)))
        visit.page.on("response", lambda response: visit.responses.append(response))
        if first:
            visit.page.add_init_script(first)
        visit.page.goto(site + path)
        if options.get("java_script_enabled", True):
            visit.page.evaluate(SETTLED)
        return visit

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def edition(transactional_db):
    """A live article where nobody is held and nobody is too fast."""
    Rules(hold=Rules.Hold.NOBODY, least_seconds=0).save()
    return make_edition()


@pytest.fixture
def open_article(edition, live_server, chromium):
    """Opens that article for a reader with a browser of their own."""
    contexts = []

    def open_page() -> Reader:
        contexts.append(chromium.new_context(viewport={"width": 1000, "height": 800}))
        return Reader(contexts[-1], live_server.url + edition.get_absolute_url())

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def reader(open_article):
    return open_article()


def person(name="ritstjori") -> User:
    """Who may everything, under that name."""
    return User.objects.filter(username=name).first() or User.objects.create_superuser(name)


@pytest.fixture
def sign_in_at_desk(live_server, chromium):
    """Opens a browser for somebody: sign_in_at_desk(user, width=1280, theme="light", **of the browser's context).

    A name is somebody who may everything, and None is nobody.
    """
    contexts = []

    def open_browser(user="ritstjori", *, width=1280, height=900, theme="light", language="is", **options):
        size = {"width": width, "height": height}
        contexts.append(chromium.new_context(viewport=size, color_scheme=theme, base_url=live_server.url, **options))
        if user:
            sign_in(contexts[-1], person(user) if isinstance(user, str) else user, live_server.url, language)
        return contexts[-1]

    yield open_browser
    for context in contexts:
        context.close()


@pytest.fixture
def open_at_desk(sign_in_at_desk):
    """Opens a page of the desk in a browser of its own: open_at_desk(path, **as sign_in_at_desk has it).

    What the console says is in `page.messages`; of that the errors in `page.faults`.
    """

    def open_page(path, **options) -> Page:
        page = sign_in_at_desk(**options).new_page()
        page.messages, page.faults = [], []
        page.on("console", lambda message: page.messages.append(message.text))
        page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
        for said in (page.messages, page.faults):
            page.on("pageerror", lambda error, said=said: said.append(str(error)))
        page.goto(path)
        if options.get("java_script_enabled", True):
            page.evaluate(SETTLED)
        return page

    return open_page


@pytest.fixture
def sit_down(live_server, chromium):
    """Opens the article's desk for a person: sit_down("ritstjori", width=1440, …)."""
    desks = []

    def sit(name="ritstjori", **options):
        desks.append(desk_of(chromium, live_server.url, person(name), **options))
        return desks[-1]

    yield sit
    for desk in desks:
        desk.leave()
