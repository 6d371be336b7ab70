"""Where a second factor is required, everything under /admin/ stands behind it: every address that there is."""

import re

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver
from django.utils import timezone

from comments.models import Comment
from config import second_factor
from tests.config.signing_in import code_now, is_in, make_staff, say_code, say_password, with_a_factor
from tests.factories import make_edition

pytestmark = pytest.mark.django_db

SET_UP = "/admin/second-factor/set-up/"
# What is there for those who are not in yet.
OPEN = {
    "/admin/login/",
    "/admin/login/code/",
    "/admin/login/over/",
    "/admin/login/forgotten/",
    "/admin/login/password/x/x/",
    "/admin/logout/",
    "/admin/i18n/setlang/",
}
FOR_SETTING_UP = {SET_UP, "/admin/login/again/"}


def addresses(resolver=None, before="/") -> list[str]:
    """Every address under /admin/, with something in the place of each value."""
    found = []
    for entry in (resolver or get_resolver()).url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            found += addresses(entry, route)
        elif route.startswith("/admin/"):
            found.append(_filled(route))
    return found


def _filled(route: str) -> str:
    route = re.sub(r"<int:\w+>", "1", re.sub(r"<(\w+:)?\w+>", "x", re.sub(r"<int:\w+>", "1", route)))
    route = re.sub(r"\(\?P<url>\.\*\)\$?", "nowhere", route)
    return re.sub(r"\(\?P<app_label>[^)]*\)", "articles", route).replace("^", "").replace("$", "")


@pytest.fixture
def required(settings):
    settings.STAFF_MFA_REQUIRED = True


@pytest.fixture
def without(required):
    """The client of somebody who may do everything, but has no second factor yet."""
    client = Client()
    make_staff(is_superuser=True)
    say_password(client)
    return client


def test_the_walk_meets_the_addresses_that_matter():
    known = set(addresses())

    assert {"/admin/", "/admin/jsi18n/", "/admin/articles/article/add/", "/admin/articles/article/x/change/"} <= known
    assert {"/admin/auth/user/invite/", "/admin/comments/comment/", SET_UP} & known
    assert len(known) > 60


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_address_leads_to_setting_one_up(without, method):
    others = {
        address: (answer.status_code, answer.headers.get("Location"))
        for address in set(addresses()) - OPEN - FOR_SETTING_UP
        for answer in [getattr(without, method)(address)]
        if answer.headers.get("Location") != SET_UP
    }

    assert others == {}


@pytest.mark.parametrize("path", sorted(OPEN | FOR_SETTING_UP))
def test_what_is_open_is_there(without, path):
    assert without.get(path).headers.get("Location") != SET_UP or path == SET_UP


def test_an_address_that_does_not_exist_gives_nothing_away(without):
    assert without.get("/admin/articles/nowhere/").headers.get("Location") == SET_UP


def test_a_session_from_before_the_factor_is_over(required):
    user, early = make_staff(is_superuser=True), Client()
    say_password(early)
    with_a_factor(user)

    assert early.get("/admin/articles/tag/").url == "/admin/login/?next=/admin/articles/tag/"
    assert early.get(SET_UP).status_code == 302
    assert not is_in(early)


def test_a_factor_is_shown_also_where_none_is_required(client):
    user = make_staff(is_superuser=True)
    say_password(client)
    with_a_factor(user)

    assert not is_in(client)


def test_a_factor_that_was_taken_away_is_set_up_anew(required, client):
    user = make_staff(is_superuser=True)
    with_a_factor(user)
    say_password(client)
    say_code(client, code_now())
    assert is_in(client)

    second_factor.take_away(user)

    assert client.get("/admin/").url == SET_UP


def test_with_its_factor_shown_everything_opens(required, client):
    with_a_factor(make_staff(is_superuser=True))
    say_password(client)
    say_code(client, code_now())

    assert {client.get(path).status_code for path in ("/admin/", "/admin/articles/article/", "/admin/auth/user/")} == {
        200
    }


@pytest.mark.parametrize(("shown", "role"), [(False, Comment.Role.READER), (True, Comment.Role.STAFF)])
def test_in_a_thread_somebody_without_it_is_a_reader(required, client, shown, role):
    from tests.comments.test_writing import send

    user = make_staff(is_superuser=True)
    if shown:
        with_a_factor(user)
    say_password(client)
    say_code(client, code_now())
    send(client, make_edition(at=timezone.now()))

    assert Comment.objects.get().role == role


def test_readers_pages_know_nothing_of_all_this(required, client):
    address = make_edition().get_absolute_url()
    anonymous = client.get(address)
    say_password(client, name=make_staff().username)
    signed_in = client.get(address)

    assert signed_in.content == anonymous.content
    assert "Cookie" not in signed_in.headers.get("Vary", "")
    assert not signed_in.cookies
