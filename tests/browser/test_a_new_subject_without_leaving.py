"""A new subject is made in a dialog of the article's page, by keyboard, and chosen in the field it was asked from."""

import pytest
from playwright.sync_api import expect

from articles.models import Subject
from tests.admin.desk import change_page
from tests.browser.test_accessible_to_everybody import violations
from tests.browser.writing_desk import add, open_desk, save  # noqa: F401
from tests.factories import make_article, make_subject

DIALOG = "dialog.desk-dialog"


@pytest.fixture
def article(transactional_db):
    return make_article(sides=["Sala", "Þjónusta"], dimensions=1, publish=False)


@pytest.fixture
def page(article, open_desk):  # noqa: F811
    page = open_desk().open(change_page(article))
    asked_for(page)
    return page


def asked_for(page):
    add(page, "sides")
    page.locator(".desk-subject-new:visible").last.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[name=new-subject-name_is]")).to_be_focused()


def chosen(page):
    return page.locator("[name=sides-2-subject] option:checked").text_content()


def test_a_subject_without_doubt_is_made_and_chosen_at_once(page, article):
    page.keyboard.type("Vara")
    page.keyboard.press("Enter")
    expect(page.locator(DIALOG)).to_be_hidden()

    assert chosen(page) == "Vara"
    expect(page.locator(".desk-grid thead th").last).to_have_text("Vara")
    save(page)
    assert article.sides.last().subject.dative_is == "vöru"


def test_forms_in_doubt_are_shown_and_confirmed(page):
    page.keyboard.type("Kaup")
    page.keyboard.press("Enter")
    expect(page.locator("[name=new-subject-dative]")).to_have_value("kaupum")
    assert not Subject.objects.filter(name_is="Kaup").exists()
    assert violations(page) == []
    page.locator("[data-number=singular]").click()
    expect(page.locator("[name=new-subject-dative]")).to_have_value("kaupi")
    page.locator("[name=new-subject-genitive]").press("Enter")
    expect(page.locator(DIALOG)).to_be_hidden()

    assert Subject.objects.get(name_is="Kaup").dative_is == "kaupi"
    assert chosen(page) == "Kaup"


def test_a_subject_that_is_there_already_is_offered(page):
    known = make_subject(name="Vara")
    page.keyboard.type("vara")
    page.keyboard.press("Enter")
    button = page.locator(".desk-new-subject-same button")
    expect(button).to_be_visible()
    assert violations(page) == []
    button.press("Enter")

    assert page.locator("[name=sides-2-subject]").input_value() == str(known.pk)
    assert Subject.objects.filter(name_is__iexact="vara").count() == 1


def test_an_error_is_told_and_escape_goes_back_to_the_article(page):
    page.keyboard.press("Enter")
    expect(page.locator(f"{DIALOG} [role=alert]")).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Escape")

    expect(page.locator(DIALOG)).to_be_hidden()
    expect(page.locator(".desk-subject-new:visible").last).to_be_focused()
    assert Subject.objects.count() == 2
