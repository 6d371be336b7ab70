"""From signing in with a second factor to the live page, in Icelandic, without a mouse: nothing here is clicked."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.test_signing_in_with_a_second_factor import FASTER
from tests.browser.writing import OF_FRAMES
from tests.config.signing_in import PASSWORD, code_now, make_staff, with_a_factor

MOST_TABS = 150


@pytest.fixture
def page(transactional_db, live_server, chromium, settings):
    settings.STAFF_MFA_REQUIRED, settings.SITE_URL = True, live_server.url
    with_a_factor(make_staff(is_superuser=True))
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, base_url=live_server.url, locale="is-IS")
    page, said = context.new_page(), []
    page.on("console", lambda message: message.text.startswith((OF_FRAMES, FASTER)) or said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []


def go_to(page, wanted) -> None:
    """With Tab alone, as somebody does who sees where the focus is."""
    for _tab in range(MOST_TABS):
        if wanted.evaluate("part => part === document.activeElement || part.contains(document.activeElement)"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{wanted} was not reached.")


def press(page, wanted) -> None:
    go_to(page, wanted)
    page.keyboard.press("Enter")


def write(page, wanted, text: str) -> None:
    go_to(page, wanted)
    page.keyboard.type(text)


def come_in(page) -> None:
    page.goto("/admin/")
    page.keyboard.type("ritstjori")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("[name=code]")).to_be_focused()
    page.keyboard.type(code_now())
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/", wait_until="load")


def add_side(page, number: int, name: str, answer: str) -> None:
    """A new side with a new subject, made without leaving the page."""
    press(page, page.locator("#sides-data .add-row"))
    press(page, page.locator(".desk-subject-new:visible").nth(number))
    expect(page.locator("[name=new-subject-name_is]")).to_be_focused()
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    expect(page.locator("dialog.desk-dialog")).to_be_hidden()
    expect(page.locator(f"[name=sides-{number}-subject] option:checked")).to_have_text(name)
    write(page, page.locator(f"[name=sides-{number}-answer_is]"), answer)


def test_an_article_is_written_and_published_by_keyboard(page):
    come_in(page)
    page.keyboard.press("n")
    expect(page.locator("#article_form")).to_be_visible()

    write(page, page.locator(".prose-editor:has([name=lead_is]) .ProseMirror"), "Bæði eru þau seld.")
    add_side(page, 0, "Vara", "Vara er hlutur sem er seldur.")
    add_side(page, 1, "Þjónusta", "Þjónusta er verk sem er selt.")
    press(page, page.locator("#dimensions-data .add-row"))
    write(page, page.locator("[name=dimensions-0-name_is]"), "Form")
    write(page, page.locator("[name=dimensions-0-cell-new-0-is]"), "Hlutur")
    write(page, page.locator("[name=dimensions-0-cell-new-1-is]"), "Verk")
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    expect(page.locator("#content-main .errorlist")).to_have_count(0)
    with page.expect_navigation():
        press(page, page.locator("form[data-verb=publish] button").first)

    [edition] = Article.objects.get().editions.all()
    assert edition.is_live()
    press(page, page.locator(".desk-strip a[href='" + edition.get_absolute_url() + "']"))
    expect(page.locator("h1")).to_have_text("Munurinn á vöru og þjónustu")
    for text in ("Bæði eru þau seld.", "Þjónusta er verk sem er selt.", "Hlutur"):
        expect(page.locator("main")).to_contain_text(text)
