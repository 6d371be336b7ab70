import pytest

MENU = "Útlit: ljóst eða dökkt"
PAPER = "getComputedStyle(document.documentElement).backgroundColor"
LIGHT, DARK = "rgb(251, 252, 250)", "rgb(20, 24, 26)"


def choose(page, name):
    page.get_by_role("button", name=MENU).click()
    page.get_by_role("radio", name=name).check()
    page.keyboard.press("Escape")


@pytest.mark.parametrize(("theme", "paper"), [("light", LIGHT), ("dark", DARK)])
def test_a_page_follows_the_device_until_the_reader_chooses(visit, theme, paper):
    assert visit("/", theme=theme).page.evaluate(PAPER) == paper


@pytest.mark.parametrize(("device", "name", "paper"), [("light", "Dökkt", DARK), ("dark", "Ljóst", LIGHT)])
def test_the_choice_is_kept(visit, device, name, paper):
    page = visit("/", theme=device).page
    choose(page, name)
    assert page.evaluate(PAPER) == paper

    page.reload()
    assert page.evaluate(PAPER) == paper
    page.get_by_role("button", name=MENU).click()
    assert page.get_by_role("radio", name=name).is_checked()


def test_the_reader_can_go_back_to_what_the_device_says(visit):
    page = visit("/", theme="light").page
    choose(page, "Dökkt")
    choose(page, "Eins og tækið")

    assert page.evaluate(PAPER) == LIGHT
    assert page.evaluate("localStorage.length") == 0


def test_the_choice_holds_in_every_language_and_tab(visit):
    page = visit("/", theme="light").page
    other = page.context.new_page()
    other.goto(page.url + "en/")
    choose(page, "Dökkt")

    other.wait_for_function(f"{PAPER} === '{DARK}'")


def test_a_browser_that_keeps_nothing_still_shows_the_choice(visit):
    page = visit("/", theme="light").page
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    page.reload()
    choose(page, "Dökkt")

    assert page.evaluate(PAPER) == DARK


def test_without_javascript_there_is_no_menu_and_the_page_follows_the_device(visit):
    page = visit("/", theme="dark", java_script_enabled=False).page

    assert page.locator(".mast [popovertarget]").count() == 1
    assert not page.locator(".mast [popovertarget]").is_visible()
    assert not page.locator(".menu").is_visible()
    assert page.locator("html[data-script]").count() == 0
