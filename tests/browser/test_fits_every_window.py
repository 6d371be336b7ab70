import pytest

from tests.browser.pages import EVERY_PAGE

FOUR_HUNDRED_PERCENT = 1280 // 4  # the width that is left of a common window when a reader enlarges it fourfold
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CUT_OFF = """[...document.querySelectorAll("main *")].filter((part) => {
    const box = part.getBoundingClientRect();
    return box.width > 1 && box.right > innerWidth + 1 && !part.closest(".cmp__scroll, .vh, .trap");
}).map((part) => part.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("width", [FOUR_HUNDRED_PERCENT, 360, 768, 1024, 1280])
def test_no_page_scrolls_sideways(visit, width):
    too_wide = {}
    for path in EVERY_PAGE:
        page = visit(path, width=width).page
        too_wide[path] = page.evaluate(SIDEWAYS), page.evaluate(CUT_OFF)
        page.close()

    assert {path: found for path, found in too_wide.items() if found != (0, [])} == {}


def test_no_page_scrolls_sideways_with_text_of_double_size(visit):
    for path in EVERY_PAGE:
        page = visit(path, width=640).page
        page.evaluate("document.documentElement.style.fontSize = '200%'")

        assert (path, page.evaluate(SIDEWAYS)) == (path, 0)
        page.close()
