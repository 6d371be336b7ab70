"""What the eye of a reader meets on every page and no other test asks after."""

import pytest

from tests.factories import make_article

FOOT = "[document.querySelector('.foot').getBoundingClientRect().bottom, innerHeight]"


@pytest.mark.parametrize("width", [360, 1280])
def test_a_short_page_ends_at_the_end_of_the_window(chromium, live_server, transactional_db, width):
    context = chromium.new_context(viewport={"width": width, "height": 2000})
    page = context.new_page()
    page.goto(f"{live_server.url}/leit/?q=finnst+ekki")

    foot, window = page.evaluate(FOOT)
    widest = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert foot == pytest.approx(window, abs=1)
    assert widest == width


def test_a_long_page_ends_where_its_text_does(chromium, live_server, transactional_db):
    article = make_article(sides=["Sala", "Þjónusta"], dimensions=3)
    context = chromium.new_context(viewport={"width": 1280, "height": 300})
    page = context.new_page()
    page.goto(live_server.url + article.editions.get(language="is").get_absolute_url())

    gap = page.evaluate(
        "document.querySelector('.foot').getBoundingClientRect().top"
        " - document.querySelector('main').getBoundingClientRect().bottom"
    )
    context.close()

    assert gap < 200
