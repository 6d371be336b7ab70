import json
from urllib.parse import quote

import pytest

from tests.browser.pages import TWO_SIDES
from tests.browser.test_accessible_to_everybody import violations
from tests.browser.test_fits_every_window import SIDEWAYS
from tests.browser.test_nothing_jumps_and_nothing_leaves import WATCH_SHIFTS

MASTHEAD, SEARCH_PAGE = "#leita", "#leitarord"
PLACES = [("/", MASTHEAD), ("/leit/", SEARCH_PAGE)]
ENGLISH = [("/en/", MASTHEAD), ("/en/search/", SEARCH_PAGE)]


def typed(page, text, field=MASTHEAD):
    """Types it key by key and waits for the list of the whole text: where keys are slow, there are lists before it."""
    with page.expect_response(f"**/*?q={quote(text)}"):
        page.locator(field).press_sequentially(text)
    page.get_by_role("listbox").wait_for()
    return page.get_by_role("option")


def chosen(page) -> str:
    """The option that the field says is chosen, "" for none."""
    option = page.evaluate("document.activeElement.getAttribute('aria-activedescendant')")
    return page.evaluate("id => document.getElementById(id).firstChild.textContent", option) if option else ""


@pytest.mark.parametrize(("path", "field"), PLACES)
def test_the_keyboard_alone_leads_to_a_comparison(visit, path, field):
    page = visit(path).page
    options = typed(page, "sala", field)
    combobox = page.locator(field)

    assert options.count() == 2
    assert combobox.get_attribute("role") == "combobox"
    assert combobox.get_attribute("aria-expanded") == "true"
    assert chosen(page) == ""
    page.keyboard.press("ArrowDown")
    assert chosen(page) == "Sala"
    page.keyboard.press("ArrowDown")
    assert chosen(page) == "Munurinn á sölu og þjónustu"
    assert page.locator("[aria-selected=true]").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url("**" + TWO_SIDES)


def test_past_both_ends_of_the_list_lies_the_field(visit):
    page = visit("/").page
    typed(page, "sala")

    page.keyboard.press("ArrowUp")
    assert chosen(page) == "Munurinn á sölu og þjónustu"
    page.keyboard.press("ArrowDown")
    assert chosen(page) == ""
    page.keyboard.press("ArrowDown")
    assert chosen(page) == "Sala"


def test_home_and_end_belong_to_the_text(visit):
    page = visit("/").page
    typed(page, "sala")
    page.keyboard.press("ArrowDown")

    page.keyboard.press("Home")

    assert page.evaluate("document.activeElement.selectionStart") == 0


@pytest.mark.parametrize("text", ["þjónu", "thjonu", "ÞJÓNU"])
def test_accents_are_optional(visit, text):
    page = visit("/").page

    assert "Þjónusta" in typed(page, text).first.inner_text()


def test_enter_searches_where_nothing_is_chosen(visit):
    page = visit("/").page
    typed(page, "sala")
    page.keyboard.press("Enter")

    page.wait_for_url("**/leit/?q=sala")


def test_escape_closes_the_list_and_then_empties_the_field(visit):
    page = visit("/").page
    typed(page, "sala")

    page.keyboard.press("Escape")
    assert page.get_by_role("listbox").count() == 0
    assert page.locator(MASTHEAD).input_value() == "sala"
    assert page.locator(MASTHEAD).get_attribute("aria-expanded") == "false"
    page.keyboard.press("Escape")
    assert page.locator(MASTHEAD).input_value() == ""


def test_an_arrow_opens_the_list_again(visit):
    page = visit("/").page
    typed(page, "sala")
    page.keyboard.press("Escape")

    page.keyboard.press("ArrowDown")

    page.get_by_role("listbox").wait_for()


def test_who_leaves_the_field_leaves_the_list(visit):
    page = visit("/").page
    typed(page, "sala")

    page.keyboard.press("Tab")

    assert page.get_by_role("listbox").count() == 0
    assert page.evaluate("document.activeElement.matches('form > button')")


@pytest.mark.parametrize("touch", [False, True])
def test_a_click_or_a_touch_goes_there(visit, touch):
    page = visit("/", has_touch=touch).page
    option = typed(page, "sala").nth(1)

    if touch:
        option.tap()
    else:
        option.click()

    page.wait_for_url("**" + TWO_SIDES)


def test_how_many_there_are_is_said_to_those_who_hear(visit):
    page = visit("/").page
    status = page.locator(".seek [role=status]")

    typed(page, "sala")
    assert status.inner_text() == "2 tillögur."
    page.locator(MASTHEAD).fill("zzzz")
    status.filter(has_text="Engar tillögur.").wait_for(state="attached")
    assert page.get_by_role("listbox").count() == 0


def answer(label):
    return json.dumps({"name": "Tillögur", "said": "", "proposals": [{"label": label, "kind": "", "url": "/"}]})


def test_an_older_answer_never_takes_the_place_of_a_newer_one(visit):
    page = visit("/").page
    page.locator(MASTHEAD).focus()
    page.locator(f"{MASTHEAD}[role=combobox]").wait_for()
    kept = []

    def slow(route):
        if route.request.url.endswith("q=s"):
            kept.append(route)
        else:
            route.fulfill(body=answer("new"), content_type="application/json")

    page.route("**/leit/tillogur/*", slow)
    page.locator(MASTHEAD).press_sequentially("s")
    page.wait_for_timeout(300)
    page.locator(MASTHEAD).press_sequentially("a")
    page.get_by_role("option", name="new").wait_for()
    for route in kept:
        route.fulfill(body=answer("old"), content_type="application/json")
    page.wait_for_timeout(100)

    assert len(kept) == 1
    assert page.get_by_role("option").all_inner_texts() == ["new"]


