"""A reply is written under what it answers, without leaving the article."""

from playwright.sync_api import expect

from comments.models import Comment, Rules
from tests.browser.reading import TEXT
from tests.factories import make_comment


def test_a_reply_is_written_under_what_it_answers(reader, edition):
    root = make_comment(edition=edition, name="Hildur Ösp")
    reader.page.reload()
    link = reader.page.locator(f"#ath-{root.pk} .cm__f a").first
    link.click()
    form = reader.page.locator(f"#ath-{root.pk} > form")
    expect(form.locator("[name=name]")).to_be_focused()
    expect(form.locator("h2")).to_contain_text("Hildur Ösp")
    reader.write(form=form)
    reader.send(form)

    reply = reader.page.locator(f"#ath-{root.pk} > .replies li.cm")
    expect(reply).to_contain_text(TEXT)
    expect(reply).to_be_focused()
    expect(form).to_have_count(0)
    assert Comment.objects.get(text=TEXT).parent == root


def test_a_reply_that_waits_stands_there_too(reader, edition):
    Rules(hold=Rules.Hold.EVERYTHING, least_seconds=0).save()
    root = make_comment(edition=edition)
    reader.page.reload()
    reader.page.locator(".cm__f a").first.click()
    form = reader.page.locator(f"#ath-{root.pk} > form")
    reader.write(form=form)
    reader.send(form)

    expect(reader.page.locator(f"#ath-{root.pk} .replies .cm--wait")).to_contain_text(TEXT)


def test_escape_puts_a_reply_away_and_its_text_is_kept(reader, edition):
    make_comment(edition=edition)
    reader.page.reload()
    link = reader.page.locator(".cm__f a").first
    link.focus()
    reader.page.keyboard.press("Enter")
    text = reader.page.locator("li.cm form [name=text]")
    text.fill("Hálfnað svar.")
    reader.page.keyboard.press("Escape")

    expect(reader.page.locator("li.cm form")).to_have_count(0)
    expect(link).to_be_focused()
    link.click()
    expect(text).to_have_value("Hálfnað svar.")
    reader.page.get_by_role("button", name="Hætta við").click()
    expect(link).to_be_focused()


def test_two_forms_on_the_page_share_no_id(reader, edition):
    make_comment(edition=edition)
    reader.page.reload()
    reader.page.locator(".cm__f a").first.click()
    reader.send(reader.page.locator("li.cm form"))
    expect(reader.page.locator("li.cm form .errors")).to_be_focused()

    ids = reader.page.evaluate("[...document.querySelectorAll('[id]')].map((part) => part.id)")
    assert len(ids) == len(set(ids))
    reader.page.locator("li.cm form .errors a").first.click()
    assert reader.focused().startswith("c-nafn-")
