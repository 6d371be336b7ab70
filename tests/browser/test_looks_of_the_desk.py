"""What the eye meets at the desk and no other test asks after."""

import pytest

from tests.browser.desk import LIST_OF_ARTICLES, sign_in
from tests.factories import make_article, make_subject


@pytest.fixture
def visit_desk(transactional_db, live_server, chromium, admin_user):
    """Opens a page of the desk at 1280 pixels: the page, and what its scripts complained of."""
    contexts = []

    def open_page(path):
        contexts.append(chromium.new_context(viewport={"width": 1280, "height": 800}))
        sign_in(contexts[-1], admin_user, live_server.url)
        page, errors = contexts[-1].new_page(), []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(live_server.url + path, wait_until="load")
        return page, errors

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("page_of", ["", "{pk}/delete/", "{pk}/change/"])
def test_no_script_of_the_articles_page_stumbles_where_there_is_no_such_page(visit_desk, page_of):
    article = make_article()

    _page, errors = visit_desk(LIST_OF_ARTICLES + page_of.format(pk=article.pk))

    assert errors == []


def test_the_way_to_an_article_names_the_list_once(visit_desk):
    page, _errors = visit_desk(f"{LIST_OF_ARTICLES}{make_article(sides=['Sala', 'Leiga']).pk}/change/")

    names = page.locator("#main > header h1 a").evaluate_all(
        "all => all.filter(a => a.checkVisibility()).map(a => a.innerText)"
    )

    assert [name.strip() for name in names] == ["Greinar", "Sala – Leiga"]


def test_a_picture_is_chosen_in_a_field_as_wide_as_its_words(visit_desk):
    page, _errors = visit_desk(f"/admin/articles/subject/{make_subject().pk}/change/")

    page.locator(".desk-chosen .select2-container").wait_for()

    assert page.locator(".desk-chosen .select2-container").bounding_box()["width"] > 180
