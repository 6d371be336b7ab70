"""Nothing found → asked for → on the desk's list → made into a draft: with and without JavaScript."""

import pytest
from django.contrib.auth import get_user_model

from comments.models import Wish
from tests.browser.test_accessible_to_everybody import violations

pytestmark = pytest.mark.django_db(transaction=True)

EMAIL, PASSWORD = "ritstjori@example.is", "langt-og-gott-lykilord"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def with_script(request):
    return request.param


@pytest.fixture
def page(with_script, chromium, live_server):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=with_script, locale="is-IS")
    yield context.new_page()
    context.close()


def signed_in(page):
    get_user_model().objects.create_superuser("ritstjori", EMAIL, PASSWORD)
    page.goto("/admin/login/?next=/admin/comments/wish/")
    page.locator("#id_username").fill("ritstjori")
    page.locator("#id_password").fill(PASSWORD)
    page.locator("#login-form button[type=submit]").click()
    page.wait_for_url("**/admin/comments/wish/")


def test_what_a_reader_misses_becomes_a_draft(page):
    page.goto("/leit/?q=munurinn+á+rafbíl+og+bensínbíl")
    page.get_by_role("button", name="Biðja um samanburðinn").click()
    page.wait_for_url("**/leit/osk/takk/")
    assert page.get_by_role("heading", level=1).inner_text() == "Takk fyrir tillöguna"

    signed_in(page)
    assert "Rafbíll" in page.locator("tbody").inner_text()
    assert "1 sinni" in page.locator("tbody").inner_text()
    page.get_by_role("button", name="Gera drög").click()
    page.wait_for_url("**/articles/article/*/change/")

    article = Wish.objects.get().article
    assert [side.subject.name_is for side in article.sides.all()] == ["Rafbíll", "Bensínbíll"]


def test_what_is_declined_can_be_taken_back_at_once(page, with_script):
    Wish.objects.create(language="is", first="Rafbíll", second="Bensínbíll", key="a", count=3)
    signed_in(page)
    assert not with_script or violations(page) == []  # axe is a script itself

    page.get_by_role("button", name="Hafna").click()
    page.get_by_role("button", name="Afturkalla").click()
    page.get_by_role("button", name="Gera drög").wait_for()

    assert Wish.objects.get().state == Wish.State.OPEN


def test_an_error_is_where_one_reads_on_and_leads_to_its_field(page, with_script):
    page.goto("/leit/osk/?first=sala&second=sölu")
    page.get_by_role("button", name="Biðja um samanburðinn").click()
    page.locator("#villur").wait_for()

    assert page.title().startswith("Villa: ")
    assert not with_script or violations(page) == []  # axe is a script itself
    page.locator("#villur a").click()
    assert page.locator("#osk-y").evaluate("field => field === document.activeElement")
