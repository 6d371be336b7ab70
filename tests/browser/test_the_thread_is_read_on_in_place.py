"""Languages, order and more comments come into the page that one reads."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.reading import TEXT
from tests.factories import make_comment


def test_comments_in_another_language_open_in_place(reader, edition):
    make_comment(edition=edition, text="Íslensk athugasemd.")
    make_comment(edition=edition, text="An English comment.", language="en")
    reader.page.reload()
    reader.page.evaluate("window.stayed = true")
    expect(reader.page.locator("li.cm")).to_have_count(1)
    reader.page.get_by_role("link", name="Sýna 1 athugasemd á ensku").click()

    expect(reader.page.locator("li.cm")).to_have_count(2)
    expect(reader.page.locator("#ath")).to_be_focused()
    expect(reader.form).to_have_count(1)
    assert reader.stayed
    reader.page.get_by_role("link", name="Sýna aðeins athugasemdir á íslensku").click()
    expect(reader.page.locator("li.cm")).to_have_count(1)


def test_the_order_is_turned_in_place_and_what_is_typed_stays(reader, edition):
    _older, newer = make_comment(edition=edition), make_comment(edition=edition)
    reader.page.reload()
    reader.page.evaluate("window.stayed = true")
    reader.write()
    reader.page.get_by_role("link", name="Nýjustu fyrst").click()

    expect(reader.page.locator("li.cm").first).to_have_id(f"ath-{newer.pk}")
    expect(reader.form.locator("[name=text]")).to_have_value(TEXT)
    reader.send()
    expect(reader.page.locator("li.cm")).to_have_count(3)
    expect(reader.page.locator("li.cm").first).to_contain_text(TEXT)
    assert reader.stayed


def test_more_comments_are_added_in_place(reader, edition):
    start = timezone.now() - timedelta(hours=2)
    for number in range(51):
        make_comment(edition=edition, text=f"Athugasemd {number}.", created_at=start + timedelta(minutes=number))
    reader.page.reload()
    reader.page.evaluate("window.stayed = true")
    expect(reader.page.locator("li.cm")).to_have_count(50)
    reader.page.get_by_role("link", name="Fleiri athugasemdir").click()

    last = reader.page.locator("li.cm").nth(50)
    expect(last).to_contain_text("Athugasemd 50.")
    expect(last).to_be_focused()
    expect(reader.page.locator(".pager [rel=next]")).to_have_count(0)
    assert reader.stayed


def test_more_replies_are_unfolded_in_place(reader, edition):
    start = timezone.now() - timedelta(hours=2)
    root = make_comment(edition=edition, created_at=start)
    for number in range(1, 231):
        when = start + timedelta(seconds=number)
        make_comment(edition=edition, parent=root, text=f"Svar {number}.", created_at=when)
    reader.page.reload()
    reader.page.evaluate("window.stayed = true")
    shown = reader.page.locator("li.cm[id]").count()
    assert shown < 231
    reader.page.locator(".cm--more a").click()

    expect(reader.page.locator("li.cm[id]").nth(shown)).to_be_attached()
    expect(reader.page.locator("li.cm[id]").nth(shown)).to_be_focused()
    assert reader.stayed


def test_a_page_that_does_not_come_is_gone_to(reader, edition):
    make_comment(edition=edition)
    make_comment(edition=edition)
    reader.page.reload()
    reader.page.evaluate("window.stayed = true")
    reader.page.route("**/umraeda/**", lambda route: route.abort(), times=1)
    reader.page.get_by_role("link", name="Nýjustu fyrst").click()

    reader.page.wait_for_url("**/umraeda/**")
    assert not reader.stayed
