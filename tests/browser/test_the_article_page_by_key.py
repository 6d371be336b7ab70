"""The article's page without a mouse, in every window, for everybody, and without scripts."""

import os

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.conftest import SETTLED
from tests.browser.test_accessible_to_everybody import violations
from tests.factories import make_article


@pytest.fixture
def article(transactional_db) -> Article:
    article = make_article(sides=["Sala", "Þjónusta"], dimensions=2, similarities=1, sources=1, languages=("is", "en"))
    article.lead_is, article.title_en = "<p>Það er ábirgð á öllu.</p>", "T" * 90
    article.save()
    return article


def test_ctrl_s_saves_with_its_note_and_stays(sit_down, article):
    desk = sit_down().open(article)
    desk.write("#submit-row [name=note]", "Nýr titill")
    desk.write("#id_title_is", "Titill skrifaður með lyklum")
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Control+s")

    assert desk.page.url.endswith(f"/{article.pk}/change/")
    article.refresh_from_db()
    assert article.title_is == "Titill skrifaður með lyklum"
    assert article.revisions.first().note == "Nýr titill"


def test_alt_l_goes_to_the_same_text_in_the_next_language(sit_down, article):
    desk = sit_down().open(article)
    desk.page.locator("#id_sides-0-answer_is").focus()
    desk.page.keyboard.press("Alt+l")

    expect(desk.page.locator("#id_sides-0-answer_en")).to_be_focused()
    desk.page.keyboard.press("Alt+l")
    expect(desk.page.locator("#id_sides-0-answer_is")).to_be_focused()


def test_alt_p_goes_to_the_preview_and_back_to_the_text(sit_down, article):
    desk = sit_down().open(article)
    desk.page.locator("#id_title_is").focus()
    desk.page.keyboard.press("Alt+p")
    expect(desk.page.locator("#desk-preview-title")).to_be_focused()
    desk.page.keyboard.press("Alt+p")

    expect(desk.page.locator("#id_title_is")).to_be_focused()


def test_f8_goes_from_check_to_check_and_selects_the_word(sit_down, article):
    desk = sit_down().open(article)
    rows = desk.page.locator(".desk-check")
    places = []
    for number in range(rows.count()):
        desk.page.keyboard.press("F8")
        expect(rows.nth(number)).to_have_attribute("aria-current", "true")
        places.append(desk.page.evaluate("document.activeElement.closest('[data-language]')?.dataset.language"))
        if "ábirgð" in rows.nth(number).inner_text():
            assert desk.page.evaluate("getSelection().toString()") == "ábirgð"
    desk.page.keyboard.press("Shift+F8")

    assert rows.count() > 1
    expect(rows.nth(rows.count() - 2)).to_have_attribute("aria-current", "true")
    assert set(places) == {"is", "en"}


def test_the_list_of_keys_opens_with_a_question_mark_outside_texts_and_can_be_switched_off(sit_down, article):
    desk = sit_down().open(article)
    desk.page.locator("#id_title_is").press("?")
    expect(desk.page.locator("#keys")).to_be_hidden()
    desk.page.locator("#desk-checks-title").evaluate("(title) => title.focus()")
    desk.page.keyboard.press("?")
    expect(desk.page.locator("#keys")).to_be_visible()
    desk.page.locator("#desk-keys").uncheck()
    desk.page.keyboard.press("Escape")
    desk.page.keyboard.press("?")

    expect(desk.page.locator("#keys")).to_be_hidden()
    desk.page.locator("[data-opens-keys]").click()
    expect(desk.page.locator("#keys")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1000])
def test_without_room_form_preview_and_checks_take_turns(sit_down, article, width):
    desk = sit_down(width=width).open(article)
    form, checks, preview = (desk.page.locator(name) for name in ("#article_form", ".desk-checks", ".desk-preview"))
    expect(form).to_be_visible()
    expect(checks).to_be_hidden()
    assert desk.previews() == 0
    desk.page.locator(".desk-panes button[value=preview]").click()
    expect(preview).to_be_visible()
    expect(form).to_be_hidden()
    expect(desk.preview.locator("h1")).to_be_visible()
    desk.page.locator(".desk-panes button[value=checks]").click()
    expect(preview).to_be_hidden()
    desk.page.locator(".desk-check a").first.click()

    expect(form).to_be_visible()
    assert desk.page.evaluate("document.activeElement.closest('#article_form') !== null")
    assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_four_sides_want_the_whole_width_of_a_small_desktop(sit_down, transactional_db):
    article = make_article(sides=["Ísland", "Noregur", "Svíþjóð", "Danmörk"])
    desk = sit_down(width=1440).open(article)

    expect(desk.page.locator(".desk-panes")).to_be_visible()
    desk.page.set_viewport_size({"width": 1700, "height": 900})
    expect(desk.page.locator(".desk-panes")).to_be_hidden()
    expect(desk.page.locator(".desk-preview")).to_be_visible()


def test_without_a_script_all_languages_stand_and_are_saved_and_checks_lead_by_address(sit_down, article):
    desk = sit_down(java_script_enabled=False).open(article)
    page = desk.page
    assert page.locator("#id_title_is, #id_title_en").count() == 2
    assert page.locator(".desk-languages, .desk-preview, .desk-panes, .desk-keys-line").evaluate_all(
        "(parts) => parts.every((part) => part.hidden)"
    )
    assert page.locator(".desk-check a").first.get_attribute("href").startswith("#id_")
    page.locator("#id_title_is").fill("Án skriftu")
    page.locator("#submit-row [name=_continue]").click()

    article.refresh_from_db()
    assert article.title_is == "Án skriftu"


@pytest.mark.parametrize(
    ("width", "theme", "language", "pane"),
    [
        (1440, "light", "is", ""),
        (1440, "dark", "en", ""),
        (390, "dark", "is", "preview"),
        (390, "light", "en", "checks"),
    ],
)
def test_axe_finds_nothing_wrong_and_the_policy_nothing_to_stop(sit_down, article, width, theme, language, pane):
    desk = sit_down(width=width, theme=theme, language=language).open(article)
    if pane:
        desk.page.locator(f".desk-panes button[value={pane}]").click()
    if pane != "checks":
        expect(desk.preview.locator("h1")).to_be_visible()
    desk.page.evaluate(SETTLED)
    said = list(desk.messages)
    faults = violations(desk.page)
    _shot(desk.page, f"article-{width}-{theme}-{language}{pane and f'-{pane}'}")
    desk.page.locator("#keys").evaluate("(keys) => keys.showModal()")

    assert said == []
    assert faults + violations(desk.page) == []


def _shot(page, name):
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=f"{folder}/{name}.png")
