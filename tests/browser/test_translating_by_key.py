"""Side by side in a browser: by key alone, in place, without a script, and for those who do not see it."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.admin.translating import QUEUE, page_of, texts, write
from tests.browser.test_accessible_to_everybody import violations
from tests.factories import make_article

WINDOWS = [(1440, "light", "is"), (390, "dark", "en")]
CURRENT = ".desk-unit.is-current"


@pytest.fixture
def article(transactional_db):
    """Something stale, something missing, something in order."""
    article = make_article(sides=["Sala", "Þjónusta"], languages=("is", "en"), title={"is": "Munurinn"})
    article.editions.filter(language="en").update(origin="translated")
    write(article, "is", summary="<p>Samantekt.</p>")
    write(article, "is", lead="<p>Nýr inngangur.</p>")
    return Article.objects.get(pk=article.pk)


def current(page) -> str:
    return page.locator(CURRENT).get_attribute("data-unit")


@pytest.mark.parametrize(("width", "theme", "language"), WINDOWS)
def test_axe_finds_nothing_wrong_while_translating(open_at_desk, article, width, theme, language):
    for path in (page_of(article), QUEUE, f"{page_of(article)}read-in/"):
        page = open_at_desk(path, width=width, theme=theme, language=language, bypass_csp=True)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


def test_by_key_alone_a_text_is_translated_and_the_next_one_opened(open_at_desk, article):
    page = open_at_desk(page_of(article))
    assert current(page) == "lead"

    page.keyboard.press("Alt+j")
    assert current(page) == "summary"
    page.keyboard.press("Alt+k")
    assert current(page) == "lead"
    expect(page.locator(f"{CURRENT} .ProseMirror")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("A new lead.")
    page.keyboard.press("Control+Enter")

    expect(page.locator('[data-unit="lead"]')).to_have_class("desk-unit is-ok")
    expect(page.locator(f'{CURRENT}[data-unit="summary"] .ProseMirror')).to_be_focused()
    assert texts(article)["lead"] == "<p>A new lead.</p>"
    assert page.faults == []


def test_the_source_is_copied_by_key(open_at_desk, article):
    page = open_at_desk(page_of(article))
    page.keyboard.press("Alt+j")

    page.keyboard.press("Alt+c")
    page.keyboard.press("Control+Enter")

    expect(page.locator('[data-unit="summary"]')).to_have_class("desk-unit is-ok")
    assert texts(article)["summary"] == "<p>Samantekt.</p>"


def test_what_somebody_else_wrote_is_shown_in_place_and_nothing_typed_is_lost(open_at_desk, article):
    page = open_at_desk(page_of(article))
    write(article, "en", lead="<p>Theirs.</p>")
    page.locator(f"{CURRENT} .ProseMirror").fill("Mine.")

    page.keyboard.press("Control+Enter")

    lead = page.locator('[data-unit="lead"]')
    expect(lead.locator(".desk-unit-theirs blockquote")).to_have_text("Theirs.")
    expect(lead.locator(".ProseMirror")).to_have_text("Mine.")
    assert texts(article)["lead"] == "<p>Theirs.</p>"

    lead.locator("[data-do=done]").click()
    expect(lead.locator(".desk-unit-theirs")).to_have_count(0)
    assert texts(article)["lead"] == "<p>Mine.</p>"


def test_without_a_script_the_form_does_the_same(open_at_desk, article):
    page = open_at_desk(page_of(article), java_script_enabled=False)

    page.locator('[name="t:summary"]').fill("<p>A summary.</p>")
    page.locator('[data-unit="summary"] [data-do=done]').click()

    assert texts(article)["summary"] == "<p>A summary.</p>"
    assert page.url.partition("#")[2].startswith("text-")


def test_leaving_with_something_typed_asks_first(open_at_desk, article):
    page = open_at_desk(page_of(article))
    page.locator(f"{CURRENT} .ProseMirror").fill("Not saved.")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))

    page.get_by_role("link", name="Saga").click(no_wait_after=True)
    page.wait_for_timeout(300)

    assert asked == ["beforeunload"]


def test_the_server_away_leaves_everything_typed(open_at_desk, article):
    page = open_at_desk(page_of(article))
    page.context.set_offline(True)
    page.locator(f"{CURRENT} .ProseMirror").fill("Still here.")

    page.keyboard.press("Control+Enter")

    expect(page.locator("#tr-status")).not_to_be_empty()
    expect(page.locator(f"{CURRENT} .ProseMirror")).to_have_text("Still here.")
