"""The desk's home in a browser: walked by key, read by everybody, in every window."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Edition
from comments.models import Letter
from tests.admin import home
from tests.admin.home import HOME
from tests.browser.conftest import SETTLED
from tests.browser.test_accessible_to_everybody import violations
from tests.factories import make_article, make_comment

WINDOWS = [(1440, "light", "is"), (1440, "dark", "en"), (390, "dark", "is"), (390, "light", "en")]
FOCUSED = "document.activeElement.closest('.desk-block')?.id"


@pytest.fixture
def editor(transactional_db):
    return User.objects.create_superuser("ritstjori", "ritstjori@example.org", "leynd")


@pytest.fixture
def open_home(editor, open_at_desk):
    """Opens the home: open_home(user=…, axe=False, **of the browser's context)."""
    return lambda *, user=editor, width=1440, axe=False, **options: open_at_desk(
        HOME, user=user, width=width, bypass_csp=axe, **options
    )


@pytest.fixture
def full(editor):
    """Something in every block, and moments of every kind."""
    home.make_one_of_each(editor)
    make_comment(state="held", text="Langt orð: " + "hæstaréttarmálaflutningsmaður" * 4)
    late = make_article(sides=["Ísland", "Noregur", "Svíþjóð", "Danmörk"]).editions.get()
    Edition.objects.filter(pk=late.pk).update(
        scheduled_revision=late.live_revision, scheduled_at=timezone.now() - timedelta(hours=1)
    )
    make_article(at=timezone.now() + timedelta(days=2), languages=("is", "en"))


def press(page, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def after(page, keys: str) -> str | None:
    """The block that one is in after these keys."""
    press(page, keys)
    return page.evaluate(FOCUSED)


@pytest.mark.parametrize(("width", "theme", "language"), WINDOWS)
def test_axe_finds_nothing_wrong_with_a_full_home(open_home, full, width, theme, language):
    page = open_home(width=width, theme=theme, language=language, axe=True)

    assert violations(page) == []


def test_axe_finds_nothing_wrong_where_nothing_waits(open_home):
    assert violations(open_home(axe=True)) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280, 1440, 1920])
def test_nothing_reaches_out_of_the_window(open_home, full, width):
    page = open_home(width=width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_desks_policy_lets_all_of_it_in(open_home, full):
    page = open_home()

    assert page.messages == []
    assert page.locator(".desk-bar .is-ok").first.bounding_box()["width"] > 50
    assert page.locator(".desk-home-keys").is_visible()


def test_j_and_k_walk_through_what_waits(open_home, full):
    page = open_home()

    assert after(page, "j") == "desk-assigned"
    assert after(page, "j j j") == "desk-reported"
    assert after(page, "k") == "desk-own"
    assert after(page, "k k k") == "desk-assigned"


def test_enter_opens_what_one_is_at(open_home, full):
    page = open_home()

    press(page, "j j j j j Enter")

    expect(page).to_have_url(re.compile("/admin/comments/comment/#ath-"))


def test_enter_on_a_button_is_the_buttons_own(open_home, full):
    page = open_home()
    page.locator("#desk-review").get_by_role("link", name="Allar greinar í yfirlestri").focus()

    press(page, "Enter")

    expect(page).to_have_url(re.compile("[?]state=review$"))


def test_n_begins_an_article(open_home):
    page = open_home()

    press(page, "n")

    expect(page).to_have_url(re.compile("/admin/articles/article/add/$"))


def test_keys_are_letters_where_one_writes(open_home, full):
    page = open_home()
    page.keyboard.press("Control+k")
    page.locator("#search-input-command").type("njk")

    assert page.locator("#search-input-command").input_value() == "njk"
    assert page.url.endswith(HOME)


def test_keys_are_switched_off_and_stay_so(open_home, full):
    page = open_home()
    page.get_by_label("Flýtilyklar virkir").uncheck()

    assert after(page, "j") is None
    assert page.locator(".desk-home-keys").is_hidden()

    page.reload()
    page.evaluate(SETTLED)
    assert after(page, "j") is None
    assert not page.get_by_label("Flýtilyklar virkir").is_checked()


def test_on_a_phone_there_are_no_hints_and_a_finger_hits_every_button(open_home, full):
    page = open_home(width=390, has_touch=True)

    heights = page.locator(".desk-item .desk-button").evaluate_all("all => all.map(one => one.offsetHeight)")

    assert page.locator(".desk-home-keys").is_hidden()
    assert min(heights) >= 44


def test_without_a_script_each_button_does_what_it_says(open_home, full):
    page = open_home(java_script_enabled=False)

    assert page.locator(".desk-home-keys").is_hidden()
    page.locator("#desk-mail").get_by_role("button", name="Reyna aftur").click()

    expect(page).to_have_url(re.compile("/admin/comments/letter/$"))
    assert not Letter.objects.failing().exists()


@pytest.mark.parametrize("address", ["auth/group/", "auth/group/add/", "auth/user/", "auth/user/add/"])
def test_scripts_of_users_and_groups_say_nothing_in_the_console(open_home, live_server, address):
    page = open_home()
    page.goto(f"{live_server.url}{HOME}{address}")
    page.evaluate(SETTLED)

    assert page.messages == []


def test_the_two_sided_list_of_permissions_speaks_icelandic(open_home, live_server):
    page = open_home()
    page.goto(f"{live_server.url}{HOME}auth/group/add/")

    expect(page.locator(".selector-available").first).to_contain_text("Merktu við það sem á að velja")
    expect(page.get_by_role("option", name="Greinar: breyta")).to_be_visible()


@pytest.mark.parametrize(("width", "theme", "language"), WINDOWS[1:3])
def test_axe_finds_nothing_wrong_with_the_page_of_a_group(open_home, live_server, width, theme, language):
    page = open_home(width=width, theme=theme, language=language, axe=True)
    for address in ("auth/group/", f"auth/group/{Group.objects.get(name='Editors').pk}/change/"):
        page.goto(f"{live_server.url}{HOME}{address}")
        page.evaluate(SETTLED)
        assert violations(page) == [], address
