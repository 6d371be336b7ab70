"""What is typed is kept in the browser, and offered back after a crash or an ended session; never put in by itself."""

import pytest
from playwright.sync_api import expect

from tests.admin.desk import change_page
from tests.browser.test_accessible_to_everybody import violations
from tests.browser.writing_desk import add, cell, choose_subject, name, open_desk, save, settled  # noqa: F401
from tests.factories import make_article, make_subject

KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('munur.kept.')).length"
OLD = """() => {
  const key = Object.keys(localStorage).find((one) => one.startsWith("munur.kept."));
  const text = JSON.parse(localStorage.getItem(key));
  localStorage.setItem(key, JSON.stringify({ ...text, at: Date.now() - 31 * 24 * 3600 * 1000 }));
}"""
FULL = """
const put = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (key.startsWith("munur.kept.")) throw new DOMException("full", "QuotaExceededError");
  put.call(this, key, value);
};"""
STRIP = "#desk-kept"


@pytest.fixture
def article(transactional_db):
    return make_article(sides=["Sala", "Þjónusta"], dimensions=2, publish=False)


@pytest.fixture
def desk(open_desk):  # noqa: F811
    return open_desk()


def kept(page):
    expect(page.locator("#autosaved")).not_to_be_empty()


def crash(page):
    page.close(run_before_unload=False)


def test_what_was_typed_before_a_crash_is_offered_and_taken_back(desk, article):
    page = desk.open(change_page(article))
    cell(page, 0).fill("Óvistað")
    add(page, "dimensions")
    name(page, 2).fill("Ný lína")
    add(page, "sides")
    choose_subject(page, 2, make_subject(name="Vara"))
    cell(page, 2, "new-2").fill("Í nýjum dálki")
    kept(page)
    page.wait_for_timeout(1500)
    crash(page)

    page = desk.open(change_page(article))
    expect(page.locator(STRIP)).to_be_visible()
    assert cell(page, 0).input_value() != "Óvistað"
    with page.expect_navigation():
        page.locator(f"{STRIP} button").first.click()
    settled(page)
    expect(cell(page, 0)).to_have_value("Óvistað")
    expect(cell(page, 2, "new-2")).to_have_value("Í nýjum dálki")
    expect(page.locator(STRIP)).to_have_count(0)
    save(page)
    settled(page)

    assert article.dimensions.last().name_is == "Ný lína"
    assert page.evaluate(KEPT) == 0


def test_what_was_saved_is_let_go_of(desk, article):
    page = desk.open(change_page(article))
    cell(page, 0).fill("Vistað")
    kept(page)
    assert page.evaluate(KEPT) == 1
    save(page)
    settled(page)

    assert page.evaluate(KEPT) == 0
    expect(page.locator(STRIP)).to_have_count(0)


def test_who_saves_when_the_session_has_ended_is_offered_the_text_after_signing_in(desk, article):
    page = desk.open(change_page(article))
    cell(page, 0).fill("Óvistað")
    desk.sign_out()
    save(page)
    assert "/login/" in page.url
    desk.sign_in()
    page.goto(desk.site + change_page(article))
    settled(page)
    with page.expect_navigation():
        page.locator(f"{STRIP} button").first.click()
    settled(page)
    save(page)

    assert article.dimensions.first().cells.get(side__key="sala").text_is == "Óvistað"


def test_a_text_that_is_thrown_away_is_offered_no_more(desk, article):
    page = desk.open(change_page(article))
    cell(page, 0).fill("Óvistað")
    kept(page)
    crash(page)
    page = desk.open(change_page(article))
    page.locator(f"{STRIP} button").nth(1).click()
    expect(page.locator(STRIP)).to_have_count(0)
    page.reload()
    settled(page)

    assert page.evaluate(KEPT) == 0


def test_of_two_texts_the_newer_comes_first_and_both_say_when(desk, article):
    for text in ("Eldra", "Yngra"):
        page = desk.open(change_page(article))
        cell(page, 0).fill(text)
        kept(page)
        crash(page)
    page = desk.open(change_page(article))

    expect(page.locator(f"{STRIP} p")).to_have_count(2)
    with page.expect_navigation():
        page.locator(f"{STRIP} button").first.click()
    settled(page)
    expect(cell(page, 0)).to_have_value("Yngra")


def test_a_text_that_another_tab_is_writing_is_named_but_not_offered(desk, article):
    first = desk.open(change_page(article))
    cell(first, 0).fill("Í hinum flipanum")
    kept(first)
    second = desk.open(change_page(article))

    expect(second.locator(f"{STRIP} p")).to_have_count(1)
    expect(second.locator(f"{STRIP} button")).to_have_count(0)


def test_what_is_older_than_thirty_days_is_let_go_of(desk, article):
    page = desk.open(change_page(article))
    cell(page, 0).fill("Gamalt")
    kept(page)
    crash(page)
    page = desk.context.new_page()
    page.goto(desk.site + "/admin/")
    page.evaluate(OLD)
    page = desk.open(change_page(article))

    assert page.evaluate(KEPT) == 0


def test_another_person_in_the_same_browser_is_offered_nothing(desk, article, django_user_model):
    page = desk.open(change_page(article))
    cell(page, 0).fill("Óvistað")
    kept(page)
    crash(page)
    desk.user = django_user_model.objects.create_superuser("annar")
    desk.sign_in()
    page = desk.open(change_page(article))

    expect(page.locator(STRIP)).to_have_count(0)


def test_leaving_with_changes_asks_and_without_them_does_not(desk, article):
    asked = []
    page = desk.open(change_page(article))
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    settled(page)
    assert asked == []
    cell(page, 0).click()
    page.keyboard.type("x")
    page.reload()

    assert asked == ["beforeunload"]


def test_a_browser_that_keeps_nothing_says_so_and_saves_as_before(desk, article):
    desk.context.add_init_script(FULL)
    page = desk.open(change_page(article))
    cell(page, 0).fill("Vistað")
    expect(page.locator("#autosaved")).not_to_be_empty()
    save(page)

    assert article.dimensions.first().cells.get(side__key="sala").text_is == "Vistað"


@pytest.mark.parametrize(("width", "theme", "language"), [(1440, "light", "is"), (390, "dark", "en")])
def test_axe_finds_nothing_wrong_with_the_offer(open_desk, article, width, theme, language):  # noqa: F811
    desk = open_desk(width=width, theme=theme, language=language)
    page = desk.open(change_page(article))
    cell(page, 0).fill("Óvistað")
    kept(page)
    crash(page)
    page = desk.open(change_page(article))

    expect(page.locator(STRIP)).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
