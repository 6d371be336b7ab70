"""What the script of the thread does: the server's own forms and pages, without leaving the article."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from comments.models import Comment, Discussion, Rules
from tests.factories import make_comment, make_edition

TEXT = "Þetta skýrir málið vel."


class Reader:
    """Somebody who reads an article in a browser of their own."""

    def __init__(self, context, address):
        self.page, self.messages = context.new_page(), []
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.goto(address)
        self.page.evaluate("window.stayed = true")
        self.form = self.page.locator("#skrifa")

    def write(self, *, name="Lesandi", text=TEXT, form=None):
        form = form or self.form
        form.locator("[name=name]").fill(name)
        form.locator("[name=text]").fill(text)

    def send(self, form=None):
        (form or self.form).locator("[value=send]").click()

    @property
    def stayed(self):
        return self.page.evaluate("window.stayed === true")

    def focused(self):
        return self.page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")


@pytest.fixture
def edition(transactional_db):
    """A live article where nobody is held and nobody is too fast."""
    Rules(hold=Rules.Hold.NOBODY, least_seconds=0).save()
    return make_edition()


@pytest.fixture
def visit(edition, live_server, chromium):
    """Opens the article, or another page: visit(path, **of the browser's context)."""
    contexts = []

    def open_page(path="", **options):
        contexts.append(chromium.new_context(viewport={"width": 1000, "height": 800}, **options))
        return Reader(contexts[-1], live_server.url + (path or edition.get_absolute_url()))

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def reader(visit):
    return visit()


def test_a_comment_is_posted_without_leaving_the_page(reader):
    reader.write()
    reader.send()

    comment = reader.page.locator("#athugasemdir > ol > li.cm")
    expect(comment).to_contain_text(TEXT)
    expect(comment).to_be_focused()
    expect(reader.page.locator("#ath")).to_have_text("1 athugasemd")
    expect(reader.page.locator("#thread-status")).to_have_text("Athugasemdin þín er komin í umræðuna.")
    expect(reader.form.locator("[name=text]")).to_have_value("")
    assert reader.stayed
    assert reader.messages == []


def test_its_writer_finds_the_way_to_change_it_and_others_do_not(reader, visit):
    reader.write()
    reader.send()
    own = reader.page.locator(".own")
    expect(own).to_have_text("Breyta eða eyða")

    reader.page.reload()
    expect(own).to_have_count(1)
    other = visit()
    expect(other.page.locator("li.cm")).to_have_count(1)
    expect(other.page.locator(".own")).to_have_count(0)
    own.click()
    expect(reader.page.get_by_role("link", name="Eyða", exact=True)).to_be_visible()


def test_a_comment_that_waits_is_shown_to_its_writer_in_place(reader, visit):
    Rules(hold=Rules.Hold.EVERYTHING, least_seconds=0).save()
    reader.write()
    reader.send()

    waiting = reader.page.locator("#athugasemdir > ol > li.cm--wait")
    expect(waiting).to_contain_text("aðeins þú sérð þetta")
    expect(waiting).to_contain_text(TEXT)
    expect(waiting).to_be_focused()
    expect(waiting.get_by_role("link", name="Breyta")).to_be_visible()
    assert reader.stayed
    expect(visit().page.locator("li.cm")).to_have_count(0)


def test_the_token_is_fetched_once_and_only_when_somebody_writes(reader):
    asked = []
    reader.page.on("request", lambda request: asked.append(request.url) if "/leyfi/" in request.url else None)

    assert "token" not in reader.form.inner_html().replace("data-token-url", "")
    reader.form.locator("[name=name]").focus()
    expect(reader.form.locator("[name=token]")).to_have_count(1)
    reader.form.locator("[name=text]").focus()

    assert len(asked) == 1


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


def test_where_no_token_is_to_be_had_a_preview_comes_first(reader):
    reader.page.route("**/leyfi/*", lambda route: route.abort())
    reader.write()
    reader.send()

    preview = reader.page.locator("#forskodun")
    expect(preview).to_contain_text(TEXT)
    expect(preview).to_be_focused()
    assert not Comment.objects.exists()
    reader.send()
    expect(reader.page.locator("li.cm")).to_contain_text(TEXT)
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


def test_to_press_twice_sends_once(reader):
    sent = []
    reader.page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    reader.write()
    reader.form.locator("[value=send]").dblclick()

    expect(reader.page.locator("li.cm")).to_have_count(1)
    assert len(sent) == 1


def test_the_button_says_that_it_sends(reader):
    waiting = []
    reader.page.route("**/skrifa/", lambda route: waiting.append(route))
    reader.write()
    reader.send()
    button = reader.form.locator("[value=send]")

    expect(button).to_have_text("Sendi …")
    expect(button).to_have_attribute("aria-busy", "true")
    waiting[0].continue_()
    expect(reader.page.locator("li.cm")).to_have_count(1)
    expect(button).to_have_text("Senda athugasemd")


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


def test_a_comment_on_a_page_that_has_no_room_for_it_is_shown_all_the_same(reader, edition):
    start = timezone.now() - timedelta(hours=2)
    for number in range(51):
        make_comment(edition=edition, text=f"Athugasemd {number}.", created_at=start + timedelta(minutes=number))
    reader.page.reload()
    reader.page.evaluate("window.stayed = true")
    reader.write()
    reader.send()

    expect(reader.page.locator("li.cm").last).to_contain_text(TEXT)
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


def test_what_is_typed_never_becomes_markup_of_the_page(reader):
    hostile = "<img src=x onerror=alert(1)> & \u202e <script>alert(2)</script>"
    reader.write(name="<b>Lesandi</b>", text=hostile)
    reader.send()

    expect(reader.page.locator("li.cm .cm__b")).to_have_text(hostile)
    expect(reader.page.locator("li.cm .cm__h bdi")).to_have_text("<b>Lesandi</b>")
    assert reader.page.locator("li.cm :is(img, script, b b)").count() == 0
    assert reader.messages == []


def test_a_browser_that_keeps_nothing_posts_all_the_same(visit, live_server, edition, chromium):
    context = chromium.new_context()
    context.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('shut'); } })")
    reader = Reader(context, live_server.url + edition.get_absolute_url())
    reader.write()
    reader.send()

    expect(reader.page.locator("li.cm")).to_contain_text(TEXT)
    assert reader.messages == []
    context.close()
