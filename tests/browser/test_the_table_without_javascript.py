import pytest

from tests.browser.pages import FIVE_SIDES, THREE_SIDES, TWO_SIDES


@pytest.fixture
def plainly(visit):
    """Opens a page in a browser that runs no script."""

    def open_page(path, width=1280):
        return visit(path, width=width, java_script_enabled=False).page

    return open_page


def heads(page):
    return page.locator("thead th").all_inner_texts()


def pick(page, *names):
    for box in page.locator(".cmp form input").all():
        box.set_checked(box.locator("..").inner_text().strip() in names)
    page.get_by_role("button", name="Sýna", exact=True).click()


def test_the_reader_picks_what_to_compare(plainly):
    page = plainly(FIVE_SIDES)
    pick(page, "Ísland", "Noregur", "Finnland")

    assert heads(page) == ["Ísland", "Noregur", "Finnland"]
    assert page.url.endswith("#tafla")
    assert [box.is_checked() for box in page.locator(".cmp form input").all()] == [True, True, False, False, True]


def test_rows_that_are_equal_for_the_picked_are_merged(plainly):
    page = plainly(THREE_SIDES)
    before = page.locator("[data-same]").count()
    pick(page, "Kaffi", "Kakó")

    assert page.locator("[data-same]").count() > before


def test_each_keeps_its_ink_when_others_are_away(plainly):
    page = plainly(FIVE_SIDES)
    pick(page, "Ísland", "Finnland")

    assert page.locator("thead th").last.get_attribute("class") == "s5"


def test_from_a_pick_the_reader_comes_back_to_all(plainly):
    page = plainly(FIVE_SIDES)
    pick(page, "Ísland", "Noregur")
    page.get_by_role("link", name="Sýna allt").click()

    assert len(heads(page)) == 5


def test_a_pick_of_one_shows_all(plainly):
    page = plainly(THREE_SIDES)
    pick(page, "Te")

    assert heads(page) == ["Kaffi", "Te", "Kakó"]


def test_two_sides_offer_no_pick(plainly):
    assert plainly(TWO_SIDES).locator(".cmp form").count() == 0


def test_equal_rows_can_be_hidden(plainly):
    page = plainly(TWO_SIDES)
    equal = page.locator("[data-same]").first
    assert equal.is_visible()

    page.get_by_label("Aðeins það sem skilur að").check()
    assert not equal.is_visible()
    assert page.locator("#rod-tilgangur").is_visible()


def test_a_group_whose_rows_are_all_hidden_loses_its_heading(plainly):
    page = plainly(FIVE_SIDES)
    page.get_by_label("Aðeins það sem skilur að").check()
    shown = [group for group in page.locator("tbody").all() if group.is_visible()]

    assert all(group.locator("tr:not(.group):visible").count() for group in shown)


def test_on_a_phone_two_values_stand_side_by_side_under_the_name_of_the_row(plainly):
    page = plainly(TWO_SIDES, width=360)
    row = page.locator("#rod-tilgangur")
    band, left, right = row.locator(".band th"), row.locator("td").first, row.locator("td").last

    assert band.is_visible()
    assert not row.locator("[scope=row]").is_visible()
    assert left.bounding_box()["y"] == right.bounding_box()["y"] > band.bounding_box()["y"]
    assert right.bounding_box()["width"] > 140


def test_on_a_phone_three_values_stack_and_each_says_whose_it_is(plainly):
    row = plainly(THREE_SIDES, width=360).locator("tbody tr:not([data-same])").first
    tops = [cell.bounding_box()["y"] for cell in row.locator("td").all()]

    assert tops == sorted(set(tops))
    assert row.locator(".who:visible").all_inner_texts() == ["Kaffi", "Te", "Kakó"]


def test_in_a_window_the_name_of_a_row_stands_once(plainly):
    row = plainly(TWO_SIDES).locator("#rod-tilgangur")

    assert row.get_by_text("Tilgangur").locator("visible=true").count() == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_the_heads_stay_in_sight(plainly, width):
    page = plainly(TWO_SIDES, width=width)
    page.locator("tbody[id]").last.evaluate("row => row.scrollIntoView({block: 'center'})")

    assert page.locator("thead th").first.bounding_box()["y"] >= 0


def test_a_wide_table_scrolls_inside_its_own_frame(plainly):
    page = plainly(FIVE_SIDES, width=800)
    frame = page.get_by_role("region", name="Samanburðartafla")
    frame.evaluate("frame => frame.scrollTo(300, 300)")

    assert frame.evaluate("frame => frame.scrollLeft") == 300
    left, top = frame.bounding_box()["x"], frame.bounding_box()["y"]
    assert page.locator("tbody [scope=row]").first.bounding_box()["x"] == pytest.approx(left, abs=1)
    assert page.locator("thead th").first.bounding_box()["y"] == pytest.approx(top, abs=1)


def test_a_source_number_leads_to_the_source(plainly):
    page = plainly(FIVE_SIDES)
    page.locator("sup a").first.click()

    assert page.locator("li:target").get_attribute("id") == "heimild-1"
