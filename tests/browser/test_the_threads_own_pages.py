"""Every state of writing, waiting, editing, deleting and reporting, as it meets the eye, the keyboard and a reader."""

from functools import partial

import pytest
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import expect

from comments import signed
from comments.models import Comment, Rules
from tests.browser.reading import TEXT, Reader
from tests.browser.test_accessible_to_everybody import violations
from tests.browser.test_fits_every_window import SIDEWAYS
from tests.comments.mailing import make_address, make_follow
from tests.factories import make_article, make_comment

NAMES = {
    "is": {"edit": "Breyta", "delete": "Eyða", "store": "Vista breytinguna", "erase": "Eyða athugasemdinni"},
    "en": {"edit": "Edit", "delete": "Delete", "store": "Store the change", "erase": "Delete the comment"},
}


@pytest.fixture
def article(transactional_db):
    Rules(hold=Rules.Hold.EVERYTHING, least_seconds=0).save()
    article = make_article(languages=("is", "en"))
    make_comment(article=article, name="Hildur Ösp", text="Orðið sem " + "lengist" * 30)
    make_comment(article=article, name="Hildur Ösp", language="en", text="A word")
    return article


@pytest.fixture
def visit(article, live_server, chromium):
    """Opens the article in a language: visit(language, **of the browser's context)."""
    contexts = []

    def open_page(language="is", **options):
        contexts.append(chromium.new_context(**options))
        address = article.editions.get(language=language).get_absolute_url()
        return Reader(contexts[-1], live_server.url + address)

    yield open_page
    for context in contexts:
        context.close()


def is_fit(page, name):
    """Nothing to complain of: for axe, for a narrow window, for the policy of the page."""
    assert (name, violations(page), page.evaluate(SIDEWAYS)) == (name, [], 0)


@pytest.mark.parametrize(("language", "theme", "width"), [("is", "light", 320), ("en", "dark", 1280)])
def test_every_state_is_for_everybody(visit, language, theme, width):
    reader = visit(language, color_scheme=theme, viewport={"width": width, "height": 800})
    page, names = reader.page, NAMES[language]
    page.locator(".cm__f a").first.click()
    is_fit(page, "a reply is written")
    reader.send(page.locator("li.cm form"))
    expect(page.locator("li.cm .errors")).to_be_focused()
    is_fit(page, "errors of a reply")
    page.locator(".cancel").click()

    page.route("**/*", lambda route: route.abort() if route.request.method == "POST" else route.fallback(), times=3)
    reader.write()
    reader.send()
    expect(reader.form.locator(".notice.bad")).to_be_visible()
    is_fit(page, "nothing was sent")
    page.unroute("**/*")
    reader.send()
    expect(page.locator(".cm--wait")).to_be_visible()
    is_fit(page, "waiting in place")

    page.goto(page.locator(".cm--wait a").first.evaluate("link => new URL('..', link.href).href"))
    is_fit(page, "waiting")
    page.get_by_role("link", name=names["edit"], exact=True).click()
    is_fit(page, "to edit")
    page.locator("[name=text]").fill("?")
    page.get_by_role("button", name=names["store"]).click()
    expect(page.locator("#villur")).to_be_focused()
    is_fit(page, "errors of an edit")
    page.locator("[name=text]").fill(TEXT + "!")
    page.get_by_role("button", name=names["store"]).click()
    page.get_by_role("link", name=names["delete"], exact=True).click()
    is_fit(page, "to delete")
    page.get_by_role("button", name=names["erase"]).click()
    is_fit(page, "gone")

    assert not Comment.objects.filter(text__startswith=TEXT).exists()
    assert [message for message in reader.messages if "Security Policy" in message] == []


@pytest.mark.parametrize(("theme", "width"), [("dark", 320), ("light", 1280)])
def test_a_report_is_sent_by_keyboard(visit, theme, width):
    page = visit(color_scheme=theme, viewport={"width": width, "height": 800}).page
    page.locator(".cm__f a").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tilkynna/")
    is_fit(page, "to report")
    page.locator("[type=submit]").press("Enter")
    expect(page.locator("#villur")).to_be_focused()
    is_fit(page, "errors of a report")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[name=reason]").first).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("Ritstjórnin les athugasemdina")
    is_fit(page, "reported")


def test_without_javascript_a_comment_is_written_edited_and_deleted(visit, live_server, article, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + article.editions.get(language="is").get_absolute_url())
    page.locator("[name=name]").fill("Lesandi")
    page.locator("[name=text]").fill(TEXT)
    page.locator("[value=send]").click()
    expect(page.locator("#forskodun")).to_contain_text(TEXT)
    page.locator("[value=send]").click()

    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("bíður samþykkis")
    page.get_by_role("link", name="Breyta", exact=True).click()
    page.locator("[name=text]").fill("Annar texti en áður.")
    page.get_by_role("button", name="Vista breytinguna").click()
    expect(page.locator(".cm--wait")).to_contain_text("Annar texti en áður.")
    page.get_by_role("link", name="Eyða", exact=True).click()
    page.get_by_role("button", name="Eyða athugasemdinni").click()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("Athugasemdinni hefur verið eytt")
    context.close()


@pytest.mark.parametrize(("language", "theme", "width"), [("is", "dark", 320), ("en", "light", 1280)])
def test_my_comments_are_for_everybody(visit, article, live_server, language, theme, width):
    page = visit(language, color_scheme=theme, viewport={"width": width, "height": 800}).page
    address = make_address()
    for state in Comment.State:
        make_comment(article=article, address=address, state=state, text="Orðið sem " + "lengist" * 30)
    make_follow(article=article, address=address, language=language)
    at = partial(in_language, live_server.url, language)

    page.goto(at("my-comments"))
    is_fit(page, "asked for the address")
    page.goto(at("my-comments-open", signed.make(signed.ENTER, address.pk)))
    is_fit(page, "opened by the link of a mail")
    page.locator("main [type=submit]").click()
    expect(page.locator("main li").first).to_be_visible()
    is_fit(page, "my comments")
    page.goto(at("my-comment-edit", address.comments.first().pk))
    is_fit(page, "to edit one of them")
    page.goto(at("my-comment-delete", address.comments.first().pk))
    is_fit(page, "to delete one of them")
    page.locator("main [type=submit]").click()
    expect(page.locator("main [role=status]")).to_be_visible()
    is_fit(page, "one of them is deleted")
    page.goto(at("my-comments-erase"))
    is_fit(page, "to erase all of them")
    page.locator("main [type=submit]").click()
    expect(page.locator("main [role=status]")).to_be_visible()
    is_fit(page, "all of them are erased")


def in_language(site, language, route, *values):
    with translation.override(language):
        return site + reverse(route, args=values)


def test_a_printed_thread_has_no_form(visit):
    page = visit().page
    page.emulate_media(media="print")

    assert not page.locator("#skrifa").is_visible()
    assert not page.locator(".cm__f").first.is_visible()
    assert page.locator(".cm__b").first.is_visible()


def test_forced_colours_leave_the_marks_of_errors(visit):
    reader = visit(forced_colors="active")
    reader.send()

    expect(reader.page.locator("#villur")).to_be_focused()
    assert reader.page.evaluate("getComputedStyle(document.querySelector('.err'), '::before').borderStyle") == "solid"
