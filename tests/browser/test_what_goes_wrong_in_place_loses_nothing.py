"""Errors, a broken line, a closed thread: it is told beside the form, and what is typed stays."""

from django.utils import timezone
from playwright.sync_api import expect

from comments.models import Comment, Discussion, Rules
from tests.browser.reading import TEXT


def test_errors_are_told_first_and_nothing_typed_is_lost(reader):
    reader.write(name="", text="Stutt 😀")
    reader.send()

    expect(reader.page.locator("#villur")).to_be_focused()
    expect(reader.page).to_have_title("Villa: Skrifa athugasemd – Munur")
    expect(reader.form.locator("[name=text]")).to_have_value("Stutt 😀")
    reader.write()
    reader.send()
    expect(reader.page.locator("li.cm")).to_contain_text(TEXT)
    assert "Villa" not in reader.page.title()
    expect(reader.page.locator("#villur")).to_have_count(0)
    assert reader.stayed


def test_a_broken_line_loses_nothing_and_a_second_try_makes_one_comment(reader):
    lost = []

    def lose(route):
        lost.append(route.fetch())  # the server has stored it, and its answer is lost
        route.abort()

    reader.write()
    reader.page.route("**/skrifa/", lose, times=1)
    reader.send()

    notice = reader.form.locator("[role=alert]")
    expect(notice).to_contain_text("Ekki náðist samband við vefinn")
    expect(notice).to_be_focused()
    expect(reader.form.locator("[name=text]")).to_have_value(TEXT)
    reader.send()
    expect(reader.page.locator("li.cm")).to_have_count(1)
    assert len(lost) == Comment.objects.count() == 1


def test_a_text_that_was_not_sent_is_there_after_a_reload(reader):
    reader.write(text="Hálfnuð hugsun …")
    expect(reader.form.locator("[name=token]")).to_have_count(1)
    token = reader.form.locator("[name=token]").input_value()
    reader.page.reload()

    expect(reader.form.locator("[name=text]")).to_have_value("Hálfnuð hugsun …")
    expect(reader.form.locator("[name=token]")).to_have_value(token)  # the time of writing goes on
    reader.write()
    reader.send()
    expect(reader.page.locator("li.cm")).to_have_count(1)
    reader.page.reload()
    expect(reader.form.locator("[name=text]")).to_have_value("")


def test_too_many_are_told_when_to_come_again_and_keep_their_text(reader):
    Rules(hold=Rules.Hold.NOBODY, least_seconds=0, refuse_from_network=0).save()
    reader.write()
    reader.send()

    expect(reader.page.locator("#villur")).to_contain_text("Reyndu aftur eftir")
    expect(reader.form.locator("[name=text]")).to_have_value(TEXT)
    assert reader.stayed


def test_a_thread_that_closed_meanwhile_says_so_and_keeps_the_text(reader, edition):
    reader.write()
    expect(reader.form.locator("[name=token]")).to_have_count(1)
    Discussion.objects.create(article=edition.article, mode=Discussion.Mode.CLOSED, closed_at=timezone.now())
    reader.send()

    expect(reader.form.locator("[role=alert]")).to_contain_text("Lokað")
    expect(reader.form.locator("[name=text]")).to_have_value(TEXT)
    assert reader.stayed


def test_a_server_in_trouble_is_told_in_its_own_words(reader):
    answer = "<!doctype html><main><h1>Augnablik</h1><p>Vefurinn er upptekinn.</p></main>"
    reader.page.route("**/skrifa/", lambda route: route.fulfill(status=503, content_type="text/html", body=answer))
    reader.write()
    reader.send()

    expect(reader.form.locator("[role=alert]")).to_have_text("Augnablik. Vefurinn er upptekinn.")
    expect(reader.form.locator("[name=text]")).to_have_value(TEXT)
