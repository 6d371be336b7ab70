"""Columns follow the sides of the form before anything is saved, and what is written in them is not lost."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Article, Cell
from tests.admin.desk import change_page
from tests.browser.test_accessible_to_everybody import violations
from tests.browser.writing_desk import STATUS, add, cell, choose_subject, name, open_desk, save  # noqa: F401
from tests.factories import make_article, make_subject

HEADS = ".desk-grid thead th.desk-grid-head"


@pytest.fixture
def article(transactional_db):
    return make_article(sides=["Sala", "Þjónusta"], dimensions=2, publish=False)


@pytest.fixture
def page(article, open_desk):  # noqa: F811
    return open_desk().open(change_page(article))


def texts(article, side):
    found = Cell.objects.filter(dimension__article=article, side__key=side)
    return dict(found.values_list("dimension__position", "text_is"))


def test_a_side_that_is_chosen_gets_a_column_at_once_and_it_is_saved(page, article):
    add(page, "sides")
    choose_subject(page, 2, make_subject(name="Vara"))
    expect(page.locator(HEADS)).to_have_text(["Sala", "Þjónusta", "Vara"])
    cell(page, 0, "new-2").fill("Hlutur")
    add(page, "dimensions")
    name(page, 2).fill("Nýtt")
    cell(page, 2, "new-2").fill("Líka")
    save(page)

    assert texts(article, "vara") == {0: "Hlutur", 2: "Líka"}


def test_the_first_article_is_written_whole_before_it_is_saved(open_desk, transactional_db):  # noqa: F811
    page = open_desk().open("/admin/articles/article/add/")
    for number, subject in enumerate([make_subject(name="Te"), make_subject(name="Kaffi")]):
        add(page, "sides")
        choose_subject(page, number, subject)
    add(page, "dimensions")
    name(page, 0).fill("Uppruni")
    cell(page, 0, "new-0").fill("Asía")
    cell(page, 0, "new-1").fill("Afríka")
    save(page)

    article = Article.objects.get()
    assert (texts(article, "te"), texts(article, "kaffi")) == ({0: "Asía"}, {0: "Afríka"})


def test_columns_come_back_as_they_were_typed_when_the_form_has_errors(page, article):
    add(page, "sides")
    choose_subject(page, 2, make_subject(name="Vara"))
    cell(page, 0, "new-2").fill("Hlutur")
    name(page, 1).fill("")
    save(page)
    expect(page.locator(HEADS)).to_have_text(["Sala", "Þjónusta", "Vara"])
    expect(cell(page, 0, "new-2")).to_have_value("Hlutur")
    name(page, 1).fill("Aftur")
    save(page)

    assert texts(article, "vara") == {0: "Hlutur"}


def test_a_side_that_is_moved_takes_its_column_and_ink_along(page):
    page.locator("[name=sides-1-subject]").locator("xpath=ancestor::*[contains(@class, 'form-group')]").locator(
        ".desk-handle"
    ).focus()
    page.keyboard.press("Alt+ArrowUp")

    expect(page.locator(HEADS)).to_have_text(["Þjónusta", "Sala"])
    expect(page.locator(HEADS).first).to_have_class(re.compile(r"\bs1\b"))


def test_a_new_side_that_is_removed_and_brought_back_has_its_cells_still(page, article):
    for number, subject in enumerate([make_subject(name="Vara"), make_subject(name="Verk")], start=2):
        add(page, "sides")
        choose_subject(page, number, subject)
    cell(page, 0, "new-2").fill("Hlutur")
    cell(page, 0, "new-3").fill("Vinna")
    page.locator("[name=sides-2-subject]").locator("xpath=ancestor::*[contains(@class, 'form-group')]").locator(
        ".delete-template"
    ).click()
    expect(page.locator(HEADS)).to_have_text(["Sala", "Þjónusta", "Verk"])
    expect(cell(page, 0, "new-2")).to_have_value("Vinna")
    page.locator(f"{STATUS} button").click()
    expect(cell(page, 0, "new-3")).to_have_value("Hlutur")
    save(page)

    assert (texts(article, "vara"), texts(article, "verk")) == ({0: "Hlutur"}, {0: "Vinna"})


def test_the_column_of_a_side_that_goes_is_struck_out_until_it_is_saved(page):
    page.locator("[name=sides-1-DELETE]").check(force=True)

    expect(page.locator(HEADS).nth(1)).to_have_class(re.compile("is-leaving"))
    page.locator(f"{STATUS} button").click()
    expect(page.locator(HEADS).nth(1)).not_to_have_class(re.compile("is-leaving"))


@pytest.mark.parametrize(
    ("width", "theme", "language"), [(1440, "light", "is"), (390, "dark", "en"), (1440, "dark", "en")]
)
def test_five_sides_scroll_inside_their_card_and_harm_nobody(open_desk, transactional_db, width, theme, language):  # noqa: F811
    article = make_article(sides=5, dimensions=4, languages=("is", "en"), publish=False)
    Cell.objects.filter(dimension__position=1).update(drafted_is=True)
    page = open_desk(width=width, theme=theme, language=language).open(change_page(article))
    page.locator(".desk-grid-open").first.click()
    page.locator(".desk-grid-wrapper").evaluate("part => { part.scrollLeft = 300; }")

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    handle, card = (page.locator(part).first.bounding_box() for part in (".desk-grid-handle", ".desk-grid-wrapper"))
    assert abs(handle["x"] - card["x"]) < 8
    assert violations(page) == []