def test_who_types_fast_asks_once(visit):
    visited = visit("/", first="const real = setTimeout; setTimeout = (what, wait) => real(what, wait * 10);")
    visited.page.locator(MASTHEAD).press_sequentially("sala", delay=20)
    visited.page.get_by_role("listbox").wait_for()

    assert [one.url.partition("?")[2] for one in visited.responses if "tillogur" in one.url] == ["q=sala"]


def test_what_is_pressed_stays_until_it_is_let_go(visit):
    visited = visit("/")
    option = typed(visited.page, "sal").last
    address, box = option.get_attribute("data-url"), option.bounding_box()
    visited.page.mouse.move(box["x"] + 9, box["y"] + 9)

    visited.page.keyboard.type("a")
    visited.page.mouse.down()
    visited.page.wait_for_timeout(300)
    visited.page.mouse.up()

    visited.page.wait_for_url("**" + address)


def test_a_first_visit_fetches_no_script_for_a_field_that_nobody_comes_to(visit):
    visited = visit("/")
    assert not [one for one in visited.responses if one.url.endswith("search.js")]

    visited.page.locator(MASTHEAD).focus()

    visited.page.locator(f"{MASTHEAD}[role=combobox]").wait_for()


def test_what_was_typed_before_the_script_came_is_asked_for_when_it_is_there(visit):
    page = visit("/").page
    kept = []
    page.route("**/search.js", lambda route: kept.append(route))
    page.locator(MASTHEAD).press_sequentially("sala")
    page.wait_for_timeout(100)

    for route in kept:
        route.continue_()

    page.get_by_role("option", name="Munurinn á sölu og þjónustu").wait_for()


def test_letters_that_are_still_being_composed_are_not_asked_for(visit):
    visited = visit("/")
    visited.page.locator(MASTHEAD).focus()
    visited.page.locator(f"{MASTHEAD}[role=combobox]").wait_for()
    visited.page.evaluate(
        """field => { const say = (type, more) => field.dispatchEvent(new InputEvent(type, more));
        field.value = "´"; say("input", {isComposing: true}); }""",
        visited.page.locator(MASTHEAD).element_handle(),
    )
    visited.page.wait_for_timeout(300)

    assert not [one for one in visited.responses if "tillogur" in one.url]


@pytest.mark.parametrize("broken", [{"status": 500, "body": "no"}, {"status": 200, "body": "<html>"}, None])
def test_an_answer_that_fails_is_passed_over_in_silence(visit, broken):
    visited = visit("/")
    visited.page.route("**/leit/tillogur/*", lambda route: route.fulfill(**broken) if broken else route.abort())
    visited.page.locator(MASTHEAD).press_sequentially("sala")
    visited.page.wait_for_timeout(300)

    assert visited.page.get_by_role("listbox").count() == 0
    assert [text for text in visited.messages if "Failed to load resource" not in text] == []
    visited.page.keyboard.press("Enter")
    visited.page.wait_for_url("**/leit/?q=sala")


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_without_javascript_it_is_a_form(visit, path):
    page = visit(path, java_script_enabled=False).page
    field = page.locator(MASTHEAD)

    assert field.get_attribute("role") is None
    field.fill("sala")
    page.locator(".seek button").click()

    page.wait_for_url("**/?q=sala")
    assert page.locator(SEARCH_PAGE).input_value() == "sala"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("path", "field"), [*PLACES, *ENGLISH])
def test_axe_finds_nothing_wrong_in_an_open_list(visit, path, field, theme):
    for width in (360, 1280) if field == SEARCH_PAGE else (1280,):
        visited = visit(path, width=width, theme=theme)
        typed(visited.page, "s", field)
        visited.page.keyboard.press("ArrowDown")

        assert (width, violations(visited.page)) == (width, [])
        assert visited.page.evaluate(SIDEWAYS) == 0
        assert visited.messages == []
        visited.page.close()


def test_the_choice_is_seen_in_the_readers_own_colours(visit):
    page = visit("/", forced_colors="active").page
    typed(page, "sala")
    page.keyboard.press("ArrowDown")

    style = "getComputedStyle(document.querySelector('[aria-selected=true]')).outline"
    assert "3px" in page.evaluate(style)


@pytest.mark.parametrize(("path", "field"), PLACES)
def test_nothing_jumps_when_the_list_opens(visit, path, field):
    page = visit(path, first=WATCH_SHIFTS).page
    before = page.locator("h1, h2").first.bounding_box()
    typed(page, "sala", field)

    assert page.locator("h1, h2").first.bounding_box() == before
    assert page.evaluate("shifts") == []


@pytest.mark.parametrize("path", [TWO_SIDES, "/en/"])
@pytest.mark.parametrize("width", [360, 768, 991, 992, 1024, 1280])
def test_the_masthead_has_one_way_to_search_and_stays_one_line_high(visit, path, width):
    page = visit(path, width=width).page
    field, link = page.locator(MASTHEAD), page.locator(".seek__go")

    assert field.is_visible() is (width >= 992)
    assert link.is_visible() is not field.is_visible()
    assert page.locator(".mast").bounding_box()["height"] <= (61 if width >= 768 else 110)
