import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import EVERY_PAGE, THREE_SIDES, TWO_SIDES

# Off by default in axe: controls that are too small for a finger.
RULES = {"rules": {"target-size": {"enabled": True}}}


def violations(page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_wrong(visit, width, theme):
    faults = {}
    for path in EVERY_PAGE:
        page = visit(path, width=width, theme=theme).page
        faults[path] = violations(page)
        page.close()

    assert {path: found for path, found in faults.items() if found} == {}


def test_axe_would_tell_of_a_fault(visit):
    page = visit(TWO_SIDES).page
    page.evaluate("document.querySelector('.brand').replaceChildren()")

    assert any(fault.startswith("link-name") for fault in violations(page))


def test_axe_finds_nothing_wrong_in_the_theme_menu(visit):
    page = visit("/").page
    page.get_by_role("button", name="Útlit: ljóst eða dökkt").click()

    assert page.get_by_role("radio", name="Dökkt").is_visible()
    assert violations(page) == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [TWO_SIDES, THREE_SIDES])
def test_the_table_stays_a_table_for_those_who_do_not_see_it(visit, path, width):
    page = visit(path, width=width).page
    table = page.get_by_role("table")

    assert table.count() == 1
    assert table.get_by_role("columnheader").all_inner_texts()[0] in ("Sala", "Kaffi")
    assert table.get_by_role("rowheader").count() == page.locator("[id^=rod-]").count()
    assert table.get_by_role("cell").count() > table.get_by_role("rowheader").count()


def test_the_first_stop_of_the_keyboard_leads_to_the_text(visit):
    page = visit(TWO_SIDES).page
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.getAttribute('href')") == "#efni"
