"""Beside the form: the preview of what is typed, the checks that lead to their place, and who else is here."""

import pytest
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import expect

from articles.models import Article, Presence
from tests.factories import make_article

QUIET = 900  # milliseconds; more than a pause in typing takes


@pytest.fixture
def article(transactional_db) -> Article:
    """Icelandic and English, with a title that is too long in English and a word that is misspelt in Icelandic."""
    article = make_article(sides=["Sala", "Þjónusta"], dimensions=2, similarities=1, languages=("is", "en"))
    article.lead_is = "<p>Þetta er <strong>feitt</strong> og svo er það ábirgð á öllu.</p>"
    article.title_en = "T" * 90
    article.save()
    return article


@pytest.fixture
def desk(sit_down, article):
    return sit_down().open(article)


def test_the_preview_shows_what_is_typed_and_not_saved(desk, article):
    expect(desk.preview.locator("h1")).to_be_visible()
    desk.write("#id_title_is", "Titill sem enginn hefur vistað")

    expect(desk.preview.locator("h1")).to_contain_text("Titill sem enginn hefur vistað")
    assert not Article.objects.filter(title_is__contains="enginn").exists()
    assert desk.messages == []


def test_nothing_is_asked_while_nothing_changes(desk):
    expect(desk.preview.locator("h1")).to_be_visible()
    # The mark of the copy that this browser keeps comes after the first picture, and says nothing of the article.
    desk.page.locator("#article_form [name=_kept]").wait_for(state="attached")
    before = len([address for address in desk.asked if "presence" not in address])
    desk.page.locator("#id_title_is").click()
    desk.page.keyboard.press("ArrowRight")
    desk.page.wait_for_timeout(QUIET)

    assert len([address for address in desk.asked if "presence" not in address]) == before


def test_a_burst_of_typing_is_one_question(desk):
    expect(desk.preview.locator("h1")).to_be_visible()
    before = desk.previews()
    desk.page.locator("#id_title_is").press_sequentially("Allt í einu", delay=20)

    expect(desk.preview.locator("h1")).to_contain_text("Allt í einu")
    assert desk.previews() == before + 1


def test_the_language_of_the_preview_follows_the_tab(desk):
    desk.page.locator(".desk-languages button[value=en]").click()

    expect(desk.preview.locator("html")).to_have_attribute("lang", "en")
    expect(desk.page.locator("#id_title_en")).to_be_visible()
    expect(desk.page.locator("#id_title_is")).to_be_hidden()


def test_a_new_picture_is_scrolled_as_the_last_one_was(desk):
    expect(desk.preview.locator("h1")).to_be_visible()
    desk.preview.locator("html").evaluate("() => scrollTo({top: 400, behavior: 'instant'})")
    desk.write("#id_title_is", "Nýr titill")

    expect(desk.preview.locator("h1")).to_contain_text("Nýr titill")
    assert desk.preview.locator("html").evaluate("() => scrollY") == 400


def test_where_the_site_does_not_answer_the_last_picture_stays_with_a_line_over_it(desk):
    expect(desk.preview.locator("h1")).to_be_visible()
    shown = desk.preview.locator("h1").inner_text()
    desk.page.route("**/preview/", lambda route: route.abort())
    desk.write("#id_title_is", "Þetta kemst ekki")

    expect(desk.page.locator(".desk-preview-failed")).not_to_be_empty()
    assert desk.preview.locator("h1").inner_text() == shown
    desk.page.unroute("**/preview/")
    desk.write("#id_title_is", "Þetta kemst")
    expect(desk.preview.locator("h1")).to_contain_text("Þetta kemst")
    expect(desk.page.locator(".desk-preview-failed")).to_be_empty()


def test_who_is_signed_out_is_told_so_over_the_picture(desk):
    expect(desk.preview.locator("h1")).to_be_visible()
    desk.page.context.clear_cookies(name="sessionid")
    desk.write("#id_title_is", "Er ég enn inni?")

    with translation.override("is"):
        sentence = gettext("You have been signed out. Sign in again; what you typed is kept in this window.")
    expect(desk.page.locator(".desk-preview-failed")).to_have_text(sentence)


def test_wide_is_drawn_at_a_desktops_width_within_the_column(desk):
    expect(desk.preview.locator("h1")).to_be_visible()
    desk.page.locator(".desk-widths button[value=wide]").click()

    assert desk.preview.locator("html").evaluate("() => innerWidth") == 1040
    frame, room = (desk.page.locator(name).bounding_box() for name in (".desk-frame iframe", ".desk-frame"))
    assert frame["width"] <= room["width"] + 1
    desk.page.locator(".desk-widths button[value=phone]").click()
    assert desk.preview.locator("html").evaluate("() => innerWidth") == 360


def test_a_check_leads_to_its_field_in_its_language(desk):
    assert desk.page.locator(".desk-languages button[value=is]").get_attribute("aria-pressed") == "true"
    desk.page.locator(".desk-check", has=desk.page.locator("[lang=en]")).first.locator("[data-place]").click()

    expect(desk.page.locator("#id_title_en")).to_be_focused()
    assert desk.page.locator(".desk-languages button[value=en]").get_attribute("aria-pressed") == "true"


def test_checks_follow_what_is_typed(desk):
    long_title = desk.page.locator(".desk-check", has=desk.page.locator("[lang=en]"))
    assert long_title.count() >= 1
    before = desk.page.locator(".desk-check").count()
    desk.page.locator(".desk-languages button[value=en]").click()
    desk.write("#id_title_en", "Short")

    expect(desk.page.locator(".desk-check")).to_have_count(before - 1)
    assert desk.page.locator("[data-checks-count]").text_content() == str(before - 1)


def test_a_misspelt_word_is_set_right_with_one_press_and_its_marks_stay(desk):
    fix = desk.page.locator(".desk-fix:visible", has_text="ábyrgð")
    fix.click()

    expect(desk.prose("lead_is")).to_have_text("Þetta er feitt og svo er það ábyrgð á öllu.")
    assert desk.prose("lead_is").locator("strong").inner_text() == "feitt"
    expect(fix).to_have_count(0)


def test_a_misspelt_word_in_a_line_is_set_right_too(desk):
    desk.write("#id_sides-0-answer_is", "er ábirgð sem fylgir.")
    fix = desk.page.locator(".desk-check", has_text="Sala").locator(".desk-fix:visible", has_text="ábyrgð")
    fix.click()

    expect(desk.page.locator("#id_sides-0-answer_is")).to_have_value("er ábyrgð sem fylgir.")
    desk.page.keyboard.press("Control+z")
    expect(desk.page.locator("#id_sides-0-answer_is")).to_have_value("er ábirgð sem fylgir.")


def test_who_else_is_here_is_said_and_forgotten_when_they_leave(sit_down, desk, article):
    other = sit_down("annar").open(article)

    expect(other.page.locator(".desk-presence")).to_contain_text("ritstjori")
    desk.page.goto(f"{desk.base}/admin/")
    desk.page.wait_for_timeout(300)
    assert list(Presence.objects.values_list("person__username", flat=True)) == ["annar"]


def test_a_new_article_has_a_preview_and_checks_before_it_is_saved(sit_down, transactional_db):
    desk = sit_down().open()
    desk.write("#id_title_is", "Grein sem er ekki til")

    expect(desk.preview.locator("h1")).to_contain_text("Grein sem er ekki til")
    expect(desk.page.locator(".desk-check.is-stop").first).to_be_visible()
    assert desk.messages == []
    assert not Article.objects.exists()
