"""The search page and the pages that ask for a comparison: looked at, read out, and used by keyboard alone."""

import pytest

from articles.search import stale
from tests.browser.test_accessible_to_everybody import violations

HITS = "/leit/?q=sölu"
PAGES = (
    "/leit/",
    HITS,
    "/leit/?q=sölu&efnisord=vidskipti",
    "/leit/?q=slöu",
    "/leit/?q=rafbíll+og+bensínbíll",
    "/leit/?q=ísland&efnisord=log",
    "/leit/?q=" + "mjög+" * 50,
    "/leit/?q=%3F!",
    "/en/search/?q=sale",
    "/en/search/?q=horses+vs+ponies",
    "/leit/osk/",
    "/leit/osk/takk/",
)
COUNT = ".search > [role=status]"  # the field's own list has another one
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CONTRAST = """
mark => {
  const parts = color => {
    const canvas = document.createElement("canvas").getContext("2d");
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = color => parts(color).map(part => part / 255)
    .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [.2126, .7152, .0722][place], 0);
  const style = getComputedStyle(mark);
  const [dark, bright] = [light(style.color), light(style.backgroundColor)].sort((a, b) => a - b);
  return (bright + .05) / (dark + .05);
}
"""


@pytest.fixture(scope="module")
def indexed(site, django_db_blocker):
    with django_db_blocker.unblock():
        stale.renew(limit=1_000)


@pytest.fixture
def look(visit, indexed):
    return visit


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_wrong(look, width, theme):
    faults = {}
    for path in PAGES:
        page = look(path, width=width, theme=theme).page
        faults[path] = violations(page)
        page.close()

    assert {path: found for path, found in faults.items() if found} == {}


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_is_wider_than_the_window(look, width):
    assert [path for path in PAGES if look(path, width=width).page.evaluate(SIDEWAYS) > 0] == []


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marked_words_can_be_read(look, theme, forced):
    page = look(HITS, theme=theme, forced_colors=forced).page

    assert page.locator("mark").count() > 2
    assert page.locator("mark").first.evaluate(CONTRAST) >= 7


def test_marked_words_differ_from_others_in_forced_colours(look):
    page = look(HITS, forced_colors="active").page
    colour = "element => getComputedStyle(element).backgroundColor"

    assert page.locator("mark").first.evaluate(colour) != page.locator("html").evaluate(colour)


def test_the_field_is_where_one_writes_at_once_and_not_once_there_are_hits(look):
    active = "document.activeElement.id"

    assert look("/leit/").page.evaluate(active) == "leitarord"
    assert look(HITS).page.evaluate(active) == ""
    assert look("/leit/?q=%3F!").page.evaluate(active) == "villur"


@pytest.mark.parametrize("script", [True, False])
def test_a_search_is_narrowed_by_keyboard_with_and_without_a_script(look, script):
    page = look("/leit/", java_script_enabled=script).page
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).fill("er")
    page.keyboard.press("Enter")
    page.wait_for_url("**/leit/?q=er**")
    page.get_by_role("checkbox", name="Hagfræði").check()
    page.keyboard.press("Enter")
    page.wait_for_url("**efnisord=hagfraedi**")

    assert page.locator(COUNT).inner_text().startswith("1 samanburður fannst fyrir „er“.")
    assert page.get_by_role("checkbox", name="Hagfræði").is_checked()

    page.get_by_role("link", name="Leita án þessarar síu: Hagfræði").click()
    page.wait_for_url(lambda url: "efnisord" not in url)
    assert page.locator(COUNT).inner_text().startswith("12 samanburðir")


def test_a_hit_leads_to_the_place_that_it_names(look):
    page = look(HITS).page
    link = page.locator(".hits .meta a").first
    anchor = link.get_attribute("href").partition("#")[2]
    link.click()
    page.wait_for_url(f"**#{anchor}")

    assert page.locator(f"[id='{anchor}']").is_visible() or page.locator(f"[id='{anchor}'].vh").count() == 1


def test_pages_lead_on_and_back(look):
    page = look("/leit/?q=er").page
    first = page.locator(".hits h2").all_inner_texts()
    page.get_by_role("link", name="Næstu niðurstöður").click()
    page.wait_for_url("**eftir=**")
    assert not set(first) & set(page.locator(".hits h2").all_inner_texts())

    page.get_by_role("link", name="Fyrstu niðurstöður").click()
    page.wait_for_url(lambda url: "eftir" not in url)
    assert page.locator(".hits h2").all_inner_texts() == first
