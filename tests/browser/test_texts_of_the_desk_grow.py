"""Texts of the article's page grow with what is written, in browsers also that cannot do so by themselves."""

import pytest

from tests.browser.writing_desk import add
from tests.factories import make_article

# As in a browser that has never heard of it: the script is told so, and the page's own style has no effect.
WITHOUT_IT = """
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (...asked) => !String(asked[0]).includes("field-sizing") && supports(...asked);
    document.addEventListener("DOMContentLoaded", () => {
        const style = document.createElement("style");
        style.textContent = "textarea { field-sizing: fixed !important }";
        document.head.append(style);
    });
"""
LONG = "Hér stendur langur texti sem tekur margar línur í reit sínum. " * 4
IS_WHOLE = "(text) => text.scrollHeight <= text.clientHeight + 1"
IS_FIXED = "getComputedStyle(document.querySelector('textarea')).fieldSizing"


@pytest.fixture
def page(sit_down, transactional_db):
    article = make_article(sides=["Sala", "Þjónusta"], dimensions=1, languages=("is", "en"), publish=False)
    article.sides.update(answer_en="A long answer that takes several lines in its narrow field. " * 4)
    desk = sit_down(bypass_csp=True)
    desk.page.add_init_script(WITHOUT_IT)
    yield desk.open(article).page
    assert desk.messages == []


def text(page, name):
    return page.locator(f"textarea[name='{name}']")


@pytest.mark.parametrize("name", ["dimensions-0-cell-sala-is", "dimensions-0-name_is", "sides-0-answer_is"])
def test_a_text_grows_and_gets_smaller(page, name):
    assert page.evaluate(IS_FIXED) == "fixed"
    before = text(page, name).bounding_box()["height"]

    text(page, name).fill(LONG)
    assert text(page, name).evaluate(IS_WHOLE)
    assert text(page, name).bounding_box()["height"] > before
    text(page, name).fill("Stutt.")

    assert text(page, name).bounding_box()["height"] <= before


def test_what_comes_into_sight_is_whole(page):
    page.locator(".desk-languages [value=en]").click()
    answer = text(page, "sides-0-answer_en")

    page.wait_for_function(f"({IS_WHOLE})(document.querySelector('[name=sides-0-answer_en]'))")
    assert answer.is_visible()


def test_a_row_that_is_new_grows_as_well(page):
    add(page, "similarities")
    page.wait_for_function("document.querySelector('[name=similarities-0-sentence_is]')?.checkVisibility()")

    text(page, "similarities-0-sentence_is").fill(LONG)

    assert text(page, "similarities-0-sentence_is").evaluate(IS_WHOLE)
