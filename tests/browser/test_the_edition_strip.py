"""The strip above an article's form: seen by all, pressed by keyboard, and without a script too."""

import os
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from tests.admin.desk import change_page
from tests.browser.conftest import SETTLED
from tests.browser.test_accessible_to_everybody import violations
from tests.factories import make_article


@pytest.fixture
def article(transactional_db):
    """Icelandic with a change that waits and one that is not published; English that cannot be published."""
    article = make_article(sides=["Sala", "Þjónusta"], dimensions=1)
    article.editions.create(language="en", slug="a-draft")
    article.dimensions.update(name_is="Nýtt heiti")
    publishing.schedule(article.editions.get(language="is"), timezone.now() + timedelta(days=2))
    publishing.expire(article.editions.get(language="is"), timezone.now() + timedelta(days=9))
    article.dimensions.update(name_is="Enn nýrra heiti")
    return article


@pytest.fixture
def open_article(article, open_at_desk):
    return lambda *, script=True, **options: open_at_desk(
        change_page(article), bypass_csp=True, java_script_enabled=script, **options
    )


@pytest.mark.parametrize(
    ("width", "theme", "language"),
    [(1440, "light", "is"), (390, "dark", "en"), (390, "light", "is"), (1280, "dark", "is")],
)
def test_axe_finds_nothing_wrong_with_the_strip_open_or_closed(open_article, width, theme, language):
    page = open_article(width=width, theme=theme, language=language)
    page.evaluate(SETTLED)
    faults = violations(page)
    _shot(page, f"strip-{width}-{theme}-{language}")
    page.locator(".desk-strip [popovertarget=schedule-is]").click()
    assert page.locator("#schedule-is input[name=at]").is_visible()
    _shot(page, f"strip-{width}-{theme}-{language}-open")

    assert faults + violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_is_published_by_keyboard_without_a_script(open_article, article):
    page = open_article(script=False)
    page.locator("form[data-verb=publish] button").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert not publishing.differs(article.editions.get(language="is"))


def test_it_is_scheduled_by_keyboard_without_a_script(open_article, article):
    page = open_article(script=False)
    page.locator("[popovertarget=schedule-is]").focus()
    page.keyboard.press("Enter")
    page.locator("#schedule-is input[name=expires_at]").fill("")
    page.locator("#schedule-is input[name=at]").fill("2099-01-01T09:00")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    edition = article.editions.get(language="is")
    assert (edition.scheduled_at.year, edition.expires_at) == (2099, None)


def _shot(page, name):
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=f"{folder}/{name}.png")
