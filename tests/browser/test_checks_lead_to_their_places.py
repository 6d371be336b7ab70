"""A check leads to the field that it speaks of, in rows also that nobody has saved yet."""

import pytest
from playwright.sync_api import expect

from articles.models import Article, Picture
from tests.browser.writing_desk import add, cell, choose_subject
from tests.factories import make_article, make_subject


@pytest.fixture
def article(transactional_db) -> Article:
    return make_article(sides=["Sala", "Þjónusta"], dimensions=1, similarities=0, publish=False)


@pytest.fixture
def page(sit_down, article):
    desk = sit_down().open(article)
    yield desk.page
    assert desk.messages == []


def follow(page, place: str, sentence: str):
    """Press the place of the check that says the sentence of it."""
    check = page.locator(".desk-check").filter(has_text=sentence).filter(has_text=place)
    check.locator("[data-place]").first.click()


def test_a_cell_of_a_new_row_and_of_a_new_side(page):
    add(page, "dimensions")
    page.locator("[name=dimensions-1-name_is]").fill("Verð")
    choose_side(page, make_subject(name="Vara"))
    follow(page, "Verð, Sala", "Reiturinn er tómur")
    expect(cell(page, 1, "sala")).to_be_focused()

    follow(page, "Verð, Vara", "Reiturinn er tómur")
    expect(cell(page, 1, "new-2")).to_be_focused()
    follow(page, "Atriði 1, Vara", "Reiturinn er tómur")
    expect(cell(page, 0, "new-2")).to_be_focused()


def test_a_discussion_of_a_new_row_opens(page):
    add(page, "dimensions")
    page.locator("[name=dimensions-1-name_is]").fill("Verð")

    follow(page, "Verð: umfjöllun", "umfjöllun")

    expect(page.locator(".prose-editor:has([name=dimensions-1-discussion_is]) .ProseMirror")).to_be_focused()


def test_an_answer_of_a_new_side(page):
    choose_side(page, make_subject(name="Vara"))

    follow(page, "Vara", "svar")

    expect(page.locator("[name=sides-2-answer_is]")).to_be_focused()


def test_a_word_of_a_new_similarity_is_selected_and_set(page):
    add(page, "similarities")
    sentence = page.locator("[name=similarities-0-sentence_is]")
    sentence.fill("Á báðu er ábirgð.")

    follow(page, "Líkindi 1", "ábirgð")
    expect(sentence).to_be_focused()
    assert page.evaluate("getSelection().toString()") == "ábirgð"
    page.locator(".desk-check").filter(has_text="ábirgð").locator(".desk-fix").click()

    expect(sentence).to_have_value("Á báðu er ábyrgð.")


def test_a_picture_without_its_text_leads_to_the_pictures_page(sit_down, article):
    picture = Picture.objects.create(digest="0" * 64, file="0.png", width=1, height=1, alt_is="")
    article.sides.filter(key="sala").update(picture=picture)
    page = sit_down().open(article).page

    follow(page, "Sala: mynd", "Myndlýsingu")

    expect(page.get_by_role("combobox", name="Mynd").and_(page.locator(":focus"))).to_be_visible()
    way = page.locator(".desk-check-way:visible")
    expect(way).to_have_attribute("href", f"/admin/articles/picture/{picture.pk}/change/")


def choose_side(page, subject):
    add(page, "sides")
    choose_subject(page, 2, subject)
