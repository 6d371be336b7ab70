"""Allauth would bring a whole site of accounts. The desk takes what it needs, under /admin/."""

import pytest
from allauth import urls as allauth_urls
from django.urls import NoReverseMatch, URLResolver, reverse

from tests.config.signing_in import make_staff, say_password

OURS = {
    "account_login",
    "account_reauthenticate",
    "mfa_index",
    "mfa_authenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
}


def names_and_routes(patterns=None, before="") -> dict[str, str]:
    found = {}
    for entry in allauth_urls.urlpatterns if patterns is None else patterns:
        route = before + str(entry.pattern)
        found |= names_and_routes(entry.url_patterns, route) if isinstance(entry, URLResolver) else {entry.name: route}
    return found


THEIRS = names_and_routes()


def test_allauth_would_bring_more_than_we_take():
    assert set(THEIRS) > OURS
    assert {"account_signup", "account_email", "account_reset_password"} <= set(THEIRS)


@pytest.mark.parametrize("name", sorted(OURS))
def test_what_we_take_is_at_the_desk(name):
    assert reverse(name).startswith("/admin/")


@pytest.mark.parametrize("name", sorted(set(THEIRS) - OURS))
def test_what_we_do_not_take_has_no_address(name):
    for values in ([], ["x"], [1], ["x", "y"]):
        with pytest.raises(NoReverseMatch):
            reverse(name, args=values)


@pytest.mark.django_db
@pytest.mark.parametrize("before", ["/", "/accounts/", "/admin/", "/admin/login/"])
@pytest.mark.parametrize("signed_in", [False, True])
def test_nothing_answers_where_allauth_would_be(client, before, signed_in):
    if signed_in:
        make_staff(is_superuser=True)
        say_password(client)
    found = {}
    for route in THEIRS.values():
        path = before + route.split("<")[0].replace("^", "").replace("(?P", "")
        found[path] = client.get(path, follow=True)
    known = {reverse(name) for name in OURS} | {"/", "/admin/", "/admin/logout/"}
    strange = {
        path: answer.status_code
        for path, answer in found.items()
        if path not in known and answer.status_code == 200 and answer.request["PATH_INFO"] not in known
    }

    assert strange == {}


@pytest.mark.django_db
def test_there_are_accounts_of_staff_alone(client, django_user_model):
    django_user_model.objects.create_user("gestur", password="leyniorð sem dugar")

    assert say_password(client, name="gestur").status_code == 200
    assert say_password(client, name=make_staff(name="hættur", is_active=False).username).status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
@pytest.mark.parametrize("to", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_signing_in_leads_to_our_own_pages_only(client, to):
    make_staff()

    assert say_password(client, to=to).url == "/admin/"


@pytest.mark.django_db
def test_where_one_wanted_to_go_is_kept_through_all_steps(client):
    page = client.get("/admin/login/?next=/admin/articles/tag/").content.decode()

    assert '<input type="hidden" name="next" value="/admin/articles/tag/"' in page


@pytest.mark.django_db
def test_every_page_of_the_ways_in_is_the_desks(client):
    for path in ("/admin/login/", "/admin/login/forgotten/", "/admin/login/password/invite/x/"):
        answer = client.get(path)
        assert answer["Cache-Control"] == "no-store"
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
        assert '<html lang="is"' in answer.content.decode()
