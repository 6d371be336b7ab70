import re

import pytest

from tests.browser.pages import EVERY_PAGE

DAY = r"\d{4}-\d\d-\d\d"
# HTML takes seconds, and at most milliseconds.
MOMENT = re.compile(rf"{DAY}(T\d\d:\d\d(:\d\d(\.\d{{1,3}})?)?(Z|[+-]\d\d:?\d\d))?")
FACTS = """() => {
    const all = (selector, read) => [...document.querySelectorAll(selector)].map(read);
    return {
        ids: all("[id]", (part) => part.id),
        anchors: all("a[href^='#']", (link) => decodeURIComponent(link.hash.slice(1))),
        moments: all("time", (time) => time.dateTime),
        styled: all("[style], style, script:not([src])", (part) => part.outerHTML.slice(0, 80)),
        headings: all("h1, h2, h3", (heading) => [heading.localName, heading.textContent.trim()]),
        lists: all("ul, ol, dl", (list) => list.children.length),
    };
}"""


@pytest.fixture(scope="module")
def facts(site, chromium):
    """What the tests below ask, for every page."""
    page = chromium.new_page()
    found = {}
    for path in EVERY_PAGE:
        page.goto(site + path)
        found[path] = page.evaluate(FACTS)
    page.close()
    return found


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_no_two_parts_have_the_same_name(facts, path):
    ids = facts[path]["ids"]

    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_links_within_a_page_lead_somewhere(facts, path):
    assert set(facts[path]["anchors"]) <= set(facts[path]["ids"])


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_days_and_times_are_written_for_machines_too(facts, path):
    assert [moment for moment in facts[path]["moments"] if not MOMENT.fullmatch(moment)] == []


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_nothing_in_a_page_needs_a_softer_policy(facts, path):
    assert facts[path]["styled"] == []


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_a_page_has_one_main_heading_and_no_empty_ones(facts, path):
    headings = facts[path]["headings"]

    assert [level for level, _text in headings].count("h1") == 1
    assert headings[0][0] == "h1"
    assert all(text for _level, text in headings)


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_no_list_is_empty(facts, path):
    assert 0 not in facts[path]["lists"]
