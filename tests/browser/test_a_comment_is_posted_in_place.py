"""The script of the thread: the server's own form is sent and its answer shown, and nobody leaves the article."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from comments.models import Comment, Rules
from tests.browser.reading import TEXT, Reader
from tests.factories import make_comment


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


def test_its_writer_finds_the_way_to_change_it_and_others_do_not(reader, open_article):
    reader.write()
    reader.send()
    own = reader.page.locator(".own")
    expect(own).to_have_text("Breyta eða eyða")

    reader.page.reload()
    expect(own).to_have_count(1)
    other = open_article()
    expect(other.page.locator("li.cm")).to_have_count(1)
    expect(other.page.locator(".own")).to_have_count(0)
    own.click()
    expect(reader.page.get_by_role("link", name="Eyða", exact=True)).to_be_visible()


def test_a_comment_that_waits_is_shown_to_its_writer_in_place(reader, open_article):
    Rules(hold=Rules.Hold.EVERYTHING, least_seconds=0).save()
    reader.write()
    reader.send()

    waiting = reader.page.locator("#athugasemdir > ol > li.cm--wait")
    expect(waiting).to_contain_text("aðeins þú sérð þetta")
    expect(waiting).to_contain_text(TEXT)
    expect(waiting).to_be_focused()
    expect(waiting.get_by_role("link", name="Breyta")).to_be_visible()
    assert reader.stayed
    expect(open_article().page.locator("li.cm")).to_have_count(0)


def test_the_token_is_fetched_once_and_only_when_somebody_writes(reader):
    asked = []
    reader.page.on("request", lambda request: asked.append(request.url) if "/leyfi/" in request.url else None)

    assert "token" not in reader.form.inner_html().replace("data-token-url", "")
    reader.form.locator("[name=name]").focus()
    expect(reader.form.locator("[name=token]")).to_have_count(1)
    reader.form.locator("[name=text]").focus()

    assert len(asked) == 1


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


def test_what_is_typed_never_becomes_markup_of_the_page(reader):
    hostile = "<img src=x onerror=alert(1)> & \u202e <script>alert(2)</script>"
    reader.write(name="<b>Lesandi</b>", text=hostile)
    reader.send()

    expect(reader.page.locator("li.cm .cm__b")).to_have_text(hostile)
    expect(reader.page.locator("li.cm .cm__h bdi")).to_have_text("<b>Lesandi</b>")
    assert reader.page.locator("li.cm :is(img, script, b b)").count() == 0
    assert reader.messages == []


def test_a_browser_that_keeps_nothing_posts_all_the_same(live_server, edition, chromium):
    context = chromium.new_context()
    context.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('shut'); } })")
    reader = Reader(context, live_server.url + edition.get_absolute_url())
    reader.write()
    reader.send()

    expect(reader.page.locator("li.cm")).to_contain_text(TEXT)
    assert reader.messages == []
    context.close()
