"""The desk for those who do not see it: axe, with its best practices, in every state and in both languages."""

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from tests.browser.conftest import SETTLED
from tests.browser.desk import LIST_OF_ARTICLES, fill_the_desk
from tests.browser.test_accessible_to_everybody import violations
from tests.factories import make_author, make_comment

WINDOWS = [(1280, "light", "is"), (390, "dark", "en")]
LANDMARKS = "nav, [role=region], aside, [role=dialog]"
SHOWN = "parts => parts.filter(part => part.checkVisibility()).map(part => part.tagName + part.ariaLabel)"


@pytest.fixture
def open_desk(open_at_desk):
    # Axe is put into the page, which lets in nothing but its own scripts.
    return lambda path, **options: open_at_desk(path, bypass_csp=True, **options)


@pytest.mark.parametrize(("width", "theme", "language"), WINDOWS)
def test_axe_finds_nothing_wrong_at_the_desk(open_desk, width, theme, language):
    faults = {}
    for state, path in fill_the_desk().items():
        page = open_desk(path, width=width, theme=theme, language=language)
        faults[state] = violations(page)
        page.close()

    assert {state: found for state, found in faults.items() if found} == {}


def test_each_page_has_one_headline_one_banner_one_main_part_and_names_for_the_rest(open_desk):
    states = fill_the_desk()
    del states["nowhere"]  # a page of the readers' site
    for state, path in states.items():
        page = open_desk(path)
        names = page.locator(LANDMARKS).evaluate_all(SHOWN)
        assert [page.locator(part).count() for part in ("h1", "main", "#main > header")] == [1, 1, 1], state
        assert len(names) == len(set(names)), state
        assert not [name for name in names if name.endswith(("null", "scrollable content"))], state
        page.close()


@pytest.mark.parametrize(("width", "theme", "language"), WINDOWS)
def test_axe_finds_nothing_wrong_where_one_signs_in(open_desk, width, theme, language):
    page = open_desk("/admin/login/", width=width, theme=theme, language=language, user=None)
    assert violations(page) == []
    page.locator("[name=username]").fill("ritstjori")
    page.locator("[name=password]").fill("rangt")
    page.locator("#login-form [type=submit]").click()

    page.evaluate(SETTLED)
    assert page.locator("h1, main").count() == 2
    assert violations(page) == []


def test_axe_finds_nothing_wrong_where_one_may_not_go(open_desk):
    page = open_desk(LIST_OF_ARTICLES, user=User.objects.create_user("gestur", is_staff=True))

    assert violations(page) == []


def test_axe_finds_nothing_wrong_in_errors_of_a_form(open_desk):
    page = open_desk("/admin/articles/subject/add/")
    page.locator("[name=_save]").click()
    page.evaluate(SETTLED)

    expect(page.locator(".errorlist").first).to_be_visible()
    assert violations(page) == []


def test_axe_finds_nothing_wrong_in_a_list_to_choose_from(open_desk):
    make_author(name="Ritstjórn")
    page = open_desk(f"{LIST_OF_ARTICLES}add/")
    box = page.get_by_role("combobox", name="Höfundur")
    box.click()

    expect(page.get_by_role("searchbox", name="Höfundur")).to_be_focused()
    expect(page.get_by_role("option", name="Ritstjórn")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("option", name="Ritstjórn").click()
    expect(page.get_by_role("combobox", name=re.compile("^Höfundur .*Ritstjórn$"))).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_wrong_in_the_filters(open_desk, width):
    page = open_desk(LIST_OF_ARTICLES, width=width)
    page.get_by_text("Síur filter_list").click()

    expect(page.locator("#changelist-filter")).to_be_visible()
    page.evaluate(SETTLED)
    assert violations(page) == []


def test_axe_finds_nothing_wrong_in_the_menu_of_a_phone(open_desk):
    page = open_desk("/admin/", width=390)
    page.locator("h1").locator("xpath=preceding-sibling::span").first.click()

    expect(page.get_by_role("navigation", name="Aðalvalmynd")).to_be_visible()
    assert violations(page) == []


def test_axe_finds_nothing_wrong_in_the_search_of_the_desk(open_desk):
    page = open_desk("/admin/")
    page.keyboard.press("Control+k")

    expect(page.locator("#search-input-command")).to_be_visible()
    assert violations(page) == []


def test_axe_finds_nothing_wrong_after_a_decision(open_desk):
    make_comment(state="held")
    page = open_desk("/admin/comments/comment/")
    page.keyboard.press("a")

    expect(page.locator("#desk-toast")).to_be_visible()
    page.evaluate(SETTLED)
    assert violations(page) == []
