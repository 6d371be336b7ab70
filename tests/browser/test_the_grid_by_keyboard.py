"""The grid by keyboard: arrows at a text's edge, rows moved, drafts confirmed, blocks pasted and taken back."""

import pytest
from playwright.sync_api import expect

from articles.models import Cell
from tests.admin.desk import change_page
from tests.browser.writing_desk import STATUS, add, cell, name, open_desk, save, settled  # noqa: F401  (a fixture)
from tests.factories import make_article

PASTE = """(field, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def article(transactional_db):
    article = make_article(sides=["Sala", "Þjónusta"], dimensions=2, publish=False)
    Cell.objects.filter(side__key="sala", dimension__position=1).update(drafted_is=True)
    return article


@pytest.fixture
def page(article, open_desk):  # noqa: F811
    return open_desk().open(change_page(article))


def pasted(page, field, text):
    field.focus()
    field.evaluate(PASTE, text)


def cells(article, position):
    return {
        one.side.key: one.text_is
        for one in Cell.objects.filter(dimension__article=article, dimension__position=position).select_related("side")
    }


def test_arrows_at_the_edge_of_a_text_go_to_the_next_cell(page):
    cell(page, 0).focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    expect(cell(page, 0, "thjonusta")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(cell(page, 0)).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("ArrowDown")
    expect(cell(page, 1)).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    expect(cell(page, 0)).to_be_focused()


def test_inside_a_text_arrows_stay_in_it(page):
    cell(page, 0).focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")

    expect(cell(page, 0)).to_be_focused()


def test_alt_and_an_arrow_move_the_row_and_keep_the_focus(page, article):
    first, second = article.dimensions.values_list("key", flat=True)
    cell(page, 1).focus()
    page.keyboard.press("Alt+ArrowUp")

    expect(cell(page, 1)).to_be_focused()
    expect(page.locator(STATUS)).to_contain_text("2")
    save(page)
    assert list(article.dimensions.values_list("key", flat=True)) == [second, first]


def test_a_row_is_dragged_by_its_handle(page, article):
    first, second = article.dimensions.values_list("key", flat=True)
    handles = page.locator(".desk-grid-row .desk-handle")
    handles.nth(1).scroll_into_view_if_needed()
    handles.nth(1).drag_to(handles.nth(0), target_position={"x": 10, "y": 2})
    save(page)

    assert list(article.dimensions.values_list("key", flat=True)) == [second, first]


def test_a_new_row_is_moved_as_the_others_are(page, article):
    add(page, "dimensions")
    expect(name(page, 2)).to_be_focused()
    page.keyboard.type("Nýtt")
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")
    save(page)

    assert article.dimensions.order_by("position").first().name_is == "Nýtt"


def test_control_and_enter_confirm_a_draft_and_control_and_z_take_it_back(page, article):
    box = page.locator("[name=dimensions-1-confirm-sala-is]")
    cell(page, 1).focus()
    page.keyboard.press("Control+Enter")
    expect(box).to_be_checked()
    page.keyboard.press("Control+z")
    expect(box).not_to_be_checked()
    page.keyboard.press("Control+Enter")
    save(page)

    assert not Cell.objects.filter(dimension__article=article, drafted_is=True).exists()


def test_all_drafts_are_confirmed_at_once(page):
    page.locator("[data-confirm-all]").click()

    expect(page.locator("[name=dimensions-1-confirm-sala-is]")).to_be_checked()
    expect(page.locator(".desk-grid-drafts")).to_be_hidden()


def test_a_block_fills_to_the_right_and_down_and_says_how_many_cells(page, article):
    pasted(page, cell(page, 0), 'Að "selja"\tAð þjóna\n"Ein\nlína"\t"Með\tbili og ""gæsalöppum"""\n')

    expect(cell(page, 0)).to_have_value('Að "selja"')
    expect(cell(page, 1)).to_have_value("Ein lína")
    expect(page.locator(STATUS)).to_contain_text("4")
    save(page)
    assert cells(article, 1) == {"sala": "Ein lína", "thjonusta": 'Með bili og "gæsalöppum"'}


def test_a_block_that_runs_over_adds_rows(page, article):
    pasted(page, name(page, 1), "Eitt\ta\tb\r\nTvö\tc\td\r\nÞrjú\te\tf")
    save(page)

    assert list(article.dimensions.values_list("name_is", flat=True))[1:] == ["Eitt", "Tvö", "Þrjú"]
    assert cells(article, 3) == {"sala": "e", "thjonusta": "f"}


def test_what_does_not_fit_in_the_columns_is_told_and_harms_nothing(page):
    pasted(page, cell(page, 0, "thjonusta"), "a\tb\nc\td")

    expect(cell(page, 1, "thjonusta")).to_have_value("c")
    expect(page.locator(STATUS)).to_contain_text("2")


def test_control_and_z_take_a_paste_back_with_its_rows(page):
    before = cell(page, 0).input_value()
    pasted(page, cell(page, 0), "a\tb\nc\td\ne\tf")
    expect(page.locator(".desk-grid > .form-group:not(.empty-form)")).to_have_count(3)
    expect(cell(page, 0)).to_be_focused()
    page.keyboard.press("Control+z")

    expect(cell(page, 0)).to_have_value(before)
    expect(page.locator(".desk-grid > .form-group:not(.empty-form)")).to_have_count(2)
    expect(page.locator("[name=dimensions-1-confirm-sala-is]")).not_to_be_checked()


def test_one_word_is_pasted_by_the_browser_itself(page):
    before = cell(page, 0).input_value()
    pasted(page, cell(page, 0), "orð")

    expect(cell(page, 0)).to_have_value(before)


def test_a_new_row_that_is_removed_comes_back_as_it_was_and_the_others_lose_nothing(page, article):
    for text in ("Eitt", "Tvö"):
        add(page, "dimensions")
        page.keyboard.type(text)
    cell(page, 3).fill("Seinna")
    row = page.locator(".desk-grid > .form-group:not(.empty-form)").nth(2)
    row.hover()
    row.locator(".delete-template").click()
    expect(name(page, 2)).to_have_value("Tvö")
    expect(cell(page, 2)).to_have_value("Seinna")
    page.locator(f"{STATUS} button").click()
    save(page)

    assert list(article.dimensions.values_list("name_is", flat=True))[2:] == ["Eitt", "Tvö"]
    assert cells(article, 3) == {"sala": "Seinna"}


def test_each_cell_says_how_it_stands(page):
    cell(page, 0).fill(" ".join(["orð"] * 13))
    expect(cell(page, 0).locator("xpath=../p[last()]")).to_contain_text("13")
    cell(page, 0).fill("")
    expect(cell(page, 0).locator("xpath=..")).to_have_class("desk-cell is-empty")
    cell(page, 0).fill("Eins")
    cell(page, 0, "thjonusta").fill("eins ")
    expect(cell(page, 0, "thjonusta").locator("xpath=../p[last()]")).to_contain_text("=")


def test_the_discussion_of_a_row_is_opened_and_closed_by_keyboard(page):
    button = page.locator(".desk-grid-open").first
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".desk-grid-more details").first).to_have_attribute("open", "")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "false")


def test_a_name_is_completed_from_names_used_before(page, article):
    make_article(slug="annar", sides=["Te", "Kaffi"], publish=False).dimensions.update(name_is="Uppruni orðsins")
    page.reload()
    settled(page)
    add(page, "dimensions")
    page.keyboard.type("upp")
    expect(page.get_by_role("option", name="Uppruni orðsins")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(name(page, 2)).to_have_value("Uppruni orðsins")
    expect(page.get_by_role("listbox")).to_be_hidden()
