"""What the eye meets at the desk and no other test asks after."""

import pytest

from tests.browser.desk import LIST_OF_ARTICLES, sign_in
from tests.factories import make_article, make_author, make_subject


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


def test_a_thing_is_deleted_by_a_button_without_its_name(visit_desk, admin_user):
    page, _errors = visit_desk(f"/admin/auth/user/{admin_user.pk}/change/")

    assert page.locator("#submit-row a").all_inner_texts() == ["Eyða"]
    assert page.get_by_text("Bæta við öðrum").filter(visible=True).count() == 0


def test_the_heads_of_a_list_name_languages_in_words(visit_desk):
    make_author()
    page, _errors = visit_desk("/admin/articles/author/")

    heads = page.locator("thead").inner_text()

    assert "Slóð (Íslenska)" in heads
    assert "[" not in heads


def test_the_words_on_the_way_to_everything_fit_their_button(visit_desk):
    page, _errors = visit_desk("/admin/")
    words = page.locator(".desk-find-words")

    assert words.evaluate("box => box.scrollWidth <= box.clientWidth")
    page.locator(".desk-find").press("Enter")
    page.locator("#search-input-command").wait_for()


def test_answers_beside_each_other_begin_at_the_same_height(visit_desk):
    article = make_article(sides=["Sala", "Leiga"])
    article.sides.filter(pk=article.sides.first().pk).update(answer_is="")
    page, _errors = visit_desk(f"{LIST_OF_ARTICLES}{article.pk}/change/")
    page.locator(".desk-sides .desk-field .desk-count").filter(visible=True, has_text="5").wait_for()

    tops = page.locator(".desk-sides textarea[name$=answer_is]").filter(visible=True)

    assert len(set(tops.evaluate_all("all => all.map(box => box.getBoundingClientRect().top)"))) == 1
