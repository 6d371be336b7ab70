"""A draft goes by link from the desk to somebody without an account, who approves it; without a script all of it."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from articles.models import PreviewAnswer, SharedPreview
from tests.browser.conftest import SETTLED
from tests.browser.desk import sign_in
from tests.browser.test_accessible_to_everybody import violations
from tests.factories import make_article


@pytest.fixture
def browser(chromium):
    """Opens a new browser, as another person has one."""
    contexts = []

    def new(**options):
        contexts.append(chromium.new_context(**options))
        return contexts[-1]

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def article(transactional_db):
    return make_article(publish=False, sides=["Sala", "Þjónusta"], dimensions=1)


@pytest.fixture
def shared_page(article, live_server):
    return f"{live_server.url}/admin/articles/article/{article.pk}/shared/"


def editors(context, live_server, **options):
    editor = User.objects.get_or_create(username="ritstjori", is_staff=True, is_superuser=True)[0]
    sign_in(context, editor, live_server.url, **options)
    return context.new_page()


def made_link(page, address, live_server):
    page.goto(address)
    page.locator("[name=note]").fill("Yfirlestur")
    page.locator(".desk-share form button").click()
    # The tests' site stands at another address than its settings say.
    return page.locator("#desk-made-link").input_value().replace("http://testserver", live_server.url)


def test_a_draft_is_shared_read_and_approved_without_a_script(browser, shared_page, live_server):
    desk = editors(browser(java_script_enabled=False), live_server)
    link = made_link(desk, shared_page, live_server)
    reader = browser(java_script_enabled=False).new_page()

    reader.goto(link)
    expect(reader.locator("h1")).to_contain_text("þjónustu")
    reader.locator("#s-nafn").fill("Lesandi")
    reader.locator("[value=approve]").click()

    expect(reader.locator("#svar [role=status]")).to_be_visible()
    assert PreviewAnswer.objects.get().approved
    desk.goto(shared_page)
    expect(desk.locator(".desk-answers")).to_contain_text("Lesandi")


def test_an_error_is_where_the_reader_is_taken_and_what_was_typed_is_kept(browser, shared_page, live_server):
    link = made_link(editors(browser(), live_server), shared_page, live_server)
    reader = browser().new_page()
    reader.goto(link)
    reader.locator("#s-nafn").fill("Lesandi")
    reader.locator("[value=comment]").click()

    expect(reader.locator("#villur")).to_be_focused()
    expect(reader.locator("#s-nafn")).to_have_value("Lesandi")


def test_a_revoked_link_is_a_page_that_says_so(browser, shared_page, live_server):
    desk = editors(browser(), live_server)
    link = made_link(desk, shared_page, live_server)
    desk.locator("form[action$='/revoke/'] button").click()
    desk.wait_for_url("**/shared/")
    assert SharedPreview.objects.get().revoked_at

    assert browser().new_page().goto(link).status == 410


@pytest.mark.parametrize(("width", "theme", "language"), [(1280, "light", "is"), (390, "dark", "en")])
def test_axe_finds_nothing_wrong_and_nothing_breaks_the_policy(
    browser, shared_page, live_server, width, theme, language
):
    said = []
    window = {"viewport": {"width": width, "height": 800}, "color_scheme": theme}
    desk = editors(browser(**window, bypass_csp=True), live_server, language=language)
    link = made_link(desk, shared_page, live_server)
    strict = browser(**window).new_page()
    strict.on("console", lambda message: said.append(message.text))
    strict.goto(link)
    strict.locator("[value=approve]").click()
    strict.wait_for_url("**sent=approved**")
    found = {"the link is shown": violations(desk)}
    desk.goto(shared_page)
    desk.evaluate(SETTLED)
    found["an answer"] = violations(desk)
    reader = browser(**window, bypass_csp=True).new_page()
    reader.goto(link)
    reader.evaluate(SETTLED)
    found["the draft"] = violations(reader)
    reader.locator("[value=comment]").click()
    reader.wait_for_selector("#villur")
    found["an error"] = violations(reader)

    assert {state: faults for state, faults in found.items() if faults} == {}
    assert [text for text in said if "Content Security Policy" in text or "Refused" in text] == []
    assert reader.evaluate("document.documentElement.scrollWidth") <= width
