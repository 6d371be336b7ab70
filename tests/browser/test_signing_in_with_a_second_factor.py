"""From an invitation to the desk, with a second factor: by keyboard, without JavaScript, without a fault of axe's."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import expect

from comments.models import Letter
from config import invitations
from tests.browser.conftest import SETTLED
from tests.browser.test_accessible_to_everybody import violations
from tests.config.signing_in import PASSWORD, code_now, make_staff, say_password, with_a_factor

# What Chromium says where static/js/desk-focus.js was faster than the attribute: the focus is where it should be.
FASTER = "Autofocus processing was blocked"
WINDOWS = [(1280, "light", "is"), (390, "dark", "en")]


@pytest.fixture
def browser(transactional_db, live_server, chromium, settings):
    """Opens a browser at a site that wants a second factor: browser(width=…, theme=…, language=…)."""
    settings.STAFF_MFA_REQUIRED = True
    settings.SITE_URL = live_server.url
    contexts = []

    def open_browser(*, width=1280, theme="light", language="is", **options):
        size = {"width": width, "height": 800}
        contexts.append(chromium.new_context(viewport=size, color_scheme=theme, base_url=live_server.url, **options))
        contexts[-1].add_cookies([{"name": "django_language", "value": language, "url": live_server.url}])
        return contexts[-1].new_page()

    yield open_browser
    for context in contexts:
        context.close()


def write(page, **fields: str) -> None:
    """The fields are filled in one after another and sent, by keyboard alone: the first has the focus already."""
    for place, (name, text) in enumerate(fields.items()):
        if place:
            page.keyboard.press("Tab")
        expect(page.locator(f"[name={name}]")).to_be_focused()
        page.keyboard.type(text)
    page.keyboard.press("Enter")


def sign_in(page, name="ritstjori", password=PASSWORD) -> None:
    page.goto("/admin/login/")
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(password)
    page.locator("#login-form [type=submit]").click()


def key_on(page) -> str:
    return page.locator("#key").inner_text().replace(" ", "")


def mailed_link() -> str:
    return next(word for word in Letter.objects.latest("pk").text.split() if "/admin/" in word)


@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_invitation_to_the_desk(browser, scripts):
    invitations.invite(make_staff(name="hildur", email="hildur@example.org", password=None), "is")
    page = browser(java_script_enabled=scripts)
    noise = []
    page.on("console", lambda message: message.text.startswith(FASTER) or noise.append(message.text))

    page.goto(mailed_link())
    write(page, new_password1=PASSWORD, new_password2=PASSWORD)
    expect(page).to_have_url("/admin/login/")
    write(page, username="hildur", password=PASSWORD)
    expect(page).to_have_url("/admin/second-factor/set-up/")
    write(page, code=code_now(key_on(page)))
    expect(page).to_have_url("/admin/second-factor/codes/")
    codes = page.locator("#codes li").all_inner_texts()
    page.get_by_role("link", name="Í ritstjórnina").click()
    expect(page).to_have_url("/admin/")
    assert len(codes) == 10
    assert noise == []

    page.context.clear_cookies()
    page.goto("/admin/login/")
    sign_in(page, "hildur")
    expect(page).to_have_url("/admin/login/code/")
    write(page, code=codes[3])
    expect(page).to_have_url("/admin/")


def test_the_picture_holds_the_key_that_is_written_below_it(browser):
    make_staff()
    page = browser()
    sign_in(page)

    picture = page.get_by_role("img", name="QR-kóði með lyklinum sem stendur fyrir neðan")

    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth > 0")
    assert len(key_on(page)) == 32
    assert not Authenticator.objects.exists()


def every_page(page):
    """Each page around signing in, in each of its states, one after another; its name."""
    page.goto("/admin/login/forgotten/")
    yield "forgotten"
    page.locator("[name=email]").fill("ritstjori@example.org")
    page.locator("main [type=submit]").click()
    yield "sent"
    page.goto("/admin/login/password/recover/x/")
    yield "dead link"
    page.goto(mailed_link())
    yield "choose a password"
    page.locator("[name=new_password1]").fill("stutt")
    page.locator("[name=new_password2]").fill("annað")
    page.locator("main [type=submit]").click()
    yield "a password that is none"
    sign_in(page, password="rangt")
    yield "wrong password"
    sign_in(page)
    yield "set up"
    page.locator("[name=code]").fill("12345x")
    page.locator("form:has([name=code]) [type=submit]").click()
    yield "wrong code to set up with"
    page.locator("[name=code]").fill(code_now(key_on(page)))
    page.locator("form:has([name=code]) [type=submit]").click()
    yield "recovery codes"
    page.reload()
    yield "recovery codes, shown before"
    for path in ("", "codes/new/", "remove/"):
        page.goto(f"/admin/second-factor/{path}")
        yield f"second factor {path}"
    page.goto("/admin/auth/user/invite/")
    yield "invite"
    page.locator("#content-main [type=submit]").click()
    yield "invite nobody"


@pytest.mark.parametrize(("width", "theme", "language"), WINDOWS)
def test_axe_finds_nothing_wrong_on_the_way_in(browser, width, theme, language):
    make_staff(is_superuser=True)
    # Axe is put into the page, which lets in nothing but its own scripts.
    page = browser(width=width, theme=theme, language=language, bypass_csp=True)
    faults, seen = {}, []
    for state in every_page(page):
        page.evaluate(SETTLED)
        seen.append(state)
        faults[state] = violations(page)
        assert page.locator("h1").count() == page.locator("main").count() == 1, state
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), state

    assert len(seen) == 15
    assert {state: found for state, found in faults.items() if found} == {}


@pytest.mark.parametrize(("width", "theme", "language"), WINDOWS)
def test_axe_finds_nothing_wrong_where_a_code_is_asked_for_and_where_it_is_shut(browser, width, theme, language):
    user = make_staff()
    with_a_factor(user)
    page = browser(width=width, theme=theme, language=language, bypass_csp=True)
    sign_in(page)
    page.evaluate(SETTLED)
    assert violations(page) == []
    page.locator("[name=code]").fill("12345x")
    page.locator("form:has([name=code]) [type=submit]").click()
    page.evaluate(SETTLED)
    assert violations(page) == []

    for place in range(10):
        say_password(Client(), password="rangt", peer=f"198.51.{place}.1")
    page.context.clear_cookies(name="sessionid")
    sign_in(page)
    page.evaluate(SETTLED)
    expect(page.locator("main a[href$='/forgotten/']")).to_be_visible()
    assert violations(page) == []


def test_a_person_who_is_sent_back_comes_where_they_wanted_to_go(browser):
    with_a_factor(make_staff(is_superuser=True))
    page = browser()

    page.goto("/admin/articles/tag/add/")
    write(page, username="ritstjori", password=PASSWORD)
    write(page, code=code_now())

    expect(page).to_have_url("/admin/articles/tag/add/")
    assert User.objects.get().last_login
