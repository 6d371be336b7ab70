"""Write → held with a reason → mail confirmed → approved at the desk → on the page → replied to → notice →
unsubscribed → erased: as readers and moderators do it, with and without JavaScript."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from playwright.sync_api import expect

from comments import outbox
from comments.models import Address, Comment, Rules
from tests.factories import make_edition

pytestmark = pytest.mark.django_db(transaction=True)

EMAIL, PASSWORD = "lesandi@example.is", "langt-og-gott-lykilord"
TEXT = "Mætti nefna „þjónustu fyrir sölu“ sem sérstaka línu?"
REPLY = "Það er góð hugmynd, <b>takk</b> fyrir hana."


class Browser:
    """One person's browser, and the console of every page that it opened."""

    def __init__(self, chromium, address, with_script):
        self.context = chromium.new_context(base_url=address, java_script_enabled=with_script, locale="is-IS")
        self.page = self.context.new_page()
        self.complaints = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def with_script(request):
    return request.param


@pytest.fixture
def person(chromium, live_server, with_script):
    """Makes browsers of people who know nothing of each other."""
    opened = []

    def meet(script=with_script):
        opened.append(Browser(chromium, live_server.url, script))
        return opened[-1]

    yield meet
    complaints = [line for browser in opened for line in browser.complaints if "403" not in line]
    for browser in opened:
        browser.context.close()
    assert complaints == []


def write(browser, article, with_script, *, name, text, email="", answers=None):
    """Fill in the form and send it: with JavaScript in place, without it by way of the preview."""
    page = browser.page
    page.goto(article)
    if answers:
        page.locator(f"#ath-{answers.pk} .cm__f a").first.click()
    form = page.locator(f"#ath-{answers.pk} form" if answers and with_script else "#skrifa")
    form.locator("[name=name]").fill(name)
    form.locator("[name=email]").fill(email)
    form.locator("[name=text]").fill(text)
    if email:
        form.locator("[name=replies]").check()
    form.locator("button[value=send]").click()
    if not with_script:
        expect(page.locator("#forskodun")).to_contain_text(text)
        page.locator("#skrifa button[value=send]").click()


def link_in_mail():
    """The first address in the mail that was sent last."""
    outbox.send_due()
    return re.search(r"https?://testserver(/\S+)", mail.outbox[-1].body)[1]


def approve_at_the_desk(browser, with_script, comment):
    page = browser.page
    page.goto("/admin/comments/comment/")
    if page.locator("[name=username]").count():
        page.fill("[name=username]", "ritstjori")
        page.fill("[name=password]", PASSWORD)
        page.locator("[name=password]").press("Enter")
        page.goto("/admin/comments/comment/")
    item = page.locator(f"#ath-{comment.pk}")
    expect(item).to_contain_text(comment.text)
    if with_script:
        item.focus()
        page.keyboard.press("a")
        expect(item).to_have_count(0)
    else:
        item.get_by_role("button", name="Samþykkja").click()
        expect(page.locator(f"#ath-{comment.pk}")).to_have_count(0)
    comment.refresh_from_db()
    assert comment.state == "live"


def test_a_comment_goes_its_whole_way(person, with_script):
    Rules(least_seconds=0).save()
    get_user_model().objects.create_superuser("ritstjori", password=PASSWORD)
    edition = make_edition(sides=["Sala", "Þjónusta"])
    article = edition.get_absolute_url()
    reader, other = person(), person()
    moderator = person(script=True)  # the desk's frame wants JavaScript

    # Written, and held with reasons; only its writer sees it.
    write(reader, article, with_script, name="Lesandi", text=TEXT, email=EMAIL)
    expect(reader.page.locator("#komid, .notice").first).to_be_visible()
    expect(reader.page.locator(".cm--wait").first).to_contain_text(TEXT)
    comment = Comment.objects.get(text=TEXT)
    assert (comment.state, comment.text) == ("held", TEXT)
    assert {reason["rule"] for reason in comment.reasons} == {"first", "unconfirmed"}
    other.page.goto(article)
    assert TEXT not in other.page.content()

    # The mail holds nothing that was typed, and confirming it takes a press of a button.
    confirm = link_in_mail()
    assert "Lesandi" not in mail.outbox[-1].body + mail.outbox[-1].subject
    assert TEXT not in mail.outbox[-1].body
    reader.page.goto(confirm)
    assert Address.objects.get(email=EMAIL).confirmed_at is None
    reader.page.get_by_role("button", name="Staðfesta").click()
    expect(reader.page.get_by_role("status").first).to_be_visible()
    assert Address.objects.get(email=EMAIL).confirmed_at is not None
    comment.refresh_from_db()
    assert [reason["rule"] for reason in comment.reasons] == ["first"]

    # Approved at the desk, and on the page.
    approve_at_the_desk(moderator, with_script, comment)
    other.page.goto(article)
    expect(other.page.locator(f"#ath-{comment.pk} .cm__b").first).to_have_text(TEXT)

    # Somebody replies; once that is approved, the writer hears of it.
    write(other, article, with_script, name="Nemandi", text=REPLY, answers=comment)
    expect(other.page.locator("#komid, .notice").first).to_be_visible()
    reply = Comment.objects.get(parent=comment)
    sent = len(mail.outbox)
    approve_at_the_desk(moderator, with_script, reply)
    outbox.send_due()
    assert len(mail.outbox) == sent + 1
    notice = mail.outbox[-1]
    assert notice.to == [EMAIL]
    assert REPLY in notice.body
    assert notice.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    # Unsubscribed with one press.
    stop = re.search(r"<https?://testserver(/[^>]+)>", notice.extra_headers["List-Unsubscribe"])[1]
    reader.page.goto(stop)
    reader.page.locator("main form button").first.click()
    expect(reader.page.get_by_role("status").first).to_be_visible()
    comment.refresh_from_db()
    assert comment.wants_replies is False

    # Erased by magic link: the reply stays, what it stands on is an empty place.
    Address.objects.update(asked_at=None)
    reader.page.goto("/minar-athugasemdir/")
    reader.page.locator("main [name=email]").fill(EMAIL)
    reader.page.locator("main form button[type=submit]").first.click()
    expect(reader.page.get_by_role("status").first).to_be_visible()
    reader.page.goto(link_in_mail())
    reader.page.locator("main form button").first.click()
    expect(reader.page.locator("main")).to_contain_text(TEXT)
    reader.page.goto("/minar-athugasemdir/gleyma-mer/")
    reader.page.locator("main form button").first.click()
    expect(reader.page.get_by_role("status").first).to_be_visible()
    assert not Address.objects.exists()
    other.page.goto(article)
    expect(other.page.locator(f"#ath-{comment.pk}")).to_contain_text("[eytt]")
    expect(other.page.locator(f"#ath-{reply.pk} .cm__b")).to_have_text(REPLY)
    assert TEXT not in other.page.content()
    assert Comment.objects.filter(text=TEXT).count() == 0
