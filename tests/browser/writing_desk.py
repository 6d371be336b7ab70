"""The article's page in browsers of one editor: opened, filled in and saved as that person does."""

import re

import pytest
from django.contrib.auth.models import User

from tests.browser.conftest import SETTLED
from tests.browser.desk import sign_in

STATUS = "#desk-said"
READY = "document.querySelector('#article_form input[name=_kept]') !== null"
ASKED = re.compile(r"/(preview|findings|presence)/$")
# A picture that was being drawn when the page was left is no fault of the page.
INTERRUPTED = ("Failed to fetch", "NetworkError", "AbortError")


class Desk:
    """One browser. Its pages share cookies and what the browser keeps."""

    def __init__(self, chromium, site, user, *, width=1440, theme="light", language="is"):
        window = {"width": width, "height": 900}
        # Axe is put into the page, which lets in nothing but its own scripts.
        self.context = chromium.new_context(viewport=window, color_scheme=theme, bypass_csp=True)
        # What the page asks while one types is not what these tests are about, and shares their database's connection.
        self.context.route(ASKED, lambda route: route.abort())
        self.site, self.user, self.language, self.wrong = site, user, language, []
        self.sign_in()

    def sign_in(self):
        sign_in(self.context, self.user, self.site, self.language)

    def sign_out(self):
        self.context.clear_cookies(name="sessionid")

    def open(self, address):
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.goto(self.site + address)
        settled(page)
        return page

    def close(self):
        self.context.close()
        assert [error for error in self.wrong if not any(part in error for part in INTERRUPTED)] == []


def settled(page):
    page.evaluate(SETTLED)
    page.wait_for_function(READY)


def cell(page, row, side="sala", language="is"):
    return page.locator(f"[name=dimensions-{row}-cell-{side}-{language}]")


def name(page, row):
    return page.locator(f"[name=dimensions-{row}-name_is]")


def add(page, prefix):
    page.locator(f"#{prefix}-data .add-row").click()


def choose_subject(page, number, subject):
    """As Select2 does when a subject is picked from its list."""
    page.evaluate(
        """([name, id, text]) => {
            const field = document.querySelector(`[name="${name}"]`);
            field.append(new Option(text, id, true, true));
            django.jQuery(field).trigger("change");
        }""",
        [f"sides-{number}-subject", str(subject.pk), str(subject)],
    )


def save(page):
    with page.expect_navigation():
        page.locator("[name=_continue]").click()


@pytest.fixture
def open_desk(live_server, chromium):
    """Opens a browser for the editor: open_desk(width=1440, theme="light", language="is")."""
    desks = []

    def open_one(**options) -> Desk:
        user = User.objects.filter(username="ritstjori").first() or User.objects.create_superuser("ritstjori")
        desks.append(Desk(chromium, live_server.url, user, **options))
        return desks[-1]

    yield open_one
    for desk in desks:
        desk.close()
