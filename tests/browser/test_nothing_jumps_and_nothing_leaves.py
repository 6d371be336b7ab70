import gzip
import time

import pytest

from tests.browser.pages import ARTICLES, EVERY_PAGE, NOWHERE, TWO_SIDES

KILOBYTE = 1000
WATCH_SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => entry.value)))
    .observe({type: "layout-shift", buffered: true});"""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_while_a_page_loads(visit, width):
    jumps = {}
    for path in EVERY_PAGE:
        page = visit(path, width=width, first=WATCH_SHIFTS).page
        jumps[path] = sum(page.evaluate("shifts"))
        page.close()

    assert {path: jump for path, jump in jumps.items() if jump} == {}


def late(route):
    time.sleep(0.3)
    route.continue_()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["/", *ARTICLES])
def test_nothing_jumps_when_the_fonts_come_late(site, chromium, path, width):
    page = chromium.new_page(viewport={"width": width, "height": 800})
    page.add_init_script(WATCH_SHIFTS)
    page.route("**/*.woff2", late)
    page.goto(site + path)
    page.wait_for_timeout(400)

    assert page.evaluate("shifts") == []
    page.close()


def test_a_page_asks_no_other_host_and_breaks_no_policy(visit, site):
    for path in EVERY_PAGE:
        visited = visit(path)
        elsewhere = [asked.url for asked in visited.responses if not asked.url.startswith(site)]
        # A missing page is a missing page, and the console says so.
        messages = [text for text in visited.messages if path != NOWHERE or "404" not in text]

        assert (path, elsewhere, messages) == (path, [], [])
        assert visited.responses[0].headers["content-security-policy"].startswith("default-src 'none'")
        visited.page.close()


def test_the_policy_would_stop_a_script_in_the_page(visit):
    visited = visit(TWO_SIDES)
    visited.page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: '1'}))")

    assert any("Content Security Policy" in message for message in visited.messages)


@pytest.mark.parametrize("path", ARTICLES)
def test_the_first_visit_to_an_article_is_light(visit, path):
    visited = visit(path)
    sizes = {answer.url: size(answer) for answer in visited.responses}

    assert sum(url.endswith(".woff2") for url in sizes) == 2
    assert sum(sizes.values()) <= 60 * KILOBYTE, sizes


def size(answer) -> int:
    """Bytes on the wire, without headers: the server compresses all but fonts, which are compressed already."""
    body = answer.body()
    return len(body) if answer.url.endswith(".woff2") else len(gzip.compress(body, 6))


def test_nothing_jumps_would_tell_of_a_jump(visit):
    page = visit(TWO_SIDES, first=WATCH_SHIFTS).page
    page.evaluate("document.body.prepend(Object.assign(document.createElement('p'), {textContent: 'Auglýsing'}))")
    page.wait_for_function("shifts.length")

    assert sum(page.evaluate("shifts")) > 0
