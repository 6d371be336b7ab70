"""What the script of the queue does: a decision leaves the list, a key is enough, and nothing is lost on the way."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from comments.models import Comment
from tests.admin.moderating import QUEUE
from tests.factories import make_article, make_comment


class Moderator:
    def __init__(self, context, address):
        self.context, self.page, self.messages = context, context.new_page(), []
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.goto(address + QUEUE)
        self.items = self.page.locator("#desk-queue > li")
        self.toast = self.page.locator("#desk-toast")
        self.refusal = self.page.locator(".desk-refusal")

    def press(self, keys):
        for key in keys:
            self.page.keyboard.press(key)

    def undo_with_z(self):
        expect(self.toast).to_be_visible()
        self.press("z")

    @property
    def current(self) -> str:
        return self.page.evaluate("document.querySelector('.is-current')?.id")


@pytest.fixture
def comments(transactional_db):
    article = make_article()
    return [make_comment(article=article, name=name, state="held") for name in ("Nemandi", "Gestur", "Lesandi")][::-1]


@pytest.fixture
def open_queue(comments, live_server, sign_in_at_desk):
    return lambda **options: Moderator(sign_in_at_desk(**options), live_server.url)


@pytest.fixture
def moderator(open_queue):
    return open_queue()


def states(comments) -> list[str]:
    return [Comment.objects.get(pk=comment.pk).state for comment in comments]


@pytest.mark.parametrize(("key", "state"), [("a", "live"), ("s", "spam"), ("r", "removed")])
def test_one_key_decides_and_the_next_is_current(moderator, comments, key, state):
    moderator.press(key)

    expect(moderator.items).to_have_count(2)
    expect(moderator.items.first).to_be_focused()
    assert moderator.current == f"ath-{comments[1].pk}"
    assert states(comments) == [state, "held", "held"]
    expect(moderator.page.locator("[data-held]")).to_have_text("2")
    expect(moderator.page.locator('[data-badge$="held"]')).to_have_text("2")
    assert moderator.messages == []


def test_z_takes_the_last_decision_back(moderator, comments):
    moderator.press("js")
    expect(moderator.items).to_have_count(2)

    moderator.undo_with_z()

    expect(moderator.items).to_have_count(3)
    assert moderator.current == f"ath-{comments[1].pk}"
    assert states(comments) == ["held"] * 3
    expect(moderator.page.locator("[data-held]")).to_have_text("3")


def test_j_and_k_go_through_the_list_and_open_the_context(moderator, comments):
    moderator.press("jj")
    assert moderator.current == f"ath-{comments[2].pk}"
    moderator.press("k")

    assert moderator.current == f"ath-{comments[1].pk}"
    expect(moderator.items.nth(1).locator(".desk-more")).to_be_visible()
    expect(moderator.items.nth(2).locator(".desk-more")).to_be_hidden()


def test_selected_ones_are_decided_and_taken_back_together(moderator, comments):
    moderator.press("xjx")
    expect(moderator.page.locator(".desk-all")).to_have_text("Valdar: 2")
    moderator.page.locator("#desk-bulk [value=spam]").click()
    expect(moderator.items).to_have_count(1)
    assert states(comments) == ["spam", "spam", "held"]

    moderator.toast.get_by_role("button").click()

    expect(moderator.items).to_have_count(3)
    assert states(comments) == ["held"] * 3


def test_all_can_be_selected_and_then_nothing_waits(moderator, comments):
    moderator.page.locator("#desk-all").check()
    moderator.page.locator("#desk-bulk [value=approve]").click()

    expect(moderator.page.locator("#desk-empty")).to_have_text("Ekkert bíður. Nýjar athugasemdir birtast hér.")
    expect(moderator.toast.get_by_role("button")).to_be_focused()
    assert states(comments) == ["live"] * 3


def test_a_button_of_any_comment_works_with_the_mouse(moderator, comments):
    moderator.items.nth(2).locator("[data-key=R]").click()

    expect(moderator.items).to_have_count(2)
    assert states(comments) == ["held", "held", "removed"]


def test_l_lets_a_reported_comment_stand_and_z_takes_it_back(moderator, comments):
    reported = make_comment(article=comments[0].article)
    reported.reports.create(reason="rude", network="a")
    moderator.page.goto(moderator.page.url + "?state=reported")

    moderator.press("l")
    expect(moderator.page.locator("#desk-empty")).to_be_visible()
    assert not reported.reports.filter(settled_at=None).exists()
    moderator.undo_with_z()

    expect(moderator.items).to_have_count(1)
    assert reported.reports.filter(settled_at=None).exists()
    assert moderator.messages == []


def test_letters_in_the_search_field_are_letters(moderator, comments):
    moderator.page.locator("[name=q]").press_sequentially("ars")

    expect(moderator.items).to_have_count(3)
    assert states(comments) == ["held"] * 3


def test_keys_are_switched_off_and_stay_so(moderator, comments):
    moderator.page.locator("#desk-keys").uncheck()
    moderator.page.reload()

    moderator.press("ars")

    expect(moderator.page.locator("#desk-keys")).not_to_be_checked()
    expect(moderator.items.first.locator("kbd").first).to_be_hidden()
    assert states(comments) == ["held"] * 3


def test_somebody_was_first_and_it_is_said_beside_the_comment(moderator, comments):
    Comment.objects.get(pk=comments[0].pk).remove()

    moderator.press("a")

    expect(moderator.refusal).to_contain_text("Hún var fjarlægð í millitíðinni")
    expect(moderator.items).to_have_count(3)
    assert states(comments) == ["removed", "held", "held"]


def test_a_lost_network_loses_nothing(moderator, comments):
    moderator.context.set_offline(True)
    moderator.press("a")
    expect(moderator.refusal).to_contain_text("Ekki náðist í þjóninn.")

    moderator.context.set_offline(False)
    moderator.press("a")

    expect(moderator.items).to_have_count(2)
    assert states(comments) == ["live", "held", "held"]


def test_whoever_is_signed_out_is_told_so(moderator, comments):
    moderator.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)

    moderator.press("a")

    expect(moderator.refusal).to_contain_text("Innskráningin er útrunnin.")
    assert states(comments) == ["held"] * 3


def test_without_javascript_the_buttons_decide_and_take_back(open_queue, comments):
    moderator = open_queue(java_script_enabled=False)

    moderator.items.nth(1).locator("[data-key=S]").click()
    expect(moderator.items).to_have_count(2)
    assert states(comments) == ["held", "spam", "held"]
    moderator.page.locator(".desk-undo").click()

    expect(moderator.items).to_have_count(3)
    assert states(comments) == ["held"] * 3


def test_without_javascript_many_are_decided_at_once(open_queue, comments):
    moderator = open_queue(java_script_enabled=False)

    for place in (0, 2):
        moderator.items.nth(place).locator("[name=chosen]").check()
    moderator.page.locator("#desk-bulk [value=remove]").click()

    expect(moderator.items).to_have_count(1)
    assert states(comments) == ["removed", "held", "removed"]
