"""The history in a browser: without a fault for those who do not see it, by keys, and by links alone."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from articles import rows
from articles.manuscript import Dimension
from articles.models import Article
from tests.admin.revising import history_page, make_saved_article, put, save
from tests.browser.test_accessible_to_everybody import violations

WINDOWS = [(1280, "light", "is"), (390, "dark", "en")]


@pytest.fixture
def article(transactional_db) -> Article:
    """Four revisions; the last differs from what readers have in everything that can differ."""
    article = make_saved_article(dimensions=4, similarities=1, languages=("is", "en"))
    save(article, lead="<p>Annar inngangur.</p>", note="Inngangur skýrður", substantive=False)
    save(article, lead="<p>Þriðji inngangur.</p>", note="Aftur")
    content = rows.read(Article.objects.get(pk=article.pk))
    one, two, three, four = content.dimensions
    two = replace(two, cells=(replace(two.cells[0], text={"is": "Annar reitur"}), *two.cells[1:]))
    new = Dimension("abyrgd", {"is": "Ábyrgð", "en": "Liability"})
    put(article, replace(content, dimensions=(four, one, two, new), similarities=()), note="Tafla endurröðuð")
    return article


@pytest.fixture
def open_page(article, open_at_desk):
    return lambda path, **options: open_at_desk(path, bypass_csp=True, **options)


@pytest.mark.parametrize(("width", "theme", "language"), WINDOWS)
def test_axe_finds_nothing_wrong(open_page, article, width, theme, language):
    states = {
        "draft and live": "",
        "all languages": "?language=all&rows=all",
        "no difference": "?from=rows&to=rows",
        "log": "?log=1",
    }
    faults = {}
    for state, query in states.items():
        page = open_page(history_page(article) + query, width=width, theme=theme, language=language)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), state
        faults[state] = violations(page)
        page.close()

    assert {state: found for state, found in faults.items() if found} == {}


def test_axe_finds_nothing_wrong_with_a_history_that_has_just_begun(open_page, article):
    article.editions.update(live_revision=None, published_at=None, state="draft")
    article.editions.get(language="is").publications.all().delete()
    article.editions.get(language="en").publications.all().delete()
    article.revisions.all().delete()

    assert violations(open_page(history_page(article))) == []


def test_the_page_has_one_headline_that_says_what_it_is(open_page, article):
    page = open_page(history_page(article))

    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_contain_text("Saga: Sala – Þjónusta")
    expect(page.locator("main")).to_have_count(1)


def test_two_are_chosen_by_keys(open_page, article):
    page = open_page(history_page(article))
    for key in ("j", "j", "j", "f", "k", "t", "Enter"):
        page.keyboard.press(key)

    expect(page.get_by_role("heading", name="Frá gerð 2 til 3")).to_be_visible()


def test_the_keys_are_switched_off(open_page, article):
    page = open_page(history_page(article))
    page.get_by_label("Flýtilyklar virkir").uncheck()
    page.locator("main").click(position={"x": 2, "y": 2})
    page.keyboard.press("j")

    expect(page.locator("tr.is-current")).to_have_count(0)
    page.reload()
    expect(page.get_by_label("Flýtilyklar virkir")).not_to_be_checked()


def test_everything_works_without_a_script(open_page, article):
    page = open_page(history_page(article), java_script_enabled=False)
    page.get_by_label("Bera saman frá gerð 2").check()
    page.get_by_label("Bera saman við gerð 3").check()
    page.get_by_role("button", name="Bera saman", exact=True).click()

    expect(page.get_by_role("heading", name="Frá gerð 2 til 3")).to_be_visible()
    expect(page.get_by_label("Flýtilyklar virkir")).to_be_hidden()
    page.get_by_role("button", name="Endurheimta gerð 2").click()
    expect(page.get_by_text("Gerð 2 var endurheimt sem ný gerð.")).to_be_visible()


def test_a_revision_is_read_in_another_window(open_page, article):
    page = open_page(history_page(article))
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Skoða gerð 1 eins og lesandi").click()

    expect(opened.value.locator("h1")).to_contain_text("Munurinn á")
